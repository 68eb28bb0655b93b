/// Breaks styled text into lines of a width, at spaces where it can.
struct LineWrapper {
  /// Columns of a line, its indentation included; at least 20.
  let width: Int
  let color: Bool

  init(width: Int, color: Bool) {
    self.width = max(20, width)
    self.color = color
  }

  /// The spans as lines, the first behind `first`, the others behind `rest`.
  /// What is isolated is so on each of its lines, as a line is a paragraph to a terminal; with
  /// `isolatesLines`, each line is besides.
  func lines(_ spans: [Span], first: String, rest: String, isolatesLines: Bool = false)
    -> [String]
  {
    var lines: [String] = []
    var line: [Span] = []
    var columns = 0
    var room: Int { width - Columns.count(lines.isEmpty ? first : rest) }
    func finish() {
      let shown = render(isolating(trimmed(line)))
      lines.append((lines.isEmpty ? first : rest) + (isolatesLines ? Bidi.isolated(shown) : shown))
      line = []
      columns = 0
    }
    for word in Self.words(of: spans) {
      let isSpace = word.allSatisfy { $0.text == " " }
      let count = word.reduce(0) { $0 + Columns.count($1.text) }
      if columns + count <= room {
        if !(isSpace && columns == 0) {
          line += word
          columns += count
        }
      } else if isSpace {
        finish()
      } else if count <= room {
        finish()
        line = word
        columns = count
      } else {
        for span in word {
          for character in span.text {
            let count = Columns.count(String(character))
            if columns + count > room, columns > 0 { finish() }
            line.append(span.with(String(character)))
            columns += count
          }
        }
      }
    }
    if !line.isEmpty || lines.isEmpty { finish() }
    return lines
  }

  /// Runs between spaces and the spaces themselves; a word may hold several styles.
  private static func words(of spans: [Span]) -> [[Span]] {
    var words: [[Span]] = []
    var word: [Span] = []
    for span in spans {
      for (index, piece) in span.text.split(separator: " ", omittingEmptySubsequences: false)
        .enumerated()
      {
        if index > 0 {
          if !word.isEmpty { words.append(word) }
          words.append([span.with(" ")])
          word = []
        }
        if !piece.isEmpty { word.append(span.with(String(piece))) }
      }
    }
    if !word.isEmpty { words.append(word) }
    return words
  }

  private func trimmed(_ line: [Span]) -> [Span] {
    var line = line
    while line.last?.text == " " { line.removeLast() }
    return line
  }

  /// Puts isolates around the runs that ask for them and need them.
  private func isolating(_ line: [Span]) -> [Span] {
    var result: [Span] = []
    var start = line.startIndex
    while start < line.endIndex {
      let isIsolated = line[start].isolated
      let end = line[start...].firstIndex { $0.isolated != isIsolated } ?? line.endIndex
      let run = line[start..<end]
      if isIsolated, Bidi.isRightToLeft(run.map(\.text).joined()) {
        result += [run[start].with(Bidi.open)] + run + [run[end - 1].with(Bidi.close)]
      } else {
        result += run
      }
      start = end
    }
    return result
  }

  /// The spans with their escape sequences; neighbours of one style share them.
  func render(_ spans: [Span]) -> String {
    guard color else { return spans.map(\.text).joined() }
    var output = ""
    var current: Span.Style = .plain
    for span in spans where !span.text.isEmpty {
      if span.style != current {
        if current != .plain { output += "\u{1B}[0m" }
        if let parameters = span.style.parameters { output += "\u{1B}[\(parameters)m" }
        current = span.style
      }
      output += span.text
    }
    return current == .plain ? output : output + "\u{1B}[0m"
  }
}
