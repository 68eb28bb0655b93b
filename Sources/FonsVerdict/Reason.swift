internal import FonsAlignment
internal import FonsDocument
internal import FonsLibrary
internal import FonsSource
internal import FonsText

/// The one sentence that tells a person why.
struct Reason {
  let sentence: String

  init(
    _ finding: Finding, omissions: Omissions, resolved: [CitationResolver.Resolved],
    context: Judge.Context
  ) {
    let title = finding.matches.first.map { "“\($0.details.title)”" } ?? "a work"
    let words = Self.wording(finding, omissions, title)
    sentence =
      words + Self.attribution(finding, title, context) + Self.revision(finding, resolved)
      + Self.nearTitle(finding, resolved)
  }

  private static func wording(_ finding: Finding, _ omissions: Omissions, _ title: String) -> String
  {
    switch finding.wording {
    case .stitched:
      let titles = finding.parts.compactMap { $0.match?.details.title }
      let works = Set(titles)
      if works.count > 1 { return "Its parts stand in different works: \(list(titles))." }
      return "Its parts stand in \(title), but do not follow each other there as quoted."
    case .altered: return altered(finding, title)
    case .abridged:
      return
        "These are the words of \(title), with \(count(omissions.words, "word")) left out at the mark\(omissions.gaps.count == 1 ? "" : "s")."
    default:
      return "These are the words of \(title)."
    }
  }

  private static func altered(_ finding: Finding, _ title: String) -> String {
    let serious = finding.differences.filter { $0.weight > .harmless }
    let major = serious.filter { $0.weight == .major }
    let shown = (major.isEmpty ? serious : major).prefix(3).map(describe)
    let weights =
      major.isEmpty
      ? count(serious.count, "minor difference")
      : count(major.count, "major difference")
        + (serious.count > major.count
          ? " and \(serious.count - major.count) minor" : "")
    let more = (major.isEmpty ? serious : major).count > 3 ? "; and more" : ""
    return "\(weights) from \(title): \(shown.joined(separator: "; "))\(more)."
  }

  private static func describe(_ difference: Difference) -> String {
    let quoted = shortened(difference.quotedText)
    let source = shortened(difference.sourceText)
    let kind = difference.kind.rawValue
    if difference.quoted.isEmpty { return "“\(source)” left out (\(kind))" }
    if difference.source.isEmpty { return "“\(quoted)” added (\(kind))" }
    return "“\(quoted)” for “\(source)” (\(kind))"
  }

  private static func shortened(_ text: String) -> String {
    let words = text.split(whereSeparator: \.isWhitespace)
    if words.count <= 10 { return words.joined(separator: " ") }
    return words.prefix(5).joined(separator: " ") + " … " + words.suffix(3).joined(separator: " ")
  }

  private static func attribution(
    _ finding: Finding, _ title: String, _ context: Judge.Context
  ) -> String {
    let unread = context.unread
    let cited = finding.citation?.value ?? ""
    switch finding.attribution {
    case .uncited where context.isBare:
      // Where they are from is what was asked, and has been said.
      return ""
    case .uncited:
      return " The document does not say where they are from."
    case .elsewhere:
      return " The cited source (\(cited)) was read and lacks them."
    case .unreachable where cited.isEmpty:
      return " The message that is quoted was not read; they were found in \(title)."
    case .unreachable where unread[cited] != nil:
      return
        " The cited source could not be read: \(unread[cited] ?? "") They were found in \(title)."
    case .unreachable:
      return " The cited source (\(cited)) could not be read; they were found in \(title)."
    case .asCited, nil:
      return ""
    }
  }

  /// The document may ask for a revision that the library has not.
  private static func revision(
    _ finding: Finding, _ resolved: [CitationResolver.Resolved]
  ) -> String {
    if finding.currency == .superseded {
      let day = finding.asOf.map { " of \($0.prefix { $0 != "T" })" } ?? ""
      return " The newest state that is held\(day) no longer has them."
    }
    guard let asked = resolved.first(where: { $0.citation == finding.citation })?.revision,
      let held = finding.matches.first?.details.revision.id, held != asked
    else { return "" }
    return " The cited revision \(asked) is not held; revision \(held) was compared."
  }

  /// The document names the work by a title that is not quite its own.
  private static func nearTitle(
    _ finding: Finding, _ resolved: [CitationResolver.Resolved]
  ) -> String {
    guard finding.attribution == .asCited, let citation = finding.citation,
      resolved.first(where: { $0.citation == citation })?.isNear == true
    else { return "" }
    return " The cited title (\(citation.value)) is not quite the work's."
  }

  private static func count(_ number: Int, _ noun: String) -> String {
    "\(number == 1 ? "One" : "\(number)") \(noun)\(number == 1 ? "" : "s")"
  }

  private static func list(_ titles: [String]) -> String {
    var seen = Set<String>()
    return titles.filter { seen.insert($0).inserted }.map { "“\($0)”" }.joined(separator: ", ")
  }
}
