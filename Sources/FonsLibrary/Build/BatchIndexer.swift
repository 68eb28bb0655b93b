internal import FonsSource
internal import FonsText

/// The work that batches need, each for itself and so on any thread: compressing, folding, choosing
/// grams.
struct BatchIndexer: Sendable {
  let compressor: TextCompressor
  let profile: Profile
  let common: CommonGrams

  /// - Parameter isLast: whether the text that fills no block is a block, too.
  func index(_ batch: Batch, isLast: Bool) -> IndexedBatch {
    var result = IndexedBatch()
    batch.text.withUnsafeBufferPointer { text in
      let size = SegmentFormat.blockSize
      let count = isLast ? text.count : text.count / size * size
      (result.frames, result.frameSizes) = compressor.compress(
        UnsafeRawBufferPointer(UnsafeBufferPointer(rebasing: text[..<count])))
      indexWords(batch, text, &result)
    }
    let details = DetailsCompressor()
    result.entries = batch.entries.map { Self.entry($0, base: batch.base, details) }
    return result
  }

  private func indexWords(
    _ batch: Batch, _ text: UnsafeBufferPointer<UInt8>, _ result: inout IndexedBatch
  ) {
    var words: [Word] = []
    var distinct: [UInt64] = []
    var grams: [Posting] = []
    grams.reserveCapacity(text.count / 12)
    var pairs: [Posting] = []
    let rarity = Frequencies.table
    for entry in batch.entries {
      words.removeAll(keepingCapacity: true)
      if let old = entry.oldWords {
        old.withUnsafeBufferPointer { Words.scan($0, into: &words) }
      } else {
        Words.scan(UnsafeBufferPointer(rebasing: text[entry.range]), into: &words)
      }
      result.counts.add(words) { distinct.append($0) }
      let base = batch.base + entry.range.lowerBound
      words.withUnsafeBufferPointer { words in
        Gram.sample(words, window: profile.gramWindow, common) { hash, index in
          grams.append(Self.posting(hash, base &+ Int(words[index].start)))
        }
        guard let block = profile.pairBlock else { return }
        Pair.sample(words, rarity, block: block, common) { hash, index in
          pairs.append(Self.posting(hash, base &+ Int(words[index].start)))
        }
      }
    }
    result.words = distinct
    result.grams = PostingsPile.Chunk(grams)
    result.pairs = PostingsPile.Chunk(pairs)
  }

  @inline(__always)
  private static func posting(_ hash: UInt64, _ offset: Int) -> Posting {
    hash & 0xFFFF_FFFF_0000_0000
      | UInt64(UInt32(truncatingIfNeeded: offset / SegmentFormat.positionUnit))
  }

  private static func entry(
    _ entry: Batch.Entry, base: Int, _ compressor: DetailsCompressor
  ) -> IndexedBatch.Entry {
    let text = base + entry.range.lowerBound..<base + entry.range.upperBound
    switch entry.content {
    case .work(let work, let source):
      let details = compressor.compress(WorkDetails.encoded(work, source: source))
      let title = Names.titleKey(work.title)
      let names = [Names.key(work.title)] + (work.url.map { [Names.key($0)] } ?? [])
      return IndexedBatch.Entry(
        text: text, details: details, titleHash: UInt32(truncatingIfNeeded: title),
        names: names + work.aliases.map(Names.key))
    case .kept(let details, let titleHash, let names):
      return IndexedBatch.Entry(text: text, details: details, titleHash: titleHash, names: names)
    }
  }
}
