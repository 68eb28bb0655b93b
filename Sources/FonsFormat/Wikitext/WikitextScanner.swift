/// Finds templates, links, comments and extension tags in one pass over the source.
///
/// Openings wait on a stack; a closing takes the last one that fits. What is never closed stays
/// text. Tags search their closing once for each name and remember it, so that nothing is read
/// again and again.
struct WikitextScanner {
  private struct Opening {
    var start: Int
    var count: Int
    var isBrace: Bool
  }

  /// The content of a tag: what opens inside cannot close outside.
  private struct Fence {
    var end: Int
    var base: Int
    var bracesBelow: Int
  }

  private let source: [UInt8]
  private var nodes: [WikitextNode] = []
  private var stack: [Opening] = []
  private var fences: [Fence] = []
  private var base = 0
  private var openBraces = 0
  private var fenceEnd: Int
  /// For each tag, where its next closing is: `-1` not searched yet.
  private var closings = [Int](repeating: -1, count: WikitextTag.allCases.count)
  private var nextGreater = -1

  private static let interesting: [Bool] = {
    var table = [Bool](repeating: false, count: 256)
    for byte in "{}[]<".utf8 { table[Int(byte)] = true }
    return table
  }()

  private init(_ source: [UInt8]) {
    self.source = source
    fenceEnd = source.count
  }

  /// The nodes of `source` in order of their start, outer ones first.
  static func nodes(of source: [UInt8]) -> [WikitextNode] {
    var scanner = WikitextScanner(source)
    scanner.scan()
    scanner.nodes.sort { ($0.start, $1.end) < ($1.start, $0.end) }
    scanner.linkNodes()
    return scanner.nodes
  }

  private mutating func linkNodes() {
    var open: [Int] = []
    for index in nodes.indices {
      while let last = open.last, nodes[last].end <= nodes[index].start {
        nodes[last].next = index
        open.removeLast()
      }
      open.append(index)
    }
    for index in open { nodes[index].next = nodes.count }
  }

  private mutating func scan() {
    let table = Self.interesting
    let count = source.count
    var at = 0
    while true {
      while at < fenceEnd, !table[Int(source[at])] { at += 1 }
      if at >= fenceEnd {
        guard let fence = fences.popLast() else { return }
        stack.removeSubrange(base...)
        base = fence.base
        openBraces = fence.bracesBelow
        at = max(at, fenceEnd)
        fenceEnd = fences.last?.end ?? count
        continue
      }
      switch source[at] {
      case UInt8(ascii: "{"): at = open(at, isBrace: true)
      case UInt8(ascii: "["): at = open(at, isBrace: false)
      case UInt8(ascii: "}"): at = closeBraces(at)
      case UInt8(ascii: "]"): at = closeBrackets(at)
      default: at = tagOrComment(at)
      }
    }
  }

  private func run(at start: Int) -> Int {
    var end = start + 1
    while end < fenceEnd, source[end] == source[start] { end += 1 }
    return end - start
  }

  private mutating func open(_ at: Int, isBrace: Bool) -> Int {
    let count = run(at: at)
    if isBrace {
      if count > 1 {
        stack.append(Opening(start: at, count: count, isBrace: true))
        openBraces += 1
      }
    } else if count > 1 {
      // `[[[http://… x]]]` opens a link with its last two brackets.
      stack.append(Opening(start: at + count - 2, count: 2, isBrace: false))
    }
    return at + count
  }

  private mutating func closeBraces(_ at: Int) -> Int {
    var left = run(at: at)
    var place = at
    while left > 1, openBraces > 0, stack.count > base {
      // A link that is not closed before its template is no link.
      while let last = stack.last, !last.isBrace { stack.removeLast() }
      guard stack.count > base, var opening = stack.popLast() else { break }
      let width = min(3, left, opening.count)
      let start = opening.start + opening.count - width
      nodes.append(
        WikitextNode(
          kind: width == 3 ? .parameter : .template, start: start, end: place + width,
          innerStart: start + width, innerEnd: place))
      place += width
      left -= width
      opening.count -= width
      if opening.count > 1 { stack.append(opening) } else { openBraces -= 1 }
    }
    return place + left
  }

