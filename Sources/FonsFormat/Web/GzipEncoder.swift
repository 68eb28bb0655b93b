import CZlib

/// Compresses into the form of gzip, and sums up as ZIP does.
package enum GzipEncoder {
  /// One member of gzip, without name and time: the same bytes give the same member.
  package static func encode(_ bytes: [UInt8]) -> [UInt8] {
    let stream = UnsafeMutablePointer<z_stream>.allocate(capacity: 1)
    defer { stream.deallocate() }
    stream.initialize(to: z_stream())
    let code = deflateInit2_(
      stream, 6, Z_DEFLATED, 31, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION,
      Int32(MemoryLayout<z_stream>.size))
    precondition(code == Z_OK, "zlib has gzip")
    defer { deflateEnd(stream) }
    var result: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 64 << 10)
    var done = 0
    var state = Z_OK
    bytes.withUnsafeBufferPointer { source in
      while state != Z_STREAM_END {
        let count = min(source.count - done, 1 << 30)
        stream.pointee.next_in = source.baseAddress.map {
          UnsafeMutablePointer(mutating: $0 + done)
        }
        stream.pointee.avail_in = UInt32(count)
        let isLast = done + count == source.count
        let produced = chunk.withUnsafeMutableBufferPointer { target in
          stream.pointee.next_out = target.baseAddress
          stream.pointee.avail_out = UInt32(target.count)
          state = deflate(stream, isLast ? Z_FINISH : Z_NO_FLUSH)
          return target.count - Int(stream.pointee.avail_out)
        }
        done += count - Int(stream.pointee.avail_in)
        result += chunk[..<produced]
      }
    }
    return result
  }
}
