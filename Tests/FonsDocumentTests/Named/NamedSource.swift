import FonsDocument
import Foundation
import Testing

/// An invented document, and what a reader would say each of its quotations is from.
///
/// Written before any rule was read, so that the rules serve a language's ways of naming a source and
/// not these sentences. `### format name` begins a document; a line `=> first words | kind value`
/// tells its next quotation, with every citation that is right (`-`: none). `=?` is a line that is
/// known to be wrong still.
struct NamedSource: CustomTestStringConvertible {
  struct Line: Equatable {
    var words: String
    var citations: [String]
    var isKnownWrong: Bool
  }

  var name: String
  var format: InputFormat
  var text: String
  var lines: [Line]

  var testDescription: String { name }

  static func parse(_ table: String) -> [NamedSource] {
    table.components(separatedBy: "### ").dropFirst().map { part in
      var rows = part.components(separatedBy: "\n")
      let head = rows.removeFirst().components(separatedBy: " ")
      let told = rows.filter { $0.hasPrefix("=> ") || $0.hasPrefix("=? ") }
      return NamedSource(
        name: head.dropFirst().joined(separator: " "), format: InputFormat(rawValue: head[0])!,
        text: rows.filter { !told.contains($0) }.joined(separator: "\n"), lines: told.map(line))
    }
  }

  private static func line(_ row: String) -> Line {
    let fields = row.dropFirst(3).components(separatedBy: " | ")
    return Line(
      words: fields[0], citations: Array(fields.dropFirst()), isKnownWrong: row.hasPrefix("=?"))
  }

  /// Whether a candidate is one of those that are right: the same kind, and one value within the other.
  static func holds(_ candidate: String?, _ accepted: [String]) -> Bool {
    guard let candidate else { return accepted.contains("-") }
    let told = plain(candidate)
    return accepted.contains { right in
      let wanted = plain(right)
      guard let kind = wanted.first, kind == told.first else { return false }
      let a = " \(wanted.dropFirst().joined(separator: " ")) "
      let b = " \(told.dropFirst().joined(separator: " ")) "
      return a.contains(b) || b.contains(a)
    }
  }

  private static func plain(_ value: String) -> [String] {
    value.lowercased().components(separatedBy: CharacterSet.alphanumerics.inverted)
      .filter { !$0.isEmpty }
  }
}

struct NamedSourceTests {
  static let all =
    NamedSource.english + NamedSource.german + NamedSource.dutch + NamedSource.swedish
    + NamedSource.french + NamedSource.spanish + NamedSource.italian + NamedSource.portuguese
    + NamedSource.otherTongues + NamedSource.mixed

  @Test(arguments: all)
  func sources(_ source: NamedSource) throws {
    let quotations = try read(source.text, source.format).quotations
    var rest = Array(quotations)
    for line in source.lines {
      let found = rest.firstIndex { starts($0, line.words) }
      let candidate = found.map { rest[$0].candidates.first }
      let isRight = candidate.map { NamedSource.holds($0, line.citations) } ?? false
      let told = candidate.map { $0 ?? "no citation" } ?? "no quotation"
      #expect(
        isRight != line.isKnownWrong, "\(line.words): \(line.citations), told \(told)")
      if let found { rest.remove(at: found) }
    }
    let extra = rest.map { String(decoding: $0.text.prefix(60), as: UTF8.self) }
    #expect(extra.isEmpty)
  }

  private func starts(_ quotation: Quotation, _ words: String) -> Bool {
    let text = String(decoding: quotation.text, as: UTF8.self)
      .split(whereSeparator: \.isWhitespace).joined(separator: " ")
    return text.hasPrefix(words)
  }
}
