internal import FonsText

/// Reads dates of days: `14 March 1911`, `March 14`, `14.3.1911`.
struct DateReader {
  private let meaning: MeaningWords

  init(_ meaning: MeaningWords) { self.meaning = meaning }

  struct Day: Equatable {
    var day: Int
    var month: Int
    var year: Int?
  }

  /// What two phrases differ in that are both dates; nil where one is not, or where no month is
  /// written out.
  func kind(_ quoted: [WordClassifier.Token], _ source: [WordClassifier.Token]) -> DifferenceKind? {
    guard hasMonth(quoted) || hasMonth(source), let left = day(quoted), let right = day(source)
    else { return nil }
    return left == right ? .dateForm : .date
  }

  private func hasMonth(_ tokens: [WordClassifier.Token]) -> Bool {
    tokens.contains { meaning.has($0.word.hash, .month) }
  }

  func day(_ tokens: [WordClassifier.Token]) -> Day? {
    var month: Int?
    var numbers: [Int] = []
    for token in tokens {
      if meaning.has(token.word.hash, .month), month == nil {
        month = meaning.value(token.word.hash).map { Int($0) }
      } else if token.word.flags.contains(.number) {
        let text = String(decoding: token.folded, as: UTF8.self)
        let parts = text.split { !$0.isNumber }.compactMap { Int($0) }
        guard !parts.isEmpty else { return nil }
        numbers += parts
      } else if !["of", "the", "de", "del", "le", "den", "der", "am", "di"].contains(
        token.text.lowercased())
      {
        return nil
      }
    }
    return day(numbers, month)
  }

  private func day(_ numbers: [Int], _ month: Int?) -> Day? {
    var numbers = numbers
    if let first = numbers.first, first > 31 { numbers.reverse() }
    guard let day = numbers.first, (1...31).contains(day) else { return nil }
    if let month {
      return numbers.count <= 2 ? Day(day: day, month: month, year: numbers.dropFirst().first) : nil
    }
    guard numbers.count == 2 || numbers.count == 3, (1...12).contains(numbers[1]) else {
      return nil
    }
    return Day(day: day, month: numbers[1], year: numbers.dropFirst(2).first)
  }
}
