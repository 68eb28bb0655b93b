import FonsText

/// A work of a BibTeX file.
struct BibliographyEntry: Equatable {
  var author: String?
  var title: String?
  /// Journal, collection or publisher.
  var container: String?
  var year: String?
  var url: String?

  /// "Ada Roe, The River Book, 1902".
  var text: String {
    [author, title, container, year].compactMap { $0 }.joined(separator: ", ")
  }
}

/// The entries of a BibTeX file: `@book{key, author = {…}, title = "…"}`.
enum Bibliography {
  static let entryLimit = 100_000

  /// - Complexity: O(*n*)
  static func read(_ text: [UInt8]) -> [String: BibliographyEntry] {
    var result: [String: BibliographyEntry] = [:]
    var index = 0
    while index < text.count, result.count < entryLimit {
      guard text[index] == 0x40, let open = opening(text, index) else {
        index += 1
        continue
      }
      var at = open + 1
      while at < text.count, text[at] != 0x2C, text[at] != 0x7D { at += 1 }
      let key = text.string(text.trimmed(open + 1, at))
      var entry = BibliographyEntry()
      at = fields(text, from: at, &entry)
      if !key.isEmpty, result[key] == nil { result[key] = entry }
      index = max(index + 1, at)
    }
    return result
  }

  /// The brace of `@type{`.
  private static func opening(_ text: [UInt8], _ at: Int) -> Int? {
    var index = at + 1
    while index < text.count, ASCII.isLetter(text[index]) || text[index] == 0x20 { index += 1 }
    return index < text.count && index > at + 1 && text[index] == 0x7B ? index : nil
  }

  private static func fields(
    _ text: [UInt8], from start: Int, _ entry: inout BibliographyEntry
  ) -> Int {
    var index = start
    while index < text.count, text[index] != 0x7D {
      guard ASCII.isLetter(text[index]) else {
        // A new entry begins where a brace was forgotten.
        if text[index] == 0x40 { return index }
        index += 1
        continue
      }
      let name = index
      while index < text.count, ASCII.isLetter(text[index]) || text[index] == 0x5F { index += 1 }
      let field = text.string(name, index).lowercased()
      while index < text.count, ASCII.isSpace(text[index]) { index += 1 }
      guard index < text.count, text[index] == 0x3D else { continue }
      index += 1
      let value = value(text, &index)
      set(field, value, &entry)
    }
    return min(text.count, index + 1)
  }

  private static func value(_ text: [UInt8], _ index: inout Int) -> String {
    while index < text.count, ASCII.isSpace(text[index]) { index += 1 }
    guard index < text.count else { return "" }
    let first = text[index]
    guard first == 0x7B || first == 0x22 else {
      let start = index
      while index < text.count, ![0x2C, 0x7D, 0x0A].contains(text[index]) { index += 1 }
      return text.string(text.trimmed(start, index))
    }
    let start = index + 1
    var depth = first == 0x7B ? 1 : 0
    index += 1
    while index < text.count {
      let byte = text[index]
      if byte == 0x5C { index += 1 }
      if byte == 0x7B { depth += 1 }
      if byte == 0x7D { depth -= 1 }
      if depth == 0, byte == (first == 0x7B ? 0x7D : 0x22) { break }
      index += 1
    }
    let end = min(index, text.count)
    index = min(text.count, index + 1)
    return LaTeXWalk.plain(Array(text[start..<max(start, min(end, start + 4096))]))
  }

  private static func set(_ field: String, _ value: String, _ entry: inout BibliographyEntry) {
    guard !value.isEmpty else { return }
    switch field {
    case "author", "editor": entry.author = entry.author ?? names(value)
    case "title": entry.title = value
    case "journal", "journaltitle", "booktitle": entry.container = value
    case "publisher", "organization": entry.container = entry.container ?? value
    case "year", "date": entry.year = entry.year ?? value
    case "url": entry.url = value
    case "doi":
      entry.url = entry.url ?? (value.hasPrefix("http") ? value : "https://doi.org/" + value)
    default: break
    }
  }

  /// "Ada Roe and Jo Poe" of "Roe, Ada and Poe, Jo".
  private static func names(_ value: String) -> String {
    value.replacing(" and ", with: "\u{0}").split(separator: "\u{0}").prefix(8).map { name in
      let sides = name.split(separator: ",", maxSplits: 1).map { String($0).trimmingSpaces() }
      return sides.count == 2 ? sides[1] + " " + sides[0] : String(name).trimmingSpaces()
    }.joined(separator: " and ")
  }
}
