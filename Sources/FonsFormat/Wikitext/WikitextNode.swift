/// A piece of wikitext that the first pass treats as a whole: a template, link, comment or tag.
struct WikitextNode {
  enum Kind: UInt8 {
    case template, parameter, link, comment, tag
  }
  var kind: Kind
  /// Which tag, where `kind` is `.tag`.
  var tag: WikitextTag
  /// From the first byte of its opening to after the last of its closing.
  var start: Int
  var end: Int
  /// What stands between; for a tag from after its `>`.
  var innerStart: Int
  var innerEnd: Int
  /// Index of the first node after this one and all that it holds.
  var next: Int

  init(
    kind: Kind, tag: WikitextTag = .other, start: Int, end: Int, innerStart: Int, innerEnd: Int
  ) {
    self.kind = kind
    self.tag = tag
    self.start = start
    self.end = end
    self.innerStart = innerStart
    self.innerEnd = innerEnd
    next = 0
  }
}

/// Tags whose content the first pass takes care of.
enum WikitextTag: Int, CaseIterable {
  case ref, references, nowiki, pre, math, chem, syntaxhighlight, source, poem, gallery
  case includeonly, noinclude, onlyinclude
  case templatestyles, style, section, indicator, timeline, score, imagemap, graph, hiero, mapframe
  case maplink, inputbox, categorytree, templatedata, charinsert, other

  static let byName = WikitextTable(
    allCases.filter { $0 != .other }.map { (String(describing: $0), $0) } + [("ce", .chem)])

  /// Whether what stands between is wikitext that the first pass looks into.
  var holdsWikitext: Bool {
    switch self {
    case .ref, .references, .poem, .gallery, .noinclude, .onlyinclude, .indicator: true
    default: false
    }
  }

  /// Only the tag itself is taken out, so that it needs no closing one.
  var isTransparent: Bool { self == .noinclude || self == .onlyinclude }
}
