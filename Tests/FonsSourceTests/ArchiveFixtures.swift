import CArchive
import CBzip2
import CLzma
import CZlib

/// Archives and compressed streams, made on the spot.
enum ArchiveFixtures {
  enum Format {
    case zip, sevenZip, tar
  }

  /// An archive of files with their names, in their order.
  static func archive(_ format: Format, _ files: [(String, [UInt8])]) -> [UInt8] {
    let size = files.reduce(1 << 20) { $0 + $1.1.count + 1_024 }
    var used = 0
    var bytes = [UInt8](repeating: 0, count: size)
    let archive: OpaquePointer = archive_write_new()
    switch format {
    case .zip: archive_write_set_format_zip(archive)
    case .sevenZip: archive_write_set_format_7zip(archive)
    case .tar: archive_write_set_format_ustar(archive)
    }
    bytes.withUnsafeMutableBytes { buffer in
      _ = archive_write_open_memory(archive, buffer.baseAddress, buffer.count, &used)
      for (name, content) in files {
        let entry: OpaquePointer = archive_entry_new()
        archive_entry_set_pathname(entry, name)
        archive_entry_set_size(entry, Int64(content.count))
        archive_entry_set_filetype(entry, 0o100000)
        archive_entry_set_perm(entry, 0o644)
        archive_write_header(archive, entry)
        _ = content.withUnsafeBytes { archive_write_data(archive, $0.baseAddress, $0.count) }
        archive_entry_free(entry)
      }
      archive_write_close(archive)
      archive_write_free(archive)
    }
    return Array(bytes[..<used])
  }

  static func zip(_ files: [(String, String)]) -> [UInt8] {
    archive(.zip, files.map { ($0.0, Array($0.1.utf8)) })
  }

  static func gzip(_ content: [UInt8], windowBits: Int32 = 31) -> [UInt8] {
    var stream = z_stream()
    deflateInit2_(
      &stream, 6, Z_DEFLATED, windowBits, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION,
      Int32(MemoryLayout<z_stream>.size))
    defer { deflateEnd(&stream) }
    var result = [UInt8](repeating: 0, count: content.count + 1_024)
    var source = content
    let count = result.withUnsafeMutableBufferPointer { target in
      source.withUnsafeMutableBufferPointer { from in
        stream.next_in = from.baseAddress
        stream.avail_in = UInt32(from.count)
        stream.next_out = target.baseAddress
        stream.avail_out = UInt32(target.count)
        deflate(&stream, Z_FINISH)
        return target.count - Int(stream.avail_out)
      }
    }
    return Array(result[..<count])
  }

  static func bzip2(_ content: [UInt8]) -> [UInt8] {
    var result = [UInt8](repeating: 0, count: content.count + content.count / 50 + 1_024)
    var size = UInt32(result.count)
    content.withUnsafeBytes { source in
      result.withUnsafeMutableBytes { target in
        _ = BZ2_bzBuffToBuffCompress(
          target.bindMemory(to: CChar.self).baseAddress, &size,
          UnsafeMutablePointer(mutating: source.bindMemory(to: CChar.self).baseAddress),
          UInt32(source.count), 9, 0, 0)
      }
    }
    return Array(result[..<Int(size)])
  }

  static func xz(_ content: [UInt8]) -> [UInt8] {
    var result = [UInt8](repeating: 0, count: content.count + 4_096)
    var size = 0
    _ = lzma_easy_buffer_encode(
      3, LZMA_CHECK_CRC32, nil, content, content.count, &result, &size, result.count)
    return Array(result[..<size])
  }
}
