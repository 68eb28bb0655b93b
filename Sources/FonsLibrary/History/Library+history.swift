/// The histories of a library's works.
extension Library {
  /// The history of a work, or of the work whose old words a candidate was found in; nil where it has
  /// none or it cannot be read.
  public func history(of work: WorkID) -> History? {
    let work = currentWork(of: work)
    if let known = rememberedHistory(work) { return known }
    let read = reading(work.segment) { segment -> History? in
      guard let encoded = try segment.encodedHistory(work.work) else { return nil }
      guard let history = History(encoded) else {
        throw LibraryError.damaged(
          path: segment.path, offset: nil, what: "the history of work \(work.work) cannot be read")
      }
      return history
    }
    guard let history = read ?? nil else { return nil }
    remember(history, of: work)
    return history
  }

  /// The work that some old words are of; the same work where it is one.
  public func currentWork(of work: WorkID) -> WorkID {
    let isOld = reading(work.segment) { try $0.isOldWords(work.work) } ?? false
    return isOld ? WorkID(segment: work.segment, work: work.work - 1) : work
  }

  /// Works that have a history, and how many revisions each has.
  public var histories: [(work: WorkID, revisions: Int)] {
    segments.indices.flatMap { index in
      (reading(index) { try $0.histories() } ?? []).compactMap { row in
        let work = Int(row.work)
        guard !segments[index].isRemoved(work) else { return nil }
        return (WorkID(segment: index, work: work), Int(row.revisions))
      }
    }
  }

  /// Bytes of all histories on disk.
  public var historyBytes: Int { segments.reduce(0) { $0 + $1.count(of: .historyData) } }
}
