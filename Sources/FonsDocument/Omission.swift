import FonsFormat

/// Marks of omission outside brackets.
enum Omission {
  /// Where the ellipsis at `start` ends: `...`, `…`, `. . .`, `— —`; nil where there is none.
  static func end(_ text: [UInt8], at start: Int, limit: Int) -> Int? {
    if text.has("…", at: start) {
      var end = start + 3
      while text.has("…", at: end), end < limit { end += 3 }
      return end
    }
    if text[start] == 0x2E { return dots(text, start, limit) }
    if text.has("— —", at: start) { return start + 7 }
    return nil
  }

  /// Three or more full stops, close or each with a space between.
  private static func dots(_ text: [UInt8], _ start: Int, _ limit: Int) -> Int? {
    var count = 1
    var end = start + 1
    while end < limit {
      var next = end
      let size = text.spaceSize(at: next)
      if size > 0, text[next] != 0x0A { next += size }
      guard next < limit, text[next] == 0x2E else { break }
      count += 1
      end = next + 1
    }
    return count >= 3 ? end : nil
  }
}
