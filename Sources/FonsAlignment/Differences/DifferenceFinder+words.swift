internal import FonsText
internal import Foundation

/// Differences within words that fold to the same letters.
extension DifferenceFinder {
  func wordDifferences(_ step: Alignment.Step) -> [Difference] {
    let q = quoted.range(step.quoted)
    let s = source.range(step.source)
    let left = quoted.bytes[q.range]
    let right = source.slice(s)
    if left.elementsEqual(right) { return [] }
    let a = String(decoding: left, as: UTF8.self)
    let b = String(decoding: right, as: UTF8.self)
    let repair: [DifferenceKind] = isRepaired(q, s) ? [.mojibake] : []
    if step.kind == .joined { return (repair + [joinedKind(a, b)]).map { difference($0, q, s) } }
    return (repair + kinds(a, b, step)).map { difference($0, q, s) }
  }

  /// Whether letters that were read in a wrong encoding stand on one of the sides.
  func isRepaired(_ q: ByteRange, _ s: ByteRange) -> Bool {
    quoted.repairs.contains { $0.overlaps(q) } != source.repairs.contains { $0.overlaps(s) }
  }

  private func joinedKind(_ a: String, _ b: String) -> DifferenceKind {
    let breaks: (String) -> Bool = {
      $0.contains("-\n") || $0.contains("\u{AD}") || $0.contains("\n")
    }
    if breaks(a) || breaks(b) { return .lineHyphen }
    if a.contains(where: \.isNumber), b.contains(where: \.isNumber) { return numberKind(a, b) }
    return a.contains(where: isDash) || b.contains(where: isDash) ? .dash : .space
  }

  /// The same digits may have another value: German 3,125 is not 3125.
  private func numberKind(_ a: String, _ b: String) -> DifferenceKind {
    NumberReadings.agree(a, b, language: meaning.language) ? .numberForm : .number
  }

  private func isDash(_ character: Character) -> Bool { "-‐‑‒–—―−".contains(character) }

  /// What folding took away, one kind for each thing.
  private func kinds(_ a: String, _ b: String, _ step: Alignment.Step) -> [DifferenceKind] {
    var left = visible(a)
    var right = visible(b)
    var kinds: [DifferenceKind] = []
    if left != a || right != b, a.contains("\n") || b.contains("\n") {
      kinds.append(.lineHyphen)
    } else if left != a || right != b, left == right {
      kinds.append(.invisible)
    }
    if left == right { return kinds }
    let apostrophes: (String) -> String = { String($0.map { "’‘ʼ＇′`´".contains($0) ? "'" : $0 }) }
    if apostrophes(left) != left || apostrophes(right) != right {
      if left.contains("'") != right.contains("'") || left != right { kinds.append(.quoteMark) }
      (left, right) = (apostrophes(left), apostrophes(right))
    }
    if left == right { return kinds }
    if step.kind == .same, quoted.words[step.quoted.lowerBound].flags.contains(.number) {
      return kinds + [isStyling(left, right) ? .symbol : numberKind(left, right)]
    }
    let (small, smallRight) = (left.lowercased(), right.lowercased())
    if left != right, small != left || smallRight != right, hasCaseChange(left, right) {
      kinds.append(caseKind(left, right, step))
    }
    if small != smallRight { kinds += letterKinds(small, smallRight) }
    return kinds
  }

  /// Whether case differs once accents and ligatures are set aside.
  private func hasCaseChange(_ a: String, _ b: String) -> Bool {
    let plain: (String) -> String = {
      $0.folding(options: [.diacriticInsensitive, .widthInsensitive], locale: nil)
    }
    let (left, right) = (plain(a), plain(b))
    return left.count == right.count && left != right && left.lowercased() == right.lowercased()
  }

  private func visible(_ text: String) -> String {
    var result = ""
    var iterator = text.unicodeScalars.makeIterator()
    var pendingHyphen = false
    while let scalar = iterator.next() {
      if scalar == "\n" || scalar == "\r" || scalar == " " || scalar == "\t" { continue }
      if scalar.properties.generalCategory == .format || scalar.value == 1 { continue }
      pendingHyphen = scalar == "-" || scalar == "\u{2010}"
      if pendingHyphen, text.contains("\n") { continue }
      result.unicodeScalars.append(scalar)
    }
    return result
  }

  /// H₂O and H2O: form alone; the folding keeps exponents apart already.
  private func isStyling(_ a: String, _ b: String) -> Bool {
    a.precomposedStringWithCompatibilityMapping.lowercased()
      == b.precomposedStringWithCompatibilityMapping.lowercased()
  }

  /// US/us and May/may are two words; elsewhere the case of letters is form.
  private func caseKind(_ a: String, _ b: String, _ step: Alignment.Step) -> DifferenceKind {
    let word = quoted.words[step.quoted.lowerBound]
    guard meaning.has(word.hash, .letterCase) else { return .letterCase }
    let atStart =
      classifier.token(word, quoted.bytes[...], base: 0).isCapital
      != classifier.token(word, quoted.bytes[...], base: 0).isName
      || step.quoted.lowerBound == 0
    let sourceToken = classifier.token(
      source.words[step.source.lowerBound], source.bytes[...], base: source.base)
    let isWhole = a.uppercased() == a && a.count > 1 || b.uppercased() == b && b.count > 1
    if !isWhole, atStart || sourceToken.isCapital && !sourceToken.isName { return .letterCase }
    return .word
  }

  private func letterKinds(_ a: String, _ b: String) -> [DifferenceKind] {
    let compatible: (String) -> String = {
      $0.precomposedStringWithCompatibilityMapping.replacingOccurrences(of: "ſ", with: "s")
    }
    if compatible(a) == compatible(b) {
      return [
        isStyling(a, b)
          && (a + b).unicodeScalars.contains { $0.value >= 0x2070 && $0.value <= 0x209F }
          ? .symbol : .ligature
      ]
    }
    let plain: (String) -> String = {
      compatible($0).folding(options: .diacriticInsensitive, locale: nil)
    }
    if plain(a) == plain(b) {
      // ё and е are two spellings of one word.
      let yo: (String) -> String = { compatible($0).replacingOccurrences(of: "ё", with: "е") }
      return [yo(a) == yo(b) ? .spelling : .diacritic]
    }
    if a == "&" || b == "&" { return [.symbol] }
    if a.contains("ß") != b.contains("ß") { return [.spelling] }
    return [.diacritic]
  }
}
