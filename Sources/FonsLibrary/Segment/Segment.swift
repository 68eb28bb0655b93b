internal import CTables
internal import FonsText

/// An immutable part of a library: works, their text and the postings of their grams, mapped from
/// one file.
///
/// Every page that is read is checked against its checksum the first time.
public final class Segment: @unchecked Sendable {
  let path: String
  let header: SegmentHeader
  /// Works whose source is no longer listed.
  let removed: [Range<Int>]
  /// Bits of each position in the postings.
  let positionBits: Int
  private let file: MappedFile
  private let checksums: UnsafeBufferPointer<UInt32>
  /// One flag for each page: whether it was found intact.
  private let verified: UnsafeMutableBufferPointer<UInt8>
  private let readers: BlockReaderPool
  private let pace = ReadingPace()

  /// - Throws: `LibraryError.damaged`, `.newerFormat` or `.system`.
  init(_ path: String, removed: [Range<Int>] = []) throws {
    self.path = path
    self.removed = removed
    file = try MappedFile(path)
    header = try Self.readHeader(file)
    positionBits = SegmentFormat.positionBits(textBytes: Int(header.textBytes))
    if let last = removed.last, last.upperBound > Int(header.works) {
      throw LibraryError.damaged(path: path, offset: 0, what: "it has too few works")
    }
    // What is read whole, at once and not a page after the other.
    let frequencies = header.sections[SegmentFormat.Section.frequencies.rawValue]
    let place = header.sections[SegmentFormat.Section.dictionary.rawValue]
    for part in [header.checksums, place, frequencies] {
      file.willNeed(Int(part.offset), Int(part.count))
    }
    let offset = Int(header.checksums.offset)
    let pages = Int(header.checksums.count) / 4
    let raw = UnsafeRawBufferPointer(
      rebasing: file.bytes[offset..<offset + Int(header.checksums.count)])
    guard SegmentFormat.checksum(raw) == header.checksumOfChecksums else {
      throw LibraryError.damaged(path: path, offset: offset, what: "its list of checksums is wrong")
    }
    checksums = raw.bindMemory(to: UInt32.self)
    verified = .allocate(capacity: pages + 1)
    verified.initialize(repeating: 0)
    readers = BlockReaderPool(
      dictionary: Array(file.bytes[Int(place.offset)..<Int(place.offset + place.count)]))
    // All is set: where this throws, `deinit` runs.
    _ = try bytes(.dictionary, 0..<Int(place.count))
  }

  deinit { verified.deallocate() }

  private static func readHeader(_ file: MappedFile) throws -> SegmentHeader {
    func damaged(_ what: String) -> LibraryError {
      .damaged(path: file.path, offset: 0, what: what)
    }
    guard file.bytes.count >= SegmentFormat.pageSize else { throw damaged("it is cut short") }
    let header = file.bytes.loadUnaligned(as: SegmentHeader.self)
    guard header.magic == SegmentFormat.magic else {
      throw damaged("it is no segment of a library")
    }
    guard header.version >= UInt64(SegmentFormat.version) else {
      throw damaged("it has format \(header.version), which the library has not")
    }
    guard header.version == UInt64(SegmentFormat.version) else {
      throw LibraryError.newerFormat(
        path: file.path, found: Int(clamping: header.version), known: SegmentFormat.version)
    }
    guard header.computedChecksum() == header.checksum else {
      throw damaged("the checksum of its header is wrong")
    }
    let rest = file.bytes[MemoryLayout<SegmentHeader>.size..<SegmentFormat.pageSize]
    guard rest.allSatisfy({ $0 == 0 }) else { throw damaged("its header is wrong") }
    let end = UInt64(file.bytes.count)
    let (last, overflow) = header.checksums.offset.addingReportingOverflow(header.checksums.count)
    guard !overflow, last <= end else { throw damaged("it is cut short") }
    for section in SegmentFormat.Section.allCases {
      let place = header.sections[section.rawValue]
      guard place.offset <= end, place.count <= end - place.offset else {
        throw damaged("it is cut short")
      }
    }
    // A checksum for each page before them: nothing is asked for beyond the last.
    let size = UInt64(SegmentFormat.pageSize)
    let sums = header.checksums
    guard sums.offset % size == 0, sums.offset >= size, sums.count == (sums.offset / size - 1) * 4,
      SegmentFormat.Section.allCases.allSatisfy({
        let place = header.sections[$0.rawValue]
        return place.offset + place.count <= sums.offset
      })
    else { throw damaged("its header contradicts itself") }
    guard header.isConsistent else { throw damaged("its header contradicts itself") }
    return header
  }

