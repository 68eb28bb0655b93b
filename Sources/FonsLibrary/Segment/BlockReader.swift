internal import CZstd
internal import Synchronization

/// Decompresses for one thread at a time: a context, which costs more to make than a block to read,
/// and the blocks of text that were read last, which are often asked for again.
final class BlockReader {
  private let context = ZSTD_createDCtx()
  private var slots: [Slot] = []
  private var next = 0

  private struct Slot {
    var block: Int
    var count: Int
    let bytes: UnsafeMutableRawPointer
  }

  /// Blocks that are kept.
  private static let kept = 4

  deinit {
    for slot in slots { slot.bytes.deallocate() }
    ZSTD_freeDCtx(context)
  }

  /// A block by its number, from what is kept or through `read`, which returns the block's size.
  func block(
    _ number: Int, _ read: (UnsafeMutableRawBufferPointer) throws -> Int
  ) rethrows -> UnsafeRawBufferPointer {
    if let slot = slots.first(where: { $0.block == number }) {
      return UnsafeRawBufferPointer(start: slot.bytes, count: slot.count)
    }
    if slots.count < Self.kept {
      next = slots.count
      slots.append(
        Slot(
          block: -1, count: 0,
          bytes: .allocate(byteCount: SegmentFormat.blockSize, alignment: 16)))
    } else {
      next = (next + 1) % Self.kept
    }
    // What a failed read leaves behind is no block.
    slots[next].block = -1
    slots[next].count = try read(
      UnsafeMutableRawBufferPointer(start: slots[next].bytes, count: SegmentFormat.blockSize))
    slots[next].block = number
    return UnsafeRawBufferPointer(start: slots[next].bytes, count: slots[next].count)
  }

  /// A block that is not kept.
  func unkept(
    _ read: (UnsafeMutableRawBufferPointer) throws -> Int
  ) rethrows -> UnsafeRawBufferPointer {
    defer { slots[next].block = -1 }
    return try block(-2, read)
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
        context, output.baseAddress, output.count, frame.baseAddress, frame.count)
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

  func withReader<Result>(_ body: (BlockReader) throws -> Result) rethrows -> Result {
    let reader = readers.withLock { Taken(reader: $0.free.popLast()) }.reader ?? BlockReader()
    defer {
      nonisolated(unsafe) let returned = reader
      readers.withLock { $0.free.append(returned) }
    }
    return try body(reader)
  }
}
