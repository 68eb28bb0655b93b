internal import CArchive

#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// Reads zip, 7z, tar and single compressed files through libarchive, member by member and in
/// bounded memory. Nothing is ever written to disk, so that a member's name is only a name.
package final class ArchiveReader {
  package struct Member: Sendable {
    /// As UTF-8, with `/` between folders.
    package var path: String
    /// Bytes, where the archive says it.
    package var size: Int?
    package var isFile: Bool
  }

  /// An archive that grows more than this many times, beyond `expansionFloor`, was built to do so.
  package static let expansionLimit = 2_000
  package static let expansionFloor = 1 << 30

  private let archive: OpaquePointer
  private let compressedSize: Int
  private var expanded = 0
  /// libarchive reads from it as long as the archive is open.
  private let memory: UnsafeMutableRawBufferPointer?

  /// libarchive converts names by the locale of its thread, which in C knows ASCII alone.
  nonisolated(unsafe) private static let locale: locale_t? = newlocale(
    LC_CTYPE_MASK, "C.UTF-8", nil)

  private static let end: Int32 = 1
  private static let failed: Int32 = -25
  private static let fileType: UInt32 = 0o100000

  /// - Parameters:
  ///   - name: the file's path as the system knows it, with its final NUL.
  ///   - raw: reads a single compressed file, without archive around it.
  package init(name: [CChar], size: Int, raw: Bool = false) throws(ArchiveError) {
    archive = Self.make(raw: raw)
    compressedSize = size
    memory = nil
    let code = name.withUnsafeBufferPointer {
      archive_read_open_filename(archive, $0.baseAddress, 128 << 10)
    }
    try check(code)
  }

  package init(bytes: [UInt8], raw: Bool = false) throws(ArchiveError) {
    archive = Self.make(raw: raw)
    compressedSize = bytes.count
    let copy = UnsafeMutableRawBufferPointer.allocate(byteCount: max(1, bytes.count), alignment: 16)
    copy.copyBytes(from: bytes)
    memory = copy
    try check(archive_read_open_memory(archive, copy.baseAddress, bytes.count))
  }

  deinit {
    archive_read_free(archive)
    memory?.deallocate()
  }

  private static func make(raw: Bool) -> OpaquePointer {
    let archive: OpaquePointer = archive_read_new()
    if raw {
      archive_read_support_filter_all(archive)
      archive_read_support_format_raw(archive)
    } else {
      archive_read_support_filter_gzip(archive)
      archive_read_support_filter_bzip2(archive)
      archive_read_support_filter_xz(archive)
      archive_read_support_format_zip(archive)
      archive_read_support_format_7zip(archive)
      archive_read_support_format_tar(archive)
      archive_read_support_format_gnutar(archive)
    }
    return archive
  }

  /// The next member, or nil at the end.
  package func next() throws(ArchiveError) -> Member? {
    let previous = Self.locale.map { uselocale($0) }
    defer { if let previous { uselocale(previous) } }
    var entry: OpaquePointer?
    let code = archive_read_next_header(archive, &entry)
    if code == Self.end { return nil }
    try check(code)
    guard let entry else { return nil }
    let name = archive_entry_pathname_utf8(entry) ?? archive_entry_pathname(entry)
    guard archive_entry_is_encrypted(entry) == 0 else {
      throw ArchiveError(.unsupported, "is encrypted. Decrypt it first.")
    }
    return Member(
      path: name.map { String(cString: $0) } ?? "",
      size: archive_entry_size_is_set(entry) != 0 ? Int(archive_entry_size(entry)) : nil,
      isFile: UInt32(archive_entry_filetype(entry)) == Self.fileType)
  }

  /// The next bytes of the member, or nil at its end.
  package func read() throws(ArchiveError) -> [UInt8]? {
    var code = 0
    let bytes = [UInt8](unsafeUninitializedCapacity: 256 << 10) { buffer, count in
      code = archive_read_data(archive, buffer.baseAddress, buffer.count)
      count = max(0, code)
    }
    try check(Int32(clamping: min(0, code)))
    expanded += bytes.count
    guard expanded <= Self.expansionFloor || expanded / Self.expansionLimit <= compressedSize else {
      throw ArchiveError(
        .tooLarge,
        "expands more than \(Self.expansionLimit)-fold, as only files built to fill a disk do; "
          + "the rest of it was left out.")
    }
    return bytes.isEmpty ? nil : bytes
  }

  /// All of the member; nil where it has more than `limit` bytes.
  package func content(limit: Int) throws(ArchiveError) -> [UInt8]? {
    var content: [UInt8] = []
    while let bytes = try read() {
      guard content.count + bytes.count <= limit else { return nil }
      content += bytes
    }
    return content
  }

  private func check(_ code: Int32) throws(ArchiveError) {
    // Warnings are about names and dates.
    guard code <= Self.failed else { return }
    let reason = archive_error_string(archive).map { String(cString: $0) } ?? "unknown error"
    throw ArchiveError(.corrupt, "is a damaged archive (\(reason)). Fetch it again.")
  }
}
