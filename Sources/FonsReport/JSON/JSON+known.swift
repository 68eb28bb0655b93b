extension JSON {
  /// An object of those members that are known, in this order: for formats in which what is unknown
  /// is left out.
  public static func known(_ members: (String, (any JSONConvertible)?)...) -> JSON {
    .object(members.compactMap { key, value in value.map { Member(key, $0.json) } })
  }
}
