extension Report {
  /// How many quotations have each verdict; every verdict has a number.
  public var counts: [Headline: Int] {
    var counts = Dictionary(uniqueKeysWithValues: Headline.allCases.map { ($0, 0) })
    for entry in quotations { counts[entry.verdict, default: 0] += 1 }
    return counts
  }

  /// Whether every quotation passes by the policy.
  public var passes: Bool { quotations.allSatisfy(\.passes) }

  /// One line that can be quoted: "3 quotations: 1 verbatim, 1 altered, 1 found elsewhere than
  /// cited; searched 206 works in 1 library".
  public var summaryLine: String {
    guard !quotations.isEmpty else { return "No quotations found; \(searched.summary)" }
    let counts = self.counts
    let found = Headline.allCases.sorted { $0.order < $1.order }
      .compactMap { verdict in
        counts[verdict].flatMap { $0 > 0 ? "\(grouped($0)) \(verdict.phrase)" : nil }
      }
    return "\(counted(quotations.count, "quotation")): \(found.joined(separator: ", "));"
      + " \(searched.summary)"
  }

  /// "By the policy “chicago”, 2 of 3 pass"; nil where there is nothing to pass.
  public var passLine: String? {
    guard !quotations.isEmpty else { return nil }
    let passing = quotations.count(where: \.passes)
    return "By the policy “\(policy)”, \(grouped(passing)) of \(grouped(quotations.count))"
      + (quotations.count == 1 ? " passes" : " pass")
  }

  /// What the document is called where it has no path.
  public var documentName: String { document.path ?? "standard input" }
}

extension Report.Searched {
  /// "searched 206 works in 1 library and 2 fetched pages".
  var summary: String {
    var places: [String] = []
    if !libraries.isEmpty {
      let works = libraries.reduce(0) { $0 &+ $1.works }
      places.append("\(counted(works, "work")) in \(counted(libraries.count, "library"))")
    }
    let read = fetched.count { $0.outcome == "read" }
    if read > 0 { places.append(counted(read, "fetched page")) }
    return places.isEmpty ? "nothing was searched" : "searched " + places.joined(separator: " and ")
  }
}

extension Report.Headline {
  /// Best first, what could not be checked last: the order in which a sum is told.
  var order: Int {
    switch self {
    case .verbatim: 0
    case .abridged: 1
    case .altered: 2
    case .misattributed: 3
    case .superseded: 4
    case .stitched: 5
    case .notFound: 6
    case .unverifiable: 7
    }
  }

  /// The verdict in words, as it follows a number.
  var phrase: String {
    switch self {
    case .misattributed: "found elsewhere than cited"
    default: word
    }
  }

  /// The verdict as one or two words.
  var word: String { rawValue.replacing("-", with: " ") }
}

/// "1 work", "1,206 works", "2 libraries".
package func counted(_ count: Int, _ noun: String) -> String {
  guard count != 1 else { return "1 \(noun)" }
  let ending = noun.suffix(2)
  let changes = ending.last == "y" && !"aeiou".contains(ending.first ?? "a")
  let plural = changes ? noun.dropLast() + "ies" : noun + "s"
  return "\(grouped(count)) \(plural)"
}

/// 1234567 as "1,234,567".
package func grouped(_ count: Int) -> String {
  let digits = String(count.magnitude)
  var text = ""
  for (place, digit) in digits.enumerated() {
    if place > 0, (digits.count - place) % 3 == 0 { text.append(",") }
    text.append(digit)
  }
  return count < 0 ? "-" + text : text
}
