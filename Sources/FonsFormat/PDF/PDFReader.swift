internal import FonsText

#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// The text of a PDF in reading order, without page furniture and without the hyphens of line ends.
package struct PDFReader: Sendable {
  /// A page of the file.
  package struct Page: Sendable, Equatable {
    /// Where its first word stands in the text.
    package var start: Int
    /// As printed, or its number in the file where none is printed.
    package var label: String
    /// From 1.
    package var number: Int
  }

  package struct Text: Sendable {
    /// What a reader reads; its origin leads to `printed`.
    package var text: StructuredText
    /// The lines as they are printed, furniture included.
    package var printed: [UInt8]
    /// Pages that have text.
    package var pages: [Page]
    package var pageCount: Int
  }

  private let limits: PDFProcess.Limits

  package init() {
    limits = PDFProcess.Limits()
  }

  /// A reader with other limits.
  package init(seconds: Int, outputBytes: Int = 512 << 20, searchPath: String? = nil) {
    limits = PDFProcess.Limits(
      seconds: seconds, outputBytes: outputBytes, searchPath: searchPath)
  }

  /// Whether the first bytes of a file are those of a PDF.
  package static func matches(_ head: [UInt8]) -> Bool {
    head.find("%PDF-", from: 0, to: min(head.count, 1_024)) != nil
  }

  /// Reads the file at `name`, a path as the system knows it, with its final NUL.
  package func read(name: [CChar]) throws(PDFError) -> Text {
    let layout = PDFLayout(try PDFProcess.layout(of: name, limits: limits))
    return PDFTextWriter(layout).write()
  }

  /// Reads a PDF that is in memory, through a temporary file that only its owner can read.
  package func read(_ bytes: [UInt8]) throws(PDFError) -> Text {
    let folder = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
    var name = Array("\(folder)/fons-pdf-XXXXXX".utf8CString)
    let file = mkstemp(&name)
    guard file >= 0 else {
      throw PDFError(
        kind: .noReader, message: "was not read: no temporary file can be made in \(folder).")
    }
    defer { unlink(name) }
    var written = 0
    while written < bytes.count {
      let count = bytes[written...].withUnsafeBytes { write(file, $0.baseAddress, $0.count) }
      guard count > 0 else { break }
      written += count
    }
    close(file)
    guard written == bytes.count else {
      throw PDFError(kind: .noReader, message: "was not read: \(folder) is full.")
    }
    return try read(name: name)
  }
}
