#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// Finds some bytes in others (R. N. Horspool, "Practical fast searching in strings", 1980).
struct ByteSearch {
  private let sought: UnsafeRawBufferPointer
  /// How far to go on for each byte that stands under the last one.
  private let steps: [Int]

  /// - Parameter sought: not empty; must live as long as the search.
  init(_ sought: UnsafeRawBufferPointer) {
    self.sought = sought
    var steps = [Int](repeating: sought.count, count: 256)
    for place in 0..<sought.count - 1 { steps[Int(sought[place])] = sought.count - 1 - place }
    self.steps = steps
  }

  /// - Complexity: O(*n* ÷ *m*) for most texts.
  func first(in text: UnsafeRawBufferPointer, from start: Int) -> Int? {
    guard let base = text.baseAddress, let own = sought.baseAddress else { return nil }
    let size = sought.count
    let last = sought[size - 1]
    return steps.withUnsafeBufferPointer { steps in
      var at = start
      while at &+ size <= text.count {
        let byte = base.load(fromByteOffset: at &+ size &- 1, as: UInt8.self)
        if byte == last, memcmp(base + at, own, size) == 0 { return at }
        at &+= steps[Int(byte)]
      }
      return nil
    }
  }
}
