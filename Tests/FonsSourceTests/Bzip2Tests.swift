import FonsTesting
import Foundation
import Testing

@testable import FonsSource

/// bzip2 read block by block, against what the `bzip2` program wrote.
@Suite struct Bzip2Tests {
  /// Text with runs of every length, which the first step of bzip2 is about.
  static func plain(_ count: Int) -> [UInt8] {
    var state: UInt64 = 3
    var bytes: [UInt8] = []
    while bytes.count < count {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      let length = state >> 60 == 0 ? Int(state >> 32 & 0x3FF) : 1
      bytes += [UInt8](repeating: UInt8(truncatingIfNeeded: state >> 40) & 31 | 64, count: length)
    }
    return Array(bytes.prefix(count))
  }

  /// nil where the program is not installed.
  private static func compressed(_ bytes: [UInt8], level: Int) throws -> [UInt8]? {
    let folder = try TemporaryFolder()
    let path = try folder.write("plain", bytes)
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/sh")
    process.arguments = ["-c", "command -v bzip2 > /dev/null && bzip2 -\(level) '\(path)'"]
    try process.run()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else { return nil }
    return try [UInt8](Data(contentsOf: URL(fileURLWithPath: path + ".bz2")))
  }

  private struct Read {
    var bytes: [UInt8] = []
    var failure: SourceError?
  }

  private static func read(_ bytes: [UInt8], jobs: Int) throws -> Read {
    let folder = try TemporaryFolder()
    let source = try ByteSource(
      path: folder.write("a.bz2", bytes), workers: Workers(count: jobs))
    var result = Read()
    do throws(SourceError) {
      while let more = try source.read() { result.bytes += more }
    } catch {
      result.failure = error
    }
    return result
  }

  @Test(arguments: [0, 1, 3, 4, 5, 100_000, 1_300_000], [1, 3])
  func wholeFiles(count: Int, jobs: Int) throws {
    let plain = Self.plain(count)
    guard let bytes = try Self.compressed(plain, level: 1) else { return }
    let read = try Self.read(bytes, jobs: jobs)
    #expect(read.failure == nil)
    #expect(read.bytes == plain)
    // Several streams, and bytes of others after the last.
    let twice = try Self.read(bytes + bytes + [0, 0, 7], jobs: jobs)
    #expect(twice.failure == nil)
    #expect(twice.bytes == plain + plain)
  }

  /// Of such a text the permutation is several cycles, of which one is gone through again and again.
  @Test(arguments: ["ab", "abcabd", "one two three. "], [7, 5000, 90_000])
  func textsThatRepeatThemselves(word: String, times: Int) throws {
    let plain = Array(String(repeating: word, count: times).utf8)
    guard let bytes = try Self.compressed(plain, level: 9) else { return }
    let read = try Self.read(bytes, jobs: 2)
    #expect(read.failure == nil)
    #expect(read.bytes == plain)
  }

  @Test func everyCutIsSaid() throws {
    let plain = Self.plain(250_000)
    guard let bytes = try Self.compressed(plain, level: 1) else { return }
    for end in Array(4..<24) + stride(from: 100, to: bytes.count, by: 7919)
      + Array(bytes.count - 20..<bytes.count)
    {
      let read = try Self.read(Array(bytes[..<end]), jobs: 2)
      #expect(read.failure?.kind == .truncated, "\(end) of \(bytes.count)")
      #expect(plain.starts(with: read.bytes))
    }
  }

  @Test func everyFlippedBitIsFound() throws {
    let plain = Self.plain(250_000)
    guard let bytes = try Self.compressed(plain, level: 1) else { return }
    for place in stride(from: 32, to: bytes.count * 8, by: 6007) {
      var damaged = bytes
      damaged[place / 8] ^= 1 << UInt8(place % 8)
      let read = try Self.read(damaged, jobs: 2)
      #expect(read.failure != nil, "bit \(place)")
      #expect(plain.starts(with: read.bytes))
    }
  }

  /// A magic number may stand in a block by chance.
  @Test func aMagicNumberByChanceIsNoBlock() throws {
    let plain = Self.plain(250_000)
    guard let bytes = try Self.compressed(plain, level: 1) else { return }
    var splitter = Bzip2Splitter()
    var pieces: [Bzip2Splitter.Piece] = []
    splitter.take(bytes[...]) { pieces.append($0) }
    let block = try #require(pieces.first { $0.kind == .block })
    let other = try #require(pieces.last { $0.kind == .block })
    let middle = block.end / 2
    var (left, right) = (block, block)
    left.bytes = Array(block.bytes[..<((middle + 7) >> 3)])
    left.end = middle
    right.bytes = Array(block.bytes[(middle >> 3)...])
    right.bit = middle & 7
    right.end = block.end - (middle >> 3) * 8
    let joined = left.joined(with: right)
    #expect(joined.bytes == block.bytes && joined.bit == block.bit && other.offset > 0)
  }
}
