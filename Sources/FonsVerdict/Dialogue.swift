internal import FonsAlignment
internal import FonsText

/// Whether the words on both sides of a gap are by different speakers of a written conversation, as
/// labels at the beginnings of lines tell: `ORREN: …`.
struct Dialogue {
  private let window: SourceWindow

  init(_ window: SourceWindow) { self.window = window }

  func changesSpeaker(from first: Int, to second: Int) -> Bool {
    guard let before = label(at: first), let after = label(at: second), before.line != after.line
    else { return false }
    return isSpeaker(before.name) && isSpeaker(after.name)
  }

  /// The label of the paragraph that an offset of the work stands in.
  private func label(at offset: Int) -> (name: String, line: Int)? {
    let at = min(max(0, offset - window.base), window.bytes.count)
    let start = window.bytes[..<at].lastIndex(of: 10).map { $0 + 1 } ?? 0
    guard start > 0 || window.base == 0 else { return nil }
    let line = window.bytes[start...].prefix { $0 != 10 }
    guard let colon = line.prefix(40).firstIndex(of: 58), colon > start else { return nil }
    let name = String(decoding: line[..<colon], as: UTF8.self)
    let words = name.split(separator: " ")
    guard words.count <= 4, words.allSatisfy({ $0.first?.isUppercase ?? false }) else { return nil }
    return (name, start)
  }

  /// In capitals, or at the beginning of more lines than one.
  private func isSpeaker(_ name: String) -> Bool {
    if name == name.uppercased() { return true }
    let label = Array(("\n" + name + ":").utf8)
    return window.bytes.indices.count {
      window.bytes[$0] == 10 && window.bytes[$0...].starts(with: label)
    } > 1
  }
}
