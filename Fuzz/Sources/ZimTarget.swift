import FonsSource

/// ZIM files, through libzim.
enum ZimTarget {
  static func run(_ bytes: [UInt8]) {
    let path = TemporaryFile.write("input.zim", bytes)
    try? Source(path: path).read(options: SourceOptions(fileLimit: 4 << 20)) { _ in }
  }
}