  var works: Int { Int(header.works) }
  var textBytes: Int { Int(header.textBytes) }
  var words: Int { Int(header.words) }
  var fileBytes: Int { file.bytes.count }

  func count(of section: SegmentFormat.Section) -> Int {
    Int(header.sections[section.rawValue].count)
  }

  /// Bytes of a section, found intact.
  func bytes(_ section: SegmentFormat.Section, _ range: Range<Int>) throws -> UnsafeRawBufferPointer
  {
    let place = header.sections[section.rawValue]
    guard range.lowerBound >= 0, range.upperBound <= Int(place.count) else { throw outside }
    let start = Int(place.offset) + range.lowerBound
    let end = Int(place.offset) + range.upperBound
    try verify(start..<end)
    return UnsafeRawBufferPointer(rebasing: file.bytes[start..<end])
  }

  /// A section, found once for many reads.
  struct View {
    fileprivate let base: UnsafeRawPointer
    /// Offset in the file.
    fileprivate let offset: Int
    let count: Int
  }

  func view(_ section: SegmentFormat.Section) -> View {
    let place = header.sections[section.rawValue]
    return View(
      base: file.bytes.baseAddress! + Int(place.offset), offset: Int(place.offset),
      count: Int(place.count))
  }

  /// The address of some bytes of a section, found intact.
  @inline(__always)
  func bytes(_ view: View, _ start: Int, _ count: Int) throws -> UnsafeRawPointer {
    guard start >= 0, count >= 0, start <= view.count &- count else { throw outside }
    try verify(view.offset &+ start..<view.offset &+ start &+ count)
    return view.base + start
  }

  /// Asks for the memory of a place before it is read; and for its page on disk, where that was not
  /// read yet, so that many pages come at once and not one after the other.
  @inline(__always)
  func prefetch(_ view: View, _ offset: Int) {
    guard offset >= 0, offset < view.count else { return }
    let page = (view.offset &+ offset) / SegmentFormat.pageSize
    if fons_load_flag(verified.baseAddress! + page) == 0, pace.isSlow {
      file.willNeed(page * SegmentFormat.pageSize, SegmentFormat.pageSize)
    } else {
      fons_prefetch(view.base + offset)
    }
  }

  private var outside: LibraryError {
    .damaged(path: path, offset: nil, what: "an offset leads out of the file")
  }

  func element<Element>(
    _ section: SegmentFormat.Section, _ index: Int, as type: Element.Type
  ) throws -> Element {
    let stride = MemoryLayout<Element>.stride
    return try bytes(section, index * stride..<(index + 1) * stride)
      .loadUnaligned(as: Element.self)
  }

  /// - Throws: `LibraryError.damaged` with the offset of the first page that is not as written.
  @inline(__always)
  private func verify(_ range: Range<Int>) throws {
    guard !range.isEmpty else { return }
    let first = range.lowerBound / SegmentFormat.pageSize
    let last = (range.upperBound - 1) / SegmentFormat.pageSize
    for page in first...last where fons_load_flag(verified.baseAddress! + page) == 0 {
      if page == first, last > first, pace.isSlow {
        file.willNeed(range.lowerBound, range.count)
      }
      try verifyPage(page)
    }
  }

