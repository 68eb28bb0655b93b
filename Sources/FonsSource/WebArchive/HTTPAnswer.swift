/// An answer of a web server, as it went over the wire.
struct HTTPAnswer {
  var status = 200
  var fields: [String: String] = [:]
  var body: [UInt8] = []

  var isSuccess: Bool { (200...299).contains(status) }

  /// Reads status line, header and body; an answer without status line is all body.
  init(_ block: [UInt8]) {
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
      }
    }
    body = Array(block[start...])
  }

  /// The body as the page was made: not in chunks, not compressed.
  ///
  /// - Throws: `SourceError` where it is damaged or grows beyond `limit` bytes.
  func content(path: String, limit: Int) throws(SourceError) -> [UInt8] {
    var content = body
    if fields["transfer-encoding"]?.lowercased().contains("chunked") == true {
      content = Self.unchunked(content)
    }
    let codings = (fields["content-encoding"] ?? "").lowercased().split(separator: ",")
    for coding in codings.reversed() {
      let name = coding.filter { $0 != " " }
      content = try BodyDecoder.decode(content, coding: name, path: path, limit: limit)
    }
    return content
  }

  /// Joins the chunks of a body; what only claims to be in chunks stays as it is.
  static func unchunked(_ body: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    var at = 0
    while at < body.count {
      let end = body[at...].prefix(100).firstIndex(of: 0x0A) ?? body.count
      let line = String(decoding: body[at..<end], as: UTF8.self)
      let digits = line.prefix { $0.isHexDigit }
      guard end < body.count, let size = Int(digits, radix: 16), digits.utf8.count <= 8 else {
        return at == 0 ? body : result + body[at...]
      }
      if size == 0 { break }
      let start = end + 1
      let stop = min(body.count, start + size)
      result += body[start..<stop]
      at = stop
      while at < body.count, body[at] == 0x0D || body[at] == 0x0A, at - stop < 2 { at += 1 }
    }
    return result
  }
}
