/// A record of a WARC or ARC file.
struct WebRecord {
  enum Kind {
    /// An answer of a server, with its HTTP header.
    case response
    /// A content without header.
    case resource
    /// The same answer as another record's.
    case revisit
    /// Requests, descriptions and the like.
    case other
  }

  var kind = Kind.other
  var url = ""
  /// ISO 8601
  var time: String?
  /// Media type of the block.
  var type = ""
  /// Bytes of the block, as the header says.
  var length = 0
  /// Where a revisit's content is.
  var refersTo: String?
  var digest: String?

  /// Reads the header of a WARC record, its first line included.
  static func warc(_ input: inout RecordInput) -> WebRecord? {
    _ = input.line()
    var fields: [String: String] = [:]
    var name = ""
    while let line = input.line() {
      guard !line.isEmpty else { break }
      if line[0] == 0x20 || line[0] == 0x09 {
        fields[name]? += " " + trimmed(line[...])
      } else if let colon = line.firstIndex(of: 0x3A) {
        name = trimmed(line[..<colon]).lowercased()
        if fields.count < 100 { fields[name] = trimmed(line[(colon + 1)...]) }
      }
    }
    guard let length = fields["content-length"].flatMap({ Int($0) }), length >= 0 else {
      return nil
    }
    var record = WebRecord()
    switch fields["warc-type"]?.lowercased() {
    case "response": record.kind = .response
    case "resource", "conversion": record.kind = .resource
    case "revisit": record.kind = .revisit
    default: record.kind = .other
    }
    record.url = address(fields["warc-target-uri"] ?? "")
    record.time = fields["warc-date"]
    record.type = fields["content-type"] ?? ""
    record.length = length
    record.refersTo = fields["warc-refers-to-target-uri"].map(address)
    record.digest = fields["warc-payload-digest"]
    return record
  }

  /// Reads the header of an ARC record: `URL IP date type length`, with more fields between in
  /// the second version. Addresses may hold spaces.
  static func arc(_ input: inout RecordInput, version: Int) -> WebRecord? {
    input.line().flatMap { arc($0[...], version: version) }
  }

  /// What the line is the header of; nil for one that is none.
  static func arc(_ line: ArraySlice<UInt8>, version: Int) -> WebRecord? {
    let fields = String(decoding: line, as: UTF8.self).split(
      separator: " ", omittingEmptySubsequences: false)
    let after = version == 2 ? 9 : 4
    guard fields.count > after, let length = fields.last.flatMap({ Int($0) }), length >= 0 else {
      return nil
    }
    let rest = fields.suffix(after)
    var record = WebRecord()
    record.url = fields.dropLast(after).joined(separator: " ")
    record.time = date(rest[rest.startIndex + 1])
    record.type = String(rest[rest.startIndex + 2])
    record.length = length
    record.kind = record.url.hasPrefix("http") ? .response : .other
    return record.url.contains(":") ? record : nil
  }

  /// `20010102030405` as ISO 8601.
  private static func date(_ digits: Substring) -> String? {
    guard digits.utf8.count == 14, digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else {
      return nil
    }
    let parts = Array(digits)
    func part(_ start: Int, _ count: Int) -> String { String(parts[start..<start + count]) }
    return "\(part(0, 4))-\(part(4, 2))-\(part(6, 2))"
      + "T\(part(8, 2)):\(part(10, 2)):\(part(12, 2))Z"
  }

  /// Some programs write `<http://…>`.
  private static func address(_ text: String) -> String {
    text.hasPrefix("<") && text.hasSuffix(">") ? String(text.dropFirst().dropLast()) : text
  }

  private static func trimmed(_ bytes: ArraySlice<UInt8>) -> String {
    var slice = bytes
    while let first = slice.first, first == 0x20 || first == 0x09 { slice.removeFirst() }
    while let last = slice.last, last == 0x20 || last == 0x09 { slice.removeLast() }
    return String(decoding: slice, as: UTF8.self)
  }
}
