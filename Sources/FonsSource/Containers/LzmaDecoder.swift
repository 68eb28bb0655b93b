import CLzma

/// xz, also of several streams, and the older `.lzma`.
final class LzmaDecoder: StreamDecoder {
  let name = "xz"
  private let stream = UnsafeMutablePointer<lzma_stream>.allocate(capacity: 1)

  /// More than the largest dictionary that xz's presets use.
  private static let memoryLimit: UInt64 = 512 << 20
  /// `LZMA_CONCATENATED`, a macro that Swift does not see.
  private static let readsAllStreams: UInt32 = 0x08

  init() {
    stream.initialize(to: lzma_stream())
    _ = lzma_auto_decoder(stream, Self.memoryLimit, Self.readsAllStreams)
  }

  deinit {
    lzma_end(stream)
    stream.deallocate()
  }

  func step(
    _ input: UnsafeBufferPointer<UInt8>, _ output: UnsafeMutableBufferPointer<UInt8>, isLast: Bool
  ) -> StreamStep {
    stream.pointee.next_in = input.baseAddress
    stream.pointee.avail_in = input.count
    stream.pointee.next_out = output.baseAddress
    stream.pointee.avail_out = output.count
    let code = lzma_code(stream, isLast ? LZMA_FINISH : LZMA_RUN)
    let status: StreamStep.Status =
      switch code {
      case LZMA_OK, LZMA_BUF_ERROR: .more
      case LZMA_STREAM_END: .end
      default: .corrupt
      }
    return StreamStep(
      consumed: input.count - stream.pointee.avail_in,
      produced: output.count - stream.pointee.avail_out, status: status)
  }

  /// `LZMA_CONCATENATED` reads them all as one.
  func startsAgain(_ rest: ArraySlice<UInt8>) -> Bool { false }
}
