internal import FonsText

/// A book or text document that is packed as several files in one.
package struct Publication: Sendable {
  /// What a reader sees; its origin is itself.
  package var text: StructuredText
  /// Identifiers other than an address: ISBNs, DOIs, UUIDs.
  package var identifiers: [String] = []
  /// When this state of it was made, ISO 8601, as it says itself.
  package var time: String?
  package var author: String?
  /// What was left out, as sentences without the file's name.
  package var warnings: [String] = []

  /// The formats that are packages.
  package enum Kind: Sendable {
    case epub, word, openText
  }

  /// What the files of an archive make up; nil where it is an archive and nothing more.
  package static func kind(of files: PackageFiles) throws(ArchiveError) -> Kind? {
    if files.contains("META-INF/container.xml") { return .epub }
    if files.contains("word/document.xml") { return .word }
    if files.contains("content.xml"), let type = try files.file("mimetype") {
      let name = String(decoding: type.prefix(100), as: UTF8.self)
      if name.hasPrefix("application/vnd.oasis.opendocument.text") { return .openText }
    }
    return nil
  }

  package static func read(_ files: PackageFiles, _ kind: Kind) throws -> Publication {
    switch kind {
    case .epub: try EPUBReader(files: files).read()
    case .word: try WordReader(files: files).read()
    case .openText: try OpenTextReader(files: files).read()
    }
  }

  /// Reads the page that a format was written as.
  init(html: [UInt8]) throws {
    text = try HTMLReader().read(text: TextDecoding.decode(html, declared: "utf-8").text)
    text.origin = .identity(count: text.text.count)
  }
}
