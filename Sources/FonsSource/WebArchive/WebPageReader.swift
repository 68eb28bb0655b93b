internal import FonsFormat

/// Reads what an address gave: a page, a PDF, a text, a book.
public struct WebPageReader: Sendable {
  private let options: SourceOptions

  public init(options: SourceOptions = SourceOptions()) { self.options = options }

  /// The works in an answer's content; usually one.
  ///
  /// - Parameters:
  ///   - type: media type with its parameters, as the server says.
  ///   - time: when it was fetched, ISO 8601.
  /// - Throws: `SourceError` where it holds no text that Fons reads.
  public func works(
    _ content: [UInt8], type: String?, url: String, time: String?
  ) throws -> [Work] {
    var record = WebRecord()
    record.url = url
    record.time = time
    var works: [Work] = []
    let take: (SourceEvent) throws -> Void = { event in
      switch event {
      case .work(let work): works.append(work)
      case .unreadable(let error): throw error
      case .redirect, .revision, .warning, .progress: break
      }
    }
    if isPackage(content) {
      let item = Item(path: url, content: .bytes(content))
      try ItemReader(options: options, root: "").read(item, take)
      // A book is one work; an archive is none that an address could mean.
      guard works.count == 1 else { throw notText(url) }
      works[0].url = url
      works[0].revision.time = works[0].revision.time ?? time
      return works
    }
    let page = WebPage(record: record, path: "", options: options)
    try page.deliver(content, type: Self.readable(type, content), take)
    guard !works.isEmpty else { throw notText(url) }
    return works
  }

  private func notText(_ url: String) -> SourceError {
    SourceError(.notText, path: url, message: "is no text that Fons reads.")
  }

  private func isPackage(_ content: [UInt8]) -> Bool {
    switch FileKind(content) {
    case .zip: true
    case .sevenZip, .zstd, .zim, .pdf, .other: false
    }
  }

  /// Servers that name no type, or that of any file, may still send text.
  private static func readable(_ type: String?, _ content: [UInt8]) -> String? {
    let name = MediaType.name(type)
    switch name {
    case "", "application/octet-stream", "unknown/unknown", "application/xml", "text/xml":
      // NUL stands in no text but UTF-16.
      guard FormatSniffer.guess(content) != .html, !content.prefix(4_096).contains(0) else {
        return type
      }
      return "text/plain"
    default:
      guard name.hasPrefix("text/"), !["text/css", "text/javascript"].contains(name),
        name != "text/html"
      else { return type }
      let parameters = (type ?? "").drop { $0 != ";" }
      return "text/plain" + parameters
    }
  }
}
