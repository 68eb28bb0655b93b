package import FonsText

extension StructuredText {
  /// The addresses of the links that start in `range`, 64 at most.
  ///
  /// - Parameter links: in order of their start.
  /// - Complexity: O(log *links* + links found)
  package static func addresses(in range: ByteRange, _ links: [Span]) -> [String] {
    var low = 0
    var high = links.count
    while low < high {
      let middle = (low + high) / 2
      if links[middle].range.start < range.start { low = middle + 1 } else { high = middle }
    }
    return links[low...].prefix(64).prefix { $0.range.start < range.end }.compactMap(\.value)
  }
}
