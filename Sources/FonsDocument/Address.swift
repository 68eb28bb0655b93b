import FonsFormat
import FonsText

/// An address in a document: bare in the text, or behind a link.
struct Address {
  /// Where it stands; for a link, the linked words.
  var range: ByteRange
  var value: String
  var isLink: Bool

  /// All addresses, in order of where they start.
  static func find(in structured: StructuredText, links: [StructuredText.Span]) -> [Address] {
    let base = BaseAddress(structured.url)
    var result = links.compactMap { link in
      link.value.flatMap(base.resolve).map { Address(range: link.range, value: $0, isLink: true) }
    }
    var bare: [Address] = []
    let text = structured.text
    for block in structured.blocks where block.kind != .code && block.kind != .replyLink {
      bare += find(in: text, block.range)
    }
    // A link whose words are an address is one address.
    let linked = result
    result += bare.filter { address in
      let after = DocumentContext.first(linked, from: address.range.start + 1) { $0.range.start }
      return after == 0 || !linked[after - 1].range.overlaps(address.range)
    }
    return result.sorted { $0.range < $1.range }
  }

  /// The bare addresses in a range.
  static func find(in text: [UInt8], _ range: ByteRange) -> [Address] {
    var result: [Address] = []
    var index = range.start
    while index < range.end {
      if let number = WorkNumber(text, at: index, limit: range.end) {
        result.append(Address(range: number.range, value: number.value, isLink: false))
        index = number.range.end
        continue
      }
      let byte = text[index] | 0x20
      guard byte == 0x68 || byte == 0x77 || byte == 0x66, let end = end(of: text, at: index, range)
      else {
        index += 1
        continue
      }
      let value = text.string(index, end)
      result.append(
        Address(
          range: ByteRange(index, end),
          value: value.hasPrefix("www.") ? "https://" + value : value, isLink: false))
      index = end
    }
    return result
  }

  /// Where the address at `start` ends, or nil where there is none.
  private static func end(of text: [UInt8], at start: Int, _ block: ByteRange) -> Int? {
    var index = start
    if text.hasIgnoringCase("https://", at: start) {
      index += 8
    } else if text.hasIgnoringCase("http://", at: start) {
      index += 7
    } else if text.hasIgnoringCase("file:///", at: start) {
      index += 8
    } else if text.hasIgnoringCase("www.", at: start),
      start == block.start || !ASCII.isAlphanumeric(text[start - 1])
    {
      index += 4
    } else {
      return nil
    }
    return BareAddress.end(in: text, from: index, to: block.end)
  }
}
