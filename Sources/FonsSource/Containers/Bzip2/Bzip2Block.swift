#if canImport(Glibc)
  import Glibc
#endif

/// Decodes one block of bzip2 at a time, in room that is used again.
///
/// The last step of a block, following the permutation of the Burrows-Wheeler transform, is a chain
/// of reads that each miss the cache. `unwind` follows the chains of several blocks at once, so that
/// their misses overlap: this, and cores, is where the speed comes from.
final class Bzip2Block {
  enum Failure: Error {
    /// The bits end before the block does.
    case short
    case corrupt
  }

  static let magic: UInt64 = 0x3141_5926_5359
  private static let mostBytes = 900_000

  /// For each place: a byte, and above it the place that comes after.
  private let links = hugePages(mostBytes * 4).assumingMemoryBound(to: UInt32.self)
  private let bytes = UnsafeMutablePointer<UInt8>.allocate(capacity: mostBytes)
  private var count = 0
  private var origin = 0
  /// What the block says its checksum is.
  private(set) var checksum: UInt32 = 0
  /// Where the block ends in the bytes that it was read from.
  private(set) var endBit = 0

  /// Memory in few pages, where the system has them: half of the misses are of pages, not of lines.
  private static func hugePages(_ count: Int) -> UnsafeMutableRawPointer {
    let page = 2 << 20
    let size = (count + page - 1) / page * page
    let memory = UnsafeMutableRawPointer.allocate(byteCount: size, alignment: page)
    #if canImport(Glibc)
      _ = madvise(memory, size, MADV_HUGEPAGE)
    #endif
    return memory
  }

  deinit {
    links.deallocate()
    bytes.deallocate()
  }

  /// Takes the block apart up to the permutation.
  ///
  /// - Parameters:
  ///   - bit: where the block's magic begins.
  ///   - end: where the bits end that may belong to it.
  func read(_ input: UnsafeBufferPointer<UInt8>, at bit: Int, end: Int) throws(Failure) {
    count = 0
    run = 0
    weight = 1
    var bits = Bzip2Bits(input, at: bit)
    do {
      try readHeader(&bits)
      let used = readUsedBytes(&bits)
      try readSymbols(&bits, used)
    } catch {
      throw bits.position > end ? .short : error
    }
    endBit = bits.position
    guard endBit <= end else { throw .short }
    guard origin < count else { throw .corrupt }
    link()
  }

  private func readHeader(_ bits: inout Bzip2Bits) throws(Failure) {
    guard bits.read(24) == Int(Self.magic >> 24), bits.read(24) == Int(Self.magic & 0xFFFFFF) else {
      throw .corrupt
    }
    checksum = UInt32(bits.read(32))
    // Blocks that were "randomised" have not been written since 1999.
    guard bits.read(1) == 0 else { throw .corrupt }
    origin = bits.read(24)
  }

  private func readUsedBytes(_ bits: inout Bzip2Bits) -> [UInt8] {
    let rows = bits.read(16)
    var used: [UInt8] = []
    for row in 0..<16 where rows >> (15 - row) & 1 != 0 {
      let columns = bits.read(16)
      for column in 0..<16 where columns >> (15 - column) & 1 != 0 {
        used.append(UInt8(row * 16 + column))
      }
    }
    return used
  }

  private func readSelectors(
    _ bits: inout Bzip2Bits, codes: Int
  ) throws(Failure) -> [UInt8] {
    let count = bits.read(15)
    guard count > 0 else { throw .corrupt }
    var order = (0..<codes).map { UInt8($0) }
    var selectors = [UInt8](repeating: 0, count: count)
    for index in 0..<count {
      var place = 0
      while bits.read(1) == 1 {
        place += 1
        guard place < codes else { throw .corrupt }
      }
      let code = order.remove(at: place)
      order.insert(code, at: 0)
      selectors[index] = code
    }
    return selectors
  }

  private func readCode(
    _ bits: inout Bzip2Bits, symbols: Int
  ) throws(Failure) -> Bzip2Code {
    var length = bits.read(5)
    var lengths = [UInt8](repeating: 0, count: symbols)
    for symbol in 0..<symbols {
      while true {
        guard (1...Bzip2Code.longest).contains(length) else { throw .corrupt }
        guard bits.read(1) == 1 else { break }
        length += bits.read(1) == 0 ? 1 : -1
      }
      lengths[symbol] = UInt8(length)
    }
    guard let code = Bzip2Code(lengths: lengths) else { throw .corrupt }
    return code
  }

  /// Symbols are runs of the front byte, or places in the list of bytes, latest first.
  private func readSymbols(_ bits: inout Bzip2Bits, _ used: [UInt8]) throws(Failure) {
    guard !used.isEmpty else { throw .corrupt }
    let codeCount = bits.read(3)
    guard (2...6).contains(codeCount) else { throw .corrupt }
    let selectors = try readSelectors(&bits, codes: codeCount)
    var codes: [Bzip2Code] = []
    for _ in 0..<codeCount { codes.append(try readCode(&bits, symbols: used.count + 2)) }
    let last = used.count + 1
    var latest = used + [UInt8](repeating: 0, count: 256 - used.count)
    let isWhole = latest.withUnsafeMutableBufferPointer { latest in
      for selector in selectors {
        switch readGroup(&bits, codes[Int(selector)], last, latest.baseAddress!) {
        case .more: continue
        case .end: return true
        case .corrupt: return false
        }
      }
      return false
    }
    guard isWhole else { throw .corrupt }
  }

  private enum GroupEnd { case more, end, corrupt }

