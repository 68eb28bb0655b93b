import CXML

/// Reads a MediaWiki XML export, schemas 0.3 to 0.11, as a stream and page by page.
///
/// At most one page and one chunk of the file are in memory. A document type or entity
/// declarations are refused: no export has them, and they are how XML is made to grow.
public final class MediaWikiReader {
  public enum Event: Sendable {
    case page(MediaWikiPage)
    /// A page that was left out, and why.
    case skipped(SourceError)
  }

  /// What the dump says about its wiki; complete before the first page.
  public var site: MediaWikiSite { collector.site }

  private let path: String
  private let collector: MediaWikiCollector
  private var context: xmlParserCtxtPtr?
  private var offset = 0
  /// Bytes since the parser last reported anything, and what it had reported then.
  private var silence = 0
  private var reports = 0

  private static let silenceLimit = 64 << 20

  /// A reader of the bytes of the file at `path`, which is named in errors only.
  public init(path: String, options: SourceOptions = SourceOptions()) {
    self.path = path
    collector = MediaWikiCollector(path: path, options: options)
  }

  deinit {
    if let context { xmlFreeParserCtxt(context) }
  }

  /// Takes the next bytes of XML and delivers the pages that they complete.
  public func feed(_ bytes: [UInt8], _ body: (Event) throws -> Void) throws {
    // libxml2 guesses the encoding from four bytes; it is given all of the first chunk.
    try parse(bytes, isLast: false, body)
    offset += bytes.count
    silence = collector.reports == reports ? silence + bytes.count : 0
    reports = collector.reports
    // The parser keeps an unfinished tag or comment in memory, however long it is.
    guard silence <= Self.silenceLimit else {
      throw SourceError(
        .corrupt, path: path, offset: offset,
        message: "a tag or comment before byte \(offset) of the XML does not end. "
          + "\(collector.delivered) pages before were read; fetch the file again for the rest.")
    }
  }

  /// Says that there is no more.
  public func finish(_ body: (Event) throws -> Void) throws {
    try parse([], isLast: true, body)
    guard context != nil, collector.sawRoot else {
      throw SourceError(
        .unsupported, path: path, message: "holds no MediaWiki export. Check what it is.")
    }
  }

  private func parse(
    _ bytes: [UInt8], isLast: Bool, _ body: (Event) throws -> Void
  ) throws {
    guard bytes.count > 0 || context != nil else { return }
    let code = try withoutActuallyEscaping(body) { body in
      collector.deliver = body
      defer { collector.deliver = nil }
      let code = bytes.withUnsafeBytes { buffer -> Int32 in
        let start = buffer.bindMemory(to: CChar.self).baseAddress
        if context == nil { open() }
        guard let context else { return -1 }
        return xmlParseChunk(context, start, Int32(buffer.count), isLast ? 1 : 0)
      }
      if let failure = collector.failure { throw failure }
      return code
    }
    if code != 0 { throw damage(code, isLast: isLast) }
  }

  private func open() {
    var handler = MediaWikiCollector.handler
    let user = Unmanaged.passUnretained(collector).toOpaque()
    context = xmlCreatePushParserCtxt(&handler, user, nil, 0, nil)
    guard let context else { return }
    collector.context = context
    let options =
      XML_PARSE_HUGE.rawValue | XML_PARSE_NONET.rawValue | XML_PARSE_NOERROR.rawValue
      | XML_PARSE_NOWARNING.rawValue
    xmlCtxtUseOptions(context, Int32(options))
  }

  private func damage(_ code: Int32, isLast: Bool) -> SourceError {
    let consumed = context.map { Int(xmlByteConsumed($0)) } ?? -1
    let place = consumed > 0 ? consumed : offset
    var detail = "XML error \(code)"
    if let message = context.flatMap({ xmlCtxtGetLastError($0) })?.pointee.message {
      detail = String(cString: message).split(separator: "\n").joined(separator: " ")
    }
    guard !isLast else {
      return SourceError(
        .truncated, path: path, offset: place,
        message: "the export ends too early, after byte \(place) of its XML (\(detail)). "
          + "\(collector.delivered) pages before were read; fetch the file again for the rest.")
    }
    return SourceError(
      .corrupt, path: path, offset: place,
      message: "the export is damaged near byte \(place) of its XML (\(detail)). "
        + "\(collector.delivered) pages before were read; fetch the file again for the rest.")
  }
}
