/// Links: to pages, files, categories, other languages and other sites.
extension WikitextLayout {
  /// How far the target of a link may reach.
  private static let targetLimit = 1_000

  mutating func bracket(_ at: Int, _ to: Int, _ depth: Int) -> Int {
    while cursor < links.count, links[cursor].start < at { cursor += 1 }
    if cursor < links.count, links[cursor].start == at, links[cursor].end <= to {
      let index = cursor
      if isAddress(links[index]), let end = externalLink(at + 1, to, depth, before: at) {
        return end
      }
      link(index, depth)
      cursor = links[index].next
      return links[index].end
    }
    if let end = externalLink(at, to, depth) { return end }
    emit(UInt8(ascii: "["))
    return at + 1
  }

  private mutating func link(_ index: Int, _ depth: Int) {
    let link = links[index]
    cursor = index + 1
    guard depth < WikitextRenderer.depthLimit else { return emit(link.start, link.end) }
    let limit = min(link.innerEnd, link.innerStart + Self.targetLimit)
    let bar = input[link.innerStart..<limit].firstIndex(of: UInt8(ascii: "|"))
    var (start, end) = WikitextBytes.trimmed(input, link.innerStart, bar ?? limit)
    let isEscaped = start < end && input[start] == UInt8(ascii: ":")
    if isEscaped { start += 1 }
    if !isEscaped, let colon = input[start..<min(end, start + 80)].firstIndex(of: UInt8(ascii: ":"))
    {
      switch meaning(start, colon) {
      case .file: return file(index, from: bar)
      case .category, .language: return
      case nil: break
      }
    }
    if let bar, bar + 1 < link.innerEnd {
      let (low, high) = WikitextBytes.trimmed(input, bar + 1, link.innerEnd)
      if high > low {
        if input[bar + 1] == 0x20 { space() }
        _ = inline(low, high, depth: depth + 1)
        if input[link.innerEnd - 1] == 0x20 { space() }
      } else {
        // `[[Page| ]]` shows nothing but a link.
        space()
      }
      return
    }
    if bar != nil { (start, end) = pipeTrick(start, end) }
    if bar == nil { end = max(end, WikitextBytes.trimmed(input, start, link.innerEnd).end) }
    _ = inline(start, end, depth: depth + 1)
  }

  private func meaning(_ start: Int, _ colon: Int) -> WikitextNamespaces.Meaning? {
    let (low, high) = WikitextBytes.trimmed(input, start, colon)
    return namespaces.meaning(input, low, high)
  }

  /// `[[Project:Name (kind)|]]` shows `Name`.
  private func pipeTrick(_ start: Int, _ end: Int) -> (Int, Int) {
    var low = start
    var high = end
    if let colon = input[low..<high].firstIndex(of: UInt8(ascii: ":")) { low = colon + 1 }
    if high > low, input[high - 1] == UInt8(ascii: ")"),
      let open = input[low..<high].lastIndex(of: UInt8(ascii: "("))
    {
      high = open
    }
    return WikitextBytes.trimmed(input, low, high)
  }

  // MARK: Files

  /// A picture prints its caption, after the block that it stands in.
  private mutating func file(_ index: Int, from bar: Int?) {
    guard let bar, isPage else { return }
    let link = links[index]
    var caption: (from: Int, to: Int, cursor: Int)?
    var isFramed = false
    var child = index + 1
    var start = bar + 1
    var startChild = child
    var at = start
    while at <= link.innerEnd {
      if child < link.next, at == links[child].start {
        at = links[child].end
        child = links[child].next
        continue
      }
      if at == link.innerEnd || input[at] == UInt8(ascii: "|") {
        let (low, high) = WikitextBytes.trimmed(input, start, at)
        switch WikitextFileOption(input, low, high) {
        case .frame: isFramed = true
        case .other: break
        case nil: if high > low { caption = (low, high, startChild) }
        }
        start = at + 1
        startChild = child
      }
      at += 1
    }
    if isFramed, let caption { captions.append(caption) }
  }

  // MARK: Other sites

  private static let schemes: [StaticString] = [
    "http://", "https://", "//", "ftp://", "mailto:", "news:", "irc://", "gopher://", "ftps://",
    "git://", "magnet:", "geo:", "tel:", "urn:", "sip:", "ircs://", "svn://", "bitcoin:",
  ]

  private func startsAddress(_ at: Int) -> Bool {
    Self.schemes.contains { WikitextBytes.matches(input, at: at, $0) }
  }

