internal import FonsFormat

/// Writes a ZIP file whose members are stored as they are.
struct ZipWriter {
  private(set) var bytes: [UInt8] = []
  private var directory: [UInt8] = []
  private var count = 0

  /// 1 January 1980: the same members give the same file.
  private static let date = 0x0021

  private static func number(_ value: Int, _ size: Int) -> [UInt8] {
    (0..<size).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
  }

  /// - Precondition: less than 4 GB in all, which ZIP without its extension cannot hold.
  mutating func add(_ name: String, _ content: [UInt8]) {
    precondition(bytes.count + content.count < 0xFFFF_0000)
    let name = Array(name.utf8)
    let n = Self.number
    // Version 2.0, names in UTF-8, stored.
    let common =
      n(20, 2) + n(0x0800, 2) + n(0, 2) + n(0, 2) + n(Self.date, 2)
      + n(Int(GzipEncoder.checksum(content)), 4) + n(content.count, 4) + n(content.count, 4)
      + n(name.count, 2) + n(0, 2)
    directory +=
      n(0x0201_4B50, 4) + n(20, 2) + common + n(0, 2) + n(0, 2) + n(0, 2) + n(0, 4)
      + n(bytes.count, 4) + name
    bytes += n(0x0403_4B50, 4) + common + name + content
    count += 1
  }

  mutating func finish() -> [UInt8] {
    let n = Self.number
    let start = bytes.count
    bytes += directory
    bytes +=
      n(0x0605_4B50, 4) + n(0, 2) + n(0, 2) + n(count, 2) + n(count, 2) + n(directory.count, 4)
      + n(start, 4) + n(0, 2)
    return bytes
  }
}
