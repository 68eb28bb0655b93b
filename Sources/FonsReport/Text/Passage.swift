import FonsText

/// A match together with the stretch of the quotation that it answers.
struct Passage {
  var match: Report.Match
  /// From 1; nil where the passage answers the whole quotation.
  var part: Int?
  /// Indices of the differences that lie between that stretch and this match.
  var differences: [Int]
}

extension Report.Entry {
  /// What a reader wants to see beside the quotation: the best match, or the match of each part
  /// where the parts come from places that no single passage holds.
  var passages: [Passage] {
    let found = parts.indices.filter { parts[$0].match != nil }
    if parts.count > 1, !found.isEmpty, !found.allSatisfy({ isInBestMatch(parts[$0]) }) {
      return found.compactMap { index in
        parts[index].match.map {
          Passage(match: $0, part: index + 1, differences: differences(of: index))
        }
      }
    }
    guard let best = matches.first ?? found.first.flatMap({ parts[$0].match }) else { return [] }
    return [Passage(match: best, part: nil, differences: Array(differences.indices))]
  }

  /// What the matched work says now, where it no longer says what is quoted.
  public var currentMatch: Report.Match? {
    guard currency == .superseded, let best = matches.first else { return nil }
    return matches.dropFirst().first {
      $0.work.title == best.work.title && $0.work.url == best.work.url
        && $0.revision != best.revision
    }
  }

  /// Matches that are shown neither as passages nor as the current state.
  var otherMatches: [Report.Match] {
    let shown = passages.map(\.match) + [currentMatch].compactMap(\.self)
    return matches.filter { match in
      !shown.contains {
        $0.work == match.work && $0.range == match.range && $0.revision == match.revision
      }
    }
  }

  private func isInBestMatch(_ part: Report.Part) -> Bool {
    guard let best = matches.first, let match = part.match else { return false }
    return match.work == best.work && best.range.contains(match.range)
  }

  /// A difference at the border of two parts belongs to the first.
  private func differences(of part: Int) -> [Int] {
    differences.indices.filter { index in
      let place = differences[index].quoted.range.start
      let home = parts.firstIndex { $0.range.start <= place && place <= $0.range.end }
      return home == part
    }
  }
}