  /// Whether `[[address label]]` stands where `[address label]` was meant; its outer brackets show.
  private func isAddress(_ link: WikitextLink) -> Bool {
    startsAddress(link.innerStart)
      && !input[link.innerStart..<link.innerEnd].contains(UInt8(ascii: "|"))
  }

  /// `[address label]` prints the label, `[address]` a number; nil where this is no such link.
  /// `before` is a bracket in front of it that shows.
  private mutating func externalLink(
    _ at: Int, _ to: Int, _ depth: Int, before: Int? = nil
  ) -> Int? {
    let start = at + 1
    guard start < to, depth < WikitextRenderer.depthLimit, startsAddress(start),
      !noBracket.contains(start)
    else { return nil }
    var close = start
    var child = cursor
    while close < to, input[close] != UInt8(ascii: "]"), input[close] != 0x0A {
      while child < links.count, links[child].start < close { child += 1 }
      // A link to a page may stand inside the label.
      close = child < links.count && links[child].start == close ? links[child].end : close + 1
    }
    guard close < to, input[close] == UInt8(ascii: "]") else {
      noBracket = start..<close
      return nil
    }
    var end = start
    while end < close, !endsAddress(end) { end += 1 }
    if let before { emit(input[before]) }
    let url = String(decoding: input[start..<end], as: UTF8.self)
    if !urls.contains(url), urls.count < 100 { urls.append(url) }
    let (low, high) = WikitextBytes.trimmed(input, end, close)
    if high > low {
      _ = inline(low, high, depth: depth + 1)
    } else if isPage {
      emitAddress(url)
    } else {
      emit(start, end)
    }
    return close + 1
  }

  private func endsAddress(_ at: Int) -> Bool {
    let byte = input[at]
    return byte <= 0x20 || byte == UInt8(ascii: "<") || byte == UInt8(ascii: "\"")
      || byte == UInt8(ascii: "[") || byte == UInt8(ascii: "|")
      || WikitextBytes.matches(input, at: at, "''")
      || WikitextBytes.matches(input, at: at, "\u{3000}")
  }
}

/// A parameter of a picture that is not its caption.
enum WikitextFileOption {
  /// One that makes the caption visible.
  case frame
  case other

  init?(_ input: [UInt8], _ start: Int, _ end: Int) {
    guard end > start, end - start < 120 else { return nil }
    let text = String(decoding: input[start..<end], as: UTF8.self).lowercased()
    let name = text.prefix { $0 != "=" }
    if Self.frames.contains(String(name)) {
      self = .frame
    } else if text.hasSuffix("px") && text.first.map({ $0.isNumber || $0 == "x" }) == true {
      self = .other
    } else if Self.others.contains(text) || (name.count < text.count && Self.keys.contains(name)) {
      self = .other
    } else {
      return nil
    }
  }

  private static let frames: Set<String> = [
    "thumb", "thumbnail", "frame", "framed", "enframed", "miniatur", "mini", "gerahmt", "vignette",
    "cadre", "encadré", "miniatura", "miniaturadeimagen", "miniaturadeimagem", "marco", "min",
    "riquadrato", "incorniciato", "ramka", "мини", "миниатюра", "обрамить", "omkaderd", "náhled",
    "tumme", "miniatyr", "pienoiskuva", "bélyegkép", "thumb2", "minyatür", "مصغر", "サムネイル", "缩略图",
  ]

  private static let others: Set<String> = [
    "frameless", "border", "right", "left", "center", "centre", "none", "upright", "baseline",
    "middle", "sub", "super", "sup", "top", "text-top", "bottom", "text-bottom", "rechts", "links",
    "zentriert", "ohne", "hochkant", "rahmenlos", "rand", "droite", "gauche", "centré", "neant",
    "néant", "sans_cadre", "redresse", "bordure", "derecha", "izquierda", "centro", "ninguna",
    "ninguno", "no", "borde", "destra", "sinistra", "verticale", "nessuno", "bordo", "direita",
    "dir", "esquerda", "esq", "nenhum", "borda", "rechts", "gecentreerd", "geen", "rechtop",
    "prawo",
    "lewo", "centruj", "brez", "bez_ramki", "справа", "слева", "центр", "центр.", "без", "граница",
    "höger", "vänster", "der", "izq", "dcha", "droit",
  ]

  private static let keys: Set<Substring> = [
    "alt", "link", "class", "lang", "page", "upright", "start", "end", "thumbtime", "hochkant",
    "verweis", "lien", "classe", "seite", "vínculo", "enlace", "ligação", "collegamento",
    "verticale", "redresse", "alternativtext", "size", "width", "verwijzing",
  ]
}
