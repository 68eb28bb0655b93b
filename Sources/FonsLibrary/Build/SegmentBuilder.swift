internal import FonsSource
internal import FonsText

/// Takes works and writes them as one immutable segment.
///
/// Text is compressed and written while works still come; what has to be sorted first is held in
/// memory up to a limit, then on disk. The work that can be done for a batch of works alone is done
/// on the workers.
final class SegmentBuilder {
  private static let batchBytes = 1 << 20
  /// Bytes of small things that are held before they go to disk.
  private static let mostInMemory = 4 << 20

  private let options: BuildOptions
  private let writer: SegmentWriter
  private let details: SpillFile
  private let tags: SpillFile
  private var pile: PostingsPile

  private var batch = Batch(base: 0)
  /// Batches that wait until there is enough to learn a dictionary from.
  private var waiting: [Batch] = []
  private var waitingBytes = 0
  private var indexer: BatchIndexer?
  private let tasks: OrderedTasks<IndexedBatch>

  private var offsets: [UInt64] = [0]
  private var rows: [WorkRow] = []
  private var names: [NameRow] = []
  private var redirects: [RedirectRow] = []
  private var counts = WordCounts()
  private var vocabulary = Vocabulary()
  private var histories: [HistoryRow] = []
  private let historyData: SpillFile
  /// Works taken.
  private(set) var works = 0

  /// - Parameter path: of the segment that `finish` makes visible.
  init(_ path: String, in folder: String, _ options: BuildOptions, _ files: any FileOperations)
    throws
  {
    self.options = options
    writer = try SegmentWriter(path, files)
    historyData = SpillFile(in: folder, mostInMemory: Self.mostInMemory, files)
    details = SpillFile(in: folder, mostInMemory: Self.mostInMemory, files)
    tags = SpillFile(in: folder, mostInMemory: Self.mostInMemory, files)
    pile = PostingsPile(
      SpillFile(
        in: folder, mostInMemory: min(Self.mostInMemory, options.postingsInMemory / 4), files),
      mostInMemory: options.postingsInMemory)
    tasks = OrderedTasks(options.workers)
    try writer.begin(.text)
  }

  /// Bytes of text taken, padding included.
  var textBytes: Int { batch.base + batch.text.count }

  /// - Throws: `LibraryError.tooLarge` for a work of 2 GiB or more.
  func add(_ work: Work, source: String) throws {
    guard work.text.count < 1 << 31 else {
      throw LibraryError.tooLarge(what: "The work \(work.title)", limit: 1 << 31)
    }
    var content = work
    content.text = []
    try work.text.withUnsafeBufferPointer { try add($0, .work(content, source: source)) }
  }

  /// Adds the history of the work that was added last, and its old words.
  func addHistory(_ encoded: [UInt8], _ history: History, newest: [UInt8]) throws {
    let words = OldWords.text(history.plain, newest: newest)
    let start = try encoded.withUnsafeBytes { try historyData.append($0) }
    histories.append(
      HistoryRow(
        work: UInt32(works - 1), revisions: UInt32(clamping: history.count), start: UInt64(start),
        count: UInt64(encoded.count), room: UInt64(words.count)))
    let work = Work(title: history.page.title, text: [])
    try add(
      UnsafeBufferPointer(start: nil, count: 0),
      .kept(
        details: DetailsCompressor().compress(WorkDetails.encoded(work, source: "")), titleHash: 0,
        names: []),
      oldWords: words)
  }

  func add(
    _ text: UnsafeBufferPointer<UInt8>, _ content: Batch.Content, oldWords: [UInt8]? = nil
  ) throws {
    batch.add(text, content, oldWords: oldWords)
    works += 1
    if batch.text.count >= Self.batchBytes || batch.entries.count >= 4096 { try closeBatch() }
  }

  func addRedirect(_ row: RedirectRow) { redirects.append(row) }

  // MARK: Batches

  private func closeBatch() throws {
    let rest = batch.splitRest()
    let closed = batch
    batch = rest
    guard indexer == nil else { return try submit(closed) }
    waiting.append(closed)
    waitingBytes += closed.text.count
    if waitingBytes >= options.learnBytes { try learn() }
  }

