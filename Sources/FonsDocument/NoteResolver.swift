import FonsFormat
import FonsText

/// Follows a note marker at a quotation to what the document's own notes say.
struct NoteResolver {
  private let context: DocumentContext

  init(_ context: DocumentContext) {
    self.context = context
  }

  func citations(of quotation: FoundQuotation) -> [Citation] {
    let text = context.text
    let end = quotation.outer.end
    let blockEnd = context.blocks[quotation.blocks.upperBound].range.end
    var result: [Citation] = []
    // Behind the closing mark, perhaps behind a full stop too.
    var index = end
    while index < min(blockEnd, end + 3), [0x2E, 0x2C, 0x20, 0x3B].contains(text[index]) {
      index += 1
    }
    for _ in 0..<4 {
      guard let marker = marker(at: index, limit: blockEnd) else { break }
      result += resolve(marker.key, marker.range)
      index = marker.range.end
    }
    if result.isEmpty, let marker = lastMarker(inside: quotation) {
      result = resolve(marker.key, marker.range)
    }
    return result
  }

  /// The marker at an offset: `[3]`, `³`, `^3`, or what the format calls a reference.
  func marker(at index: Int, limit: Int) -> (key: String, range: ByteRange)? {
    let text = context.text
    guard index < limit else { return nil }
    if let span = context.noteReference(in: ByteRange(index, index + 1)) {
      return (span.value ?? "", span.range)
    }
    if text[index] == 0x5B {
      var end = index + 1
      while end < limit, end - index < 8, text[end] != 0x5D { end += 1 }
      guard end < limit, text[end] == 0x5D else { return nil }
      return (text.string(index + 1, end), ByteRange(index, end + 1))
    }
    var key = ""
    var end = index
    while let digit = Superscript.digit(text, at: end, end: limit) {
      key += String(digit.value)
      end += digit.length
    }
    return key.isEmpty ? nil : (key, ByteRange(index, end))
  }

  /// A marker with which the quoted words end: many put it before the closing mark.
  private func lastMarker(inside quotation: FoundQuotation) -> (key: String, range: ByteRange)? {
    let content = quotation.content
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

  private func resolve(_ key: String, _ range: ByteRange) -> [Citation] {
    let original = context.structured.origin.original(of: range)
    if let note = context.note(at: range), !note.text.isEmpty {
      let text = Array(note.text.utf8.prefix(4096))
      let bare = Address.find(in: text, ByteRange(0, text.count)).map(\.value)
      return (note.urls + bare.filter { !note.urls.contains($0) })
        .map { Citation(kind: .url, value: $0, range: original, binding: .note) }
        + [Citation(kind: .note, value: note.text, range: original, binding: .note)]
    }
    guard let entry = context.references.entries[key] else {
      // `[1](https://…)`: the marker itself is the link.
      return context.addresses(in: range).map {
        Citation(kind: .url, value: $0.value, range: original, binding: .note)
      }
    }
    return context.addresses(in: entry.text).map {
      Citation(kind: .url, value: $0.value, range: original, binding: .note)
    } + [
      Citation(
        kind: .note, value: context.string(entry.text), range: original, binding: .note)
    ]
  }
}
