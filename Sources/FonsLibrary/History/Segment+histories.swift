/// Which works of a segment have a history.
extension Segment {
  /// By work.
  func histories() throws -> [HistoryRow] {
    let stride = MemoryLayout<HistoryRow>.stride
    let count = count(of: .histories) / stride
    let bytes = try bytes(.histories, 0..<count * stride)
    return (0..<count).map {
      bytes.loadUnaligned(fromByteOffset: $0 * stride, as: HistoryRow.self)
    }
  }

  /// Whether a work is no work but the old words of the one before it.
  func isOldWords(_ work: Int) throws -> Bool { try historyRow(work - 1) != nil }

  /// The history of a work as it lies on disk; nil where it has none.
  func encodedHistory(_ work: Int) throws -> [UInt8]? {
    guard let row = try historyRow(work) else { return nil }
    let (start, count) = (Int(clamping: row.start), Int(clamping: row.count))
    guard start <= self.count(of: .historyData), count <= self.count(of: .historyData) - start
    else {
      throw LibraryError.damaged(path: path, offset: nil, what: "a history leads out of the file")
    }
    return Array(try bytes(.historyData, start..<start + count))
  }

  /// - Complexity: O(log *works*)
  private func historyRow(_ work: Int) throws -> HistoryRow? {
    guard work >= 0 else { return nil }
    var low = 0
    let count = count(of: .histories) / MemoryLayout<HistoryRow>.stride
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if try element(.histories, middle, as: HistoryRow.self).work < work {
        low = middle + 1
      } else {
        high = middle
      }
    }
    guard low < count else { return nil }
    let row = try element(.histories, low, as: HistoryRow.self)
    return Int(row.work) == work ? row : nil
  }
}
