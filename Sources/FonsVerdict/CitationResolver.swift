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
  }

  /// A citation that names no work (an author alone) resolves to nothing and is left out.
  func resolve(_ citations: [Citation]) -> [Resolved] {
    citations.compactMap { citation in
      switch citation.kind {
      case .url:
        return Resolved(
          citation: citation, works: space.works(named: citation.value),
          revision: WorkAddress.revision(citation.value))
      case .title:
        return Resolved(citation: citation, works: titled(citation.value))
      case .note:
        let works =
          WorkAddress.isAddress(citation.value)
          ? space.works(named: citation.value) : titled(citation.value)
        return Resolved(citation: citation, works: works)
      case .author, .none:
        return nil
      }
    }
  }

  /// The title as it stands, then without what follows a comma ("Title, p. 12").
  private func titled(_ title: String) -> [SearchSpace.Place] {
    let exact = space.works(named: title)
    guard exact.isEmpty, let comma = title.firstIndex(of: ",") else { return exact }
    return space.works(named: String(title[..<comma]))
  }
}
