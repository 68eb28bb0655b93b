import FonsLibrary
import FonsSource
import FonsText

/// Works whose passages tell where they are from.
enum Texts {
  static func work(_ name: String, words: Int = 300) -> Work {
    var seed: UInt64 = 0
    for byte in name.utf8 { seed = mix(seed ^ UInt64(byte), 0x9E37_79B9_7F4A_7C15) }
    return Work(
      title: name, aliases: ["\(name) by another name"],
      text: Array(LibraryTests.text(words: words, seed: seed).utf8))
  }

  static func add(_ names: [String], as source: String, to writer: LibraryWriter) throws {
    try writer.add(name: source, from: "/" + source) { target in
      for name in names { try target.add(work(name)) }
      try target.addRedirect(from: "\(source) redirected", to: names[0])
    }
  }

  /// Of the given works, those that the library finds by a passage, by name and in full.
  static func found(_ names: [String], in library: Library) -> Set<String> {
    Set(names.filter { holds($0, library) })
  }

  private static func holds(_ name: String, _ library: Library) -> Bool {
    let expected = work(name)
    let words = Words.scan(expected.text)
    let middle = words.count / 2
    let query = Query(words: Array(words[middle..<middle + 20]))
    let right = library.candidates(for: query, limit: 64).first { candidate in
      library.details(of: candidate.work)?.title == name
    }
    guard let right else { return false }
    return library.works(named: "\(name) by another name") == [right.work]
      && library.text(of: right.work, ByteRange(0, expected.text.count)) == expected.text
  }
}
