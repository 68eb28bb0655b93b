extension SearchSpace {
  /// Works that a cited address can mean.
  public func works(cited address: String) -> [Place] {
    for name in CitedNames.ofAddress(address) {
      let works = works(named: name)
      if !works.isEmpty { return works }
    }
    return []
  }
}