  /// The run that is being counted, over the borders of groups.
  private var run = 0
  private var weight = 1

  /// Fifty symbols of one code.
  @inline(__always)
  private func readGroup(
    _ bits: inout Bzip2Bits, _ code: borrowing Bzip2Code, _ last: Int,
    _ latest: UnsafeMutablePointer<UInt8>
  ) -> GroupEnd {
    var at = count
    defer { count = at }
    for _ in 0..<50 {
      bits.refill()
      guard let symbol = code.next(&bits) else { return .corrupt }
      if symbol <= 1 {
        run &+= weight &<< symbol
        weight &<<= 1
        guard run <= Self.mostBytes else { return .corrupt }
        continue
      }
      if run > 0 {
        guard at &+ run <= Self.mostBytes else { return .corrupt }
        (links + at).update(repeating: UInt32(latest[0]), count: run)
        at &+= run
        run = 0
      }
      weight = 1
      if symbol == last { return .end }
      guard at < Self.mostBytes else { return .corrupt }
      let place = symbol &- 1
      let byte = latest[place]
      var index = place
      while index > 0 {
        latest[index] = latest[index &- 1]
        index &-= 1
      }
      latest[0] = byte
      links[at] = UInt32(byte)
      at &+= 1
    }
    return .more
  }

  /// Puts above each byte the place of the one that follows it in the text.
  private func link() {
    var starts = InlineArray<256, Int>(repeating: 0)
    for index in 0..<count { starts[Int(links[index] & 0xFF)] &+= 1 }
    var sum = 0
    for byte in 0..<256 {
      let own = starts[byte]
      starts[byte] = sum
      sum += own
    }
    for index in 0..<count {
      let byte = Int(links[index] & 0xFF)
      links[starts[byte]] |= UInt32(truncatingIfNeeded: index) &<< 8
      starts[byte] &+= 1
    }
  }

  /// Follows the chains of all `blocks`, four at a time.
  static func unwind(_ blocks: [Bzip2Block]) {
    var index = 0
    while index + 4 <= blocks.count {
      unwind(blocks[index], blocks[index + 1], blocks[index + 2], blocks[index + 3])
      index += 4
    }
    while index < blocks.count {
      let block = blocks[index]
      block.unwind(from: 0, block.links[block.origin] &>> 8)
      index += 1
    }
  }

  private static func unwind(
    _ a: Bzip2Block, _ b: Bzip2Block, _ c: Bzip2Block, _ d: Bzip2Block
  ) {
    let (linksA, linksB, linksC, linksD) = (a.links, b.links, c.links, d.links)
    let (bytesA, bytesB, bytesC, bytesD) = (a.bytes, b.bytes, c.bytes, d.bytes)
    var placeA = linksA[a.origin] &>> 8
    var placeB = linksB[b.origin] &>> 8
    var placeC = linksC[c.origin] &>> 8
    var placeD = linksD[d.origin] &>> 8
    let common = min(min(a.count, b.count), min(c.count, d.count))
    for index in 0..<common {
      let (linkA, linkB) = (linksA[Int(placeA)], linksB[Int(placeB)])
      let (linkC, linkD) = (linksC[Int(placeC)], linksD[Int(placeD)])
      bytesA[index] = UInt8(truncatingIfNeeded: linkA)
      bytesB[index] = UInt8(truncatingIfNeeded: linkB)
      bytesC[index] = UInt8(truncatingIfNeeded: linkC)
      bytesD[index] = UInt8(truncatingIfNeeded: linkD)
      placeA = linkA &>> 8
      placeB = linkB &>> 8
      placeC = linkC &>> 8
      placeD = linkD &>> 8
    }
    for (block, place) in [(a, placeA), (b, placeB), (c, placeC), (d, placeD)] {
      block.unwind(from: common, place)
    }
  }

  private func unwind(from start: Int, _ place: UInt32) {
    var place = place
    for index in start..<max(start, count) {
      let link = links[Int(place)]
      bytes[index] = UInt8(truncatingIfNeeded: link)
      place = link &>> 8
    }
  }

  /// The text of the unwound block: after four equal bytes stands how many more there are.
  ///
  /// - Throws: `.corrupt` where it is not what the block's checksum says.
  func text() throws(Failure) -> [UInt8] {
    let size = eachRun { _, _, _ in }
    let text = [UInt8](unsafeUninitializedCapacity: size) { buffer, filled in
      filled = size
      guard var output = buffer.baseAddress else { return }
      _ = eachRun { start, plain, more in
        output.update(from: bytes + start, count: plain)
        output += plain
        guard more > 0 else { return }
        output.update(repeating: bytes[start + plain - 1], count: more)
        output += more
      }
    }
    guard text.withUnsafeBufferPointer({ Bzip2Checksum.of($0) }) == checksum else {
      throw .corrupt
    }
    return text
  }

  /// Calls `body` with stretches that stand as they are, and how often the last byte of each is
  /// repeated. Returns the bytes of all.
  @inline(__always)
  private func eachRun(_ body: (_ start: Int, _ plain: Int, _ more: Int) -> Void) -> Int {
    var size = 0
    var start = 0
    var same = 1
    var index = 1
    while index < count {
      same = bytes[index] == bytes[index &- 1] ? same &+ 1 : 1
      index &+= 1
      guard same == 4, index < count else { continue }
      let more = Int(bytes[index])
      body(start, index &- start, more)
      size &+= index &- start &+ more
      start = index &+ 1
      index = start &+ 1
      same = 1
    }
    if start < count {
      body(start, count - start, 0)
      size += count - start
    }
    return size
  }
}
