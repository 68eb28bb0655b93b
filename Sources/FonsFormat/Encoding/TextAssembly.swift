import FonsText

/// Joins structured texts that were read one by one: the posts of a thread, the lines of a chat.
struct TextAssembly {
  private var result = StructuredText(text: [], origin: OffsetMap())
  private var quotes = 0
  private var parts = 0

  /// Adds a text behind a blank line; its quotations stay apart from those before.
  mutating func add(_ part: StructuredText) {
    guard !part.blocks.isEmpty else { return }
    parts += 1
    result.partDates[parts] = part.date
    if !result.text.isEmpty {
      let end = result.origin.runs.last.map { $0.original + $0.originalCount } ?? 0
      result.text += [0x0A, 0x0A]
      result.origin.append(derivedCount: 2, original: end, originalCount: 0)
    }
    let shift = result.text.count
    result.text += part.text
    for run in part.origin.runs {
      result.origin.append(
        derivedCount: run.derivedCount, original: run.original, originalCount: run.originalCount)
    }
    var ids: [Int: Int] = [:]
    for var block in part.blocks {
      block.range = ByteRange(block.range.start + shift, block.range.end + shift)
      block.part = parts
      if block.quoteDepth > 0 {
        if ids[block.quoteID] == nil {
          quotes += 1
          ids[block.quoteID] = quotes
        }
        block.quoteID = ids[block.quoteID] ?? quotes
      }
      result.blocks.append(block)
    }
    for var span in part.spans {
      span.range = ByteRange(span.range.start + shift, span.range.end + shift)
      result.spans.append(span)
    }
    for var note in part.notes {
      note.range = ByteRange(note.range.start + shift, note.range.end + shift)
      result.notes.append(note)
    }
  }

  func finish() -> StructuredText { result }
}
