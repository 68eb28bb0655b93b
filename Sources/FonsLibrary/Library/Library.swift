internal import FonsText
internal import Foundation
internal import Synchronization

/// The indexed sources to search, on disk; open for reading.
///
/// A damaged segment is left out, named in `warnings`, and the others answer.
public final class Library: Sendable {
  /// The folder.
  public let path: String
  public let name: String
  public let manifest: Manifest
  let segments: [Segment]
  /// Time of the newest revision in each segment, ISO 8601.
  let asOfSegment: [String?]
  private let state: Mutex<State>

  private struct State {
    var damaged: Set<Int> = []
    var warnings: [String] = []
    /// Details that were read lately: a finding asks for those of one work several times.
    var details: [WorkID: WorkDetails] = [:]
    var detailsBytes = 0
    /// Histories that were read lately, the last one last.
    var histories: [(work: WorkID, history: History)] = []
    /// What follows from the segments that are intact, until one turns out not to be.
    var extent: Extent?
    var wordCounts: WordTotals?
  }

  /// How often the words of each slot stand in the intact segments, and all words.
  typealias WordTotals = (counts: [Double], total: Double)

  /// Whether any segment is known to be damaged: a look-up need not take the lock to know.
  private let hasDamage = Atomic<Bool>(false)

  /// Bytes of details that are remembered.
  private static let mostRemembered = 16 << 20

  func remembered(_ work: WorkID) -> WorkDetails? { state.withLock { $0.details[work] } }

  func remember(_ details: WorkDetails, of work: WorkID) {
    state.withLock { state in
      state.detailsBytes += details.size
      if state.detailsBytes > Self.mostRemembered {
        state.details.removeAll()
        state.detailsBytes = details.size
      }
      state.details[work] = details
    }
  }

  /// Bytes of histories that are remembered; the last one always is.
  private static let mostHistories = 256 << 20

  func rememberedHistory(_ work: WorkID) -> History? {
    state.withLock { state in
      guard let index = state.histories.firstIndex(where: { $0.work == work }) else { return nil }
      let found = state.histories.remove(at: index)
      state.histories.append(found)
      return found.history
    }
  }

  func remember(_ history: History, of work: WorkID) {
    state.withLock { state in
      state.histories.append((work, history))
      var size = state.histories.reduce(0) { $0 + $1.history.size }
      while size > Self.mostHistories, state.histories.count > 1 {
        size -= state.histories.removeFirst().history.size
      }
    }
  }

  var rememberedExtent: Extent? { state.withLock { $0.extent } }

  func remember(_ extent: Extent) { state.withLock { $0.extent = extent } }

  /// One table for all segments: one read for a word, however many segments there are.
  var wordCounts: WordTotals {
    if let known = state.withLock({ $0.wordCounts }) { return known }
    var counts = [Double](repeating: 0, count: WordCounts.slots)
    var total = 0.0
    for index in segments.indices {
      let classes = reading(index) { try Array($0.frequencyClasses()) }
      guard let classes else { continue }
      let size = Double(segments[index].words)
      let shares = (0..<256).map { $0 < 255 ? size * exp2(-Double($0) / 4) : 0 }
      for slot in counts.indices { counts[slot] += shares[Int(classes[slot])] }
      total += size
    }
    let made = (counts, total)
    state.withLock { $0.wordCounts = made }
    return made
  }

  /// - Throws: `LibraryError.missing`, `.newerFormat`, `.olderFormat`, or `.damaged` where the manifest is. Damaged
  ///   segments do not throw.
  public init(_ path: String) throws {
    self.path = path
    name = URL(fileURLWithPath: path).standardizedFileURL.lastPathComponent
    var manifest = try Manifest.read(in: path)
    var opened = try Self.open(manifest, in: path)
    // A writer may have replaced segments since the manifest was read.
    while !opened.warnings.isEmpty {
      let newer = try Manifest.read(in: path)
      if newer == manifest { break }
      manifest = newer
      opened = try Self.open(manifest, in: path)
    }
    self.manifest = manifest
    segments = opened.segments
    asOfSegment = opened.asOf
    state = Mutex(State(warnings: opened.warnings))
  }

  private static func open(
    _ manifest: Manifest, in path: String
  ) throws -> (segments: [Segment], asOf: [String?], warnings: [String]) {
    var segments: [Segment] = []
    var asOf: [String?] = []
    var warnings: [String] = []
    for entry in manifest.segments {
      do {
        segments.append(
          try Segment(path + "/" + entry.file, removed: manifest.removedWorks(of: entry)))
        let listed = Set(entry.parts.map(\.source))
        asOf.append(manifest.sources.filter { listed.contains($0.id) }.compactMap(\.asOf).max())
      } catch let error as LibraryError {
        if case .newerFormat = error { throw error }
        warnings.append(leftOut(error, manifest.names(of: entry)))
      }
    }
    return (segments, asOf, warnings)
  }

  private static func leftOut(_ error: LibraryError, _ sources: [String]) -> String {
    let names = sources.joined(separator: ", ")
    return "\(error) It was left out of the search. Add again what stood in it to mend the library"
      + (names.isEmpty ? "." : ": \(names).")
  }

  /// What was found damaged so far, in sentences.
  public var warnings: [String] { state.withLock { $0.warnings } }

  /// Runs `body` on a segment unless it is known to be damaged; remembers it if it turns out so.
  func reading<Result>(_ segment: Int, _ body: (Segment) throws -> Result) -> Result? {
    guard segments.indices.contains(segment) else { return nil }
    if hasDamage.load(ordering: .acquiring),
      state.withLock({ $0.damaged.contains(segment) })
    {
      return nil
    }
    do {
      return try body(segments[segment])
    } catch {
      let file = segments[segment].path.split(separator: "/").last.map(String.init)
      let names = manifest.segments.first { $0.file == file }.map(manifest.names) ?? []
      let sentence = (error as? LibraryError).map { Self.leftOut($0, names) } ?? "\(error)"
      state.withLock { state in
        if state.damaged.insert(segment).inserted { state.warnings.append(sentence) }
        state.extent = nil
        state.wordCounts = nil
      }
      hasDamage.store(true, ordering: .releasing)
      return nil
    }
  }

  /// Reads every byte and returns what is damaged, in sentences; nothing where all is intact.
  public func verify(progress: (Int, Int) -> Void = { _, _ in }) -> [String] {
    var problems = warnings
    for index in segments.indices {
      do {
        try segments[index].verifyAll()
      } catch {
        problems.append("\(error)")
      }
      progress(index + 1, segments.count)
    }
    return problems
  }

  /// Bytes of each kind on disk: `index`, `text` and `rest`.
  public var sizes: (index: Int, text: Int, rest: Int) {
    var index = 0
    var text = 0
    var total = 0
    for segment in segments {
      for tier in SegmentFormat.Tier.allCases {
        index += [tier.directory, tier.tags, tier.positions, tier.counts]
          .reduce(0) { $0 + segment.count(of: $1) }
      }
      text += [.text, .blocks, .dictionary].reduce(0) { $0 + segment.count(of: $1) }
      total += segment.fileBytes
    }
    return (index, text, total - index - text)
  }
}

extension Library {
  /// Works of each segment that can be read, in the order of `WorkID.segment`.
  public var worksOfSegments: [Int] { segments.map(\.works) }
}
