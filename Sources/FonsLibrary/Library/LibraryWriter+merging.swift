internal import FonsText

/// Making one segment of several: a query asks each of them.
extension LibraryWriter {
  /// Segments of like size that are made one.
  private static let together = 8
  /// Text of the segments of the lowest class of size.
  private static let smallest = 1 << 20

  /// Keeps segments few and what was removed little. Whatever fails here, the library is as good as
  /// before.
  func tend() {
    var failed: Set<String> = []
    while let chosen = overdue(without: failed) {
      do {
        try merge(chosen)
      } catch {
        failed.formUnion(chosen.map(\.file))
        removeLeftovers()
      }
    }
  }

  /// Writes every segment anew that holds what was removed, is of another profile than the library, or
  /// could be one with others.
  ///
  /// - Returns: bytes that the library's files have fewer.
  /// - Throws: `LibraryError.damaged` where a segment cannot be read; the rest is done before.
  @discardableResult
  ///
  /// - Parameter oldest: revisions before this time (ISO 8601) are left out of the histories, but for
  ///   the newest of each work.
  public func compact(droppingBefore oldest: String? = nil) throws -> Int {
    let before = manifest.segments.reduce(0) { $0 + $1.bytes }
    var failure: (any Error)?
    for group in compactGroups(all: oldest != nil) {
      do {
        try merge(group, oldest: oldest)
      } catch {
        failure = failure ?? error
        removeLeftovers()
      }
    }
    if let failure { throw failure }
    return before - manifest.segments.reduce(0) { $0 + $1.bytes }
  }

  private func compactGroups(all: Bool) -> [[Manifest.SegmentEntry]] {
    var groups: [[Manifest.SegmentEntry]] = []
    var room = 0
    for segment in manifest.segments.sorted(by: { ($0.text, $0.file) < ($1.text, $1.file) }) {
      let text = manifest.liveText(of: segment)
      if groups.isEmpty || text > room {
        groups.append([])
        room = options.segmentBytes
      }
      groups[groups.count - 1].append(segment)
      room -= text
    }
    return groups.filter { group in
      all || group.count > 1
        || group.contains {
          !manifest.removedWorks(of: $0).isEmpty || $0.profile != manifest.profile
        }
    }
  }

  /// Segments that are to be one: the smallest class of size that has enough of them, or one of
  /// which more than half was removed.
  private func overdue(without failed: Set<String>) -> [Manifest.SegmentEntry]? {
    var classes: [Int: [Manifest.SegmentEntry]] = [:]
    for segment in manifest.segments where !failed.contains(segment.file) {
      let live = manifest.liveText(of: segment)
      if live < segment.text / 2 { return [segment] }
      var sizeClass = 0
      while live > Self.smallest << (3 * sizeClass), sizeClass < 10 { sizeClass += 1 }
      classes[sizeClass, default: []].append(segment)
    }
    for (_, segments) in classes.sorted(by: { $0.key < $1.key })
    where segments.count >= Self.together {
      let chosen = Array(segments.prefix(Self.together))
      if chosen.reduce(0, { $0 + manifest.liveText(of: $1) }) <= options.segmentBytes {
        return chosen
      }
    }
    return nil
  }

  /// Writes one segment of what is left of several, and names it in their place.
  private func merge(_ chosen: [Manifest.SegmentEntry], oldest: String? = nil) throws {
    var changed = manifest
    let file = "\(manifest.nextSegment).segment"
    changed.nextSegment += 1
    let builder = try SegmentBuilder(path + "/" + file, in: path, options, files)
    var parts: [Manifest.Part] = []
    for entry in chosen {
      let segment = try Segment(
        path + "/" + entry.file, removed: manifest.removedWorks(of: entry))
      var copier = try SegmentCopier(segment, oldest: oldest)
      var first = 0
      for part in entry.parts {
        defer { first += part.works }
        guard manifest.isListed(part.source) else { continue }
        let before = builder.textBytes
        try copier.copy(first..<first + part.works, to: builder)
        parts.append(
          Manifest.Part(
            source: part.source, works: part.works, text: builder.textBytes - before))
      }
      for row in try segment.allRedirects() { builder.addRedirect(row) }
    }
    let text = builder.textBytes
    let written = try builder.finish()
    changed.segments.removeAll { chosen.contains($0) }
    changed.segments.append(
      Manifest.SegmentEntry(
        file: file, bytes: written.bytes, text: text, profile: changed.profile,
        parts: Self.joined(parts))
    )
    try commit(changed)
  }

  private static func joined(_ parts: [Manifest.Part]) -> [Manifest.Part] {
    var result: [Manifest.Part] = []
    for part in parts {
      if let last = result.last, last.source == part.source {
        result[result.count - 1].works += part.works
        result[result.count - 1].text += part.text
      } else {
        result.append(part)
      }
    }
    return result
  }
}
