/// Writes the sections of a segment one after the other, and their checksums.
final class SegmentWriter {
  var header = SegmentHeader()
  private let file: AtomicFile
  private var page: [UInt8] = []
  private var checksums: [UInt32] = []
  private var section: (SegmentFormat.Section, start: Int, count: Int)?

  init(_ path: String, _ files: any FileOperations) throws {
    file = try AtomicFile(path, files)
    let blank = [UInt8](repeating: 0, count: SegmentFormat.pageSize)
    try blank.withUnsafeBytes { try file.write($0) }
    page.reserveCapacity(SegmentFormat.pageSize)
  }

  /// Begins a section, which `append` fills and `end` ends.
  func begin(_ section: SegmentFormat.Section) throws {
    self.section = (section, try beginSection(), 0)
  }

  func append(_ bytes: UnsafeRawBufferPointer) throws {
    section?.count += bytes.count
    try appendToPages(bytes)
  }

  func end() {
    guard let (section, start, count) = section else { return }
    header.sections[section.rawValue] = (UInt64(start), UInt64(count))
    self.section = nil
  }

  /// Writes a whole section.
  func write<Element>(_ section: SegmentFormat.Section, _ elements: [Element]) throws {
    try begin(section)
    try elements.withUnsafeBytes { try append($0) }
    end()
  }

  func write(_ section: SegmentFormat.Section, _ spill: SpillFile) throws {
    try begin(section)
    try spill.forEachPart { try append($0) }
    end()
  }

  /// Fills the page that was begun, so that the section starts on a new one.
  private func beginSection() throws -> Int {
    if !page.isEmpty {
      let rest = [UInt8](repeating: 0, count: SegmentFormat.pageSize - page.count)
      try rest.withUnsafeBytes { try appendToPages($0) }
    }
    return file.count
  }

  private func appendToPages(_ bytes: UnsafeRawBufferPointer) throws {
    var rest = bytes[...]
    while !rest.isEmpty {
      if page.isEmpty, rest.count >= SegmentFormat.pageSize {
        let whole = rest.count / SegmentFormat.pageSize * SegmentFormat.pageSize
        let pages = UnsafeRawBufferPointer(rebasing: rest.prefix(whole))
        for start in stride(from: 0, to: whole, by: SegmentFormat.pageSize) {
          let one = pages[start..<start + SegmentFormat.pageSize]
          checksums.append(SegmentFormat.pageChecksum(UnsafeRawBufferPointer(rebasing: one)))
        }
        try file.write(pages)
        rest = rest.dropFirst(whole)
      } else {
        let taken = min(rest.count, SegmentFormat.pageSize - page.count)
        page.append(contentsOf: rest.prefix(taken))
        rest = rest.dropFirst(taken)
        if page.count == SegmentFormat.pageSize { try flushPage() }
      }
    }
  }

  private func flushPage() throws {
    try page.withUnsafeBytes { bytes in
      checksums.append(SegmentFormat.pageChecksum(bytes))
      try file.write(bytes)
    }
    page.removeAll(keepingCapacity: true)
  }

  /// Writes checksums and header and makes the file visible. Returns its size in bytes.
  func commit() throws -> Int {
    _ = try beginSection()
    let start = file.count
    try checksums.withUnsafeBytes { bytes in
      header.checksums = (UInt64(start), UInt64(bytes.count))
      header.checksumOfChecksums = SegmentFormat.checksum(bytes)
      try file.write(bytes)
    }
    header.checksum = header.computedChecksum()
    try header.withPage { try file.rewrite($0, at: 0) }
    let size = file.count
    try file.commit()
    return size
  }
}

extension SegmentHeader {
  /// The header as it lies on disk, one page.
  func withPage<Result>(_ body: (UnsafeRawBufferPointer) throws -> Result) rethrows -> Result {
    var page = [UInt8](repeating: 0, count: SegmentFormat.pageSize)
    withUnsafeBytes(of: self) { page.replaceSubrange(0..<$0.count, with: $0) }
    return try page.withUnsafeBytes(body)
  }

  func computedChecksum() -> UInt64 {
    var blank = self
    blank.checksum = 0
    return blank.withPage { SegmentFormat.checksum($0) }
  }
}
