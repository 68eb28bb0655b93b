import FonsFormat
import FonsText

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Notes of a plain text: `[1]` in running text, and a list of them near the end.
///
/// Lists as a saved wiki page has them (`^ text`, the n-th line being note n), and lists that
/// number themselves (`1. ^ text`, `[1] text`).
enum TextNotes {
  private struct Use {
    var marker: String
    var start: Int
    var end: Int
  }

  private struct Item {
    var marker: String?
    var start: Int
    var end: Int
    /// Offset of the line.
    var line: Int
  }

  static func notes(in text: [UInt8]) -> [Note] {
    let lists = lists(in: text)
    let firstList = lists.first?.first?.line ?? text.count
    let uses = uses(in: text, before: lists)
    var counts: [String: Int] = [:]
    for use in uses { counts[use.marker, default: 0] += 1 }
    let resolved = resolve(lists, markers: counts)
    var notes: [Note] = []
    for use in uses {
      let range = ByteRange(use.start, use.end)
      if let item = resolved[use.marker] {
        let words = words(of: item, in: text, isReused: counts[use.marker, default: 0] > 1)
        notes.append(
          Note(marker: use.marker, range: range, text: words, urls: NoteAddresses.find(in: words)))
      } else if use.marker.contains(" ") || (!lists.isEmpty && use.start < firstList) {
        notes.append(Note(marker: use.marker, range: range, text: ""))
      }
    }
    return notes
  }

  // MARK: Lists

  /// Runs of lines that are notes. A heading or paragraph between two lines ends a run.
  private static func lists(in text: [UInt8]) -> [[Item]] {
    var lists: [[Item]] = []
    var current: [Item] = []
    var start = 0
    while start < text.count {
      let end = place(of: 0x0A, in: text, from: start) ?? text.count
      if let item = item(text, start, end) {
        // A list that numbers itself starts again at 1.
        if item.marker == "1", !current.isEmpty, current[0].marker != nil {
          lists.append(current)
          current = []
        }
        current.append(item)
      } else if end - start > 1, current.isEmpty == false, isHeading(text, start, end) {
        lists.append(current)
        current = []
      }
      start = end + 1
    }
    if !current.isEmpty { lists.append(current) }
    return lists.filter { list in
      list[0].marker == nil || isNumbered(list)
    }
  }

  private static func place(of byte: UInt8, in text: [UInt8], from start: Int) -> Int? {
    text.withUnsafeBytes { text in
      guard start < text.count, let base = text.baseAddress else { return nil }
      return memchr(base + start, Int32(byte), text.count - start).map {
        UnsafeRawPointer($0) - base
      }
    }
  }

  /// Whether a list that numbers itself counts from 1 by ones.
  private static func isNumbered(_ list: [Item]) -> Bool {
    for (index, item) in list.enumerated() where item.marker != "\(index + 1)" { return false }
    return list.count > 1
  }

  private static func isHeading(_ text: [UInt8], _ start: Int, _ end: Int) -> Bool {
    let line = text[start..<end]
    return line.suffix(6).elementsEqual("[edit]".utf8) || line.suffix(7).starts(with: "[edit]".utf8)
  }

  private static func item(_ text: [UInt8], _ start: Int, _ end: Int) -> Item? {
    var at = start
    while at < end, text[at] == 0x20 || text[at] == 0x09 { at += 1 }
    guard at < end else { return nil }
    if text[at] == UInt8(ascii: "^") {
      return Item(marker: nil, start: at + 1, end: end, line: start)
    }
    let bracketed = text[at] == UInt8(ascii: "[")
    if bracketed { at += 1 }
    let digits = at
    while at < end, at - digits < 4, text[at] &- 0x30 < 10 { at += 1 }
    guard at > digits, at + 1 < end else { return nil }
    let marker = String(decoding: text[digits..<at], as: UTF8.self)
    if bracketed {
      guard text[at] == UInt8(ascii: "]") else { return nil }
      return Item(marker: marker, start: at + 1, end: end, line: start)
    }
    guard text[at] == UInt8(ascii: ".") else { return nil }
    at += 1
    while at < end, text[at] == 0x20 { at += 1 }
    guard at < end, text[at] == UInt8(ascii: "^") else { return nil }
    return Item(marker: marker, start: at + 1, end: end, line: start)
  }

