/// An answer of a web server, as it went over the wire.
public struct HTTPAnswer: Sendable {
  public var status = 200
  /// By their names in lower case; of several with one name the first.
  public var fields: [String: String] = [:]
  /// Values of `Link` fields, all of them.
  public var links: [String] = []
  /// In the coding in which it came.
  public var body: [UInt8] = []

  public var isSuccess: Bool { (200...299).contains(status) }

  /// Reads status line, header and body; an answer without status line is all body.
  public init(_ block: [UInt8]) {
    guard block.starts(with: "HTTP/".utf8) else {
      body = block
      return
    }
    var start = 0
    var isFirst = true
    while start < block.count {
      let end = block[start...].firstIndex(of: 0x0A) ?? block.count
      var line = block[start..<end]
      start = min(block.count, end + 1)
      if line.last == 0x0D { line.removeLast() }
      if line.isEmpty { break }
      let text = String(decoding: line.prefix(8_192), as: UTF8.self)
      if isFirst {
        let parts = text.split(separator: " ")
        status = parts.count > 1 ? Int(parts[1]) ?? 0 : 0
        isFirst = false
      } else if let colon = text.firstIndex(of: ":"), fields.count < 200 {
        let name = text[..<colon].lowercased()
        let value = text[text.index(after: colon)...].drop { $0 == " " || $0 == "\t" }
        if fields[name] == nil { fields[name] = String(value) }
        if name == "link" { links.append(String(value)) }
      }
    }
    body = Array(block[start...])
  }

  /// How far a body is trusted.
  public enum Reading: Sendable {
    /// What can be read of it: archives hold what crawlers made of pages.
    case lenient
    /// All of it, or nothing: it has just come, and can be asked for again.
    case whole
  }

  /// The body as the page was made: not in chunks, not compressed.
  ///
  /// - Parameter expansion: how many times it may grow beyond a megabyte.
  /// - Throws: `BodyError` where it is damaged or grows beyond `limit` bytes.
  public func content(
    limit: Int, expansion: Int = .max, _ reading: Reading = .lenient
  ) throws(BodyError) -> [UInt8] {
    var content = body
    if fields["transfer-encoding"]?.lowercased().contains("chunked") == true {
      let chunks = Chunks(content)
      if reading == .whole, !chunks.isWhole {
        throw BodyError(.damaged, "has a body whose chunks are damaged or end too early")
      }
      content = chunks.joined
    }
    let most = Int(clamping: UInt(content.count).multipliedReportingOverflow(by: UInt(expansion)))
    let codings = (fields["content-encoding"] ?? "").lowercased().split(separator: ",")
    guard codings.count <= 4 else {
      throw BodyError(.damaged, "says that it is compressed \(codings.count) times over")
    }
    for coding in codings.reversed() {
      content = try BodyDecoder.decode(
        content, coding: coding.filter { $0 != " " }, limit: min(limit, max(most, 1 << 20)))
    }
    return content
  }
}

extension Int {
  /// The largest number where a product has no other.
  fileprivate init(clamping product: (partialValue: UInt, overflow: Bool)) {
    self = product.overflow ? .max : Int(clamping: product.partialValue)
  }
}
