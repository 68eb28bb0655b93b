/// Addresses of web pages that stand in a text as they are.
package enum BareAddress {
  /// All that begin with `http://` or `https://`, in order, each once.
  package static func all(in text: [UInt8], limit: Int = 100) -> [String] {
    var result: [String] = []
    var index = 0
    while result.count < limit,
      let colon = text[index...].firstIndex(of: UInt8(ascii: ":"))
    {
      index = colon + 1
      guard let start = start(in: text, colon: colon),
        let end = end(in: text, from: colon + 3, to: text.count)
      else { continue }
      let address = text.string(start, end)
      if !result.contains(address) { result.append(address) }
      index = end
    }
    return result
  }

  private static func start(in text: [UInt8], colon: Int) -> Int? {
    guard text.has("//", at: colon + 1) else { return nil }
    for (scheme, length) in [("https" as StaticString, 5), ("http", 4)] {
      let start = colon - length
      guard text.hasIgnoringCase(scheme, at: start) else { continue }
      return start == 0 || !ASCII.isAlphanumeric(text[start - 1]) ? start : nil
    }
    return nil
  }

  /// Where an address whose scheme ends at `body` ends: without the punctuation of the sentence, and
  /// without a parenthesis that it does not open itself; nil where nothing is left.
  package static func end(in text: [UInt8], from body: Int, to limit: Int) -> Int? {
    var index = body
    var parentheses = 0
    while index < limit, isPart(text, index) {
      if text[index] == 0x28 { parentheses += 1 }
      if text[index] == 0x29 {
        if parentheses == 0 { break }
        parentheses -= 1
      }
      index += 1
    }
    while index > body,
      [0x2E, 0x2C, 0x3B, 0x3A, 0x21, 0x3F, 0x27, 0x2A, 0x5F].contains(text[index - 1])
    {
      index -= 1
    }
    return index > body ? index : nil
  }

  private static func isPart(_ text: [UInt8], _ index: Int) -> Bool {
    let byte = text[index]
    if byte <= 0x20 || byte == 0x3C || byte == 0x3E || byte == 0x22 || byte == 0x5D || byte == 0x5B
      || byte == 0x60 || byte == 0x7C || byte == 0x7F
    {
      return false
    }
    if byte < 0x80 { return true }
    // Quotation marks and full stops of other scripts end an address; their letters do not.
    if byte == 0xE2 || byte == 0xE3, index + 1 < text.count { return text[index + 1] != 0x80 }
    if byte == 0xEF, index + 1 < text.count { return text[index + 1] != 0xBC }
    return
      !(byte == 0xC2 && index + 1 < text.count && [0xA0, 0xBB, 0xAB].contains(text[index + 1]))
  }
}
