internal import FonsAlignment
internal import FonsText

/// Whether the source itself quotes the words of a passage from someone else.
struct SpeechFrame {
  let isInsideQuotation: Bool

  /// Looks at the paragraph around the passage: an opening mark before it that is not closed, and a
  /// closing one after it.
  init(_ passage: Passage) {
    let bytes = passage.window.bytes
    let start = passage.range.start - passage.window.base
    let end = min(bytes.count, passage.range.end - passage.window.base)
    let from = bytes[..<start].lastIndex(of: 10).map { $0 + 1 } ?? 0
    let to = bytes[end...].firstIndex(of: 10) ?? bytes.count
    let before = String(decoding: bytes[from..<start], as: UTF8.self)
    let after = String(decoding: bytes[end..<to], as: UTF8.self)
    var depth = 0
    var straight = false
    for character in before {
      switch character {
      case "“", "«", "„", "「", "『": depth += 1
      case "”", "»", "」", "』": depth = max(0, depth - 1)
      case "\"": straight.toggle()
      default: break
      }
    }
    let closes = after.contains { "”»」』“\"".contains($0) }
    isInsideQuotation = closes && (depth > 0 || straight)
  }
}
