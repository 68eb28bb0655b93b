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
    let row = try row(work)
    let start = Int(row.detailsStart)
    let bytes = try bytes(.details, start..<start + Int(row.detailsCount))
    guard let plain = decompressDetails(bytes), let details = WorkDetails(plain) else {
      throw LibraryError.damaged(path: path, offset: nil, what: "work \(work) cannot be read")
    }
    return details
  }

  /// The work whose text holds `offset`, or nil between two works.
  ///
  /// - Complexity: O(log *works*)
  func work(at offset: Int) throws -> Int? {
    var low = 0
    var high = works
    while low < high {
      let middle = (low + high) / 2
      if Int(try row(middle).textEnd) <= offset { low = middle + 1 } else { high = middle }
    }
    guard low < works, Int(try row(low).textStart) <= offset else { return nil }
    return low
  }

  /// Works that have the name whose key is given.
  func works(named key: UInt64) throws -> [Int] {
    try rows(.names, key, as: NameRow.self) { $0.key }.map { Int(clamping: $0.work) }.filter {
      $0 < works
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
