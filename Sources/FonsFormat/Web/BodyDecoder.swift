import CBrotli
import CZlib

/// Undoes the compression of a web page.
enum BodyDecoder {
  /// - Throws: `BodyError` where the bytes are damaged or grow beyond `limit`.
  static func decode(
    _ bytes: [UInt8], coding: String, limit: Int
  ) throws(BodyError) -> [UInt8] {
    guard !bytes.isEmpty else { return bytes }
    switch coding {
    case "gzip", "x-gzip":
      // Some crawlers decode the body and keep the header.
      guard bytes.starts(with: [0x1F, 0x8B]) else { return bytes }
      return try inflated(bytes, windowBits: 31, limit)
    case "deflate":
      let isWrapped = bytes.count > 1 && (Int(bytes[0]) << 8 | Int(bytes[1])) % 31 == 0
      return try inflated(
        bytes, windowBits: isWrapped && bytes[0] & 15 == 8 ? 15 : -15, limit)
    case "br": return try brotli(bytes, limit)
    case "zstd":
      guard bytes.starts(with: [0x28, 0xB5, 0x2F, 0xFD]) else { return bytes }
      return try zstd(bytes, limit)
    case "", "identity", "none", "utf-8": return bytes
    default:
      throw BodyError(.unsupported, "is compressed by “\(coding)”, which Fons cannot undo")
    }
  }

  private static let damaged = BodyError(.damaged, "is a page whose compressed body is damaged")

  private static func tooLarge(_ limit: Int) -> BodyError {
    BodyError(.tooLarge, "is a page that expands to more than \(limit) bytes and was left out")
  }

  private static func inflated(
    _ bytes: [UInt8], windowBits: Int32, _ limit: Int
  ) throws(BodyError) -> [UInt8] {
    let stream = UnsafeMutablePointer<z_stream>.allocate(capacity: 1)
    defer { stream.deallocate() }
    stream.initialize(to: z_stream())
    inflateInit2_(stream, windowBits, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
    defer { inflateEnd(stream) }
    var result: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 64 << 10)
    var code = Z_OK
    bytes.withUnsafeBufferPointer { source in
      stream.pointee.next_in = UnsafeMutablePointer(mutating: source.baseAddress)
      stream.pointee.avail_in = UInt32(clamping: source.count)
      while code == Z_OK, result.count <= limit {
        let produced = chunk.withUnsafeMutableBufferPointer { target in
          stream.pointee.next_out = target.baseAddress
          stream.pointee.avail_out = UInt32(target.count)
          code = inflate(stream, Z_NO_FLUSH)
          return target.count - Int(stream.pointee.avail_out)
        }
        result += chunk[..<produced]
      }
    }
    guard result.count <= limit else { throw tooLarge(limit) }
    guard code == Z_STREAM_END else { throw damaged }
    return result
  }

  private static func brotli(
    _ bytes: [UInt8], _ limit: Int
  ) throws(BodyError) -> [UInt8] {
    guard let state = BrotliDecoderCreateInstance(nil, nil, nil) else { throw damaged }
    defer { BrotliDecoderDestroyInstance(state) }
    var result: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 64 << 10)
    var status = BROTLI_DECODER_RESULT_NEEDS_MORE_OUTPUT
    bytes.withUnsafeBufferPointer { source in
      var left = source.count
      var next = source.baseAddress
      while status == BROTLI_DECODER_RESULT_NEEDS_MORE_OUTPUT, result.count <= limit {
        let produced = chunk.withUnsafeMutableBufferPointer { target in
          var room = target.count
          var to = target.baseAddress
          status = BrotliDecoderDecompressStream(state, &left, &next, &room, &to, nil)
          return target.count - room
        }
        result += chunk[..<produced]
      }
    }
    guard result.count <= limit else { throw tooLarge(limit) }
    guard status == BROTLI_DECODER_RESULT_SUCCESS else { throw damaged }
    return result
  }

  private static func zstd(
    _ bytes: [UInt8], _ limit: Int
  ) throws(BodyError) -> [UInt8] {
    do {
      let archive = try ArchiveReader(bytes: bytes, raw: true)
      guard try archive.next() != nil, let content = try archive.content(limit: limit) else {
        throw tooLarge(limit)
      }
      return content
    } catch let error as BodyError {
      throw error
    } catch {
      throw damaged
    }
  }
}
