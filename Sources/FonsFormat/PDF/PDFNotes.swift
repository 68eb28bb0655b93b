/// Footnotes of a PDF: lines in smaller type at the foot of a page that begin with a number, and the
/// raised numbers in the page's text that lead to them.
struct PDFNotes {
  /// The lines of a note, the first of which begins with its marker.
  struct Foot {
    var key: String
    var lines: [Int]
    /// Of the layout's text: the marker with which it begins.
    var marker: Range<Int>
  }

  /// By page from 0, in order.
  private(set) var feet: [Int: [Foot]] = [:]
  /// Whether each line of the layout is part of a note.
  private(set) var isNote: [Bool]
  /// By line: the raised numbers in it that lead to notes of its page, in order.
  private(set) var markers: [Int: [Range<Int>]] = [:]

  /// Type of a note, and of a raised number, is smaller than this share of the text's.
  private static let small: Float = 0.94
  private static let raised: Float = 0.82
  /// Share of the page's height below which notes stand.
  private static let top: Float = 0.25

  init(_ layout: PDFLayout, _ furniture: PDFFurniture) {
    isNote = [Bool](repeating: false, count: layout.lines.count)
    let body = Self.bodySize(layout)
    guard body > 0, !layout.marks.isEmpty else { return }
    var marks = layout.marks[...]
    var start = 0
    while start < layout.lines.count {
      let page = layout.lines[start].page
      var end = start
      while end < layout.lines.count, layout.lines[end].page == page { end += 1 }
      let inPage = marks.prefix { $0.line < end }
      marks = marks.dropFirst(inPage.count)
      let lines = (start..<end).filter { !furniture.isFurniture[$0] }
      read(layout, page, lines, Array(inPage), body)
      start = end
    }
  }

  /// The type that most of the text is in.
  private static func bodySize(_ layout: PDFLayout) -> Float {
    var counts: [Int: Int] = [:]
    for line in layout.lines {
      counts[Int((line.size * 10).rounded()), default: 0] += line.text.count
    }
    let most = counts.max { ($0.value, -$0.key) < ($1.value, -$1.key) }
    return most.map { Float($0.key) / 10 } ?? 0
  }

  private mutating func read(
    _ layout: PDFLayout, _ page: Int, _ lines: [Int], _ marks: [PDFLayout.Mark], _ body: Float
  ) {
    let height = page < layout.heights.count ? layout.heights[page] : 792
    let foot = lines.reversed().prefix {
      layout.lines[$0].size < body * Self.small && layout.lines[$0].top > height * Self.top
    }
    guard let first = foot.last else { return }
    let found = Self.feet(layout, Array(foot.reversed()), marks)
    let keys = Set(found.map(\.key))
    var leading = marks.filter { mark in
      let line = layout.lines[mark.line]
      let isRaised =
        mark.size < line.size * Self.raised && mark.bottom < line.bottom - line.size * 0.05
      return mark.line < first && (mark.isSuperscript || isRaised)
        && mark.text.lowerBound > line.text.lowerBound
        && keys.contains(Self.key(layout, mark.text))
    }
    leading += Self.plainMarks(found, leading, marks, before: first, layout)
    leading.sort { $0.text.lowerBound < $1.text.lowerBound }
    // Small print that no number in the page's text leads to is text.
    guard !leading.isEmpty else { return }
    feet[page] = found
    for line in found.flatMap(\.lines) { isNote[line] = true }
    for mark in leading { markers[mark.line, default: []].append(mark.text) }
  }

  /// Numbers that are raised by their font alone, so that their boxes do not tell: a note that its number
  /// touches is led to by the only other place of its page where that number is a word.
  private static func plainMarks(
    _ feet: [Foot], _ leading: [PDFLayout.Mark], _ marks: [PDFLayout.Mark], before first: Int,
    _ layout: PDFLayout
  ) -> [PDFLayout.Mark] {
    let known = Set(leading.map { key(layout, $0.text) })
    let touching = Set(marks.filter(\.touchesWord).map(\.text))
    // By key, the only mark; nil where there are several.
    var places: [String: PDFLayout.Mark?] = [:]
    for mark in marks where mark.line < first && !mark.touchesWord {
      let key = key(layout, mark.text)
      places[key] = .some(places[key] == nil ? mark : nil)
    }
    return feet.compactMap { foot in
      guard !known.contains(foot.key), touching.contains(foot.marker) else { return nil }
      guard let mark = places[foot.key] ?? nil,
        mark.text.lowerBound > layout.lines[mark.line].text.lowerBound
      else { return nil }
      return mark
    }
  }

  /// The notes among the lines at the foot of a page: each begins with a number, one more than that of
  /// the note before, or with a sign.
  private static func feet(
    _ layout: PDFLayout, _ lines: [Int], _ marks: [PDFLayout.Mark]
  ) -> [Foot] {
    var result: [Foot] = []
    let leading = Dictionary(
      marks.filter { $0.text.lowerBound == layout.lines[$0.line].text.lowerBound }
        .map { ($0.line, $0) }, uniquingKeysWith: { first, _ in first })
    for (index, line) in lines.enumerated() {
      if let mark = leading[line],
        let words = wordsLine(layout, mark, index + 1 < lines.count ? lines[index + 1] : nil)
      {
        let key = key(layout, mark.text)
        let isNext = result.last.flatMap { Int($0.key) }.map { Int(key) == $0 + 1 } ?? true
        let isRaised = mark.isSuperscript || mark.size < layout.lines[words].size * raised
        if isRaised || isNext || Int(key) == nil {
          result.append(Foot(key: key, lines: [line], marker: mark.text))
          continue
        }
      }
      if !result.isEmpty { result[result.count - 1].lines.append(line) }
    }
    return result
  }

  /// The line with the first words of the note that a mark begins: its own, or the next where that
  /// stands beside it.
  private static func wordsLine(
    _ layout: PDFLayout, _ mark: PDFLayout.Mark, _ next: Int?
  ) -> Int? {
    let own = layout.lines[mark.line]
    if mark.text.upperBound < own.text.upperBound { return mark.line }
    guard let next, layout.lines[next].top < own.bottom, layout.lines[next].bottom > own.top else {
      return nil
    }
    return next
  }

  static func key(_ layout: PDFLayout, _ range: Range<Int>) -> String {
    PDFNoteMark.key(layout.text[range])
  }
}
