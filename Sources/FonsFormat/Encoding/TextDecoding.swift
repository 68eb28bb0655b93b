import FonsText

/// Turns bytes in any usual encoding into UTF-8, and keeps where each came from.
///
/// In this order: a byte order mark; NULs in every second byte (UTF-16); UTF-8 where the bytes are
/// valid or nearly valid; the encoding that the document declares; Windows-1252. Valid UTF-8 goes
/// before a declaration because wrong declarations are common and accidental UTF-8 is not.
public enum TextDecoding {
  /// - Parameter declared: the charset that a header or the document itself names.
  /// - Complexity: O(*n*)
  public static func decode(_ bytes: [UInt8], declared: String? = nil) -> DecodedText {
    if let wide = UTF16Decoding.sniff(bytes) {
      return UTF16Decoding.decode(bytes, skipping: wide.skip, bigEndian: wide.bigEndian)
    }
    let start = bytes.has("\u{FEFF}", at: 0) ? 3 : 0
    let survey = UTF8Survey(bytes, from: start)
    let name = declared.map(CharsetDecoding.canonicalName)
    let named = name == nil || name == "UTF-8" ? nil : name
    // Windows-1252 prose has high bytes that are almost all invalid as UTF-8; damaged UTF-8 has
    // mostly valid ones.
    let isUTF8 =
      survey.invalid == 0 || start > 0 || survey.multibyte >= survey.invalid && survey.multibyte > 0
      || (name == "UTF-8" && survey.multibyte > 0)
    if isUTF8 { return repair(bytes, from: start, survey: survey) }
    if let named, let decoded = CharsetDecoding.decode(bytes, charset: named) { return decoded }
    if survey.looksBinary { return repair(bytes, from: start, survey: survey) }
    return CharsetDecoding.decode(bytes, charset: "windows-1252")
      ?? repair(bytes, from: start, survey: survey)
  }

  private static func repair(_ bytes: [UInt8], from start: Int, survey: UTF8Survey) -> DecodedText {
    var result = DecodedText(
      text: [], origin: OffsetMap(), encoding: "UTF-8", repaired: 0,
      looksBinary: survey.looksBinary)
    if survey.invalid == 0, survey.nuls == 0 {
      result.text = start == 0 ? bytes : Array(bytes[start...])
      result.origin.append(
        derivedCount: result.text.count, original: start, originalCount: result.text.count)
      return result
    }
    result.text.reserveCapacity(bytes.count + 2 * survey.invalid)
    var index = start
    var copied = start
    while index < bytes.count {
      let length = bytes[index] == 0 ? 0 : UTF8Text.validLength(bytes, at: index)
      if length > 0 {
        index += length
        continue
      }
      let bad = index
      // One replacement for a run: a picture inside a message is one defect, not ten thousand.
      while index < bytes.count, bytes[index] == 0 || UTF8Text.validLength(bytes, at: index) == 0 {
        index += 1
      }
      append(bytes, copied..<bad, to: &result)
      result.text += [0xEF, 0xBF, 0xBD]
      result.origin.append(derivedCount: 3, original: bad, originalCount: index - bad)
      result.repaired += 1
      copied = index
    }
    append(bytes, copied..<bytes.count, to: &result)
    return result
  }

  private static func append(_ bytes: [UInt8], _ range: Range<Int>, to result: inout DecodedText) {
    result.text += bytes[range]
    result.origin.append(
      derivedCount: range.count, original: range.lowerBound, originalCount: range.count)
  }
}

/// What a first look at the bytes as UTF-8 shows.
struct UTF8Survey {
  var multibyte = 0
  var invalid = 0
  var nuls = 0
  var controls = 0
  var count: Int

  init(_ bytes: [UInt8], from start: Int) {
    count = bytes.count
    var index = start
    while index < bytes.count {
      index = Self.plainEnd(bytes, from: index)
      guard index < bytes.count else { return }
      let byte = bytes[index]
      if byte < 0x80 {
        if byte < 0x20, !ASCII.isSpace(byte), byte != 0x1B {
          if byte == 0 { nuls += 1 } else { controls += 1 }
        }
        index += 1
        continue
      }
      let length = UTF8Text.validLength(bytes, at: index)
      if length > 0 { multibyte += 1 } else { invalid += 1 }
      index += max(1, length)
    }
  }

  /// Where plain ASCII that begins at `start` ends, or a little before: eight bytes at a time, each
  /// from 0x20 to 0x7F or a line feed.
  private static func plainEnd(_ bytes: [UInt8], from start: Int) -> Int {
    let all: (UInt64) -> UInt64 = { $0 &* 0x0101_0101_0101_0101 }
    return bytes.withUnsafeBytes { bytes in
      var index = start
      while index &+ 8 <= bytes.count {
        let eight = bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self)
        guard eight & all(0x80) == 0 else { return index }
        // The high bit of each byte: at least 0x20, or not a line feed.
        let printed = eight &+ all(0x60)
        let other = (eight ^ all(0x0A)) &+ all(0x7F)
        guard (printed | ~other) & all(0x80) == all(0x80) else { return index }
        index &+= 8
      }
      return index
    }
  }

  /// Control characters or NULs beyond what a slip explains.
  var looksBinary: Bool { (nuls + controls) * 50 > count && nuls + controls > 4 }
}
