/// The number of letters to insert, delete, replace or swap with their neighbour (optimal string
/// alignment; Damerau, 1964).
public enum EditDistance {
  /// Whether one has a letter twice in a row where the other has it once.
  static func isDoubling<Unit: Equatable>(_ a: [Unit], _ b: [Unit]) -> Bool {
    let (short, long) = a.count < b.count ? (a, b) : (b, a)
    guard long.count == short.count + 1, !short.isEmpty else { return false }
    let shared = zip(short, long).prefix { $0 == $1 }.count
    return shared > 0 && long[shared] == long[shared - 1]
      && short[shared...].elementsEqual(long[(shared + 1)...])
  }

  /// The distance, or `limit + 1` where it is more than `limit`.
  public static func between<Unit: Equatable>(_ a: [Unit], _ b: [Unit], limit: Int) -> Int {
    if abs(a.count - b.count) > limit { return limit + 1 }
    if a.isEmpty || b.isEmpty { return max(a.count, b.count) }
    var beforeLast = [Int](repeating: 0, count: b.count + 1)
    var last = Array(0...b.count)
    var row = last
    for i in 1...a.count {
      row[0] = i
      var least = i
      for j in 1...b.count {
        var best = min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1))
        if i > 1, j > 1, a[i - 1] == b[j - 2], a[i - 2] == b[j - 1] {
          best = min(best, beforeLast[j - 2] + 1)
        }
        row[j] = best
        least = min(least, best)
      }
      if least > limit { return limit + 1 }
      (beforeLast, last, row) = (last, row, beforeLast)
    }
    return last[b.count]
  }
}
