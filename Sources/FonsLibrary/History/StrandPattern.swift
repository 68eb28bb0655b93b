#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// A passage as strands in a row: the end of a strand, whole strands, the beginning of one.
struct StrandPattern {
  /// A bit for each piece of the passage that a strand can be.
  private var masks: [UInt64]
  private let pieces: Int
  /// Pieces that are looked for in a row: as many as a change keeps neighbours for, and one.
  private var span: Int { min(pieces, Weave.context + 1) }

  /// Pieces that a pattern can have.
  private static let most = 64

  /// A passage of more strands than one pattern has bits for, in parts that overlap; most are one.
  static func parts(of passage: [UInt8]) -> [Range<Int>] {
    var cuts: [Int] = []
    passage.withUnsafeBufferPointer { bytes in
      StrandCutter.cut(bytes) { cuts.append($0.lowerBound) }
    }
    let size = most - StrandCutter.lookBack
    guard cuts.count > size else { return [0..<passage.count] }
    return stride(from: 0, to: cuts.count - Weave.context, by: size - Weave.context).map {
      cuts[$0]..<($0 + size < cuts.count ? cuts[$0 + size] : passage.count)
    }
  }

  /// The ways in which a passage can be divided into strands: as its own bytes say, and with cuts near its
  /// beginning, where bytes before the passage decide, too.
  static func all(of passage: [UInt8], in weave: Weave) -> [StrandPattern] {
    var cuts: [Int] = []
    passage.withUnsafeBufferPointer { bytes in
      StrandCutter.cut(bytes) { cuts.append($0.lowerBound) }
    }
    cuts.append(passage.count)
    var ways: [[Int]] = []
    // Cuts are put in from the last to the first, each where the piece behind it is a strand, or, at the
    // end of the passage, the beginning of one.
    func add(_ way: [Int], before limit: Int) {
      ways.append(way)
      for place in 1..<max(1, limit) where !way.contains(place) {
        let next = way.first { $0 > place } ?? passage.count
        let isWhole = next < passage.count
        guard Self.begins(passage[place..<next], whole: isWhole, in: weave) else { continue }
        add((way + [place]).sorted(), before: place)
      }
    }
    add(cuts, before: min(StrandCutter.lookBack, passage.count))
    return ways.map { StrandPattern(passage, cuts: $0, in: weave) }
  }

  /// Whether a strand begins with some bytes, or is nothing but those.
  private static func begins(
    _ piece: ArraySlice<UInt8>, whole: Bool, in weave: Weave
  ) -> Bool {
    piece.withUnsafeBytes { piece in
      weave.pool.withUnsafeBytes { pool in
        guard let base = pool.baseAddress, let sought = piece.baseAddress else { return false }
        let first = piece[0]
        var start = 0
        for end in weave.ends {
          defer { start = Int(end) }
          let size = Int(end) - start
          if size == piece.count || !whole && size > piece.count, pool[start] == first,
            memcmp(base + start, sought, piece.count) == 0
          {
            return true
          }
        }
        return false
      }
    }
  }

  private init(_ passage: [UInt8], cuts: [Int], in weave: Weave) {
    masks = [UInt64](repeating: 0, count: weave.count)
    let ranges = zip(cuts, cuts.dropFirst()).map { $0..<$1 }
    pieces = ranges.count
    passage.withUnsafeBytes { passage in
      weave.pool.withUnsafeBytes { pool in
        if ranges.count == 1 {
          markHolding(passage, pool, weave)
        } else {
          mark(passage, ranges, pool, weave)
        }
      }
    }
  }

  /// Marks the strands that hold the whole passage.
  private mutating func markHolding(
    _ passage: UnsafeRawBufferPointer, _ pool: UnsafeRawBufferPointer, _ weave: Weave
  ) {
    let search = ByteSearch(passage)
    var at = 0
    var strand = 0
    while let start = search.first(in: pool, from: at) {
      strand = weave.strand(at: start, from: strand)
      if start + passage.count <= Int(weave.ends[strand]) {
        masks[strand] = 1
        at = Int(weave.ends[strand])
      } else {
        at = start + 1
      }
    }
  }

  private mutating func mark(
    _ passage: UnsafeRawBufferPointer, _ ranges: [Range<Int>], _ pool: UnsafeRawBufferPointer,
    _ weave: Weave
  ) {
    guard let base = pool.baseAddress, let sought = passage.baseAddress else { return }
    let head = ranges[0]
    let tail = ranges[ranges.count - 1]
    let tailBit = UInt64(1) << UInt64(ranges.count - 1)
    var start = 0
    for strand in 0..<weave.count {
      let end = Int(weave.ends[strand])
      defer { start = end }
      let size = end - start
      if size >= head.count, memcmp(base + end - head.count, sought, head.count) == 0 {
        masks[strand] |= 1
      }
      if size >= tail.count, memcmp(base + start, sought + tail.lowerBound, tail.count) == 0 {
        masks[strand] |= tailBit
      }
      for piece in ranges.indices.dropFirst().dropLast() where ranges[piece].count == size {
        if memcmp(base + start, sought + ranges[piece].lowerBound, size) == 0 {
          masks[strand] |= 1 << UInt64(piece)
        }
      }
    }
  }

  /// Marks the states of the weave that hold the passage.
  func mark(_ result: inout [Bool], in weave: Weave) {
    guard masks.contains(where: { $0 != 0 }) else { return }
    let counted = pieces - span + 1
    // For each state, how often each row of pieces stands in it.
    var counts = [Int32](repeating: 0, count: weave.states * counted)
    weave.strands.withUnsafeBufferPointer { strands in
      for state in 0..<weave.states {
        let base = Int(weave.bases[state])
        if base >= 0 {
          for row in 0..<counted { counts[state * counted + row] = counts[base * counted + row] }
        }
        for index in Int(weave.firstChange[state])..<Int(weave.firstChange[state + 1]) {
          let change = weave.changes[index]
          count(strands, change.before) { counts[state * counted + $0] -= 1 }
          count(strands, change.after) { counts[state * counted + $0] += 1 }
        }
        if (0..<counted).allSatisfy({ counts[state * counted + $0] > 0 }) { result[state] = true }
      }
    }
  }

  /// Calls `body` with the first piece of each row of `span` pieces that stands in some strands.
  @inline(__always)
  private func count(
    _ strands: UnsafeBufferPointer<UInt32>, _ range: Range<Int32>, _ body: (Int) -> Void
  ) {
    let span = span
    let wanted = UInt64.max >> UInt64(64 - pieces) & UInt64.max << UInt64(span - 1)
    masks.withUnsafeBufferPointer { masks in
      // What stood one, two and three strands before.
      var before: (UInt64, UInt64, UInt64) = (0, 0, 0)
      for place in Int(range.lowerBound)..<Int(range.upperBound) {
        let mask = masks[Int(strands[place])]
        var row = mask
        if span > 1 { row &= before.0 << 1 }
        if span > 2 { row &= before.1 << 2 }
        if span > 3 { row &= before.2 << 3 }
        before = (mask, before.0, before.1)
        var found = row & wanted
        while found != 0 {
          body(found.trailingZeroBitCount - span + 1)
          found &= found - 1
        }
      }
    }
  }
}

extension Weave {
  /// The strand that holds a byte of the pool.
  ///
  /// - Parameter from: a strand that is not behind it.
  func strand(at offset: Int, from: Int = 0) -> Int {
    var low = from
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if Int(ends[middle]) <= offset { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
