public import FonsText

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

extension Library: Retrieval {
  /// What can be read of it: damaged segments do not count as searched.
  public var extent: Extent {
    if let known = rememberedExtent { return known }
    var extent = Extent()
    for index in segments.indices {
      _ = reading(index) { segment in
        let size = try segment.liveSize()
        extent.works += size.works
        extent.revisions += size.revisions
        extent.bytes += size.bytes
        extent.words += size.words
      }
      if let asOf = asOfSegment[index], asOf > (extent.asOf ?? "") {
        extent.asOf = asOf
      }
    }
    remember(extent)
    return extent
  }

  public func candidates(for query: Query, limit: Int) -> [Candidate] {
    let searched = query.within.map { segments.indices.clamped(to: $0.segment..<$0.segment + 1) }
    if query.isThorough {
      var search = ThoroughSearch(query)
      for index in searched ?? segments.indices { _ = reading(index) { search.prepare($0) } }
      for index in searched ?? segments.indices {
        _ = reading(index) { try search.search($0, index) }
      }
      return search.candidates(limit: limit)
    }
    var search = CandidateSearch(query, limit: limit)
    for index in searched ?? segments.indices { _ = reading(index) { search.prepare($0) } }
    for index in searched ?? segments.indices {
      _ = reading(index) { try search.search($0, index) }
    }
    return search.candidates()
  }

  public func text(of work: WorkID, _ range: ByteRange) -> [UInt8]? {
    reading(work.segment) { segment in
      let row = try segment.row(work.work)
      let base = Int(row.textStart)
      let end = Int(row.textEnd)
      let start = min(end, base + max(0, range.start))
      return try segment.text(start..<min(end, base + max(0, range.end)))
    }
  }

  public func knows(_ hash: UInt64) -> Bool {
    segments.indices.contains { reading($0) { try $0.knows(hash) } ?? false }
  }

  public func repeats(_ hash: UInt64) -> Bool {
    var places = 0
    for index in segments.indices where places < 2 {
      places += reading(index) { try !$0.knows(hash) ? 0 : $0.repeats(hash) ? 2 : 1 } ?? 0
    }
    return places >= 2
  }

  public func textCount(of work: WorkID) -> Int {
    reading(work.segment) { segment in
      let row = try segment.row(work.work)
      return Int(row.textEnd - row.textStart)
    } ?? 0
  }

  public func details(of work: WorkID) -> WorkDetails? {
    if let known = remembered(work) { return known }
    guard let details = reading(work.segment, { try $0.details(work.work) }) else { return nil }
    remember(details, of: work)
    return details
  }

  public func works(named name: String) -> [WorkID] {
    var found: [WorkID] = []
    var keys = [Names.key(name)]
    var seen = Set(keys)
    // A redirect may lead to another one; MediaWiki itself follows a single one.
    for _ in 0..<3 where found.isEmpty {
      var next: [UInt64] = []
      for key in keys {
        for index in segments.indices {
          let (works, redirects) =
            reading(index) { (try $0.works(named: key), try $0.redirects(from: key)) } ?? ([], [])
          found += works.map { WorkID(segment: index, work: $0) }
          next += redirects.filter { seen.insert($0).inserted }
        }
      }
      keys = next
    }
    var unique = Set<WorkID>()
    return exactFirst(found.filter { unique.insert($0).inserted }, name)
  }

  /// Names that differ in case or accents alone share a key; the one asked for comes first.
  private func exactFirst(_ works: [WorkID], _ name: String) -> [WorkID] {
    guard works.count > 1 else { return works }
    let exact = works.filter { details(of: $0)?.title == name }
    return exact + works.filter { !exact.contains($0) }
  }

  /// The surprise of a word is that of the libraries' own text, steadied by the frozen table as if
  /// that had counted `prior` words.
  public func information(of words: [Word]) -> [Double] {
    let frozen = Frequencies.table
    let (counts, total) = wordCounts
    return words.map { word in
      let before = Self.before[Int(frozen.halfBits(word.hash))]
      let count = counts[Int(word.hash & UInt64(WordCounts.slots - 1))]
      return -log2((count + before) / (total + Self.prior))
    }
  }

  private static let prior = 1_000_000.0

  /// How often a word of each class of the frozen table would stand among `prior` words.
  private static let before = (0..<256).map { prior * exp2(-Double($0) / 2) }
}
