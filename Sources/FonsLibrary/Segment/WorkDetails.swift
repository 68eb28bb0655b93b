public import FonsFormat
public import FonsSource
internal import FonsText

/// All that a library keeps of a work beside its text.
public struct WorkDetails: Sendable, Equatable {
  public var title: String
  public var url: String?
  public var aliases: [String]
  /// What the library was built from.
  public var source: String
  public var revision: Revision
  public var language: String?
  public var sections: [Work.Section]
  public var notes: [Note]

  init(_ work: Work, source: String) {
    title = work.title
    url = work.url
    aliases = work.aliases
    self.source = source
    revision = work.revision
    language = work.language
    sections = work.sections
    notes = work.notes
  }

  func encoded() -> [UInt8] {
    var writer = ByteWriter()
    writer.put(title)
    writer.put(url)
    writer.put(source)
    writer.put(revision.id)
    writer.put(revision.time)
    writer.put(revision.contributor)
    writer.put(language)
    writer.put(aliases.count)
    for alias in aliases { writer.put(alias) }
    writer.put(sections.count)
    for section in sections {
      writer.put(section.start)
      writer.put(section.level)
      writer.put(section.title)
    }
    writer.put(notes.count)
    for note in notes {
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
  init?(_ bytes: UnsafeRawBufferPointer) {
    var reader = ByteReader(bytes)
    guard let title = reader.string(), let url = reader.optionalString(),
      let source = reader.string(), let id = reader.optionalInt(),
      let time = reader.optionalString(), let contributor = reader.optionalString(),
      let language = reader.optionalString(), let aliases = Self.strings(&reader),
      let sections = Self.sections(&reader), let notes = Self.notes(&reader)
    else { return nil }
    self.title = title
    self.url = url
    self.source = source
    revision = Revision(id: id, time: time, contributor: contributor)
    self.language = language
    self.aliases = aliases
    self.sections = sections
    self.notes = notes
  }

  private static func strings(_ reader: inout ByteReader) -> [String]? {
    guard let count = reader.count() else { return nil }
    var result: [String] = []
    for _ in 0..<count {
      guard let text = reader.string() else { return nil }
      result.append(text)
    }
    return result
  }

  private static func sections(_ reader: inout ByteReader) -> [Work.Section]? {
    guard let count = reader.count() else { return nil }
    var result: [Work.Section] = []
    for _ in 0..<count {
      guard let start = reader.int(), let level = reader.int(), let title = reader.string() else {
        return nil
      }
      result.append(Work.Section(start: start, level: level, title: title))
    }
    return result
  }

  private static func notes(_ reader: inout ByteReader) -> [Note]? {
    guard let count = reader.count() else { return nil }
    var result: [Note] = []
    for _ in 0..<count {
      guard let marker = reader.string(), let start = reader.int(), let length = reader.int(),
        let text = reader.string(), let urls = strings(&reader)
      else { return nil }
      let range = ByteRange(start, start &+ length)
      result.append(Note(marker: marker, range: range, text: text, urls: urls))
    }
    return result
  }

  /// Titles of the headings over `offset`, outermost first.
  public func sectionPath(at offset: Int) -> [String] {
    var path: [Work.Section] = []
    for section in sections {
      guard section.start <= offset else { break }
      path.removeAll { $0.level >= section.level }
      path.append(section)
    }
    return path.map(\.title)
  }

  /// The index of the section that holds `offset`, or −1 above the first heading.
  public func sectionIndex(at offset: Int) -> Int {
    (sections.lastIndex { $0.start <= offset }) ?? -1
  }
}
