internal import FonsDocument
internal import FonsFetch
internal import FonsText

/// The words of a quotation, to be looked for as they stand: its parts in their order.
struct SoughtWords {
  let parts: [[UInt64]]
  /// Where among all words two of a part follow each other, by their hash.
  let pairs: [UInt64: [Int]]
  /// Words in all.
  let count: Int
  private let quotation: Quotation

  /// Places that are kept of a pair: one that comes more often tells nothing, and costs as much more in
  /// every text.
  private static let mostPlaces = 8

  init(_ quotation: Quotation) {
    self.quotation = quotation
    parts = quotation.parts.map { part in
      // Brackets hold an editor's words.
      let insertions = quotation.insertions.map(\.range)
      return Words.scan(quotation.text).filter { word in
        part.contains(Int(word.start)) && !insertions.contains { $0.contains(Int(word.start)) }
      }.map(\.hash)
    }.filter { !$0.isEmpty }
    count = parts.reduce(0) { $0 + $1.count }
    var pairs: [UInt64: [Int]] = [:]
    var base = 0
    for part in parts {
      for index in part.indices.dropLast() {
        let pair = Pair.hash(part[index], part[index + 1])
        if pairs[pair, default: []].count < Self.mostPlaces {
          pairs[pair, default: []].append(base + index)
        }
      }
      base += part.count
    }
    self.pairs = pairs
  }

  /// The degree of a text that has all parts as they stand.
  var whole: Int { count + 1 }

  /// How well the words stand in a text: all of them, or as many as pairs of them cover in one place.
  ///
  /// - Complexity: O(*n*)
  func standing(in text: [UInt8]) -> Standing {
    let words = Words.scan(text).map(\.hash)
    if stand(in: words) { return Standing(degree: whole) }
    return nearest(in: words)
  }

  /// Whether all parts stand in a text, one after the other.
  private func stand(in words: [UInt64]) -> Bool {
    var from = 0
    for part in parts {
      guard let place = Self.place(of: part, in: words, from: from) else { return false }
      from = place + part.count
    }
    return true
  }

  /// By the failure function of Knuth, Morris and Pratt (1977).
  ///
  /// - Complexity: O(*n* + *m*)
  private static func place(of part: [UInt64], in words: [UInt64], from: Int) -> Int? {
    var failure = [0]
    var same = 0
    for index in part.indices.dropFirst() {
      while same > 0, part[index] != part[same] { same = failure[same - 1] }
      if part[index] == part[same] { same += 1 }
      failure.append(same)
    }
    same = 0
    for index in words.indices.dropFirst(from) {
      while same > 0, words[index] != part[same] { same = failure[same - 1] }
      if words[index] == part[same] { same += 1 }
      if same == part.count { return index + 1 - same }
    }
    return nil
  }

  // MARK: Words to search for

  /// Its longest part as text, of so many words, without quotation marks: for a search by phrase.
  func phrase(of most: Int) -> String {
    let part = quotation.parts.max { $0.count < $1.count } ?? ByteRange(0, quotation.text.count)
    let words = Words.scan(quotation.text).filter { part.contains(Int($0.start)) }
    return words.prefix(most).map(text).joined(separator: " ")
  }

  /// What to search for where the phrase is nowhere: the words that are rarest in their language, in
  /// their order; then those of each half, as one changed word is in one of them only.
  func rarest(_ most: Int) -> [String] {
    let words = Words.scan(quotation.text)[...]
    let middle = words.count / 2
    var result: [String] = []
    for half in [words, words.prefix(middle), words.dropFirst(middle)] {
      let search = rarest(most, of: half).map(text).joined(separator: " ")
      if !result.contains(search), !search.isEmpty { result.append(search) }
    }
    return result
  }

  private func rarest(_ most: Int, of words: ArraySlice<Word>) -> [Word] {
    let table = Frequencies.table
    return words.indices.sorted {
      table.halfBits(words[$0].hash) > table.halfBits(words[$1].hash)
    }.prefix(most).sorted().map { words[$0] }
  }

  private func text(_ word: Word) -> String {
    String(decoding: quotation.text[Int(word.start)..<Int(word.end)], as: UTF8.self)
  }
}
