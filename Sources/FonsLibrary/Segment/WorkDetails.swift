public import FonsFormat
public import FonsSource
public import FonsText

/// All that a library keeps of a work beside its text.
///
/// A finding needs a few of the names, one path of headings and a note or two: the rest stays encoded
/// until somebody asks for it.
///
/// It never changes and goes through many hands: a reference is all that is copied.
public final class WorkDetails: Sendable, Equatable {
  public let title: String
  public let url: String?
  /// What the library was built from.
  public let source: String
  public let revision: Revision
  public let language: String?
  private let encodedBytes: [UInt8]
  /// Where the aliases, the sections and the notes begin in them.
  private let offsets: (aliases: Int, sections: Int, notes: Int)

  public static func == (left: WorkDetails, right: WorkDetails) -> Bool {
    left.encodedBytes == right.encodedBytes
  }

  /// The bytes that `init(_:)` reads.
  static func encoded(_ work: Work, source: String) -> [UInt8] {
    var writer = ByteWriter()
    writer.put(work.title)
    writer.put(work.url)
    writer.put(source)
    writer.put(work.revision.id)
    writer.put(work.revision.time)
    writer.put(work.revision.contributor)
    writer.put(work.language)
    writer.put(work.aliases.count)
    for alias in work.aliases { writer.put(alias) }
    writer.put(work.sections.count)
    for section in work.sections {
      writer.put(section.start)
      writer.put(section.level)
      writer.put(section.title)
    }
    writer.put(work.notes.count)
    for note in work.notes {
      writer.put(note.marker)
      writer.put(note.range.start)
      writer.put(note.range.count)
      writer.put(note.text)
      writer.put(note.urls.count)
      for url in note.urls { writer.put(url) }
    }
    return writer.bytes
  }

  /// nil where the bytes are not what `encoded` wrote.
  init?(_ bytes: [UInt8]) {
    let head = bytes.withUnsafeBytes { Head($0) }
    guard let head else { return nil }
    title = head.title
    url = head.url
    source = head.source
    revision = head.revision
    language = head.language
    offsets = head.offsets
    encodedBytes = bytes
  }

  /// What is decoded at once.
  private struct Head {
    var title: String
    var url: String?
    var source: String
    var revision: Revision
    var language: String?
    var offsets: (aliases: Int, sections: Int, notes: Int)

    init?(_ bytes: UnsafeRawBufferPointer) {
      var reader = ByteReader(bytes)
      guard let title = reader.string(), let url = reader.optionalString(),
        let source = reader.string(), let id = reader.optionalInt(),
        let time = reader.optionalString(), let contributor = reader.optionalString(),
        let language = reader.optionalString()
      else { return nil }
      let aliases = reader.offset
      guard reader.skipStrings() else { return nil }
      let sections = reader.offset
      guard WorkDetails.forEachSection(&reader, { _, _, title in title.skip() }) else { return nil }
      let notes = reader.offset
      guard WorkDetails.forEachNote(&reader, { _ in false }, { _ in }) else { return nil }
      (self.title, self.url, self.source, self.language) = (title, url, source, language)
      revision = Revision(id: id, time: time, contributor: contributor)
      offsets = (aliases, sections, notes)
    }
  }

  /// Bytes of memory, about.
  var size: Int { encodedBytes.count + 256 }

  public var aliases: [String] {
    reading(at: offsets.aliases) { reader in
      (0..<(reader.count() ?? 0)).compactMap { _ in reader.string() }
    }
  }

  public var sections: [Work.Section] {
    var result: [Work.Section] = []
    reading(at: offsets.sections) { reader in
      _ = Self.forEachSection(&reader) { start, level, reader in
        guard let title = reader.string() else { return false }
        result.append(Work.Section(start: start, level: level, title: title))
        return true
      }
    }
    return result
  }

  public var notes: [Note] { notes { _ in true } }

  /// Notes whose markers begin within a range of the work's text.
  public func notes(in range: ByteRange) -> [Note] { notes { range.contains($0) } }

  private func notes(_ isWanted: (Int) -> Bool) -> [Note] {
    var result: [Note] = []
    reading(at: offsets.notes) { reader in
      _ = Self.forEachNote(&reader, isWanted) { result.append($0) }
    }
    return result
  }

  private func reading<Result>(at offset: Int, _ body: (inout ByteReader) -> Result) -> Result {
    encodedBytes.withUnsafeBytes { buffer in
      var reader = ByteReader(buffer, at: offset)
      return body(&reader)
    }
  }

  /// Calls `body` with start and level of each section; it reads or skips the title, and ends the
  /// walk by false. Returns whether all made sense.
  private static func forEachSection(
    _ reader: inout ByteReader, _ body: (Int, Int, inout ByteReader) -> Bool
  ) -> Bool {
    guard let count = reader.count() else { return false }
    for _ in 0..<count {
      guard let start = reader.int(), let level = reader.int(), body(start, level, &reader) else {
        return false
      }
    }
    return true
  }

  /// Calls `body` with each note whose start is wanted. Returns whether all made sense.
  private static func forEachNote(
    _ reader: inout ByteReader, _ isWanted: (Int) -> Bool, _ body: (Note) -> Void
  ) -> Bool {
    guard let count = reader.count() else { return false }
    for _ in 0..<count {
      let markerAt = reader.offset
      guard reader.skip(), let start = reader.int(), let length = reader.int() else { return false }
      guard isWanted(start) else {
        guard reader.skip(), reader.skipStrings() else { return false }
        continue
      }
      var marker = reader
      marker.offset = markerAt
      guard let name = marker.string(), let text = reader.string(), let size = reader.count() else {
        return false
      }
      var urls: [String] = []
      for _ in 0..<size {
        guard let url = reader.string() else { return false }
        urls.append(url)
      }
      body(Note(marker: name, range: ByteRange(start, start &+ length), text: text, urls: urls))
    }
    return true
  }

  /// Titles of the headings over `offset`, outermost first.
  public func sectionPath(at offset: Int) -> [String] {
    var path: [(level: Int, title: ByteReader)] = []
    return reading(at: offsets.sections) { reader in
      _ = Self.forEachSection(&reader) { start, level, reader in
        guard start <= offset else { return false }
        path.removeAll { $0.level >= level }
        path.append((level, reader))
        return reader.skip()
      }
      return path.compactMap { section in
        var title = section.title
        return title.string()
      }
    }
  }

  /// The index of the section that holds `offset`, or −1 above the first heading.
  public func sectionIndex(at offset: Int) -> Int {
    var index = 0
    var found = -1
    reading(at: offsets.sections) { reader in
      _ = Self.forEachSection(&reader) { start, _, reader in
        if start <= offset { found = index }
        index += 1
        return reader.skip()
      }
    }
    return found
  }
}
