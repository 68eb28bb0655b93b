#if canImport(Glibc)
  import Glibc
#endif

/// Decodes one block of bzip2 at a time, in room that is used again.
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
  private let chain = Bzip2Chain(capacity: mostBytes)
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

  /// Decodes the block up to its runs.
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
    chain.follow(links, count: count, from: links[origin] &>> 8, into: bytes)
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

  /// The text of the block that was read: after four equal bytes stands how many more there are.
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
    // Where the next four equal bytes may begin. Two that differ rule out all fours that hold both.
    var index = 0
    while index &+ 4 < count {
      if bytes[index &+ 3] != bytes[index &+ 2] {
        index &+= 3
      } else if bytes[index &+ 2] != bytes[index &+ 1] {
        index &+= 2
      } else if bytes[index &+ 1] != bytes[index] {
        index &+= 1
      } else {
        let more = Int(bytes[index &+ 4])
        body(start, index &+ 4 &- start, more)
        size &+= index &+ 4 &- start &+ more
        start = index &+ 5
        index = start
      }
    }
    if start < count {
      body(start, count - start, 0)
      size += count - start
    }
    return size
  }
}
