package import FonsText

extension OffsetMap {
  /// Adds at the end what stands at `range` of another text, mapped on to where that map leads.
  ///
  /// - Complexity: O(log *runs* + runs within the range)
  package mutating func append(_ range: ByteRange, through map: OffsetMap) {
    guard !range.isEmpty, !map.runs.isEmpty else { return }
    var low = 0
    var high = map.runs.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if map.runs[middle].derived <= range.start { low = middle } else { high = middle }
    }
    var at = range.start
    while at < range.end, low < map.runs.count {
      let run = map.runs[low]
      let end = Swift.min(range.end, run.derived + run.derivedCount)
      if end > at {
        let copied = run.derivedCount == run.originalCount
        append(
          derivedCount: end - at, original: copied ? run.original + at - run.derived : run.original,
          originalCount: copied ? end - at : run.originalCount)
        at = end
      }
      low += 1
    }
  }

  /// The map from this one's derived text to what `next` leads to.
  package func composed(with next: OffsetMap) -> OffsetMap {
    if next.runs.count <= 1, next.runs.first.map({ $0.original == 0 && $0.derived == 0 }) ?? true,
      next.runs.first.map({ $0.derivedCount == $0.originalCount }) ?? true
    {
      return self
    }
    var result = OffsetMap()
    for run in runs {
      let original = ByteRange(run.original, run.original + run.originalCount)
      if run.derivedCount == run.originalCount {
        result.append(original, through: next)
      } else {
        let target = next.original(of: original)
        result.append(
          derivedCount: run.derivedCount, original: target.start, originalCount: target.count)
      }
    }
    return result
  }
}
