internal import CZstd
internal import Synchronization

/// Decompresses for one thread at a time: a context, which costs more to make than a block to read,
/// and the blocks of text that were read last, which are often asked for again.
final class BlockReader {
  private let context = ZSTD_createDCtx()
  /// For frames without the dictionary: a context that changes between both takes the dictionary for
  /// cold each time, and goes a slower way.
  private let plainContext = ZSTD_createDCtx()
  /// The dictionary, and behind it room for a block: what a block copies from a dictionary that lies
  /// right before it is copied as fast as from the block itself.
  private let room: UnsafeMutableRawBufferPointer
  private let dictionarySize: Int
  private let dictionary: OpaquePointer?
  /// Bytes behind the block that let it be written in wide steps up to its end.
  private static let slack = 64
  private var slots: [Slot] = []
  private var next = 0

  private struct Slot {
    var block: Int
    var count: Int
    let bytes: UnsafeMutableRawPointer
  }

  /// Blocks that are kept.
  private static let kept = 4

  init(dictionary bytes: UnsafeRawBufferPointer) {
    dictionarySize = bytes.count
    room = .allocate(
      byteCount: bytes.count + SegmentFormat.blockSize + Self.slack, alignment: 16)
    room.copyMemory(from: bytes)
    dictionary =
      bytes.isEmpty ? nil : ZSTD_createDDict_byReference(room.baseAddress, bytes.count)
  }

  deinit {
    ZSTD_freeDDict(dictionary)
    room.deallocate()
    for slot in slots { slot.bytes.deallocate() }
    ZSTD_freeDCtx(context)
    ZSTD_freeDCtx(plainContext)
  }

  /// A block by its number, from what is kept or decompressed from the frame that `read` gives; nil
  /// where the frame is damaged. Many blocks in a row would push out those that are asked for again:
  /// they are not kept.
  func block(
    _ number: Int, isKept: Bool, _ read: () throws -> UnsafeRawBufferPointer
  ) rethrows -> UnsafeRawBufferPointer? {
    if let slot = slots.first(where: { $0.block == number }) {
      return UnsafeRawBufferPointer(start: slot.bytes, count: slot.count)
    }
    let output = UnsafeMutableRawBufferPointer(rebasing: room[dictionarySize...])
    guard let size = decompress(try read(), into: output, dictionary: dictionary),
      size <= SegmentFormat.blockSize
    else { return nil }
    let content = UnsafeRawBufferPointer(rebasing: output[..<size])
    if isKept { keep(content, as: number) }
    return content
  }

  private func keep(_ content: UnsafeRawBufferPointer, as number: Int) {
    if slots.count < Self.kept {
      next = slots.count
      slots.append(
        Slot(
          block: -1, count: 0,
          bytes: .allocate(byteCount: SegmentFormat.blockSize, alignment: 16)))
    } else {
      next = (next + 1) % Self.kept
    }
    slots[next].block = number
    slots[next].count = content.count
    if let base = content.baseAddress {
      slots[next].bytes.copyMemory(from: base, byteCount: content.count)
    }
  }

  /// Writes a frame's content into `output` and returns its size, or nil where the frame is damaged.
  func decompress(
    _ frame: UnsafeRawBufferPointer, into output: UnsafeMutableRawBufferPointer,
    dictionary: OpaquePointer? = nil
  ) -> Int? {
    let size: Int
    if let dictionary {
      size = ZSTD_decompress_usingDDict(
        context, output.baseAddress, output.count, frame.baseAddress, frame.count, dictionary)
    } else {
      size = ZSTD_decompressDCtx(
        plainContext, output.baseAddress, output.count, frame.baseAddress, frame.count)
    }
    return ZSTD_isError(size) == 0 ? size : nil
  }
}

/// Readers of one segment, kept for the next thread that needs one.
final class BlockReaderPool: Sendable {
  private struct Readers: @unchecked Sendable {
    var free: [BlockReader] = []
  }

  private struct Taken: @unchecked Sendable {
    let reader: BlockReader?
  }

  private let readers = Mutex(Readers())
  private let dictionary: [UInt8]

  init(dictionary: [UInt8]) { self.dictionary = dictionary }

  func withReader<Result>(_ body: (BlockReader) throws -> Result) rethrows -> Result {
    let reader =
      readers.withLock { Taken(reader: $0.free.popLast()) }.reader
      ?? dictionary.withUnsafeBytes { BlockReader(dictionary: $0) }
    defer {
      nonisolated(unsafe) let returned = reader
      readers.withLock { $0.free.append(returned) }
    }
    return try body(reader)
  }
}
