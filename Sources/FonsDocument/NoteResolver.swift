import FonsFormat
import FonsText

/// Follows a note marker at a quotation to what the document's own notes say.
struct NoteResolver {
  private let context: DocumentContext

  init(_ context: DocumentContext) {
    self.context = context
  }

  func citations(of quotation: FoundQuotation) -> [Citation] {
    let blockEnd = context.blocks[quotation.blocks.upperBound].range.end
    var result: [Citation] = []
    for marker in markers(behind: quotation.outer.end, limit: blockEnd) {
      result += resolve(marker.key, marker.range)
    }
    if result.isEmpty, let marker = lastMarker(inside: quotation) {
      result = resolve(marker.key, marker.range)
    }
    return result
  }

  typealias Marker = (key: String, range: ByteRange)

  /// The first marker directly behind a quotation.
  func firstMarker(behind quotation: FoundQuotation) -> Marker? {
    let limit = context.blocks[quotation.blocks.upperBound].range.end
    return markers(behind: quotation.outer.end, limit: limit).first
  }

  /// The markers behind a closing mark, perhaps behind a full stop too.
  private func markers(behind end: Int, limit: Int) -> [Marker] {
    var index = end
    while index < min(limit, end + 3), [0x2E, 0x2C, 0x20, 0x3B].contains(context.text[index]) {
      index += 1
    }
    var result: [Marker] = []
    for _ in 0..<4 {
      let found = marker(at: index, limit: limit) ?? (index - end <= 1 ? glued(index, limit) : nil)
      guard let found, isNote(found) else { break }
      result.append(found)
      index = found.range.end
    }
    return result
  }

  /// The marker at an offset: `[3]`, `³`, or what the format calls a reference.
  func marker(at index: Int, limit: Int) -> Marker? {
    let text = context.text
    guard index < limit else { return nil }
    if let span = context.noteReference(in: ByteRange(index, index + 1)) {
      return (span.value ?? "", span.range)
    }
    if text[index] == 0x5B {
      var end = index + 1
      while end < limit, end - index < 16, text[end] != 0x5D { end += 1 }
      guard end < limit, text[end] == 0x5D else { return nil }
      // "[4, p. 212]": the note, and where in it.
      let key = text.string(index + 1, end).prefix { $0 != "," }
      return (String(key), ByteRange(index, end + 1))
    }
    var key = ""
    var end = index
    while let digit = Superscript.digit(text, at: end, end: limit) {
      key += String(digit.value)
      end += digit.length
    }
    return key.isEmpty ? nil : (key, ByteRange(index, end))
  }

  /// A number right behind the mark, as text that lost its superscripts has it; only where the
  /// document has such a note.
  private func glued(_ index: Int, _ limit: Int) -> Marker? {
    var end = index
    while end < limit, ASCII.isDigit(context.text[end]), end - index < 4 { end += 1 }
    let key = context.text.string(index, end)
    guard end > index, end == limit || !ASCII.isAlphanumeric(context.text[end]),
      context.references.entries[key] != nil
    else { return nil }
    return (key, ByteRange(index, end))
  }

  /// The note with which the words before a quotation end: "according to the article [5],".
  func announced(in range: ByteRange) -> [Citation] {
    let text = context.text
    guard let open = text[max(range.start, range.end - 80)..<range.end].lastIndex(of: 0x5B),
      let marker = marker(at: open, limit: range.end), isNote(marker),
      context.references.entries[marker.key] != nil
    else { return [] }
    // "the authors of the old one[1], who claimed it was": a clause of speech may stand behind it.
    let rest = PhraseWord.scan(text, ByteRange(marker.range.end, range.end))
    guard
      rest.count < 4 || rest.count < 10 && rest.contains(where: { SpeechWords.isVerb($0.lower) })
    else { return [] }
    return resolve(marker.key, marker.range)
  }

