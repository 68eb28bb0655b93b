internal import CZstd

/// Compresses the text of a segment in blocks that can be read alone.
///
/// Safe to use from several threads: each brings a context of its own.
final class TextCompressor: @unchecked Sendable {
  /// Of the levels up to 6, this one costs a third of the time and 6 % of the size of the highest
  ///.
  private static let level: Int32 = 3
  private static let dictionarySize = 110 << 10
  private static let sampleSize = 1024
  /// More samples cost time and save less than a hundredth of the text store.
  private static let mostSamples = 1024

  let dictionary: [UInt8]
  private let prepared: OpaquePointer?

  /// Learns a dictionary from samples from all over `texts`; none where there is too little to
  /// learn from.
  init(learningFrom texts: [[UInt8]]) {
    dictionary = Self.train(texts)
    prepared = ZSTD_createCDict(dictionary, dictionary.count, Self.level)
  }

  deinit { ZSTD_freeCDict(prepared) }

  private static func train(_ texts: [[UInt8]]) -> [UInt8] {
    let total = texts.reduce(0) { $0 + $1.count }
    let samples = min(total / sampleSize, mostSamples)
    guard samples >= 256 else { return [] }
    var joined: [UInt8] = []
    joined.reserveCapacity(samples * sampleSize)
    var before = 0
    var next = 0
    for text in texts {
      while next < total, next - before + sampleSize <= text.count {
        joined += text[(next - before)..<(next - before + sampleSize)]
        next += total / samples
      }
      before += text.count
      next = max(next, before)
    }
    let count = joined.count / sampleSize
    let capacity = min(dictionarySize, total / 64)
    var result = [UInt8](repeating: 0, count: capacity)
    let sizes = [Int](repeating: sampleSize, count: count)
    // Fixed parameters: trying them out takes seconds and gains a few thousandths.
    var parameters = ZDICT_fastCover_params_t()
    parameters.k = 512
    parameters.d = 8
    parameters.f = 20
    parameters.accel = 1
    parameters.zParams.compressionLevel = level
    let size = ZDICT_trainFromBuffer_fastCover(
      &result, capacity, joined, sizes, UInt32(count), parameters)
    guard ZDICT_isError(size) == 0 else { return [] }
    result.removeLast(capacity - size)
    return result
  }

  /// The frames of the blocks of `text`, one after the other, and the size of each.
  func compress(_ text: UnsafeRawBufferPointer) -> (frames: [UInt8], sizes: [UInt32]) {
    let blockSize = SegmentFormat.blockSize
    let blocks = (text.count + blockSize - 1) / blockSize
    let context = ZSTD_createCCtx()
    defer { ZSTD_freeCCtx(context) }
    let bound = ZSTD_compressBound(blockSize)
    var sizes: [UInt32] = []
    sizes.reserveCapacity(blocks)
    let frames = [UInt8](unsafeUninitializedCapacity: bound * blocks) { buffer, count in
      count = 0
      for start in stride(from: 0, to: text.count, by: blockSize) {
        let size = ZSTD_compress_usingCDict(
          context, buffer.baseAddress! + count, buffer.count - count, text.baseAddress! + start,
          min(blockSize, text.count - start), prepared)
        precondition(ZSTD_isError(size) == 0, "the output has room for the worst case")
        sizes.append(UInt32(size))
        count += size
      }
    }
    return (frames, sizes)
  }
}
