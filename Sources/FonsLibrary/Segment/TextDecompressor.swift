internal import CZstd

/// Decompresses blocks with the dictionary of one segment.
final class TextDecompressor: @unchecked Sendable {
  private let dictionary: OpaquePointer?
  private let pool = DecompressionPool()

  init(dictionary bytes: UnsafeRawBufferPointer) {
    dictionary = bytes.isEmpty ? nil : ZSTD_createDDict(bytes.baseAddress, bytes.count)
  }

  deinit { ZSTD_freeDDict(dictionary) }

  /// Writes the block into `output` and returns its size, or nil where the frame is damaged.
  func decompress(
    _ frame: UnsafeRawBufferPointer, into output: UnsafeMutableRawBufferPointer
  ) -> Int? {
    let context = pool.take()
    defer { pool.give(context) }
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
