internal import Dispatch
public import FonsText
internal import Synchronization

/// Reading everything for a few words in a row.
extension Library {
  /// Bytes of text that may be read for one short quotation.
  private static let mostRead = 64 << 20

  public func exactPlaces(of words: [Word], limit: Int) -> [ExactPlace]? {
    guard extent.bytes <= Self.mostRead else { return nil }
    guard !words.isEmpty else { return [] }
    let hashes = words.map(\.hash)
    let works = segments.indices.flatMap { index in
      (0..<segments[index].works).lazy.filter { !self.segments[index].isRemoved($0) }
        .map { WorkID(segment: index, work: $0) }
    }
    let run = 16
    let found = Mutex<[ExactPlace]>([])
    DispatchQueue.concurrentPerform(iterations: (works.count + run - 1) / run) { index in
      var places: [ExactPlace] = []
      for work in works[index * run..<min(works.count, (index + 1) * run)] {
        places += exactPlaces(of: hashes, in: work)
      }
      if !places.isEmpty { found.withLock { $0 += places } }
    }
    let sorted = found.withLock { $0 }.sorted { ($0.work, $0.range) < ($1.work, $1.range) }
    return Array(sorted.prefix(limit))
  }

  private func exactPlaces(of hashes: [UInt64], in work: WorkID) -> [ExactPlace] {
    guard let bytes = text(of: work, ByteRange(0, .max / 2)) else { return [] }
    let text = Words.scan(bytes)
    guard text.count >= hashes.count else { return [] }
    var places: [ExactPlace] = []
    for start in 0...(text.count - hashes.count)
    where text[start].hash == hashes[0]
      && hashes.indices.allSatisfy({ text[start + $0].hash == hashes[$0] })
    {
      let last = text[start + hashes.count - 1]
      places.append(
        ExactPlace(work: work, range: ByteRange(Int(text[start].start), Int(last.end))))
    }
    return places
  }
}
