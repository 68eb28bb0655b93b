import CBzip2

/// bzip2, also of several streams, as Wikimedia's multistream dumps are.
final class Bzip2Decoder: StreamDecoder {
  let name = "bzip2"
  private let stream = UnsafeMutablePointer<bz_stream>.allocate(capacity: 1)

  init() {
    stream.initialize(to: bz_stream())
    BZ2_bzDecompressInit(stream, 0, 0)
  }

  deinit {
    BZ2_bzDecompressEnd(stream)
    stream.deallocate()
  }

  func step(
    _ input: UnsafeBufferPointer<UInt8>, _ output: UnsafeMutableBufferPointer<UInt8>, isLast: Bool
  ) -> StreamStep {
    input.withMemoryRebound(to: CChar.self) { source in
      output.withMemoryRebound(to: CChar.self) { target in
        stream.pointee.next_in = UnsafeMutablePointer(mutating: source.baseAddress)
        stream.pointee.avail_in = UInt32(source.count)
        stream.pointee.next_out = target.baseAddress
        stream.pointee.avail_out = UInt32(target.count)
        let code = BZ2_bzDecompress(stream)
        let status: StreamStep.Status =
          switch code {
          case BZ_OK: .more
          case BZ_STREAM_END: .end
          default: .corrupt
          }
        return StreamStep(
          consumed: source.count - Int(stream.pointee.avail_in),
          produced: target.count - Int(stream.pointee.avail_out), status: status)
      }
    }
  }

  func startsAgain(_ rest: ArraySlice<UInt8>) -> Bool {
    guard rest.first == UInt8(ascii: "B") else { return false }
    BZ2_bzDecompressEnd(stream)
    stream.pointee = bz_stream()
    return BZ2_bzDecompressInit(stream, 0, 0) == BZ_OK
  }
}
