internal import FonsText

/// The values that digits with points, commas or blanks between them can have. English has 3,125 for
/// three thousand and a bit; most of Europe for three and an eighth.
enum NumberReadings {
  /// Both readings where it cannot be told which is meant; none where the digits are no number.
  ///
  /// - Parameter language: BCP 47 tag; `und` where it is not known.
  static func values(_ text: String, language: String) -> [Double] {
    var groups = [""]
    var marks: [Character] = []
    var isNegative = false
    for character in text {
      if character.isASCII, character.isNumber {
        groups[groups.count - 1].append(character)
      } else if groups == [""] {
        guard "-−–".contains(character) else { return [] }
        isNegative = true
      } else if let mark = mark(character) {
        marks.append(mark)
        groups.append("")
      } else {
        return []
      }
    }
    return values(groups, marks, language).map { isNegative ? -$0 : $0 }
  }

  /// Points and commas as they are; a blank for all that can only divide thousands.
  private static func mark(_ character: Character) -> Character? {
    if character == "." || character == "," { return character }
    return character.isWhitespace || "'’\u{2060}".contains(character) ? " " : nil
  }

  private static func values(
    _ groups: [String], _ marks: [Character], _ language: String
  ) -> [Double] {
    guard let last = marks.last else { return [Double(groups[0])].compactMap(\.self) }
    guard groups.allSatisfy({ !$0.isEmpty }) else { return [] }
    let whole = isGrouped(groups[...]) ? Double(groups.joined()) : nil
    let kinds = Set(marks)
    if kinds == [" "] || kinds.count == 1 && marks.count > 1 { return [whole].compactMap(\.self) }
    // The last mark is the decimal one; those before it divide thousands.
    guard last != " ", marks.count(where: { $0 == last }) == 1, kinds.count <= 2,
      marks.count == 1 || isGrouped(groups.dropLast())
    else { return [] }
    let decimal = Double(groups.dropLast().joined() + "." + groups[groups.count - 1])
    guard marks.count == 1, let whole else { return [decimal].compactMap(\.self) }
    switch language {
    case "en": return last == "," ? [whole] : [decimal].compactMap(\.self)
    case "und": return [whole, decimal].compactMap(\.self)
    default:
      return last == "," ? [decimal].compactMap(\.self) : [whole, decimal].compactMap(\.self)
    }
  }

  /// `1.200.000`: groups of three behind one of three or fewer.
  private static func isGrouped(_ groups: ArraySlice<String>) -> Bool {
    guard let first = groups.first else { return false }
    return (1...3).contains(first.count) && first.first != "0"
      && groups.dropFirst().allSatisfy { $0.count == 3 }
  }

  /// Whether two ways to write digits have a value in common: the same digits where one of them is no
  /// number that is known, or where 1,200 became 1.200 by another custom.
  static func agree(_ a: String, _ b: String, language: String) -> Bool {
    let left = values(a, language: language)
    let right = values(b, language: language)
    let groups: (String) -> [Substring] = { $0.split { !$0.isNumber } }
    if left.isEmpty || right.isEmpty { return groups(a).joined() == groups(b).joined() }
    if groups(a) == groups(b), groups(a).count == 2, groups(a)[1].count == 3 { return true }
    return left.contains { right.contains($0) }
  }
}