  // MARK: Markers

  /// Markers in running text, those of a list's own lines left out.
  private static func uses(in text: [UInt8], before lists: [[Item]]) -> [Use] {
    var uses: [Use] = []
    var items = lists.joined().makeIterator()
    var item = items.next()
    var at = 0
    while let open = place(of: UInt8(ascii: "["), in: text, from: at) {
      at = open + 1
      while let current = item, current.end <= open { item = items.next() }
      if let current = item, current.line <= open { continue }
      let limit = min(text.count, open + 24)
      guard let close = text[at..<limit].firstIndex(of: UInt8(ascii: "]")) else { continue }
      let inside = text[at..<close]
      guard isMarker(inside) else { continue }
      uses.append(
        Use(marker: String(decoding: inside, as: UTF8.self), start: open, end: close + 1))
      at = close + 1
    }
    return uses
  }

  /// `12`, `d`, `note 3`, `citation needed`.
  private static func isMarker(_ bytes: ArraySlice<UInt8>) -> Bool {
    if bytes.elementsEqual("citation needed".utf8) { return true }
    if bytes.count == 1, let byte = bytes.first, byte &- 0x61 < 26 { return true }
    var digits = bytes
    for word in ["note ", "nb ", "n ", "Note "] where bytes.starts(with: word.utf8) {
      digits = bytes.dropFirst(word.utf8.count)
    }
    return (1...3).contains(digits.count) && digits.allSatisfy { $0 &- 0x30 < 10 }
      && digits.first != 0x30
  }

  /// Which item each marker stands for: a family of markers takes the list that has as many items.
  private static func resolve(
    _ lists: [[Item]], markers: [String: Int]
  ) -> [String: Item] {
    var families: [String: [Int: String]] = [:]
    for marker in markers.keys {
      let digits = marker.drop { !$0.isNumber }
      if let number = Int(digits) {
        families[String(marker.prefix(marker.count - digits.count)), default: [:]][number] = marker
      } else if marker.utf8.count == 1, let letter = marker.utf8.first {
        families["a", default: [:]][Int(letter) - 0x60] = marker
      }
    }
    var result: [String: Item] = [:]
    var free = lists
    for (_, family) in families.sorted(by: { ($0.value.count, $0.key) > ($1.value.count, $1.key) })
    {
      let highest = family.keys.max() ?? 0
      guard
        let index = free.firstIndex(where: { $0.count == highest })
          ?? free.indices.filter({ free[$0].count > highest && free.count == 1 }).first
      else { continue }
      for (number, marker) in family { result[marker] = free[index][number - 1] }
      free.remove(at: index)
    }
    return result
  }

  // MARK: Words

  /// The note without its return arrows: `^ a b Words` after two uses.
  private static func words(of item: Item, in text: [UInt8], isReused: Bool) -> String {
    var (start, end) = (item.start, item.end)
    func skipSpaces() {
      while start < end, text[start] == 0x20 || text[start] == 0x09 { start += 1 }
    }
    skipSpaces()
    if isReused || (start + 3 < end && text[start] == 0x61 && text[start + 2] == 0x62) {
      var letter: UInt8 = 0x61
      while start + 1 < end, text[start] == letter, text[start + 1] == 0x20 {
        start += 2
        letter += 1
        skipSpaces()
      }
    }
    while end > start, text[end - 1] <= 0x20 { end -= 1 }
    return String(decoding: text[start..<end], as: UTF8.self)
  }
}
