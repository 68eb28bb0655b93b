internal import CArchive

/// Writes a ZIP file whose members are stored as they are, through libarchive.
package enum ZipWriter {
  /// 1 January 1980: the same members give the same file.
  private static let time = 315_532_800
  private static let fileType: UInt32 = 0o100000

  /// - Parameter members: names in ASCII with `/` between folders, and contents, in order.
  /// - Throws: `ArchiveError` where libarchive refuses one.
  package static func bytes(of members: [(name: String, content: [UInt8])]) throws(ArchiveError)
    -> [UInt8]
  {
    guard let archive = archive_write_new() else {
      throw ArchiveError(.unsupported, "cannot be written: there is no memory for it.")
    }
    let room = members.reduce(4_096) { $0 + $1.content.count + 2 * $1.name.utf8.count + 1_024 }
    let memory = UnsafeMutableRawBufferPointer.allocate(byteCount: room, alignment: 16)
    defer { memory.deallocate() }
    let used = UnsafeMutablePointer<Int>.allocate(capacity: 1)
    used.initialize(to: 0)
    defer { used.deallocate() }
    // libarchive writes to both until the archive is gone, so that it goes first.
    defer { archive_write_free(archive) }
    try check(archive, archive_write_set_format_zip(archive))
    try check(archive, archive_write_set_format_option(archive, "zip", "compression", "store"))
    try check(archive, archive_write_open_memory(archive, memory.baseAddress, room, used))
    for member in members { try add(member, to: archive) }
    try check(archive, archive_write_close(archive))
    return Array(memory[..<used.pointee])
  }

  private static func add(
    _ member: (name: String, content: [UInt8]), to archive: OpaquePointer
  ) throws(ArchiveError) {
    let entry = archive_entry_new()
    defer { archive_entry_free(entry) }
    archive_entry_set_pathname(entry, member.name)
    archive_entry_set_size(entry, Int64(member.content.count))
    archive_entry_set_filetype(entry, fileType)
    archive_entry_set_perm(entry, 0o600)
    archive_entry_set_mtime(entry, time, 0)
    try check(archive, archive_write_header(archive, entry))
    let written = member.content.withUnsafeBytes {
      archive_write_data(archive, $0.baseAddress, $0.count)
    }
    guard written == member.content.count else { throw failure(archive) }
  }

  private static func check(_ archive: OpaquePointer, _ code: Int32) throws(ArchiveError) {
    guard code == 0 else { throw failure(archive) }
  }

  private static func failure(_ archive: OpaquePointer) -> ArchiveError {
    let reason = archive_error_string(archive).map { String(cString: $0) } ?? "no reason given"
    return ArchiveError(.unsupported, "cannot be written (\(reason)).")
  }
}
