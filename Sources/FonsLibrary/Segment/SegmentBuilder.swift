internal import Dispatch
public import FonsSource
internal import FonsText

/// Collects works in memory until they are written as one immutable segment.
public struct SegmentBuilder {
  private let source: String
  private var text: [UInt8] = []
  private var rows: [WorkRow] = []
  private var details: [UInt8] = []
  private var names: [NameRow] = []
  private var redirects: [RedirectRow] = []
  /// Time of the newest revision collected, ISO 8601.
  public private(set) var asOf: String?
  private(set) var revisions = 0

  public init(source: String) {
    self.source = source
  }

  /// Bytes of plain text collected.
  public var textBytes: Int { text.count }
  public var works: Int { rows.count }
  public var isEmpty: Bool { rows.isEmpty && redirects.isEmpty }

  /// - Throws: `LibraryError.tooLarge` for a work of 2 GiB or more.
  public mutating func add(_ work: Work) throws {
    guard work.text.count < 1 << 31 else {
      throw LibraryError.tooLarge(what: "The work \(work.title)", limit: 1 << 31)
    }
    let start = text.count
    text.append(contentsOf: work.text)
    let encoded = DetailsCompressor.compress(WorkDetails.encoded(work, source: source))
    rows.append(
      WorkRow(
        textStart: UInt64(start), textEnd: UInt64(text.count), detailsStart: UInt64(details.count),
        detailsCount: UInt32(encoded.count),
        titleHash: UInt32(truncatingIfNeeded: Names.titleKey(work.title))))
    details.append(contentsOf: encoded)
    // The next work begins at a unit, so that no posting can belong to two works.
    while text.count % SegmentFormat.positionUnit != 0 { text.append(0) }
    for name in [work.title] + (work.url.map { [$0] } ?? []) + work.aliases {
      names.append(NameRow(key: Names.key(name), work: UInt64(rows.count - 1)))
    }
    revisions += 1
    if let time = work.revision.time, time > (asOf ?? "") { asOf = time }
  }

  public mutating func addRedirect(from: String, to: String) {
    redirects.append(RedirectRow(from: Names.key(from), to: Names.key(to)))
  }

  /// Writes the segment; the builder's text is needed until then.
  func write(to path: String) throws -> (bytes: Int, words: Int) {
    let grams = sampleGrams()
    let postings = PostingsBuilder.build(grams: grams.hashes, positions: grams.positions)
    return try text.withUnsafeBytes { text in
      let dictionary = TextCompressor.dictionary(for: text)
      let compressed = TextCompressor.compress(text, dictionary: dictionary)
      var writer = try SegmentWriter(path)
      writer.header.works = UInt64(rows.count)
      writer.header.textBytes = UInt64(text.count)
      writer.header.words = UInt64(grams.words)
      writer.header.postings = UInt64(postings.positions.count)
      writer.header.bucketBits = UInt64(postings.bucketBits)
      try writer.write(.text, frames: compressed.frames)
      try writer.write(.blocks, compressed.offsets)
      try writer.write(.dictionary, dictionary)
      try writer.write(.works, rows)
      try writer.write(.details, details)
      try writer.write(.names, names.sorted { ($0.key, $0.work) < ($1.key, $1.work) })
      try writer.write(.redirects, redirects.sorted { ($0.from, $0.to) < ($1.from, $1.to) })
      try writer.write(.directory, postings.directory)
      try writer.write(.tags, postings.tags)
      try writer.write(.positions, postings.positions)
      try writer.write(.counts, postings.counts)
      try writer.write(.frequencies, grams.frequencies.classes)
      try writer.write(.vocabulary, grams.vocabulary.blocks)
      try writer.write(.repeated, grams.vocabulary.repeated)
      return (try writer.commit(), grams.words)
    }
  }

  private struct Grams {
    var hashes: [UInt64] = []
    var positions: [UInt32] = []
    var words = 0
    var frequencies = WordCounts()
    var vocabulary: Vocabulary
  }

  /// Words, samples and counts of all works, on all cores.
  private func sampleGrams() -> Grams {
    let runs = workRuns()
    // English has about six bytes for each word.
    let empty = Grams(vocabulary: Vocabulary(words: text.count / 6))
    var partial = [Grams](repeating: empty, count: runs.count)
    partial.withUnsafeMutableBufferPointer { partial in
      text.withUnsafeBufferPointer { text in
        nonisolated(unsafe) let partial = partial
        nonisolated(unsafe) let text = text
        let rows = rows
        DispatchQueue.concurrentPerform(iterations: runs.count) { index in
          Self.sample(text, rows[runs[index]], into: &partial[index])
        }
      }
    }
    var all = empty
    all.hashes.reserveCapacity(partial.reduce(0) { $0 + $1.hashes.count })
    all.positions.reserveCapacity(all.hashes.capacity)
    for grams in partial {
      all.hashes.append(contentsOf: grams.hashes)
      all.positions.append(contentsOf: grams.positions)
      all.words += grams.words
      all.frequencies.add(grams.frequencies)
      all.vocabulary.formUnion(grams.vocabulary)
    }
    return all
  }

  /// Runs of works of about 8 MB of text each.
  private func workRuns() -> [Range<Int>] {
    var runs: [Range<Int>] = []
    var start = 0
    for index in rows.indices
    where rows[index].textEnd - rows[start].textStart > 8 << 20 || index == rows.count - 1 {
      runs.append(start..<index + 1)
      start = index + 1
      if start == rows.count { break }
    }
    return runs
  }

  private static func sample(
    _ text: UnsafeBufferPointer<UInt8>, _ rows: ArraySlice<WorkRow>, into result: inout Grams
  ) {
    var words: [Word] = []
    let rarity = Frequencies.table
    for row in rows {
      words.removeAll(keepingCapacity: true)
      let slice = UnsafeBufferPointer(rebasing: text[Int(row.textStart)..<Int(row.textEnd)])
      Words.scan(slice, into: &words)
      result.words += words.count
      result.frequencies.add(words)
      result.vocabulary.insert(words)
      let base = Int(row.textStart)
      words.withUnsafeBufferPointer { words in
        guard let first = words.baseAddress else { return }
        Gram.sample(words, rarity) { index in
          result.hashes.append(Gram.hash(first + index))
          let position = (base + Int(words[index].start)) / SegmentFormat.positionUnit
          result.positions.append(UInt32(truncatingIfNeeded: position))
        }
      }
    }
  }
}
