/// The form of note markers: `[7]`, `[d]`, `[note 3]`, `[citation needed]`.
///
/// Texts print them where a note belongs; they are no words of the text. `[T]he` and `[t]he` are
/// not markers, since a letter follows the bracket.
public enum NoteMarkerForm {
  /// Longest content between the brackets, in bytes.
  static let longest = MarkerPhrases.longest

  private static let prefixes = [
    "note", "notes", "nb", "n", "nb.", "n.", "fn", "ref", "anm", "lower",
  ]

  /// Whether `content`, found between brackets, is a marker; in UTF-8.
  ///
  /// Small Roman numerals are words of some languages too (`vi`, `i`): with a space before the
  /// bracket they are a writer's insertion, since markers stand right after a word.
  public static func isMarker(
    _ content: some Collection<UInt8>, afterSpace: Bool = false
  ) -> Bool {
    let trimmed = content.trimmingSpaces()
    guard !trimmed.isEmpty, trimmed.count <= longest else { return false }
    if trimmed.count <= 4, trimmed.allSatisfy({ $0 &- 48 < 10 }) { return trimmed.count <= 3 }
    if trimmed.count == 1, let letter = trimmed.first {
      return letter &- 97 < 26 || letter &- 65 < 26 || letter == 42
    }
    if isRoman(trimmed) { return !afterSpace }
    if isDoubleLetter(trimmed) { return true }
    let text = String(decoding: trimmed, as: UTF8.self).lowercased()
    if MarkerPhrases.kind(of: text) != nil { return true }
    let words = text.split(separator: " ")
    guard words.count == 2, let number = words.last else { return false }
    return prefixes.contains(String(words[0]))
      && (number.utf8.allSatisfy { $0 &- 48 < 10 } || number.utf8.count == 1)
  }

  /// `ii` to `xxxix`, as they are written: not `iix`.
  private static func isRoman(_ bytes: some Collection<UInt8>) -> Bool {
    guard bytes.count <= 6, bytes.allSatisfy({ $0 == 105 || $0 == 118 || $0 == 120 }) else {
      return false
    }
    let tens = bytes.prefix { $0 == 120 }
    let ones = String(decoding: bytes.dropFirst(tens.count), as: UTF8.self)
    return tens.count <= 3
      && ["", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix"].contains(ones)
  }

  /// `aa`, `bb`: what follows `z` in a lettered group.
  private static func isDoubleLetter(_ bytes: some Collection<UInt8>) -> Bool {
    guard bytes.count == 2, let first = bytes.first else { return false }
    return first == 97 && bytes.allSatisfy { $0 &- 97 < 26 }
  }
}

extension Collection<UInt8> {
  func trimmingSpaces() -> SubSequence {
    var slice = self[...]
    while let first = slice.first, first == 32 || first == 9 || first == 10 { slice.removeFirst() }
    var end = slice.endIndex
    var size = slice.count
    while size > 0 {
      let before = slice.index(slice.startIndex, offsetBy: size - 1)
      guard slice[before] == 32 || slice[before] == 9 || slice[before] == 10 else { break }
      end = before
      size -= 1
    }
    return slice[slice.startIndex..<end]
  }
}

extension WordScanner {
  /// Where a note marker that begins at `offset` with a bracket ends, or nil.
  func noteMarkerEnd(at offset: Int) -> Int? {
    let limit = min(count, offset + NoteMarkerForm.longest + 4)
    var close = offset + 1
    while close < limit, base[close] != 93, base[close] != 91 { close += 1 }
    guard close < limit, base[close] == 93 else { return nil }
    // `[T]he` and `[t]he` are one word with a changed letter.
    if close - offset == 2, isLetter(at: offset + 1), isLetter(at: close + 1) { return nil }
    let content = UnsafeBufferPointer(start: base + offset + 1, count: close - offset - 1)
    let afterSpace = offset > 0 && (base[offset - 1] == 32 || base[offset - 1] == 10)
    return NoteMarkerForm.isMarker(content, afterSpace: afterSpace) ? close + 1 : nil
  }
}
