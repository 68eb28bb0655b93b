internal import CZstd

/// Compresses the parts of a history, each a frame that states its size.
enum HistoryFrames {
  /// Pools of more bytes are compressed less hard.
  private static let small = 8 << 20
  /// A part that would be larger is damage.
  private static let most = 1 << 31

  /// - Parameter prefix: bytes that the reader has before it reads the frame.
  static func compress(_ bytes: [UInt8], prefix: [UInt8] = []) -> [UInt8] {
    let context = ZSTD_createCCtx()
    defer { ZSTD_freeCCtx(context) }
    let total = bytes.count + prefix.count
    let level: Int32 = total > small ? 9 : total > 64 << 10 ? 19 : 12
    var window: Int32 = 10
    while window < 27, 1 << Int(window) < total { window += 1 }
    ZSTD_CCtx_setParameter(context, ZSTD_c_compressionLevel, level)
    ZSTD_CCtx_setParameter(context, ZSTD_c_windowLog, window)
    if total > small { ZSTD_CCtx_setParameter(context, ZSTD_c_enableLongDistanceMatching, 1) }
    let bound = ZSTD_compressBound(bytes.count)
    return prefix.withUnsafeBufferPointer { prefix in
      if !prefix.isEmpty { ZSTD_CCtx_refPrefix(context, prefix.baseAddress, prefix.count) }
      return [UInt8](unsafeUninitializedCapacity: bound) { buffer, count in
        count = ZSTD_compress2(context, buffer.baseAddress, bound, bytes, bytes.count)
        precondition(ZSTD_isError(count) == 0, "the output has room for the worst case")
      }
    }
  }

  /// nil where the frame is damaged.
  static func decompress(_ frame: UnsafeRawBufferPointer, prefix: [UInt8] = []) -> [UInt8]? {
    let size = ZSTD_getFrameContentSize(frame.baseAddress, frame.count)
    guard size <= UInt64(most) else { return nil }
    let context = ZSTD_createDCtx()
    defer { ZSTD_freeDCtx(context) }
    ZSTD_DCtx_setParameter(context, ZSTD_d_windowLogMax, 27)
    return prefix.withUnsafeBufferPointer { prefix in
      if !prefix.isEmpty { ZSTD_DCtx_refPrefix(context, prefix.baseAddress, prefix.count) }
      var isIntact = false
      let bytes = [UInt8](unsafeUninitializedCapacity: Int(size)) { buffer, count in
        let made = ZSTD_decompressDCtx(
          context, buffer.baseAddress, Int(size), frame.baseAddress, frame.count)
        isIntact = ZSTD_isError(made) == 0 && made == Int(size)
        count = isIntact ? made : 0
      }
      return isIntact ? bytes : nil
    }
  }
}

extension ByteWriter {
  /// A number of either sign, small ones in a byte.
  mutating func putSigned(_ value: Int) { put(value << 1 ^ value >> (Int.bitWidth - 1)) }
}

extension ByteReader {
  mutating func signed() -> Int? {
    guard let value = int() else { return nil }
    return Int(bitPattern: UInt(bitPattern: value) >> 1) ^ -(value & 1)
  }
}
