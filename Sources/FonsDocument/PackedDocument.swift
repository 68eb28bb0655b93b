import FonsFormat
import FonsText

/// Documents that are no text by themselves: PDF, EPUB, DOCX and ODT.
///
/// What a reader sees of them takes the place of their bytes, so that ranges count in it.
public enum PackedDocument {
  /// Whether the bytes begin as those of such a document do.
  public static func matches(_ bytes: [UInt8]) -> Bool {
    PDFReader.matches(bytes) || bytes.starts(with: [0x50, 0x4B, 3, 4])
  }

  private static let limit = 256 << 20

  /// Reads such a document; nil for other bytes.
  ///
  /// - Throws: an error that says what is wrong with it, or what has to be installed.
  static func read(_ bytes: [UInt8], name: String?) throws -> Document? {
    guard matches(bytes) else { return nil }
    let structured: StructuredText
    let kept: [UInt8]
    if PDFReader.matches(bytes) {
      let read = try PDFReader().read(bytes)
      structured = read.text
      kept = read.printed
    } else {
      let files = try PackageFiles(limit: limit) { () throws(ArchiveError) in
        try ArchiveReader(bytes: bytes)
      }
      guard let kind = try Publication.kind(of: files) else {
        throw ArchiveError(.unsupported, "is an archive. Unpack it and check what is inside.")
      }
      structured = try Publication.read(files, kind).text
      kept = structured.text
    }
    let found = QuotationFinder(structured, bytes: kept, format: .text).find()
    var document = Document(
      name: name, bytes: kept, sha256: SHA256.hex(bytes), format: .text,
      quotations: found.quotations, commentary: found.commentary, language: structured.language)
    document.url = structured.url
    document.title = structured.title
    document.date = structured.date
    return document
  }
}