  /// The works that citations in a sentence name, where the format knows their titles.
  func works(in range: ByteRange) -> [Citation] {
    let low = DocumentContext.first(context.noteReferences, from: range.start) { $0.range.start }
    return context.noteReferences[low...].prefix { $0.range.end <= range.end }.suffix(4)
      .filter { context.note(at: $0.range)?.title != nil || isKey($0.value ?? "") }
      .flatMap { resolve($0.value ?? "", $0.range) }
  }

  /// "roe1901": what LaTeX calls a work by, not the anchor of a footnote.
  private func isKey(_ key: String) -> Bool {
    key.first?.isLetter == true && key.contains(where: \.isNumber) && key.utf8.count >= 6
      && !["note", "ref", "fn", "ft", "cite"].contains { key.lowercased().hasPrefix($0) }
  }

  /// Whether a marker leads to a note, or at least looks like a number of one.
  func isNote(_ marker: Marker) -> Bool {
    if context.references.entries[marker.key] != nil { return true }
    if context.noteReference(in: ByteRange(marker.range.start, marker.range.start + 1)) != nil {
      return true
    }
    if !context.addresses(in: marker.range).isEmpty { return true }
    return context.text[marker.range.start] == 0x5B && (1...3).contains(marker.key.utf8.count)
      && marker.key.utf8.allSatisfy(ASCII.isDigit)
  }

  /// A marker with which the quoted words end: many put it before the closing mark.
  private func lastMarker(inside quotation: FoundQuotation) -> (key: String, range: ByteRange)? {
    let content = quotation.content
    let low = DocumentContext.first(context.noteReferences, from: content.start) { $0.range.start }
    let spans = context.noteReferences[low...].prefix { $0.range.end <= content.end }
    if let span = spans.last, content.end - span.range.end <= 1 {
      return (span.value ?? "", span.range)
    }
    let start = max(content.start, content.end - 8)
    for index in start..<max(start, content.end) {
      if let marker = marker(at: index, limit: content.end), marker.range.end >= content.end - 1,
        context.text[index] != 0x5B || index > start
      {
        return marker
      }
    }
    return nil
  }

  /// What the note of a key says: its addresses, its title, its text; or the key where the document
  /// does not hold the note.
  func resolve(_ key: String, _ range: ByteRange) -> [Citation] {
    let original = context.structured.origin.original(of: range)
    func cite(_ kind: Citation.Kind, _ value: String, by author: String? = nil) -> Citation {
      Citation(kind: kind, value: value, range: original, binding: .note, author: author)
    }
    if let note = context.note(at: range), !note.text.isEmpty {
      let text = Array(note.text.utf8.prefix(4096))
      let bare = Address.find(in: text, ByteRange(0, text.count)).map(\.value)
      let urls = note.urls.compactMap(context.base.resolve)
      return (urls + bare.filter { !urls.contains($0) }).map { cite(.url, $0) }
        + (note.title.map { [cite(.title, $0, by: note.author)] } ?? [])
        + [cite(.note, note.text)]
    }
    guard let entry = context.references.entries[key] else {
      // `[1](https://…)`: the marker itself is the link.
      let linked = context.addresses(in: range).map { cite(.url, $0.value) }
      let isNumber = isNote((key, range)) && !key.isEmpty
      guard linked.isEmpty, isNumber else { return linked }
      // The number of a note that the document does not hold names no work.
      var number = cite(.note, key)
      number.isTentative = true
      return [number]
    }
    var result = context.addresses(in: entry.text).map { cite(.url, $0.value) }
    let read = CitationText.read(entry.text, context, binding: .note).filter { $0.kind == .title }
    result += read.map { cite(.title, $0.value, by: $0.author) }
    if let earlier = read.first.flatMap({ EarlierWork($0.value) }), earlier == .same,
      let before = context.references.before(key)
    {
      result = CitationText.read(before, context, binding: .note).filter { $0.kind == .title }
        .map { cite(.title, $0.value, by: $0.author) }
    }
    return result + [cite(.note, context.string(entry.text))]
  }
}
