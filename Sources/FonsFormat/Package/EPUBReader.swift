/// Reads a book in EPUB 2 or 3: its documents in reading order, with their notes.
struct EPUBReader {
  let files: PackageFiles

  func read() throws -> Publication {
    guard let container = try files.file("META-INF/container.xml"),
      let path = EPUBPackage.path(in: container), let bytes = try files.file(path)
    else {
      throw ArchiveError(
        .corrupt, "looks like an EPUB book but names no package document. Fetch it again.")
    }
    var package = EPUBPackage(bytes, path: path)
    guard !package.spine.isEmpty else {
      throw ArchiveError(.corrupt, "is an EPUB book without a document in its reading order.")
    }
    let documents = try files.files(Set(package.spine))
    var joiner = XHTMLJoiner(
      paths: package.spine, title: package.title, language: package.language)
    for path in package.spine {
      guard let document = documents[path] else {
        package.warnings.append("lacks “\(path)”, which its reading order names")
        continue
      }
      joiner.add(TextDecoding.decode(document).text, path: path)
    }
    var publication = try Publication(html: joiner.html)
    publication.identifiers = package.identifiers
    publication.text.url = package.identifiers.first { $0.hasPrefix("http") }
    publication.time = package.modified
    publication.author = package.author
    publication.warnings = package.warnings
    return publication
  }
}