  private func verifyPage(_ page: Int) throws {
    let start = page * SegmentFormat.pageSize
    let bytes = UnsafeRawBufferPointer(
      rebasing: file.bytes[start..<min(start + SegmentFormat.pageSize, file.bytes.count)])
    // The header's page has its own checksum.
    guard page >= 1, page - 1 < checksums.count,
      pace.reading({ SegmentFormat.pageChecksum(bytes) }) == checksums[page - 1]
    else {
      throw LibraryError.damaged(path: path, offset: start, what: "its bytes are not those written")
    }
    fons_store_flag(verified.baseAddress! + page, 1)
  }

  /// Lets the system take the memory of what was read.
  func releaseMemory() { file.releaseMemory() }

  /// Reads the whole file and names the first page that is not as it was written.
  func verifyAll() throws {
    // The map is read at random, so that the system has to be told of what comes next.
    let ahead = 512
    for page in 0..<checksums.count {
      if page % ahead == 0 {
        file.willNeed((page + 1) * SegmentFormat.pageSize, 2 * ahead * SegmentFormat.pageSize)
      }
      try verifyPage(page + 1)
      if page & 0x3FFF == 0x3FFF { releaseMemory() }
    }
  }

  /// Text between two offsets of the segment, decompressed.
  func text(_ range: Range<Int>) throws -> [UInt8] {
    let range = max(0, range.lowerBound)..<min(textBytes, max(range.lowerBound, range.upperBound))
    guard !range.isEmpty else { return [] }
    let size = SegmentFormat.blockSize
    let first = range.lowerBound / size
    let last = (range.upperBound - 1) / size
    if pace.isSlow { try prefetchFrames(first, last) }
    return try readers.withReader { reader in
      try [UInt8](unsafeUninitializedCapacity: range.count) { buffer, count in
        let output = UnsafeMutableRawBufferPointer(buffer)
        for block in first...last {
          let source = try reader.block(block, isKept: last - first < 4) { try frame(block) }
          guard let source else { throw shortBlock(block) }
          let start = max(0, range.lowerBound - block * size)
          let end = min(size, range.upperBound - block * size)
          guard end <= source.count else { throw shortBlock(block) }
          UnsafeMutableRawBufferPointer(rebasing: output[count...]).copyMemory(
            from: UnsafeRawBufferPointer(rebasing: source[start..<end]))
          count += end - start
        }
      }
    }
  }

  /// Asks for what a passage of a work needs beside its text: where its blocks lie, and the work's
  /// details.
  func prefetchPassage(at offset: Int, _ row: WorkRow) {
    guard pace.isSlow else { return }
    prefetch(
      view(.blocks), offset / SegmentFormat.blockSize * MemoryLayout<UInt64>.stride)
    prefetch(view(.details), Int(row.detailsStart))
  }

  private func prefetchFrames(_ first: Int, _ last: Int) throws {
    let start = try element(.blocks, first, as: UInt64.self)
    let end = try element(.blocks, last + 1, as: UInt64.self)
    guard start <= end, end <= UInt64(count(of: .text)) else { throw shortBlock(first) }
    let place = header.sections[SegmentFormat.Section.text.rawValue]
    file.willNeed(Int(place.offset + start), Int(end - start))
  }

  private func frame(_ block: Int) throws -> UnsafeRawBufferPointer {
    let start = try element(.blocks, block, as: UInt64.self)
    let end = try element(.blocks, block + 1, as: UInt64.self)
    guard start <= end, end <= UInt64(count(of: .text)) else { throw shortBlock(block) }
    return try bytes(.text, Int(start)..<Int(end))
  }

  /// Details of a work, decompressed; nil where the frame is damaged.
  func decompressDetails(_ frame: UnsafeRawBufferPointer) -> [UInt8]? {
    readers.withReader { DetailsCompressor.decompress(frame, $0) }
  }

  private func shortBlock(_ block: Int) -> LibraryError {
    .damaged(path: path, offset: nil, what: "block \(block) of its text cannot be read")
  }
}
