internal import FonsText

/// Aligns the words between two exact runs: dynamic programming with an affine cost for words that
/// the quotation lacks (Gotoh, 1982), and with steps that divide the same letters differently.
struct GapAligner {
  let letters: WordLetters
  /// Whether each quoted word stands in brackets.
  let bracketed: [Bool]
  let omissions: Set<Int>

  private enum Cost {
    static let same: Int32 = 8
    static let replaced: Int32 = -5
    static let added: Int32 = -5
    static let bracketed: Int32 = -1
    static let missingFirst: Int32 = -5
    static let missing: Int32 = -1
    static let markedOmission: Int32 = -1
    static let never: Int32 = -1_000_000
  }

  /// Which way a cell was reached; in the order of `shapes`.
  private enum Move {
    static let none: UInt8 = 0
    static let same: UInt8 = 1
    static let replaced: UInt8 = 2
    static let added: UInt8 = 3
    static let join12: UInt8 = 4
    static let join21: UInt8 = 5
    static let join13: UInt8 = 6
    static let join31: UInt8 = 7
  }

  /// Kind, quoted words and source words of each move.
  private static let shapes: [(Alignment.Step.Kind, Int, Int)] = [
    (.missing, 0, 1), (.same, 1, 1), (.replaced, 1, 1), (.added, 1, 0), (.joined, 1, 2),
    (.joined, 2, 1), (.joined, 1, 3), (.joined, 3, 1),
  ]

  /// Cells beyond which a rectangle holds nothing that seeds would not have found.
  private static let mostCells = 1_000_000

  /// Steps that take the quoted words to the source words.
  ///
  /// - Parameters:
  ///   - freeStart: whether source words before the first step may be left out for nothing.
  ///   - freeEnd: the same after the last.
  func align(
    _ q: Range<Int>, _ s: Range<Int>, freeStart: Bool = false, freeEnd: Bool = false
  ) -> [Alignment.Step] {
    let isFree = freeStart || freeEnd
    if q.isEmpty {
      return s.isEmpty || isFree ? [] : [Alignment.Step(.missing, q, s)]
    }
    if s.isEmpty { return [Alignment.Step(.added, q, s)] }
    guard q.count * s.count <= Self.mostCells else {
      return [Alignment.Step(.added, q, s.lowerBound..<s.lowerBound)]
        + (isFree ? [] : [Alignment.Step(.missing, q.upperBound..<q.upperBound, s)])
    }
    return fill(q, s, freeStart: freeStart, freeEnd: freeEnd)
  }

  /// Best scores of cells, ending in a step other than `missing` and in `missing`.
  private struct Table {
    let width: Int
    let main: UnsafeMutableBufferPointer<Int32>
    let gap: UnsafeMutableBufferPointer<Int32>
    let moves: UnsafeMutableBufferPointer<UInt8>
    let opens: UnsafeMutableBufferPointer<Bool>

    @inline(__always)
    func offer(_ cell: Int, from: Int, _ score: Int32, _ move: UInt8) {
      let total = max(main[from], gap[from]) + score
      if total > main[cell] {
        main[cell] = total
        moves[cell] = move
      }
    }
  }

  private func fill(
    _ q: Range<Int>, _ s: Range<Int>, freeStart: Bool, freeEnd: Bool
  ) -> [Alignment.Step] {
    let width = s.count + 1
    let cells = (q.count + 1) * width
    return withUnsafeTemporaryAllocation(of: Int32.self, capacity: cells * 2) { scores in
      withUnsafeTemporaryAllocation(of: UInt8.self, capacity: cells) { moves in
        withUnsafeTemporaryAllocation(of: Bool.self, capacity: cells) { opens in
          scores.initialize(repeating: Cost.never)
          moves.initialize(repeating: Move.none)
          opens.initialize(repeating: false)
          let table = Table(
            width: width, main: .init(rebasing: scores[..<cells]),
            gap: .init(rebasing: scores[cells...]), moves: moves, opens: opens)
          table.main[0] = 0
          fill(table, q, s, freeStart: freeStart, freeEnd: freeEnd)
          return trace(q, s, table)
        }
      }
    }
  }

