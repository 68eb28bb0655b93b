internal import FonsDocument
internal import FonsLibrary

/// Leads from what a document cites to works of the libraries.
struct CitationResolver {
  let space: SearchSpace

  /// What became of a citation.
  struct Resolved {
    var citation: Citation
    /// Works that it can mean; empty where no library holds them.
    var works: [SearchSpace.Place]
    /// The revision that the address asks for.
    var revision: Int? = nil
    /// Whether the work's title is only near the one that is cited.
    var isNear = false
  }

  /// What the citations can mean. One that names no work (an author alone), or that only describes one
  /// which no library holds, is left out; so is a form of a citation that another form leads further.
  func resolve(_ citations: [Citation]) -> [Resolved] {
    let all = citations.compactMap(resolve)
    let found = Set(all.filter { !$0.works.isEmpty }.map(\.citation.range))
    return all.filter { !$0.works.isEmpty || !found.contains($0.citation.range) }
  }

  private func resolve(_ citation: Citation) -> Resolved? {
    var resolved: Resolved
    switch citation.kind {
    case .url: resolved = addressed(citation)
    case .title: resolved = titled(citation)
    case .note:
      resolved = WorkAddress.isAddress(citation.value) ? addressed(citation) : titled(citation)
    case .author, .none: return nil
    }
    return citation.isTentative && resolved.works.isEmpty ? nil : resolved
  }

  private func addressed(_ citation: Citation) -> Resolved {
    let works = first(CitedNames.ofAddress(citation.value))
    return Resolved(
      citation: citation, works: works, revision: WorkAddress.revision(citation.value))
  }

  /// The title as it stands or without its page; then, with a warning, titles near it.
  private func titled(_ citation: Citation) -> Resolved {
    let exact = first(CitedNames.ofTitle(citation.value))
    if !exact.isEmpty || citation.isTentative { return Resolved(citation: citation, works: exact) }
    let near = first(CitedNames.near(citation.value))
    return Resolved(citation: citation, works: near, isNear: !near.isEmpty)
  }

  /// The works of the first name that any library knows.
  private func first(_ names: [String]) -> [SearchSpace.Place] {
    for name in names {
      let works = space.works(named: name)
      if !works.isEmpty { return works }
    }
    return []
  }
}
