import FonsFormat
import FonsText

/// Reads documents to check: bytes to quotations with their citations.
public struct DocumentReader: Sendable {
  private let beside: @Sendable (String) -> [UInt8]?

  /// - Parameter beside: gives the bytes of a file that a document names, such as the bibliography of
  ///   a LaTeX document, nil where it may not be read.
  public init(beside: @escaping @Sendable (String) -> [UInt8]? = { _ in nil }) {
    self.beside = beside
  }

  /// - Parameters:
  ///   - bytes: the file, in any usual encoding.
  ///   - name: path or address; its ending helps to tell the format.
  ///   - format: nil to tell by name and content.
  ///   - charset: what the server that sent it says; it goes before what the document says itself.
  /// - Throws: `HTMLError` where a page is too large; for PDF, EPUB, DOCX and ODT, an error that
  ///   says what is wrong with the file.
  /// - Complexity: O(*n* log *n*)
  public func read(
    _ bytes: [UInt8], name: String?, format: InputFormat? = nil, charset: String? = nil
  ) throws -> Document {
    if format == nil, let packed = try PackedDocument.read(bytes, name: name) { return packed }
    let declared = charset ?? HTMLReader.declaredCharset(bytes)
    let decoded = TextDecoding.decode(bytes, declared: declared)
    let format = format ?? Self.format(decoded.text, name: name)
    let structured: StructuredText
    let kept: [UInt8]
    if format == .email, decoded.encoding.hasPrefix("UTF-16") == false {
      // A message says itself in which encoding each part is.
      structured = try MailReader().read(bytes)
      kept = bytes
    } else {
      var read = try structure(decoded.text, format)
      if decoded.isUTF8 {
        read.origin = read.origin.composed(with: decoded.origin)
        kept = bytes
      } else {
        kept = decoded.text
      }
      structured = read
    }
    let finder = QuotationFinder(Announced.marked(structured, format), bytes: kept, format: format)
    let found = finder.find()
    var document = Document(
      name: name, bytes: kept, sha256: SHA256.hex(bytes), format: format,
      quotations: found.quotations, commentary: found.commentary, language: structured.language)
    document.url = structured.url
    document.title = structured.title
    document.date = structured.date
    document.isArchived = structured.isArchived
    document.warning = format == .email ? nil : decoded.warning
    return document
  }

  /// The whole text as a quotation, for finding where words come from: its parts, omissions,
  /// insertions and note markers; one pair of marks around all of it is taken off.
  public static func given(_ text: [UInt8]) -> Quotation {
    let decoded = TextDecoding.decode(text)
    return GivenQuotation.make(decoded)
  }

  private static func format(_ text: [UInt8], name: String?) -> InputFormat {
    InputFormat(rawValue: FormatSniffer.guess(text, name: name).rawValue) ?? .text
  }

  private func structure(_ text: [UInt8], _ format: InputFormat) throws -> StructuredText {
    switch format {
    case .html: return try HTMLReader().read(text: text)
    case .markdown: return MarkdownReader().read(text: text)
    case .email: return try MailReader().read(text)
    case .latex: return LaTeXReader(beside: beside).read(text: text)
    case .bbcode: return BBCodeReader().read(text: text)
    case .imageboard: return try ThreadReader().read(text: text)
    case .chat: return ChatReader().read(text: text)
    case .answer: return AnswerReader().read(text: text)
    case .text: return PlainTextReader().read(text: text)
    }
  }
}
