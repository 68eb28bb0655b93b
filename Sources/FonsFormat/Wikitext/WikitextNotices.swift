import FonsText

/// The notices that stand over a place of a wiki page: that its neutrality is disputed, that it lacks
/// references. A reader saw them; the text of the page leaves them out.
public enum WikitextNotices {
  /// What a notice says.
  public enum Kind: String, Sendable, CaseIterable {
    case neutrality, accuracy, references, originality

    /// "its neutrality is disputed".
    public var clause: String {
      switch self {
      case .neutrality: "its neutrality is disputed"
      case .accuracy: "its accuracy is disputed"
      case .references: "it lacks references"
      case .originality: "it may hold its writers' own research"
      }
    }
  }

  /// Templates by their name in lower case; those of other wikis from the pages of the same purpose.
  private static let names: [String: [Kind]] = {
    var result: [String: [Kind]] = [:]
    for (kinds, list) in [
      (
        [.neutrality],
        "pov|npov|neutrality|pov-check|pov check|pov-section|pov section|npov-section|npov section|"
          + "sectnpov|sectpov|neutrality disputed|unbalanced|neutralität|non neutre|"
          + "désaccord de neutralité|no neutral|no neutralidad|parcial|нейтральность"
      ),
      (
        [.accuracy],
        "disputed|accuracy|disputed-section|disputed section|accuracy dispute|accuracydispute|"
          + "disputeabout|dubious section|hoax"
      ),
      ([.neutrality, .accuracy], "totallydisputed|totally disputed|totallydisputed-section"),
      (
        [.references],
        "unreferenced|unsourced|refimprove|more citations needed|verify|not verified|unverified|"
          + "cleanup-verify|unreferenced section|unreferenced-section|refimprove section|"
          + "more citations needed section|citations missing|sources|belege fehlen|belege"
      ),
      ([.originality], "original research|originalresearch|or|original research section|nor"),
    ] as [([Kind], String)] {
      for name in list.split(separator: "|") { result[String(name)] = kinds }
    }
    return result
  }()

  /// Notices over a section: in it, in those that hold it, or before the first heading.
  ///
  /// - Parameters:
  ///   - section: titles of the headings over the place, the outermost first; empty above the first.
  ///   - markup: of the whole page.
  /// - Complexity: O(*n*)
  public static func standing(over section: [String], in markup: [UInt8]) -> [Kind] {
    let sought = section.map { folded(Array($0.utf8)[...]) }
    var path: [(level: Int, title: [UInt8])] = []
    var found = Set<Kind>()
    let comments = Comments(markup)
    var at = 0
    while at < markup.count {
      let line = TextLine(markup, at: at, limit: markup.count)
      at = line.next
      var content = line.content(markup)
      while let first = content.first, markup[first] == 0x3A || markup[first] == 0x2A {
        content = first + 1..<content.upperBound
      }
      guard content.count > 2, !comments.contains(content.lowerBound) else { continue }
      if let (level, title) = heading(markup, withoutComments(content, markup)) {
        path.removeAll { $0.level >= level }
        path.append((level, folded(markup[title])))
      } else if markup.has("{{", at: content.lowerBound),
        path.count <= sought.count, zip(path, sought).allSatisfy({ $0.title == $1 })
      {
        found.formUnion(kinds(markup, content))
      }
    }
    return Kind.allCases.filter(found.contains)
  }

  /// A line without the comments and spaces at its end.
  private static func withoutComments(_ content: Range<Int>, _ markup: [UInt8]) -> Range<Int> {
    var end = content.upperBound
    while end > content.lowerBound {
      if markup[end - 1] == 0x20 || markup[end - 1] == 0x09 {
        end -= 1
      } else if end - content.lowerBound >= 7, markup.has("-->", at: end - 3),
        let open = (content.lowerBound...end - 7).last(where: { markup.has("<!--", at: $0) })
      {
        end = open
      } else {
        break
      }
    }
    return content.lowerBound..<end
  }

  private static func heading(
    _ markup: [UInt8], _ content: Range<Int>
  ) -> (level: Int, title: Range<Int>)? {
    var level = 0
    while level < 6, content.count > 2 * level + 2, markup[content.lowerBound + level] == 0x3D,
      markup[content.upperBound - 1 - level] == 0x3D
    {
      level += 1
    }
    guard level > 0 else { return nil }
    return (level, content.lowerBound + level..<content.upperBound - level)
  }

  /// Letters and digits in lower case: titles lose their markup when they are rendered.
  private static func folded(_ title: ArraySlice<UInt8>) -> [UInt8] {
    Array(
      String(decoding: title, as: UTF8.self).lowercased().filter { $0.isLetter || $0.isNumber }.utf8
    )
  }

  /// Kinds of the templates that a line begins with.
  private static func kinds(_ markup: [UInt8], _ content: Range<Int>) -> [Kind] {
    var result: [Kind] = []
    var at = content.lowerBound
    while at + 2 < content.upperBound, markup.has("{{", at: at) {
      var end = at + 2
      while end < content.upperBound, end - at < longestName, markup[end] != 0x7C,
        markup[end] != 0x7D
      {
        end += 1
      }
      result += names[name(markup.string(at + 2, end))] ?? []
      // One behind the other.
      guard let close = markup.find("}}", from: end, to: content.upperBound) else { break }
      at = close + 2
      while at < content.upperBound, ASCII.isSpace(markup[at]) { at += 1 }
    }
    return result
  }

  private static let longestName = 80

  private static func name(_ text: String) -> String {
    var name = text.replacing("_", with: " ").trimmingSpaces().lowercased()[...]
    for prefix in ["msg:", "template:", "subst:"] where name.hasPrefix(prefix) {
      name = name.dropFirst(prefix.count)
    }
    return String(name).trimmingSpaces()
  }

  /// What stands between `<!--` and `-->`.
  private struct Comments {
    private var ranges: [Range<Int>] = []

    init(_ markup: [UInt8]) {
      var at = 0
      while let start = markup.find("<!--", from: at, to: markup.count) {
        let end = markup.find("-->", from: start, to: markup.count) ?? markup.count
        ranges.append(start..<end)
        at = end
      }
    }

    func contains(_ offset: Int) -> Bool {
      var low = 0
      var high = ranges.count
      while low < high {
        let middle = (low + high) / 2
        if ranges[middle].upperBound <= offset { low = middle + 1 } else { high = middle }
      }
      return low < ranges.count && ranges[low].contains(offset)
    }
  }
}
