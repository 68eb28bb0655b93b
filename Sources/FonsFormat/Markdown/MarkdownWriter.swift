import FonsText

/// Writes leaves as structured text.
struct MarkdownWriter {
  let text: [UInt8]
  let definitions: [String: String]
  private var builder = TextBuilder()
  private var uses: [(key: String, range: ByteRange)] = []
  private var bodies: [String: ByteRange] = [:]

  init(text: [UInt8], definitions: [String: String]) {
    self.text = text
    self.definitions = definitions
  }

  mutating func write(_ leaf: MarkdownLeaf) {
    guard let first = leaf.lines.first else { return }
    var block = StructuredText.Block(
      kind: leaf.kind, range: ByteRange(0, 0), level: leaf.level, quoteDepth: leaf.depth,
      quoteID: leaf.quoteID)
    block.label = leaf.label
    builder.begin(block, at: first.lowerBound)
    let start = builder.count
    if leaf.kind == .code {
      for (index, line) in leaf.lines.enumerated() {
        if index > 0 { builder.put(0x0A, original: ByteRange(line.lowerBound, line.lowerBound)) }
        builder.copy(text, line)
      }
    } else {
      writeInline(leaf)
    }
    builder.end()
    if let note = leaf.note {
      bodies[note] = ByteRange(bodies[note]?.start ?? start, builder.count)
    }
  }

  /// Joins the lines, reads the inline markup and writes what a reader sees.
  private mutating func writeInline(_ leaf: MarkdownLeaf) {
    var raw: [UInt8] = []
    var map = OffsetMap()
    for (index, line) in leaf.lines.enumerated() {
      if index > 0 {
        let before = leaf.lines[index - 1].upperBound
        raw.append(isHardBreak(after: before, before: line) ? 0x0A : 0x20)
        map.append(
          derivedCount: 1, original: before, originalCount: max(0, line.lowerBound - before))
      }
      raw += text[line]
      map.append(
        derivedCount: line.count, original: line.lowerBound, originalCount: line.count)
    }
    let inline = MarkdownInline(raw, definitions: definitions)
    emit(raw, map, inline)
  }

  /// Two spaces or a backslash at the line's end, or a line that says whose words these were.
  private func isHardBreak(after end: Int, before line: Range<Int>) -> Bool {
    text.has("  ", at: end) || text.has("\\", at: end - 1) || text.has("—", at: line.lowerBound)
      || text.has("--", at: line.lowerBound) || text.has("– ", at: line.lowerBound)
  }

  private mutating func emit(_ raw: [UInt8], _ map: OffsetMap, _ inline: MarkdownInline) {
    // Offsets of the raw text at which marks start or end, to be met while writing.
    var stops = inline.marks.flatMap { [$0.range.lowerBound, $0.range.upperBound] }
    stops.sort()
    var places: [Int: Int] = [:]
    var stop = 0
    var at = 0
    var edit = 0
    while at < raw.count || stop < stops.count {
      while stop < stops.count, stops[stop] <= at {
        places[stops[stop]] = builder.count
        stop += 1
      }
      guard at < raw.count else { break }
      while edit < inline.edits.count, inline.edits[edit].range.upperBound <= at { edit += 1 }
      if edit < inline.edits.count, inline.edits[edit].range.lowerBound <= at {
        let change = inline.edits[edit]
        let original = map.original(of: ByteRange(at, change.range.upperBound))
        builder.put(change.replacement, original: original)
        at = change.range.upperBound
        edit += 1
        continue
      }
      var end = raw.count
      if edit < inline.edits.count { end = min(end, inline.edits[edit].range.lowerBound) }
      if stop < stops.count { end = min(end, stops[stop]) }
      builder.append(raw, at..<end, through: map)
      at = end
    }
    for mark in inline.marks { add(mark, places) }
  }

  private mutating func add(_ mark: MarkdownInline.Mark, _ places: [Int: Int]) {
    guard let start = places[mark.range.lowerBound], let end = places[mark.range.upperBound] else {
      return
    }
    let range = ByteRange(start, end)
    switch mark.kind {
    case .link(let address): builder.add(.init(kind: .link, range: range, value: address))
    case .emphasis: builder.add(.init(kind: .emphasis, range: range))
    case .code: builder.add(.init(kind: .code, range: range))
    case .note(let key):
      builder.add(.init(kind: .noteReference, range: range, value: key))
      uses.append((key, range))
    }
  }

  mutating func finish() -> StructuredText {
    var result = builder.finish()
    result.title = result.blocks.first { $0.kind == .heading && $0.level == 1 }
      .map { result.text.string($0.range.range) }
    let links = result.spans.filter { $0.kind == .link }
    // A note that is used often is read once.
    var known: [String: (text: String, urls: [String])] = [:]
    result.notes = uses.map { use in
      if known[use.key] == nil {
        known[use.key] = bodies[use.key].map { body in
          (
            result.text.string(result.text.trimmed(body.start, body.end)),
            StructuredText.addresses(in: body, links)
          )
        }
      }
      let note = known[use.key] ?? ("", [])
      return Note(marker: use.key, range: use.range, text: note.text, urls: note.urls)
    }
    return result
  }
}
