import FonsText

/// A message of electronic mail or a news group: its text, with what it quotes and of whom.
public struct MailReader: Sendable {
  public init() {}

  private struct Part {
    var header: MailHeader
    var body: Range<Int>
  }

  /// Reads the message; `origin` leads to these bytes, through the transfer encoding.
  ///
  /// The first plain-text part is read, else the first HTML part.
  public func read(_ bytes: [UInt8]) throws -> StructuredText {
    let header = MailHeader(bytes, from: 0, to: bytes.count)
    let whole = Part(header: header, body: header.bodyStart..<bytes.count)
    let part = Self.choose(bytes, whole)
    let transfer = TransferDecoding.decode(
      bytes, part.body, encoding: part.header.transferEncoding)
    let isHTML = part.header.mediaType == "text/html"
    let declared =
      part.header.parameter("charset")
      ?? (isHTML ? HTMLReader.declaredCharset(transfer.bytes) : nil)
    let decoded = TextDecoding.decode(transfer.bytes, declared: declared)
    var result: StructuredText
    if isHTML {
      result = try HTMLReader().read(text: decoded.text)
    } else {
      var parser = QuotedLinesParser(decoded.text, style: .mail)
      result = parser.parse(0..<decoded.text.count)
    }
    result.origin = result.origin.composed(with: decoded.origin).composed(with: transfer.map)
    result.title = header.text("subject")
    result.date = header.fields["date"].flatMap(MailDate.iso) ?? result.date
    return result
  }

  /// The part to read.
  private static func choose(_ bytes: [UInt8], _ whole: Part) -> Part {
    var level = [whole]
    var html: Part?
    // Parts hold parts; what is deeper than this was built to be.
    for _ in 0..<8 where !level.isEmpty {
      var next: [Part] = []
      for part in level {
        let type = part.header.mediaType
        if type.hasPrefix("multipart/"), let boundary = part.header.parameter("boundary") {
          next += parts(bytes, part.body, boundary: boundary)
        } else if type == "text/html" {
          html = html ?? part
        } else if type == "text/plain" || level.count == 1 && part.body == whole.body {
          return part
        }
      }
      level = next
    }
    return html ?? whole
  }

  private static func parts(_ bytes: [UInt8], _ body: Range<Int>, boundary: String) -> [Part] {
    let mark = Array("--\(boundary)".utf8)
    var result: [Part] = []
    var start: Int?
    var at = body.lowerBound
    while at < body.upperBound, result.count < 1000 {
      let line = TextLine(bytes, at: at, limit: body.upperBound)
      at = line.next
      guard line.end - line.start >= mark.count,
        bytes[line.start..<line.start + mark.count].elementsEqual(mark)
      else { continue }
      if let start { append(bytes, start..<line.start, to: &result) }
      start = line.next
      if bytes.has("--", at: line.start + mark.count) {
        start = nil
        break
      }
    }
    if let start { append(bytes, start..<body.upperBound, to: &result) }
    return result
  }

  private static func append(_ bytes: [UInt8], _ range: Range<Int>, to parts: inout [Part]) {
    let header = MailHeader(bytes, from: range.lowerBound, to: range.upperBound)
    let start = min(header.bodyStart, range.upperBound)
    parts.append(Part(header: header, body: start..<range.upperBound))
  }
}
