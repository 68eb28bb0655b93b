/// Where one sequence of strands differs from another.
struct Splice: Equatable {
  /// Of the old sequence.
  var removed: Range<Int>
  /// Of the new one.
  var inserted: Range<Int>
}

/// Finds what was taken out and put in between two sequences of strands.
///
/// Ends that are the same are set aside; then strands that stand once on both sides and in one order
/// are anchors (the patience of B. Cohen's diff), and what is the same beside an anchor joins it. No
/// matter what is in the sequences, the result is right; only how short it is depends on them.
struct SpliceFinder {
  let old: [UInt32]
  let new: [UInt32]

  /// - Complexity: O(*n* log *n*)
  func splices() -> [Splice] {
    var start = 0
    let least = min(old.count, new.count)
    while start < least, old[start] == new[start] { start += 1 }
    var end = 0
    while end < least - start, old[old.count - 1 - end] == new[new.count - 1 - end] { end += 1 }
    let oldRange = start..<old.count - end
    let newRange = start..<new.count - end
    if oldRange.isEmpty && newRange.isEmpty { return [] }
    if oldRange.isEmpty || newRange.isEmpty {
      return [Splice(removed: oldRange, inserted: newRange)]
    }
    var result: [Splice] = []
    var at = (old: start, new: start)
    for anchor in anchors(oldRange, newRange) where anchor.old >= at.old && anchor.new >= at.new {
      var first = anchor
      while first.old > at.old, first.new > at.new, old[first.old - 1] == new[first.new - 1] {
        first = (first.old - 1, first.new - 1)
      }
      if first.old > at.old || first.new > at.new {
        result.append(Splice(removed: at.old..<first.old, inserted: at.new..<first.new))
      }
      at = (anchor.old + 1, anchor.new + 1)
      while at.old < oldRange.upperBound, at.new < newRange.upperBound, old[at.old] == new[at.new] {
        at = (at.old + 1, at.new + 1)
      }
    }
    if at.old < oldRange.upperBound || at.new < newRange.upperBound {
      result.append(
        Splice(
          removed: at.old..<oldRange.upperBound, inserted: at.new..<newRange.upperBound))
    }
    return result
  }

  /// Strands that stand once in each range: the longest chain of them that is in order on both sides.
  private func anchors(_ oldRange: Range<Int>, _ newRange: Range<Int>) -> [(old: Int, new: Int)] {
    var places: [UInt32: Int] = [:]
    for place in oldRange { places[old[place]] = places[old[place]] == nil ? place : -1 }
    var seen: [UInt32: Int] = [:]
    for place in newRange { seen[new[place], default: 0] += 1 }
    var pairs: [(old: Int, new: Int)] = []
    for place in newRange where seen[new[place]] == 1 {
      if let other = places[new[place]], other >= 0 { pairs.append((other, place)) }
    }
    return Self.longestRise(pairs)
  }

  /// The longest subsequence whose `old` rises (Knuth, vol. 3, 5.1.4).
  private static func longestRise(_ pairs: [(old: Int, new: Int)]) -> [(old: Int, new: Int)] {
    var tails: [Int] = []
    var before = [Int](repeating: -1, count: pairs.count)
    for index in pairs.indices {
      var low = 0
      var high = tails.count
      while low < high {
        let middle = (low + high) / 2
        if pairs[tails[middle]].old < pairs[index].old { low = middle + 1 } else { high = middle }
      }
      if low > 0 { before[index] = tails[low - 1] }
      if low == tails.count { tails.append(index) } else { tails[low] = index }
    }
    var result: [(old: Int, new: Int)] = []
    var at = tails.last ?? -1
    while at >= 0 {
      result.append(pairs[at])
      at = before[at]
    }
    return result.reversed()
  }
}
