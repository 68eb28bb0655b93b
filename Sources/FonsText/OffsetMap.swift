/// Where each byte of a derived text stands in the bytes that it was made from.
///
/// A list of runs in the order of the derived text. In a *copied* run both sides advance byte by
/// byte; any other run (an entity, a removed prefix) maps as a whole. Offsets past a run's copied
/// bytes map to the end of the run.
public struct OffsetMap: Sendable, Equatable {
  public struct Run: Sendable, Equatable {
    /// Offset of the first byte in the derived text.
    public var derived: Int
    /// Offset of the corresponding byte in the original.
    public var original: Int
    /// Bytes of the derived text.
    public var derivedCount: Int
    /// Bytes of the original; equal to `derivedCount` in a copied run.
    public var originalCount: Int
  }

  public private(set) var runs: [Run] = []
  /// Bytes of the derived text covered so far.
  public private(set) var count = 0

  public init() {}

  /// The map of a text that is its own original.
  public static func identity(count: Int) -> OffsetMap {
    var map = OffsetMap()
    map.append(derivedCount: count, original: 0, originalCount: count)
    return map
  }

  /// Adds a run at the end of the derived text, merging it with the last one where both are copies
  /// and follow each other.
  public mutating func append(derivedCount: Int, original: Int, originalCount: Int) {
    if derivedCount == originalCount, let last = runs.last,
      last.derivedCount == last.originalCount, last.original + last.originalCount == original
    {
      runs[runs.count - 1].derivedCount += derivedCount
      runs[runs.count - 1].originalCount += originalCount
    } else if derivedCount > 0 {
      runs.append(
        Run(
          derived: count, original: original, derivedCount: derivedCount,
          originalCount: originalCount))
    }
    count += derivedCount
  }

  /// Takes back the last bytes of the derived text.
  ///
  /// - Complexity: O(runs that end within them)
  public mutating func removeLast(_ length: Int) {
    var left = min(length, count)
    count -= left
    while left > 0, let last = runs.last {
      if last.derivedCount <= left {
        runs.removeLast()
        left -= last.derivedCount
      } else {
        let copied = last.derivedCount == last.originalCount
        runs[runs.count - 1].derivedCount -= left
        if copied { runs[runs.count - 1].originalCount -= left }
        left = 0
      }
    }
  }

  /// The original offset of the derived byte at `offset`; for the end of the text, the end of the
  /// last run.
  ///
  /// - Complexity: O(log *runs*)
  public func original(of offset: Int) -> Int {
    guard let run = run(at: offset) else { return 0 }
    let inside = offset - run.derived
    if run.derivedCount == run.originalCount { return run.original + inside }
    return inside >= run.derivedCount ? run.original + run.originalCount : run.original
  }

  /// The smallest original range that covers the derived one.
  public func original(of range: ByteRange) -> ByteRange {
    guard !range.isEmpty, let last = run(at: range.end - 1) else {
      let at = original(of: range.start)
      return ByteRange(at, at)
    }
    let inside = range.end - last.derived
    let end =
      last.derivedCount == last.originalCount
      ? last.original + inside : last.original + last.originalCount
    return ByteRange(original(of: range.start), end)
  }

  private func run(at offset: Int) -> Run? {
    guard !runs.isEmpty else { return nil }
    var low = 0
    var high = runs.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if runs[middle].derived <= offset { low = middle } else { high = middle }
    }
    return runs[low]
  }
}
