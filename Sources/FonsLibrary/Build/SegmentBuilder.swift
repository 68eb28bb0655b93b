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
  static let mostInMemory = 4 << 20

  private let options: BuildOptions
  private let profile: Profile
  private let writer: SegmentWriter
  private let details: SpillFile
  private let grams: PostingsBuilder
  private let pairs: PostingsBuilder?

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
    profile = options.profile ?? .standard
    let hasPairs = profile.pairBlock != nil
    grams = PostingsBuilder(.grams, in: folder, options, share: hasPairs ? 0.7 : 1, files)
    pairs = hasPairs ? PostingsBuilder(.pairs, in: folder, options, share: 0.3, files) : nil
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
    let texts = Self.sample(waiting + [batch])
    indexer = BatchIndexer(
      compressor: compressor, profile: profile, common: CommonGrams(learningFrom: texts))
    let batches = waiting
    waiting = []
    for batch in batches { try submit(batch) }
  }

  /// Texts of about as many bytes as it takes to know the common grams, from all over.
  private static func sample(_ batches: [Batch]) -> [ArraySlice<UInt8>] {
    let total = batches.reduce(0) { $0 + $1.text.count }
    let share = min(1, Double(CommonGrams.sampleBytes) / Double(max(1, total)))
    return batches.map { $0.text.prefix(Int(Double($0.text.count) * share)) }
  }

  private func submit(_ batch: Batch, isLast: Bool = false) throws {
    guard let indexer else { return }
    try tasks.submit({ indexer.index(batch, isLast: isLast) }, deliver: take)
  }

  private func take(_ indexed: IndexedBatch) throws {
    try indexed.frames.withUnsafeBytes { try writer.append($0) }
    for size in indexed.frameSizes { offsets.append(offsets[offsets.count - 1] + UInt64(size)) }
    try grams.add(indexed.grams)
    try pairs?.add(indexed.pairs)
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
    writer.header.works = UInt64(rows.count)
    writer.header.textBytes = UInt64(textBytes)
    writer.header.words = UInt64(counts.total)
    try grams.write(to: writer, textBytes: textBytes)
    try pairs?.write(to: writer, textBytes: textBytes)
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
}
