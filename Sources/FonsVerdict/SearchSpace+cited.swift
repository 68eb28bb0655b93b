internal import FonsLibrary
internal import FonsSource

extension SearchSpace {
  /// Works that a cited address can mean.
  public func works(cited address: String) -> [Place] {
    for name in CitedNames.ofAddress(address) {
      let works = works(named: name)
      if !works.isEmpty { return works }
    }
    return []
  }

  /// Whether a work is held in the revision of this number, which an address may ask for.
  public func holds(revision: Int, at place: Place) -> Bool {
    details(of: place)?.revision.id == revision || history(at: place)?.index(of: revision) != nil
  }
}
