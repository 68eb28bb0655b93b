internal import FonsAlignment

extension Policy {
  /// Whether a quotation passes, and if not, why.
  ///
  /// Whatever the policy: words must be faithful, and neither misattributed, superseded nor
  /// unverifiable. The three answers are asked besides the verdict, which names the worst alone.
  public func obstacles(_ finding: Finding) -> [String] {
    if finding.verdict == .unverifiable { return ["it could not be verified"] }
    var obstacles: [String] = []
    switch finding.wording {
    case .stitched: obstacles.append("it is stitched")
    case .some(.none), nil: obstacles.append("it was not found")
    case .abridged where omissionRule == nil: obstacles.append("words are left out")
    case .altered where finding.leavesOut && omissionRule == nil:
      obstacles.append("words are left out")
    case .verbatim, .abridged, .altered: break
    }
    if finding.attribution == .elsewhere { obstacles.append("it is not where it is cited from") }
    if finding.currency == .superseded { obstacles.append("only older revisions have it") }
    obstacles += unpermitted(finding)
    // Differences that make words unfaithful are among the above; this is for what has none.
    if obstacles.isEmpty, finding.faithful != true { obstacles.append("it is not faithful") }
    return obstacles
  }

  /// Kinds that do not pass, each once, with its weight where that decides.
  private func unpermitted(_ finding: Finding) -> [String] {
    var seen = Set<String>()
    return finding.differences.compactMap { difference in
      guard rule(permitting: difference, of: finding) == nil else { return nil }
      let kind = difference.kind.rawValue.split(separator: "-").joined(separator: " ")
      let text = difference.weight == .major ? "\(kind) is major" : "\(kind) is not permitted"
      return seen.insert(text).inserted ? text : nil
    }
  }
}

extension Finding {
  /// Whether words are left out at a mark.
  var leavesOut: Bool { wording == .abridged || hasGaps }
}
