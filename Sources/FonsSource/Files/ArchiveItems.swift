import FonsFormat

/// The contents of an archive: a book, a text document, a collection of web pages, or any files.
struct ArchiveItems {
  let item: Item
  let reader: ItemReader

  func read(isZip: Bool, _ body: (SourceEvent) throws -> Void) throws {
    guard item.depth < Item.depthLimit else { throw reader.tooDeep(item) }
    var isWebArchive = false
    if isZip {
      let found = try package()
      if let (files, kind) = found.publication { return try deliver(files, kind, body) }
      isWebArchive = found.isWebArchive
    }
    let archive = try reader.opened(item)
    while let member = try reader.next(archive, item) {
      guard member.isFile else { continue }
      try read(member, archive, isWebArchive: isWebArchive, body)
    }
  }

  // MARK: Packages

  private func package() throws(SourceError) -> (
    publication: (PackageFiles, Publication.Kind)?, isWebArchive: Bool
  ) {
    do throws(ArchiveError) {
      let item = item
      let files = try PackageFiles(limit: reader.options.fileLimit) { () throws(ArchiveError) in
        try item.openArchive()
      }
      if let kind = try Publication.kind(of: files) { return ((files, kind), false) }
      return (nil, try isWebArchive(files))
    } catch {
      throw SourceError(error, path: item.path)
    }
  }

  /// Whether the files are those of a WACZ, which describes itself.
  private func isWebArchive(_ files: PackageFiles) throws(ArchiveError) -> Bool {
    guard files.contains("datapackage.json") else { return false }
    guard files.paths.contains(where: { $0.hasPrefix("archive/") }) else {
      throw ArchiveError(
        .corrupt, "describes a collection of web pages and holds none in its folder “archive”.")
    }
    return true
  }

  private func deliver(
    _ files: PackageFiles, _ kind: Publication.Kind, _ body: (SourceEvent) throws -> Void
  ) throws {
    let publication: Publication
    do {
      publication = try Publication.read(files, kind)
    } catch let error as ArchiveError {
      throw SourceError(error, path: item.path)
    } catch HTMLError.tooLarge(let size) {
      throw SourceError(
        .tooLarge, path: item.path, message: "has \(size) bytes of text and was left out.")
    }
    for warning in publication.warnings.prefix(8) {
      try body(.warning(SourceError(.converted, path: item.path, message: warning + ".")))
    }
    let page = publication.text
    guard !page.text.isEmpty else {
      throw SourceError(
        .notText, path: item.path, message: "holds no text: its pages are pictures, perhaps.")
    }
    let name = ItemName(path: item.path, root: reader.root)
    var work = Work(
      title: page.title ?? name.title, url: page.url,
      aliases: name.aliases + publication.identifiers,
      revision: Revision(time: publication.time), language: page.language, text: page.text,
      sections: Work.Section.sections(of: page), notes: page.notes)
    if work.title != name.title { work.aliases.append(name.title) }
    try body(.work(work))
  }

  // MARK: Members

  private func read(
    _ member: ArchiveReader.Member, _ archive: ArchiveReader, isWebArchive: Bool,
    _ body: (SourceEvent) throws -> Void
  ) throws {
    let parts = member.path.split(separator: "/")
    let path = "\(item.path)/\(member.path)"
    guard !member.path.hasPrefix("/"), !parts.contains("..") else {
      return try body(
        .unreadable(
          SourceError(
            .corrupt, path: path,
            message: "is named so that it would lie outside of its archive, and was left out.")))
    }
    // Hidden files, and what macOS puts beside files.
    if parts.contains(where: { $0.hasPrefix(".") || $0 == "__MACOSX" }) { return }
    // The rest of such a collection is indexes and descriptions.
    if isWebArchive, parts.first != "archive" { return }
    let inner = Item(
      path: path, content: .stream(MemberInput(archive, path: path)), depth: item.depth + 1)
    var reader = reader
    reader.before = nil
    do {
      try reader.read(inner, body)
    } catch let error as SourceError {
      try body(.unreadable(error))
      if error.kind == .tooLarge, error.path == item.path { throw error }
    }
  }
}