  private func fill(
    _ table: Table, _ q: Range<Int>, _ s: Range<Int>, freeStart: Bool, freeEnd: Bool
  ) {
    for row in 0...q.count {
      let isMarked = omissions.contains(q.lowerBound + row)
      let isFree = (row == 0 && freeStart) || (row == q.count && freeEnd)
      let first = isFree ? 0 : isMarked ? Cost.markedOmission : Cost.missingFirst
      let more = isFree || isMarked ? 0 : Cost.missing
      for column in 0...s.count {
        let cell = row * table.width + column
        if row > 0 { reach(cell, q, s, row, column, table) }
        guard column > 0 else { continue }
        let open = table.main[cell - 1] + first
        let extend = table.gap[cell - 1] + more
        table.opens[cell] = open >= extend
        table.gap[cell] = max(open, extend)
      }
    }
  }

  @inline(__always)
  private func reach(
    _ cell: Int, _ q: Range<Int>, _ s: Range<Int>, _ row: Int, _ column: Int, _ table: Table
  ) {
    let qi = q.lowerBound + row - 1
    let above = cell - table.width
    table.offer(
      cell, from: above, bracketed[qi] ? Cost.bracketed : Cost.added, Move.added)
    guard column > 0 else { return }
    let si = s.lowerBound + column - 1
    let left = letters.quotedWords[qi]
    let right = letters.sourceWords[si]
    if left.hash == right.hash {
      table.offer(cell, from: above - 1, Cost.same, Move.same)
      return
    }
    table.offer(cell, from: above - 1, Cost.replaced + similarity(qi, si), Move.replaced)
    join(cell, qi, si, row, column, table)
  }

  /// One word on one side, two or three on the other; their lengths tell most of the others apart.
  @inline(__always)
  private func join(
    _ cell: Int, _ qi: Int, _ si: Int, _ row: Int, _ column: Int, _ table: Table
  ) {
    let q = letters.quotedWords
    let s = letters.sourceWords
    let slack: Int32 = 3
    let left = Int32(q[qi].length)
    let right = Int32(s[si].length)
    if left > right, column >= 2 {
      if abs(Int32(s[si - 1].length) + right - left) <= slack,
        letters.areSame(qi..<qi + 1, si - 1..<si + 1)
      {
        table.offer(cell, from: cell - table.width - 2, Cost.same * 2, Move.join12)
      } else if column >= 3, left > 4, letters.areSame(qi..<qi + 1, si - 2..<si + 1) {
        table.offer(cell, from: cell - table.width - 3, Cost.same * 3, Move.join13)
      }
    } else if right > left, row >= 2 {
      if abs(Int32(q[qi - 1].length) + left - right) <= slack,
        letters.areSame(qi - 1..<qi + 1, si..<si + 1)
      {
        table.offer(cell, from: cell - table.width * 2 - 1, Cost.same * 2, Move.join21)
      } else if row >= 3, right > 4, letters.areSame(qi - 2..<qi + 1, si..<si + 1) {
        table.offer(cell, from: cell - table.width * 3 - 1, Cost.same * 3, Move.join31)
      }
    }
  }

  /// Up to 9 for words that look alike, so that the right ones are paired.
  @inline(__always)
  private func similarity(_ q: Int, _ s: Int) -> Int32 {
    let isNumber = letters.quotedWords[q].flags.contains(.number)
    if isNumber != letters.sourceWords[s].flags.contains(.number) { return 0 }
    if isNumber { return 4 }
    let share = letters.similarity(q, s)
    return share >= 0.5 ? Int32(share * 9) : 0
  }

  private func trace(_ q: Range<Int>, _ s: Range<Int>, _ table: Table) -> [Alignment.Step] {
    var row = q.count
    var column = s.count
    var steps: [Alignment.Step] = []
    func isGap() -> Bool {
      let cell = row * table.width + column
      return table.gap[cell] > table.main[cell]
    }
    var inGap = isGap()
    while row > 0 || column > 0 {
      let qi = q.lowerBound + row
      let si = s.lowerBound + column
      if inGap {
        let opens = table.opens[row * table.width + column]
        steps.append(Alignment.Step(.missing, qi..<qi, si - 1..<si))
        column -= 1
        // The step that a gap opens from is never in a gap itself.
        inGap = !opens
        continue
      }
      let (kind, rows, columns) = Self.shapes[Int(table.moves[row * table.width + column])]
      guard row >= rows, column >= columns else { break }
      steps.append(Alignment.Step(kind, qi - rows..<qi, si - columns..<si))
      row -= rows
      column -= columns
      inGap = isGap()
    }
    return steps.reversed()
  }
}