  private func learn() throws {
    let compressor = TextCompressor(learningFrom: waiting.map(\.text) + [batch.text])
    indexer = BatchIndexer(compressor: compressor)
    let batches = waiting
    waiting = []
    for batch in batches { try submit(batch) }
  }

  private func submit(_ batch: Batch, isLast: Bool = false) throws {
    guard let indexer else { return }
    try tasks.submit({ indexer.index(batch, isLast: isLast) }, deliver: take)
  }

  private func take(_ indexed: IndexedBatch) throws {
    try indexed.frames.withUnsafeBytes { try writer.append($0) }
    for size in indexed.frameSizes { offsets.append(offsets[offsets.count - 1] + UInt64(size)) }
    try pile.add(indexed.postings)
    counts.add(indexed.counts)
    vocabulary.insert(indexed.words)
    for entry in indexed.entries {
      let start = try entry.details.withUnsafeBytes { try details.append($0) }
      for name in entry.names { names.append(NameRow(key: name, work: UInt64(rows.count))) }
      rows.append(
        WorkRow(
          textStart: UInt64(entry.text.lowerBound), textEnd: UInt64(entry.text.upperBound),
          detailsStart: UInt64(start), detailsCount: UInt32(entry.details.count),
          titleHash: entry.titleHash))
    }
  }

  // MARK: The end

  /// Writes what has waited for the end and makes the segment visible. Returns the bytes of the file
  /// and the running words.
  func finish() throws -> (bytes: Int, words: Int) {
    if indexer == nil { try learn() }
    let textBytes = textBytes
    try submit(batch, isLast: true)
    try tasks.finish(take)
    writer.end()
    let bits = PackedPostings.bucketBits(for: pile.count)
    writer.header.works = UInt64(rows.count)
    writer.header.textBytes = UInt64(textBytes)
    writer.header.words = UInt64(counts.total)
    writer.header.bucketBits = UInt64(bits)
    try writePostings(bits)
    try writer.write(.blocks, offsets)
    try writer.write(.dictionary, indexer?.compressor.dictionary ?? [])
    try writer.write(.works, rows)
    try writer.write(.details, details)
    try writer.write(.names, names.sorted { ($0.key, $0.work) < ($1.key, $1.work) })
    try writer.write(.redirects, sortedRedirects())
    try writer.write(.frequencies, counts.classes)
    let words = vocabulary.folded(words: counts.total)
    try writer.write(.vocabulary, words.blocks)
    try writer.write(.repeated, words.repeated)
    try writer.write(.histories, histories)
    try writer.write(.historyData, historyData)
    return (try writer.commit(), counts.total)
  }

  /// In order, each once: sources may have the same.
  private func sortedRedirects() -> [RedirectRow] {
    var result: [RedirectRow] = []
    for row in redirects.sorted(by: { ($0.from, $0.to) < ($1.from, $1.to) })
    where result.last.map({ ($0.from, $0.to) != (row.from, row.to) }) ?? true {
      result.append(row)
    }
    return result
  }

  /// Each part of the postings is sorted on a worker; they are written in order.
  private func writePostings(_ bits: Int) throws {
    var directory = [UInt32](repeating: 0, count: 1 << bits + 1)
    var cut: [CountRow] = []
    let parts = OrderedTasks<PackedPostings>(options.workers)
    let deliver = { (packed: PackedPostings) throws in
      try packed.positions.withUnsafeBytes { try self.writer.append($0) }
      _ = try packed.tags.withUnsafeBytes { try self.tags.append($0) }
      cut += packed.counts
      for (index, count) in packed.bucketCounts.enumerated() {
        directory[packed.firstBucket + index + 1] += count
      }
    }
    try writer.begin(.positions)
    for part in 0..<PostingsPile.parts {
      let postings = try pile.part(part)
      try parts.submit(
        { PackedPostings(part: part, postings, bucketBits: bits) }, deliver: deliver)
    }
    try parts.finish(deliver)
    writer.end()
    for bucket in 0..<1 << bits { directory[bucket + 1] += directory[bucket] }
    writer.header.postings = UInt64(directory[1 << bits])
    try writer.write(.directory, directory)
    try writer.write(.tags, tags)
    try writer.write(.counts, cut)
  }
}
