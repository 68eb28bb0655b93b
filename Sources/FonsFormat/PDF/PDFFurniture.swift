/// Running heads, running feet and page numbers: lines at the edge of a page that come again at the
/// same place of other pages.
struct PDFFurniture {
  /// Whether each line of the layout is furniture.
  private(set) var isFurniture: [Bool]
  /// The numbers that are printed on the pages, by page from 0.
  private(set) var labels: [Int: String] = [:]

  /// Pages that a line must come again on.
  private static let repetitions = 3
  /// Share of a page's height at its top and bottom where furniture stands.
  private static let margin: Float = 0.13

  private struct Slot: Hashable {
    /// Distance from the top of the page in steps of 4 points.
    var place: Int
    /// The words, with a mark in place of every number.
    var words: String
  }

  init(_ layout: PDFLayout) {
    isFurniture = [Bool](repeating: false, count: layout.lines.count)
    let (edges, outer) = Self.edges(layout)
    var pages: [Slot: Set<Int>] = [:]
    var slots: [Int: Slot] = [:]
    for index in edges {
      let line = layout.lines[index]
      let slot = Slot(
        place: Int((line.top / 4).rounded()), words: Self.pattern(layout.text[line.text]))
      slots[index] = slot
      // A line between two steps counts for both.
      for place in [slot.place - 1, slot.place, slot.place + 1] {
        pages[Slot(place: place, words: slot.words), default: []].insert(line.page)
      }
    }
    // Of a place, how many pages have furniture there that came again.
    var places: [Int: Set<Int>] = [:]
    for index in edges {
      guard let slot = slots[index], (pages[slot]?.count ?? 0) >= Self.repetitions else { continue }
      isFurniture[index] = true
      for place in [slot.place - 1, slot.place, slot.place + 1] {
        places[place, default: []].insert(layout.lines[index].page)
      }
    }
    // The head of a short chapter comes once or twice, where others come often.
    for index in edges where !isFurniture[index] && outer.contains(index) {
      guard let slot = slots[index], let others = places[slot.place] else { continue }
      let isUsual = others.count * 3 >= layout.heights.count && others.count >= Self.repetitions
      let line = layout.lines[index]
      let isAlone = layout.text[line.text].count < 100
      if isUsual, isAlone { isFurniture[index] = true }
    }
    // A number beside a line that is none begins a note at the foot.
    for index in edges where isFurniture[index] && index + 1 < layout.lines.count {
      let (line, next) = (layout.lines[index], layout.lines[index + 1])
      let height = line.page < layout.heights.count ? layout.heights[line.page] : 792
      let isBeside = line.page == next.page && next.top < line.bottom && next.bottom > line.top
      if isBeside, line.top > height / 2, !isFurniture[index + 1],
        Self.number(layout.text[line.text]) != nil
      {
        isFurniture[index] = false
      }
    }
    label(layout, edges)
  }

  /// The lines at the edges of the pages: those of the two outermost rows within the margin, and
  /// which of them are in the outermost one.
  private static func edges(_ layout: PDFLayout) -> (lines: [Int], outer: Set<Int>) {
    var result: [Int] = []
    var outer: Set<Int> = []
    var start = 0
    while start < layout.lines.count {
      var end = start
      let page = layout.lines[start].page
      while end < layout.lines.count, layout.lines[end].page == page { end += 1 }
      let height = page < layout.heights.count ? layout.heights[page] : 792
      let order = (start..<end).sorted { layout.lines[$0].top < layout.lines[$1].top }
      let top = outermost(order, layout) { layout.lines[$0].bottom <= height * margin }
      let bottom = outermost(order.reversed(), layout) {
        layout.lines[$0].top >= height * (1 - margin)
      }
      result += Set((top + bottom).map(\.line)).sorted()
      outer.formUnion((top + bottom).filter { $0.row == 1 }.map(\.line))
      start = end
    }
    return (result, outer)
  }

  private static func outermost(
    _ order: [Int], _ layout: PDFLayout, _ isWithin: (Int) -> Bool
  ) -> [(line: Int, row: Int)] {
    var result: [(line: Int, row: Int)] = []
    var rows = 0
    var last: Float = -100
    for index in order {
      guard isWithin(index) else { break }
      let top = layout.lines[index].top
      if abs(top - last) > 3 {
        rows += 1
        last = top
      }
      guard rows <= 2 else { break }
      result.append((index, rows))
    }
    return result
  }

  /// The words in lower case, with `#` for numbers, Roman ones too where they stand alone.
  private static func pattern(_ text: ArraySlice<UInt8>) -> String {
    var result: [UInt8] = []
    for word in text.split(separator: 0x20) {
      if !result.isEmpty { result.append(0x20) }
      if number(word) != nil {
        result.append(0x23)
        continue
      }
      for byte in word {
        if !ASCII.isDigit(byte) {
          result.append(ASCII.lower(byte))
        } else if result.last != 0x23 {
          result.append(0x23)
        }
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  /// A page number as it is printed, or nil for another word.
  private static func number(_ word: ArraySlice<UInt8>) -> String? {
    guard !word.isEmpty, word.count <= 8 else { return nil }
    let isArabic = word.count <= 5 && word.allSatisfy { ASCII.isDigit($0) }
    let isRoman = word.allSatisfy { "ivxlc".utf8.contains(ASCII.lower($0)) }
    return isArabic || isRoman ? String(decoding: word, as: UTF8.self) : nil
  }

  /// Finds the printed numbers: those that count with the pages.
  private mutating func label(_ layout: PDFLayout, _ edges: [Int]) {
    var shifts: [Int: Int] = [:]
    var found: [(page: Int, number: String, shift: Int?)] = []
    for index in edges where isFurniture[index] {
      let line = layout.lines[index]
      let words = layout.text[line.text].split(separator: 0x20)
      for word in Set([words.first, words.last].compactMap { $0 }) {
        guard let number = Self.number(word) else { continue }
        let shift = Int(number).map { $0 - line.page }
        if let shift { shifts[shift, default: 0] += 1 }
        found.append((line.page, number, words.count == 1 || shift != nil ? shift : nil))
        if shift == nil, words.count > 1 { found.removeLast() }
      }
    }
    for (page, number, shift) in found {
      let counts = shift.map { (shifts[$0] ?? 0) >= Self.repetitions } ?? true
      if counts { labels[page] = number }
    }
  }
}
