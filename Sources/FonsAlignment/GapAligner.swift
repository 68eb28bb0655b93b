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

  /// The cells of a rectangle, row by row: a row for each quoted word and one before them, a column
  /// for each source word and one before.
  private struct Table {
    let width: Int
    /// The best score of each cell.
    let best: UnsafeMutableBufferPointer<Int32>
    /// How each cell was reached.
    let ways: UnsafeMutableBufferPointer<Way>
  }

  /// How a cell was reached: by a move, and, as far as words are missing, from where.
  private struct Way {
    var move = Move.none
    /// Whether the missing words begin here.
    var opens = false
    /// Whether the best score ends in missing words.
    var isGap = false
  }

  private func fill(
    _ q: Range<Int>, _ s: Range<Int>, freeStart: Bool, freeEnd: Bool
  ) -> [Alignment.Step] {
    let cells = (q.count + 1) * (s.count + 1)
    return withUnsafeTemporaryAllocation(of: Int32.self, capacity: cells) { best in
      withUnsafeTemporaryAllocation(of: Way.self, capacity: cells) { ways in
        withUnsafeTemporaryAllocation(of: WordSketch.self, capacity: q.count + s.count) {
          sketches in
          for (index, word) in q.enumerated() {
            sketches.initializeElement(at: index, to: letters.sketchOfQuoted(word))
          }
          for (index, word) in s.enumerated() {
            sketches.initializeElement(at: q.count + index, to: letters.sketchOfSource(word))
          }
          let table = Table(width: s.count + 1, best: best, ways: ways)
          let quotedWords = UnsafeBufferPointer(rebasing: sketches[..<q.count])
          let sourceWords = UnsafeBufferPointer(rebasing: sketches[q.count...])
          for row in 0...q.count {
            let isFree = (row == 0 && freeStart) || (row == q.count && freeEnd)
            fill(table, row, q, s, quotedWords, sourceWords, isFree: isFree)
          }
          return trace(q, s, table)
        }
      }
    }
  }

  /// Fills one row; those before it are.
  private func fill(
    _ table: Table, _ row: Int, _ q: Range<Int>, _ s: Range<Int>,
    _ quotedWords: UnsafeBufferPointer<WordSketch>, _ sourceWords: UnsafeBufferPointer<WordSketch>,
    isFree: Bool
  ) {
    let isMarked = omissions.contains(q.lowerBound + row)
    let first = isFree ? 0 : isMarked ? Cost.markedOmission : Cost.missingFirst
    let more = isFree || isMarked ? 0 : Cost.missing
    let added = row > 0 && bracketed[q.lowerBound + row - 1] ? Cost.bracketed : Cost.added
    // Of the cell to the left: the best that ends in words, and in missing ones.
    var main = Cost.never
    var gap = Cost.never
    for column in 0...s.count {
      let cell = row * table.width + column
      var way = Way()
      if column > 0 {
        let open = main + first
        let extend = gap + more
        way.opens = open >= extend
        gap = max(open, extend)
      }
      main = row == 0 && column == 0 ? 0 : Cost.never
      if row > 0 {
        let above = cell - table.width
        offer(table.best[above] + added, Move.added, &main, &way)
        if column > 0 {
          let left = quotedWords[row - 1]
          let right = sourceWords[column - 1]
          if left.hash == right.hash {
            offer(table.best[above - 1] + Cost.same, Move.same, &main, &way)
          } else {
            let pair =
              Cost.replaced
              + similarity(left, right, q.lowerBound + row - 1, s.lowerBound + column - 1)
            offer(table.best[above - 1] + pair, Move.replaced, &main, &way)
            join(table, row, column, q, s, quotedWords, sourceWords, &main, &way)
          }
        }
      }
      way.isGap = gap > main
      table.best[cell] = max(main, gap)
      table.ways[cell] = way
    }
  }

  @inline(__always)
  private func offer(_ score: Int32, _ move: UInt8, _ main: inout Int32, _ way: inout Way) {
    if score > main {
      main = score
      way.move = move
    }
  }

  /// One word on one side, two or three on the other; their lengths, first and last letters tell most
  /// of the others apart.
  @inline(__always)
  private func join(
    _ table: Table, _ row: Int, _ column: Int, _ q: Range<Int>, _ s: Range<Int>,
    _ quotedWords: UnsafeBufferPointer<WordSketch>, _ sourceWords: UnsafeBufferPointer<WordSketch>,
    _ main: inout Int32, _ way: inout Way
  ) {
    let slack: Int32 = 3
    let cell = row * table.width + column
    let qi = q.lowerBound + row - 1
    let si = s.lowerBound + column - 1
    let left = quotedWords[row - 1]
    let right = sourceWords[column - 1]
    guard left.mayEndAs(right) else { return }
    if left.length > right.length, column >= 2 {
      let second = sourceWords[column - 2]
      if abs(second.length + right.length - left.length) <= slack, left.mayBeginAs(second),
        letters.areSame(qi..<qi + 1, si - 1..<si + 1)
      {
        offer(table.best[cell - table.width - 2] + Cost.same * 2, Move.join12, &main, &way)
      } else if column >= 3, left.length > 4, left.mayBeginAs(sourceWords[column - 3]),
        letters.areSame(qi..<qi + 1, si - 2..<si + 1)
      {
        offer(table.best[cell - table.width - 3] + Cost.same * 3, Move.join13, &main, &way)
      }
    } else if right.length > left.length, row >= 2 {
      let second = quotedWords[row - 2]
      if abs(second.length + left.length - right.length) <= slack, right.mayBeginAs(second),
        letters.areSame(qi - 1..<qi + 1, si..<si + 1)
      {
        offer(table.best[cell - table.width * 2 - 1] + Cost.same * 2, Move.join21, &main, &way)
      } else if row >= 3, right.length > 4, right.mayBeginAs(quotedWords[row - 3]),
        letters.areSame(qi - 2..<qi + 1, si..<si + 1)
      {
        offer(table.best[cell - table.width * 3 - 1] + Cost.same * 3, Move.join31, &main, &way)
      }
    }
  }

  /// Up to 9 for words that look alike, so that the right ones are paired.
  @inline(__always)
  private func similarity(_ left: WordSketch, _ right: WordSketch, _ q: Int, _ s: Int) -> Int32 {
    if left.isNumber != right.isNumber { return 0 }
    if left.isNumber { return 4 }
    // Without the same letter at either end they share none.
    guard left.first == right.first || left.last == right.last else { return 0 }
    let share = letters.similarity(q, s)
    return share >= 0.5 ? Int32(share * 9) : 0
  }

  private func trace(_ q: Range<Int>, _ s: Range<Int>, _ table: Table) -> [Alignment.Step] {
    var row = q.count
    var column = s.count
    var steps: [Alignment.Step] = []
    func isGap() -> Bool {
      table.ways[row * table.width + column].isGap
    }
    var inGap = isGap()
    while row > 0 || column > 0 {
      let qi = q.lowerBound + row
      let si = s.lowerBound + column
      if inGap {
        let opens = table.ways[row * table.width + column].opens
        steps.append(Alignment.Step(.missing, qi..<qi, si - 1..<si))
        column -= 1
        // The step that a gap opens from is never in a gap itself.
        inGap = !opens
        continue
      }
      let (kind, rows, columns) = Self.shapes[Int(table.ways[row * table.width + column].move)]
      guard row >= rows, column >= columns else { break }
      steps.append(Alignment.Step(kind, qi - rows..<qi, si - columns..<si))
      row -= rows
      column -= columns
      inGap = isGap()
    }
    return steps.reversed()
  }
}
