/// ZIM files of the fifth version, with visible namespaces and plain clusters.
enum ZimFixtures {
  struct Entry {
    var path: String
    var title: String
    /// HTML, or the number of the entry that this one leads to.
    var content: String
    var target: UInt32?
  }

  private static func little(_ value: UInt64, _ bytes: Int) -> [UInt8] {
    (0..<bytes).map { UInt8(truncatingIfNeeded: value >> (8 * UInt64($0))) }
  }

  /// - Parameter entries: in the order of their paths.
  static func file(_ entries: [Entry]) -> [UInt8] {
    let types = Array("text/html\0\0".utf8)
    let count = entries.count
    let paths = 80 + types.count
    let titles = paths + 8 * count
    let clusters = titles + 4 * count
    var dirents: [UInt8] = []
    var places: [Int] = []
    var blob: UInt64 = 0
    let start = clusters + 8
    for entry in entries {
      places.append(start + dirents.count)
      dirents += little(entry.target == nil ? 0 : 0xFFFF, 2) + [0, UInt8(ascii: "A")]
      dirents += little(0, 4)
      if let target = entry.target {
        dirents += little(UInt64(target), 4)
      } else {
        dirents += little(0, 4) + little(blob, 4)
        blob += 1
      }
      dirents += Array(entry.path.utf8) + [0] + Array(entry.title.utf8) + [0]
    }
    let contents = entries.filter { $0.target == nil }.map { Array($0.content.utf8) }
    var offset = 4 * (contents.count + 1)
    var cluster: [UInt8] = [1]
    for content in contents {
      cluster += little(UInt64(offset), 4)
      offset += content.count
    }
    cluster += little(UInt64(offset), 4) + contents.flatMap { $0 }
    let clusterPlace = start + dirents.count
    let end = clusterPlace + cluster.count
    var header: [UInt8] = [0x5A, 0x49, 0x4D, 0x04, 5, 0, 0, 0] + [UInt8](repeating: 7, count: 16)
    header += little(UInt64(count), 4) + little(1, 4) + little(UInt64(paths), 8)
    header += little(UInt64(titles), 8) + little(UInt64(clusters), 8) + little(80, 8)
    header += little(0xFFFF_FFFF, 4) + little(0xFFFF_FFFF, 4) + little(UInt64(end), 8)
    let order = entries.indices.sorted { entries[$0].title < entries[$1].title }
    return header + types + places.flatMap { little(UInt64($0), 8) }
      + order.flatMap { little(UInt64($0), 4) } + little(UInt64(clusterPlace), 8) + dirents
      + cluster + [UInt8](repeating: 0, count: 16)
  }
}
