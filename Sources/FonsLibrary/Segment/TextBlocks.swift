internal import CZstd
internal import Dispatch

/// Compresses the text of a segment in blocks that can be read alone.
enum TextCompressor {
  private static let level: Int32 = 6
  private static let dictionarySize = 110 << 10

  /// A dictionary trained on samples from all over `text`; empty where there is too little to learn
  /// from.
  static func dictionary(for text: UnsafeRawBufferPointer) -> [UInt8] {
    let sampleSize = 1024
    // More samples cost seconds and save less than a hundredth of the text store.
    let samples = min(text.count / sampleSize, 512)
    guard samples >= 256 else { return [] }
    let stride = text.count / samples
    var joined: [UInt8] = []
    joined.reserveCapacity(samples * sampleSize)
    for index in 0..<samples {
      joined.append(contentsOf: text[index * stride..<index * stride + sampleSize])
    }
    let capacity = min(dictionarySize, text.count / 64)
    var result = [UInt8](repeating: 0, count: capacity)
    let sizes = [Int](repeating: sampleSize, count: samples)
    let size = ZDICT_trainFromBuffer(&result, capacity, joined, sizes, UInt32(samples))
    guard ZDICT_isError(size) == 0 else { return [] }
    result.removeLast(capacity - size)
    return result
  }

  /// The frames of all blocks, compressed on all cores, and where each begins.
  static func compress(
    _ text: UnsafeRawBufferPointer, dictionary: [UInt8]
  ) -> (frames: [[UInt8]], offsets: [UInt64]) {
    let blockSize = SegmentFormat.blockSize
    let blocks = (text.count + blockSize - 1) / blockSize
    let run = 64
    let runs = (blocks + run - 1) / run
    let prepared = ZSTD_createCDict(dictionary, dictionary.count, level)
    defer { ZSTD_freeCDict(prepared) }
    var results = [[UInt8]](repeating: [], count: runs)
    var sizes = [Int](repeating: 0, count: blocks)
    nonisolated(unsafe) let dictionaryPointer = prepared
    nonisolated(unsafe) let source = text
    results.withUnsafeMutableBufferPointer { results in
      sizes.withUnsafeMutableBufferPointer { sizes in
        nonisolated(unsafe) let results = results
        nonisolated(unsafe) let sizes = sizes
        DispatchQueue.concurrentPerform(iterations: runs) { index in
          results[index] = compressRun(
            source, blocks: index * run..<min(blocks, (index + 1) * run), dictionaryPointer, sizes)
        }
      }
    }
    var offsets: [UInt64] = [0]
    offsets.reserveCapacity(blocks + 1)
    for size in sizes { offsets.append(offsets[offsets.count - 1] + UInt64(size)) }
    return (results, offsets)
  }

  private static func compressRun(
    _ text: UnsafeRawBufferPointer, blocks: Range<Int>, _ dictionary: OpaquePointer?,
    _ sizes: UnsafeMutableBufferPointer<Int>
  ) -> [UInt8] {
    let context = ZSTD_createCCtx()
    defer { ZSTD_freeCCtx(context) }
    let bound = ZSTD_compressBound(SegmentFormat.blockSize)
    return [UInt8](unsafeUninitializedCapacity: bound * blocks.count) { buffer, count in
      count = 0
      for block in blocks {
        let start = block * SegmentFormat.blockSize
        let length = min(SegmentFormat.blockSize, text.count - start)
        let size = ZSTD_compress_usingCDict(
          context, buffer.baseAddress! + count, buffer.count - count, text.baseAddress! + start,
          length, dictionary)
        precondition(ZSTD_isError(size) == 0, "the output has room for the worst case")
        sizes[block] = size
        count += size
      }
    }
  }
}
