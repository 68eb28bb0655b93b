internal import FonsText

/// Aligns the words between two exact runs: dynamic programming with an affine cost for words that
/// the quotation lacks (Gotoh, 1982), and with steps that divide the same letters differently.
struct GapAligner {
  let quoted: QuotedText
  let source: SourceWindow
  /// Letters of words, folded, as they are needed.
  private var letters: FoldedWords

  private enum Cost {
    static let same = 8
    static let replaced = -5
    static let added = -5
    static let bracketed = -1
    static let missingFirst = -5
    static let missing = -1
    static let markedOmission = -1
    static let never = -1_000_000
  }

  /// Which way a cell was reached.
  private enum Move: UInt8 {
    case none, same, replaced, added, missing, join12, join13, join21, join31
  }

  init(_ quoted: QuotedText, _ source: SourceWindow) {
    self.quoted = quoted
    self.source = source
    letters = FoldedWords()
  }

  /// Steps that take the quoted words to the source words.
  ///
  /// - Parameters:
  ///   - freeStart: whether source words before the first step may be left out for nothing.
  ///   - freeEnd: the same after the last.
  mutating func align(
    _ q: Range<Int>, _ s: Range<Int>, freeStart: Bool = false, freeEnd: Bool = false
  ) -> [Alignment.Step] {
    if q.isEmpty {
      return s.isEmpty || freeStart || freeEnd ? [] : [Alignment.Step(.missing, q, s)]
    }
    if s.isEmpty { return [Alignment.Step(.added, q, s)] }
    // A rectangle this large holds nothing that seeds would not have found.
    guard q.count * s.count <= 4_000_000 else {
      return [Alignment.Step(.added, q, s.lowerBound..<s.lowerBound)]
        + (freeStart || freeEnd ? [] : [Alignment.Step(.missing, q.upperBound..<q.upperBound, s)])
    }
    return fill(q, s, freeStart: freeStart, freeEnd: freeEnd)
  }

  private mutating func fill(
    _ q: Range<Int>, _ s: Range<Int>, freeStart: Bool, freeEnd: Bool
  ) -> [Alignment.Step] {
    let width = s.count + 1
    // Best score that ends in a step other than `missing`, and in `missing`.
    var main = [Int32](repeating: Int32(Cost.never), count: (q.count + 1) * width)
    var gap = main
    var moves = [UInt8](repeating: 0, count: main.count)
    var opens = [Bool](repeating: false, count: main.count)
    for row in 0...q.count {
      let marked = quoted.omissions.contains(q.lowerBound + row)
      let first = marked ? Cost.markedOmission : Cost.missingFirst
      let more = marked ? 0 : Cost.missing
      let free = (row == 0 && freeStart) || (row == q.count && freeEnd)
      for column in 0...s.count {
        let cell = row * width + column
        if row == 0 && column == 0 {
          main[cell] = 0
        } else {
          (main[cell], moves[cell]) = bestMain(q, s, row, column, width, main, gap)
        }
        guard column > 0 else { continue }
        let open = max(main[cell - 1], Int32(Cost.never)) + Int32(free ? 0 : first)
        let extend = gap[cell - 1] + Int32(free ? 0 : more)
        opens[cell] = open >= extend
        gap[cell] = max(open, extend)
      }
    }
    return trace(q, s, width, main, gap, moves, opens, freeEnd: freeEnd)
  }

  private mutating func bestMain(
    _ q: Range<Int>, _ s: Range<Int>, _ row: Int, _ column: Int, _ width: Int, _ main: [Int32],
    _ gap: [Int32]
  ) -> (Int32, UInt8) {
    var best = Int32(Cost.never)
    var move = Move.none
    func offer(_ rows: Int, _ columns: Int, _ score: Int, _ candidate: Move) {
      guard row >= rows, column >= columns else { return }
      let from = (row - rows) * width + column - columns
      let total = max(main[from], gap[from]) + Int32(score)
      if total > best {
        best = total
        move = candidate
      }
    }
    guard row > 0 else { return (best, move.rawValue) }
    let qi = q.lowerBound + row - 1
    if column > 0 {
      let si = s.lowerBound + column - 1
      if quoted.words[qi].hash == source.words[si].hash {
        offer(1, 1, Cost.same, .same)
      } else {
        offer(1, 1, Cost.replaced + similarity(qi, si), .replaced)
      }
      for (rows, columns, candidate) in Self.joins where row >= rows && column >= columns {
        if letters.equal(
          quoted, (qi - rows + 1)..<(qi + 1), source, (si - columns + 1)..<(si + 1))
        {
          offer(rows, columns, Cost.same * max(rows, columns), candidate)
        }
      }
    }
    offer(1, 0, quoted.bracketed[qi] ? Cost.bracketed : Cost.added, .added)
    return (best, move.rawValue)
  }

  private static let joins: [(Int, Int, Move)] = [
    (1, 2, .join12), (2, 1, .join21), (1, 3, .join13), (3, 1, .join31),
  ]

  /// Up to 9 for words that look alike, so that the right ones are paired.
  private mutating func similarity(_ q: Int, _ s: Int) -> Int {
    let left = quoted.words[q]
    let right = source.words[s]
    if left.flags.contains(.number) != right.flags.contains(.number) { return 0 }
    if left.flags.contains(.number) { return 4 }
    let share = letters.similarity(quoted, q, source, s)
    return share >= 0.5 ? Int(share * 9) : 0
  }

  private func trace(
    _ q: Range<Int>, _ s: Range<Int>, _ width: Int, _ main: [Int32], _ gap: [Int32],
    _ moves: [UInt8], _ opens: [Bool], freeEnd: Bool
  ) -> [Alignment.Step] {
    var row = q.count
    var column = s.count
    var inGap = gap[row * width + column] > main[row * width + column]
    var steps: [Alignment.Step] = []
    while row > 0 || column > 0 {
      let cell = row * width + column
      let qi = q.lowerBound + row
      let si = s.lowerBound + column
      if inGap {
        steps.append(Alignment.Step(.missing, qi..<qi, si - 1..<si))
        inGap = !opens[cell]
        column -= 1
        if !inGap { inGap = gap[row * width + column] > main[row * width + column] }
        continue
      }
      let (kind, rows, columns): (Alignment.Step.Kind, Int, Int) =
        switch Move(rawValue: moves[cell]) ?? .none {
        case .same: (.same, 1, 1)
        case .replaced: (.replaced, 1, 1)
        case .added: (.added, 1, 0)
        case .join12: (.joined, 1, 2)
        case .join13: (.joined, 1, 3)
        case .join21: (.joined, 2, 1)
        case .join31: (.joined, 3, 1)
        case .missing, .none: (.missing, 0, 1)
        }
      guard row >= rows, column >= columns, rows + columns > 0 else { break }
      steps.append(Alignment.Step(kind, qi - rows..<qi, si - columns..<si))
      row -= rows
      column -= columns
      inGap = gap[row * width + column] > main[row * width + column]
    }
    return steps.reversed()
  }
}
