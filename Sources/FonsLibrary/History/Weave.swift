/// All states of a text, any of which can be made again, byte for byte.
struct Weave: Sendable {
  /// A place at which a state differs from the one that it was made of. Places that are nearer to each
  /// other than `context` strands are one.
  struct Change: Sendable {
    /// Strand at which it begins, in the old sequence.
    var start: Int32
    /// Of `strands`: what was taken out and what was put in, each with its neighbours.
    var before: Range<Int32>
    var after: Range<Int32>
    /// Strands of both that are neighbours.
    var left: Int8
    var right: Int8

    var removedCount: Int { before.count - Int(left) - Int(right) }
    var inserted: Range<Int> {
      Int(after.lowerBound) + Int(left)..<Int(after.upperBound) - Int(right)
    }
  }

  /// Strands on each side of a change that are kept with it.
  static let context = 3

  /// The bytes of all strands, and where each ends.
  let pool: [UInt8]
  let ends: [Int32]
  /// The state that each was made of; −1 for the empty text.
  private(set) var bases: [Int32] = []
  /// The first change of each state, and the end.
  private(set) var firstChange: [Int32] = [0]
  private(set) var changes: [Change] = []
  private(set) var strands: [UInt32] = []
  /// How many states must be made before each, and every so many of them kept whole.
  private var depths: [Int32] = []
  private var kept: [Int: [UInt32]] = [:]
  private static let keptEvery: Int32 = 48
  /// What a hostile history cannot ask for: bytes of one text; strands that are gone over while all texts
  /// are read; strands of all changes; strands of the texts that are kept whole.
  private static let mostBytes = 1 << 28
  private static let mostRead = 1 << 36
  private static let mostKept = 1 << 26
  private static let mostStrands = 1 << 30

  var states: Int { bases.count }
  var count: Int { ends.count }

  /// - Parameters:
  ///   - ends: rising, the last of them the end of the pool.
  ///   - encoded: for each state how many states ago its base was (0: the empty text), its number of
  ///     splices, and for each: strands passed over, removed, inserted, and for each of the inserted 0
  ///     where it is the next new one, or how far it is behind that.
  /// - Returns: nil where the numbers make no sense.
  init?(pool: [UInt8], ends: [Int32], _ encoded: UnsafeRawBufferPointer, states: Int) {
    self.pool = pool
    self.ends = ends
    var reader = ByteReader(encoded)
    var recent: [(state: Int, strands: [UInt32])] = []
    var next: UInt32 = 0
    var read = 0
    var keptStrands = 0
    // Bytes of each state's text.
    var sizes: [Int] = []
    for state in 0..<states {
      guard let ago = reader.int(), (0...state).contains(ago) else { return nil }
      let base = ago == 0 ? -1 : state - ago
      bases.append(Int32(base))
      let depth = base < 0 ? 0 : depths[base] + 1
      depths.append(depth)
      let old: [UInt32]
      if base < 0 {
        old = []
      } else if let index = recent.firstIndex(where: { $0.state == base }) {
        old = recent[index].strands
      } else {
        let made = remade(base)
        old = made.strands
        read += old.count * made.steps
      }
      guard let (new, growth) = self.read(&reader, old, &next) else { return nil }
      sizes.append((base < 0 ? 0 : sizes[base]) + growth)
      read += new.count
      guard sizes[state] <= Self.mostBytes, read <= Self.mostRead,
        strands.count <= Self.mostStrands
      else { return nil }
      firstChange.append(Int32(changes.count))
      if depth % Self.keptEvery == Self.keptEvery - 1 {
        keptStrands += new.count
        if keptStrands <= Self.mostKept { kept[state] = new }
      }
      recent.append((state, new))
      if recent.count > 16 { recent.removeFirst() }
    }
  }

