/// Which works of a segment have a history.
extension Segment {
  /// By work.
  func histories() throws -> [HistoryRow] {
    try (0..<historyCount).map(historyRow(at:))
  }

  /// Whether a work is no work but the old words of the one before it.
  func isOldWords(_ work: Int) throws -> Bool { try historyRow(work - 1) != nil }

  /// The history of a work as it lies on disk; nil where it has none.
  func encodedHistory(_ work: Int) throws -> [UInt8]? {
    guard let row = try historyRow(work) else { return nil }
    return Array(try bytes(.historyData, Int(row.start)..<Int(row.start + row.count)))
  }

  private var historyCount: Int { count(of: .histories) / MemoryLayout<HistoryRow>.stride }

  /// - Throws: `LibraryError.damaged` also where the row leads out of the works, the text or the
  ///   histories: right checksums do not make a right library.
  private func historyRow(at index: Int) throws -> HistoryRow {
    let row = try element(.histories, index, as: HistoryRow.self)
    let end = UInt64(count(of: .historyData))
    guard Int(row.work) + 1 < works, row.room <= header.textBytes, row.start <= end,
      row.count <= end - row.start
    else {
      throw LibraryError.damaged(
        path: path, offset: nil, what: "the history of work \(row.work) leads out of the file")
    }
    return row
  }

  /// - Complexity: O(log *works*)
  private func historyRow(_ work: Int) throws -> HistoryRow? {
    guard work >= 0 else { return nil }
    var low = 0
    var high = historyCount
    while low < high {
      let middle = (low + high) / 2
      if try historyRow(at: middle).work < work {
        low = middle + 1
      } else {
        high = middle
      }
    }
    guard low < historyCount else { return nil }
    let row = try historyRow(at: low)
    return Int(row.work) == work ? row : nil
  }
}
