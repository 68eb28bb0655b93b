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
    var open: [Character] = []
    for mark in String(decoding: bytes[from..<start], as: UTF8.self) { Self.take(mark, &open) }
    let after = String(decoding: bytes[end..<to], as: UTF8.self)
    isInsideQuotation = open.last.map { mark in after.contains { Self.closes($0, mark) } } ?? false
  }

  /// German, English and French marks open and close with the same signs in other roles: what can
  /// close the last open mark does.
  private static func take(_ mark: Character, _ open: inout [Character]) {
    guard "“”„«»「」『』\"".contains(mark) else { return }
    if let last = open.last, closes(mark, last) {
      open.removeLast()
    } else if !"”」』".contains(mark) {
      open.append(mark)
    }
  }

  private static func closes(_ mark: Character, _ open: Character) -> Bool {
    switch open {
    case "„": "“”\"".contains(mark)
    case "“": mark == "”"
    case "«": mark == "»"
    case "»": mark == "«"
    case "「": mark == "」"
    case "『": mark == "』"
    default: mark == open
    }
  }
}