  private mutating func closeBrackets(_ at: Int) -> Int {
    guard at + 1 < fenceEnd, source[at + 1] == UInt8(ascii: "]") else { return at + 1 }
    guard stack.count > base, let last = stack.last, !last.isBrace else { return at + 1 }
    stack.removeLast()
    nodes.append(
      WikitextNode(
        kind: .link, start: last.start, end: at + 2, innerStart: last.start + 2, innerEnd: at))
    return at + 2
  }

  private mutating func tagOrComment(_ at: Int) -> Int {
    if WikitextBytes.matches(source, at: at, "<!--") { return comment(at) }
    var end = at + 1
    let closes = end < fenceEnd && source[end] == UInt8(ascii: "/")
    if closes { end += 1 }
    let nameStart = end
    while end < fenceEnd, end - nameStart < 20, WikitextBytes.isLetter(source[end]) { end += 1 }
    guard end > nameStart, end < fenceEnd, !WikitextBytes.isLetter(source[end]) else {
      return at + 1
    }
    guard let tag = WikitextTag.byName.find(source, nameStart, end) else { return at + 1 }
    if nextGreater < end {
      nextGreater = source[end...].firstIndex(of: UInt8(ascii: ">")) ?? Int.max
    }
    guard nextGreater < fenceEnd else { return at + 1 }
    let inner = nextGreater + 1
    if tag.isTransparent || closes {
      // A closing tag that nothing opened is dropped with the others.
      nodes.append(
        WikitextNode(
          kind: .tag, tag: .other, start: at, end: inner, innerStart: inner, innerEnd: inner))
      return inner
    }
    return element(tag, at: at, inner: inner, name: nameStart..<end)
  }

  private mutating func element(
    _ tag: WikitextTag, at: Int, inner: Int, name: Range<Int>
  ) -> Int {
    if source[inner - 2] == UInt8(ascii: "/") {
      nodes.append(
        WikitextNode(
          kind: .tag, tag: tag, start: at, end: inner, innerStart: inner, innerEnd: inner))
      return inner
    }
    if closings[tag.rawValue] < inner { closings[tag.rawValue] = closing(name, from: inner) }
    let close = closings[tag.rawValue]
    guard close < fenceEnd else {
      // `<references>` and the like without an end: the tag alone goes.
      nodes.append(
        WikitextNode(
          kind: .tag, tag: tag == .ref ? .other : tag, start: at, end: inner, innerStart: inner,
          innerEnd: inner))
      return inner
    }
    var end = close
    while end < source.count, source[end] != UInt8(ascii: ">") { end += 1 }
    end = min(end + 1, fenceEnd)
    nodes.append(
      WikitextNode(
        kind: .tag, tag: tag, start: at, end: end, innerStart: inner, innerEnd: close))
    guard tag.holdsWikitext else { return end }
    // The closing tag is stepped over when the fence ends: it is then a stray one inside this
    // node, which the expansion never visits.
    fences.append(Fence(end: close, base: base, bracesBelow: openBraces))
    base = stack.count
    openBraces = 0
    fenceEnd = close
    return inner
  }

  /// Offset of the next `</name`, or `Int.max`.
  private func closing(_ name: Range<Int>, from start: Int) -> Int {
    let word = source[name].map { WikitextBytes.lowered($0) }
    var at = start
    while let found = source[at...].firstIndex(of: UInt8(ascii: "<")) {
      at = found + 1
      let end = found + 2 + word.count
      guard end < source.count, source[at] == UInt8(ascii: "/") else { continue }
      // `</references>` does not close `<ref>`.
      var same = !WikitextBytes.isLetter(source[end])
      for index in 0..<word.count
      where WikitextBytes.lowered(source[found + 2 + index]) != word[index] {
        same = false
        break
      }
      if same { return found }
    }
    return Int.max
  }

  private mutating func comment(_ at: Int) -> Int {
    var end = at + 4
    while end + 2 < source.count {
      if source[end] == UInt8(ascii: "-"), source[end + 1] == UInt8(ascii: "-"),
        source[end + 2] == UInt8(ascii: ">")
      {
        break
      }
      end += 1
    }
    end = min(end + 2 < source.count ? end + 3 : source.count, fenceEnd)
    nodes.append(
      WikitextNode(kind: .comment, start: at, end: end, innerStart: end, innerEnd: end))
    return end
  }
}