  /// - Returns: also by how many bytes the new text is longer.
  private mutating func read(
    _ reader: inout ByteReader, _ old: [UInt32], _ next: inout UInt32
  ) -> (strands: [UInt32], growth: Int)? {
    guard let splices = reader.count() else { return nil }
    var growth = 0
    var new: [UInt32] = []
    new.reserveCapacity(old.count + 16)
    var at = 0
    // The change that is being read: where it begins in both sequences.
    var open: (old: Int, new: Int)?
    for _ in 0..<splices {
      guard let skipped = reader.int(), skipped >= 0, let removed = reader.int(), removed >= 0,
        let inserted = reader.count(), skipped <= old.count - at,
        removed <= old.count - at - skipped
      else { return nil }
      if let begun = open, skipped > Self.context {
        close(begun, old, at, new[begun.new...])
        open = nil
      }
      new += old[at..<at + skipped]
      at += skipped
      if open == nil { open = (at, new.count) }
      for _ in 0..<inserted {
        guard let back = reader.int(), back >= 0, back <= Int(next) else { return nil }
        let id = next - UInt32(back)
        guard Int(id) < ends.count else { return nil }
        if back == 0 { next += 1 }
        new.append(id)
        growth += range(of: id).count
      }
      for id in old[at..<at + removed] { growth -= range(of: id).count }
      at += removed
    }
    if let begun = open { close(begun, old, at, new[begun.new...]) }
    new += old[at...]
    return (new, growth)
  }

  /// Keeps a change that takes the place of `old` from `begun` up to `end`.
  private mutating func close(
    _ begun: (old: Int, new: Int), _ old: [UInt32], _ end: Int, _ inserted: ArraySlice<UInt32>
  ) {
    let left = max(0, begun.old - Self.context)..<begun.old
    let right = end..<min(old.count, end + Self.context)
    let first = Int32(strands.count)
    strands += old[left.lowerBound..<right.upperBound]
    let middle = Int32(strands.count)
    strands += old[left]
    strands += inserted
    strands += old[right]
    changes.append(
      Change(
        start: Int32(begun.old), before: first..<middle, after: middle..<Int32(strands.count),
        left: Int8(left.count), right: Int8(right.count)))
  }

  /// The strands of a state, in order.
  func sequence(of state: Int) -> [UInt32] { remade(state).strands }

  /// - Returns: also of how many states the changes were made.
  private func remade(_ state: Int) -> (strands: [UInt32], steps: Int) {
    var chain: [Int] = []
    var at = state
    var result: [UInt32] = []
    while at >= 0 {
      if let whole = kept[at] {
        result = whole
        break
      }
      chain.append(at)
      at = Int(bases[at])
    }
    for state in chain.reversed() {
      let own = changes[Int(firstChange[state])..<Int(firstChange[state + 1])]
      // In place where that moves little; many changes are made in one pass.
      if own.count > 8 {
        result = changed(result, own)
        continue
      }
      // From the last on, so that the places of those before it stay.
      for change in own.reversed() {
        let start = Int(change.start)
        result.replaceSubrange(
          start..<start + change.removedCount, with: strands[change.inserted])
      }
    }
    return (result, chain.count)
  }

  private func changed(_ old: [UInt32], _ changes: ArraySlice<Change>) -> [UInt32] {
    var result: [UInt32] = []
    result.reserveCapacity(old.count + changes.count)
    var at = 0
    for change in changes {
      result += old[at..<Int(change.start)]
      result += strands[change.inserted]
      at = Int(change.start) + change.removedCount
    }
    return result + old[at...]
  }

  func range(of strand: UInt32) -> Range<Int> {
    let index = Int(strand)
    return (index == 0 ? 0 : Int(ends[index - 1]))..<Int(ends[index])
  }

  /// The text of a state.
  func text(of state: Int) -> [UInt8] { text(sequence(of: state)) }

  func text(_ sequence: [UInt32]) -> [UInt8] {
    let size = sequence.reduce(0) { $0 + range(of: $1).count }
    return [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
      pool.withUnsafeBufferPointer { pool in
        for strand in sequence {
          let range = range(of: strand)
          guard let source = pool.baseAddress, let target = buffer.baseAddress else { return }
          (target + count).update(from: source + range.lowerBound, count: range.count)
          count += range.count
        }
      }
    }
  }

  /// Bytes of memory, about.
  var size: Int {
    pool.count + ends.count * 4 + strands.count * 4 + changes.count * 20 + states * 12
      + kept.values.reduce(0) { $0 + $1.count * 4 }
  }
}
