/// When a page says that it was published.
struct HTMLDates {
  /// The date of the surest kind that was seen, the first of those.
  private(set) var best: String?
  private var rank = Int.max

  /// Names of `<meta>`, the surest first.
  private static let names: [String] = [
    "article:published_time", "datepublished", "citation_publication_date", "dcterms.issued",
    "dc.date.issued", "dcterms.created", "dcterms.date", "dc.date", "parsely-pub-date", "pubdate",
    "publish-date", "date",
  ]
  private static let classes: Set<Substring> = [
    "published", "entry-date", "dt-published", "post-date", "entry-time", "pubdate",
  ]

  mutating func see(_ node: HTMLNode, named name: String) {
    guard let (own, value) = name == "meta" ? Self.meta(node) : Self.time(node), own < rank,
      let date = WrittenDate.read(value)
    else { return }
    best = date
    rank = own
  }

  private static func meta(_ node: HTMLNode) -> (rank: Int, value: String)? {
    guard
      let name = node.attribute("property") ?? node.attribute("name") ?? node.attribute("itemprop"),
      let rank = names.firstIndex(of: name.lowercased()), let value = node.attribute("content")
    else { return nil }
    return (rank, value)
  }

  /// A `<time>` that says that it is the page's, or stands in the head of its article: a text may hold
  /// many others.
  private static func time(_ node: HTMLNode) -> (rank: Int, value: String)? {
    func value() -> String { node.attribute("datetime") ?? node.text(limit: 64) }
    if node.attribute("itemprop")?.lowercased() == "datepublished"
      || node.attribute("pubdate") != nil || node.hasClass(classes)
    {
      return (names.count, value())
    }
    var above = node.parent
    for _ in 0..<6 {
      guard let element = above else { return nil }
      if element.name == "header" { return (names.count + 1, value()) }
      above = element.parent
    }
    return nil
  }
}
