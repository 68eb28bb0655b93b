// The sentences that the reports for people share.

extension Report.Attribution {
  /// The answer as it follows a verdict.
  var phrase: String {
    switch self {
    case .asCited: "as cited"
    case .elsewhere: "not where it is cited from"
    case .uncited: "no source given"
    case .unreachable: "cited source could not be read"
    }
  }
}

extension Report.Match {
  /// "Ormsund Light › History".
  var place: String {
    section.map { "\(work.title) › \($0)" } ?? work.title
  }
}

extension Report.RevisionInfo {
  /// The day alone of an ISO 8601 time.
  var day: String? { time.map(dayOf) }

  /// "2026-02-11 (revision 88213, by Ines)", as far as it is known.
  var description: String {
    let details = [id.map { "revision \($0)" }, contributor.map { "by \($0)" }].compactMap(\.self)
    guard let day else { return details.isEmpty ? "unknown" : details.joined(separator: ", ") }
    return details.isEmpty ? day : "\(day) (\(details.joined(separator: ", ")))"
  }
}

extension Report.Difference {
  /// `name-slip` as "name slip".
  var label: String { kind.replacing("-", with: " ") }

  var isHarmless: Bool { weight == .harmless }

  /// "minor", "minor, not permitted": what is major never is, and needs no saying.
  var weightPhrase: String {
    permitted || weight == .major ? weight.rawValue : "\(weight.rawValue), not permitted"
  }

  /// The rules that decided about it, the policy's last.
  var rules: [String] {
    [explanation?.sentence, permission.map { "permitted: \($0.sentence)" }].compactMap(\.self)
  }
}

extension Report.RuleInfo {
  /// "difference.number: the numbers have different values: major (Fons, major: number)".
  var sentence: String { "\(rule): \(why) (\(source))" }
}

extension Report.Entry {
  /// "number is major; it is not where it is cited from"; nil where it passes.
  var obstacleLine: String? { obstacles.isEmpty ? nil : obstacles.joined(separator: "; ") }

  /// Harmless differences by kind, most frequent first: "2 dash, 1 quote mark".
  var harmlessSummary: String? {
    let counts = differences.filter(\.isHarmless).reduce(into: [String: Int]()) {
      $0[$1.label, default: 0] += 1
    }
    guard !counts.isEmpty else { return nil }
    return counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
      .map { "\($0.key) (\(grouped($0.value)))" }.joined(separator: ", ")
  }
}

extension Report.Entry {
  /// A sentence for each lifetime, with those in the middle counted where there are many; then how the
  /// passage fared in all.
  func lifetimeSentences(most: Int) -> [String] {
    var sentences = lifetimes.map(\.sentence)
    if sentences.count > most {
      let left = sentences.count - most
      sentences.replaceSubrange(
        most / 2..<sentences.count - most / 2, with: ["… \(left) times more …"])
    }
    return sentences + [historySentence].compactMap(\.self)
  }

  /// "in 130 of 5807 revisions; taken out 2 times, put back once, by 3 contributors".
  var historySentence: String? {
    guard let history, history.holding > 0 else { return nil }
    var parts = ["in \(history.holding) of \(history.revisions) revisions"]
    if history.hidden > 0 {
      parts[0] += " (\(history.hidden) more \(history.hidden == 1 ? "is" : "are") hidden)"
    }
    if history.removed > 0 {
      var sentence = "taken out \(Self.times(history.removed))"
      if history.restored > 0 { sentence += ", put back \(Self.times(history.restored))" }
      if history.contributors > 0 {
        sentence +=
          ", by \(history.contributors) known contributor\(history.contributors == 1 ? "" : "s")"
      }
      parts.append(sentence)
    }
    return parts.joined(separator: "; ")
  }

  private static func times(_ count: Int) -> String { count == 1 ? "once" : "\(count) times" }
}

extension Report.Lifetime {
  /// "from 2019-05-02 (revision 61002) until 2019-08-19 (revision 61340)".
  var sentence: String {
    "from \(from.description) " + (to.map { "until \($0.description)" } ?? "to the newest revision")
  }
}

extension Report.Searched {
  /// One line for each library.
  var libraryLines: [String] {
    libraries.map { library in
      var parts = [counted(library.works, "work")]
      if library.revisions != library.works {
        parts.append(counted(library.revisions, "revision"))
      }
      parts.append("\(grouped(library.bytes)) bytes")
      if let asOf = library.asOf { parts.append("newest of \(dayOf(asOf))") }
      return "\(library.name): \(parts.joined(separator: ", "))"
    }
  }
}

private func dayOf(_ time: String) -> String {
  String(time.prefix { $0 != "T" })
}
