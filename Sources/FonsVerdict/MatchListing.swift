internal import FonsAlignment
internal import FonsFormat
internal import FonsLibrary
internal import FonsSource
internal import FonsText

/// Lists the passages of a finding for a reader, with what surrounds them.
struct MatchListing {
  let trial: Trial
  let best: Passage
  let evidence: Trial.Evidence

  /// Bytes shown before and after a passage.
  private static let context = 200
  private static let most = 5

  /// The deciding passage first, then others; the same words in other works are counted with the
  /// first of them.
  func matches() -> [Finding.Match] {
    var groups: [[Passage]] = [[best]]
    let weakest = max(best.score * 0.5, Chance.threshold(words: trial.space.words))
    for passage in evidence.accepted where passage.score >= weakest {
      if passage.place == best.place, passage.range.overlaps(best.range) { continue }
      if let same = groups.firstIndex(where: {
        $0[0].fingerprint == passage.fingerprint && $0[0].place != passage.place
      }) {
        groups[same].append(passage)
      } else {
        groups.append([passage])
      }
    }
    groups += repeats.map { [$0] }
    return groups.prefix(Self.most).enumerated().compactMap { index, group in
      let shown = evidence.cited != nil && index == 0 ? group[0] : earliest(group)
      return match(shown, occurrences: group.count + (index == 0 ? evidence.further : 0))
    }
  }

  /// Other places near the passage that hold the same words.
  private var repeats: [Passage] {
    guard let words = best.alignment.passage, words.count >= Trial.fewestUncited else { return [] }
    let window = best.window.words
    let size = words.count
    var result: [Passage] = []
    var at = 0
    while at + size <= window.count {
      let isThere =
        window[at].hash == window[words.lowerBound].hash && !words.overlaps(at..<at + size)
        && (0..<size).allSatisfy { window[at + $0].hash == window[words.lowerBound + $0].hash }
      if isThere {
        var passage = best
        passage.range = best.window.range(at..<at + size)
        result.append(passage)
      }
      at += isThere ? size : 1
    }
    return result.filter { passage in
      !evidence.accepted.contains { $0.place == passage.place && $0.range.overlaps(passage.range) }
    }
  }

  /// Among works that hold the same words, the one whose revision is the oldest.
  private func earliest(_ group: [Passage]) -> Passage {
    guard group.count > 1 else { return group[0] }
    let times = group.map { trial.space.details(of: $0.place)?.revision.time ?? "9999" }
    let first = times.indices.min { times[$0] < times[$1] } ?? 0
    return group[first]
  }

  func match(_ passage: Passage, occurrences: Int) -> Finding.Match? {
    guard let details = trial.space.details(of: passage.place) else { return nil }
    let range = passage.range
    let before = ByteRange(max(0, range.start - Self.context), range.start)
    let after = ByteRange(range.end, range.end + Self.context)
    return Finding.Match(
      library: trial.space.members[passage.place.member].name, details: details,
      place: passage.place, range: range, text: passage.window.text(range),
      before: Self.fromWord(text(passage, before), whole: before.start == 0),
      after: Self.toWord(text(passage, after)), section: details.sectionPath(at: range.start),
      occurrences: occurrences, score: passage.score)
  }

  private func text(_ passage: Passage, _ range: ByteRange) -> ArraySlice<UInt8> {
    if passage.window.range.contains(range) { return passage.window.slice(range) }
    return (trial.space.text(of: passage.place, range) ?? [])[...]
  }

  /// Begins at a word, so that no character is cut.
  private static func fromWord(_ bytes: ArraySlice<UInt8>, whole: Bool) -> String {
    let start =
      whole ? bytes.startIndex : (bytes.firstIndex { $0 == 32 || $0 == 10 } ?? bytes.startIndex)
    return String(decoding: bytes[start...], as: UTF8.self)
  }

  private static func toWord(_ bytes: ArraySlice<UInt8>) -> String {
    guard bytes.count >= context, let end = bytes.lastIndex(where: { $0 == 32 || $0 == 10 }) else {
      return String(decoding: bytes, as: UTF8.self)
    }
    return String(decoding: bytes[..<end], as: UTF8.self)
  }

  /// Each part of the quotation with its own place; nothing where there is one part only.
  func parts(
    _ pieces: [Trial.Piece], _ attribution: Finding.Attribution?, isStitched: Bool
  ) -> [Finding.Part] {
    let quoted = trial.quoted
    let joints = isStitched ? unmarkedJoints : []
    guard quoted.parts.count > 1 || !pieces.isEmpty || !joints.isEmpty else { return [] }
    var bounds = Set(quoted.parts.flatMap { [$0.lowerBound, $0.upperBound] })
    for piece in pieces { bounds.formUnion([piece.words.lowerBound, piece.words.upperBound]) }
    bounds.formUnion(joints)
    let sorted = bounds.sorted()
    return zip(sorted, sorted.dropFirst()).map { start, end in
      let piece = pieces.first { $0.words.overlaps(start..<end) }
      let match: Finding.Match?
      if let piece {
        match = self.match(piece.passage, occurrences: 1)
      } else {
        match = partMatch(start..<end)
      }
      return Finding.Part(
        range: quoted.range(start..<end), match: match,
        attribution: match == nil ? nil : partAttribution(piece, attribution))
    }
  }

  /// Quoted words before which the passage leaves out many without a mark.
  private var unmarkedJoints: [Int] {
    var counts: [Int: Int] = [:]
    for step in best.alignment.steps where step.kind == .missing {
      counts[step.quoted.lowerBound, default: 0] += step.source.count
    }
    return counts.filter { $0.value >= PassageFinder.longRun }.map(\.key)
  }

  private func partAttribution(
    _ piece: Trial.Piece?, _ attribution: Finding.Attribution?
  ) -> Finding.Attribution? {
    guard let piece, attribution == .asCited, piece.passage.place != best.place else {
      return attribution
    }
    return .elsewhere
  }

  /// The place of a part within the main passage; nil where none of its words is aligned.
  private func partMatch(_ words: Range<Int>) -> Finding.Match? {
    let steps = best.alignment.steps.filter {
      ($0.kind == .same || $0.kind == .joined) && words.overlaps($0.quoted)
    }
    guard let first = steps.first, let last = steps.last else { return nil }
    var passage = best
    passage.range = best.window.range(first.source.lowerBound..<last.source.upperBound)
    return match(passage, occurrences: 1)
  }

  /// Notes whose markers stand in the passages or right after them.
  func notes(_ details: WorkDetails, _ pieces: [Trial.Piece]) -> [Note] {
    var result = notes(details, best)
    for piece in pieces {
      guard let details = trial.space.details(of: piece.passage.place) else { continue }
      result += notes(details, piece.passage).filter { note in
        !result.contains { $0.marker == note.marker && $0.text == note.text }
      }
    }
    return result
  }

  private func notes(_ details: WorkDetails, _ passage: Passage) -> [Note] {
    // Markers follow the last word and its punctuation.
    let next = passage.window.words.first { Int($0.start) >= passage.range.end }
    let end = next.map { Int($0.start) } ?? passage.window.range.end
    let span = ByteRange(passage.range.start, end)
    var seen = Set<String>()
    return details.notes(in: span).filter { seen.insert($0.marker).inserted }
  }
}
