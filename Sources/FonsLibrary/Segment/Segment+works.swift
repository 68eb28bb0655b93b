internal import FonsText

/// Works by number, by place and by name.
extension Segment {
  /// - Throws: `LibraryError.damaged` also where the row leads out of the text or the details:
  ///   right checksums do not make a right library.
  func row(_ work: Int) throws -> WorkRow {
    let row = try element(.works, work, as: WorkRow.self)
    guard row.textStart <= row.textEnd, row.textEnd <= header.textBytes,
      row.detailsStart <= UInt64(count(of: .details))
    else {
      throw LibraryError.damaged(
        path: path, offset: nil, what: "work \(work) leads out of the file")
    }
    return row
  }

  func details(_ work: Int) throws -> WorkDetails {
    let frame = try detailsFrame(try row(work))
    guard let plain = decompressDetails(frame), let details = WorkDetails(plain) else {
      throw LibraryError.damaged(path: path, offset: nil, what: "work \(work) cannot be read")
    }
    return details
  }

  /// The work whose text holds `offset`, or nil between two works and in a removed one.
  ///
  /// Every other guess is by proportion, since works are about as long as each other in most places: it
  /// reads two or three pages of a large table and not one for each halving.
  ///
  /// - Complexity: O(log *works*)
  func work(at offset: Int) throws -> Int? {
    var works = 0..<works
    var text = 0..<textBytes
    var isGuess = true
    while !works.isEmpty {
      var middle = works.lowerBound + works.count / 2
      if isGuess, text.contains(offset) {
        let share = Double(offset - text.lowerBound) / Double(text.count)
        middle = min(works.upperBound - 1, works.lowerBound + Int(share * Double(works.count)))
      }
      isGuess.toggle()
      let row = try row(middle)
      if Int(row.textEnd) <= offset {
        works = middle + 1..<works.upperBound
        text = Int(row.textEnd)..<max(Int(row.textEnd), text.upperBound)
      } else if Int(row.textStart) > offset {
        works = works.lowerBound..<middle
        text = min(text.lowerBound, Int(row.textStart))..<Int(row.textStart)
      } else {
        return isRemoved(middle) ? nil : middle
      }
    }
    return nil
  }

  /// Works that have the name whose key is given.
  func works(named key: UInt64) throws -> [Int] {
    try rows(.names, key, as: NameRow.self) { $0.key }.map { Int(clamping: $0.work) }.filter {
      $0 < works && !isRemoved($0)
    }
  }

  var hasRemovedWorks: Bool { !removed.isEmpty }

  /// Whether the source of a work is no longer listed.
  func isRemoved(_ work: Int) -> Bool { removed.contains { $0.contains(work) } }

  /// What is left when removed works are left out; words in proportion to text.
  func liveSize() throws -> (works: Int, revisions: Int, bytes: Int, words: Int) {
    var size = (works: works, revisions: works, bytes: textBytes, words: words)
    for range in removed where !range.isEmpty {
      size.works -= range.count
      size.revisions -= range.count
      let end = Int(try row(range.upperBound - 1).textEnd)
      size.bytes -= end - Int(try row(range.lowerBound).textStart)
    }
    for row in try histories() where !isRemoved(Int(row.work)) {
      // Beside each work with a history stands one of its old words.
      size.works -= 1
      size.revisions += Int(row.revisions) - 2
      size.bytes -= Int(row.room)
    }
    // A hostile library may count a text twice.
    size.works = max(0, size.works)
    size.revisions = max(0, size.revisions)
    size.bytes = max(0, size.bytes)
    if !removed.isEmpty, textBytes > 0 {
      size.words = Int(Double(words) * Double(size.bytes) / Double(textBytes))
    }
    return size
  }

  /// The compressed details of a work.
  func detailsFrame(_ row: WorkRow) throws -> UnsafeRawBufferPointer {
    let start = Int(row.detailsStart)
    return try bytes(.details, start..<start + Int(row.detailsCount))
  }

  func allNames() throws -> [NameRow] { try all(.names) }
  func allRedirects() throws -> [RedirectRow] { try all(.redirects) }

  private func all<Row>(_ section: SegmentFormat.Section) throws -> [Row] {
    let count = count(of: section) / MemoryLayout<Row>.stride
    let bytes = try bytes(section, 0..<count * MemoryLayout<Row>.stride)
    return (0..<count).map {
      bytes.loadUnaligned(fromByteOffset: $0 * MemoryLayout<Row>.stride, as: Row.self)
    }
  }

  /// Keys of the names that the given one stands for.
  func redirects(from key: UInt64) throws -> [UInt64] {
    try rows(.redirects, key, as: RedirectRow.self) { $0.from }.map(\.to)
  }

  /// The rows of a sorted section that have the key.
  private func rows<Row>(
    _ section: SegmentFormat.Section, _ key: UInt64, as type: Row.Type, _ keyOf: (Row) -> UInt64
  ) throws -> [Row] {
    let count = count(of: section) / MemoryLayout<Row>.stride
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if keyOf(try element(section, middle, as: Row.self)) < key {
        low = middle + 1
      } else {
        high = middle
      }
    }
    var result: [Row] = []
    while low < count {
      let row = try element(section, low, as: Row.self)
      guard keyOf(row) == key else { break }
      result.append(row)
      low += 1
    }
    return result
  }
}
