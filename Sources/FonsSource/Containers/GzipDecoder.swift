import CZlib

/// gzip, also of several members.
final class GzipDecoder: StreamDecoder {
  let name = "gzip"
  /// zlib remembers the address of its stream, so that it must not move.
  private let stream = UnsafeMutablePointer<z_stream>.allocate(capacity: 1)

  init() {
    stream.initialize(to: z_stream())
    // 15 bits of window, and 16 for a gzip header.
    inflateInit2_(stream, 31, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
  }

  deinit {
    inflateEnd(stream)
    stream.deallocate()
  }

  func step(
    _ input: UnsafeBufferPointer<UInt8>, _ output: UnsafeMutableBufferPointer<UInt8>, isLast: Bool
  ) -> StreamStep {
    stream.pointee.next_in = UnsafeMutablePointer(mutating: input.baseAddress)
    stream.pointee.avail_in = UInt32(input.count)
    stream.pointee.next_out = output.baseAddress
    stream.pointee.avail_out = UInt32(output.count)
    let code = inflate(stream, Z_NO_FLUSH)
    let status: StreamStep.Status =
      switch code {
      case Z_OK, Z_BUF_ERROR: .more
      case Z_STREAM_END: .end
      default: .corrupt
      }
    return StreamStep(
      consumed: input.count - Int(stream.pointee.avail_in),
      produced: output.count - Int(stream.pointee.avail_out), status: status)
  }

  func startsAgain(_ rest: ArraySlice<UInt8>) -> Bool {
    rest.first == 0x1F && inflateReset(stream) == Z_OK
  }
}
