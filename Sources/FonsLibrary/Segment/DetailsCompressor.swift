internal import CZstd

/// Compresses the details of works: one frame each, so that one can be read alone.
final class DetailsCompressor {
  /// Bytes of details that a work can have; damage cannot ask for more.
  private static let most = 256 << 20
  private static let level: Int32 = 3

  private let context = ZSTD_createCCtx()

  deinit { ZSTD_freeCCtx(context) }

  func compress(_ bytes: [UInt8]) -> [UInt8] {
    let bound = ZSTD_compressBound(bytes.count)
    return [UInt8](unsafeUninitializedCapacity: bound) { buffer, count in
      count = ZSTD_compressCCtx(
        context, buffer.baseAddress, bound, bytes, bytes.count, Self.level)
      precondition(ZSTD_isError(count) == 0, "the output has room for the worst case")
    }
  }

  /// nil where the frame is damaged.
  static func decompress(_ frame: UnsafeRawBufferPointer, _ reader: BlockReader) -> [UInt8]? {
    let size = ZSTD_getFrameContentSize(frame.baseAddress, frame.count)
    guard size <= UInt64(most) else { return nil }
    var isIntact = false
    let bytes = [UInt8](unsafeUninitializedCapacity: Int(size)) { buffer, count in
      let room = UnsafeMutableRawBufferPointer(start: buffer.baseAddress, count: Int(size))
      isIntact = reader.decompress(frame, into: room) == Int(size)
      count = isIntact ? Int(size) : 0
    }
    return isIntact ? bytes : nil
  }
}
