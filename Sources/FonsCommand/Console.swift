internal import Foundation

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// What the user looks at.
enum Console {
  static let errorIsTerminal = isatty(2) == 1
  static let outputIsTerminal = isatty(1) == 1

  /// A message for the user, on standard error; lost where that is closed.
  static func say(_ message: String) {
    try? FileHandle.standardError.write(contentsOf: Data((harmless(message) + "\n").utf8))
  }

  /// The text without what would steer a terminal: names of files and words of damaged ones may
  /// hold anything.
  static func harmless(_ text: String) -> String {
    var scalars = text.unicodeScalars
    guard scalars.contains(where: isControl) else { return text }
    scalars = String.UnicodeScalarView(scalars.map { isControl($0) ? "\u{FFFD}" : $0 })
    return String(scalars)
  }

  private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.generalCategory == .control && scalar != "\n"
  }

  /// The result, on standard output.
  ///
  /// - Throws: `InputError` where that is closed or full.
  static func write(_ text: String) throws { try write(Array(text.utf8)) }

  static func write(_ bytes: [UInt8]) throws {
    var done = 0
    while done < bytes.count {
      let count = bytes.withUnsafeBytes {
        systemWrite(1, $0.baseAddress! + done, bytes.count - done)
      }
      if count < 0 {
        if errno == EINTR { continue }
        throw InputError(
          "The result could not be written to standard output: \(String(cString: strerror(errno)))."
        )
      }
      done += count
    }
  }

  /// A line of the result.
  static func line(_ text: String) throws { try write(harmless(text) + "\n") }

  private static func systemWrite(_ file: Int32, _ bytes: UnsafeRawPointer, _ count: Int) -> Int {
    #if canImport(Glibc)
      Glibc.write(file, bytes, count)
    #elseif canImport(Musl)
      Musl.write(file, bytes, count)
    #else
      Darwin.write(file, bytes, count)
    #endif
  }

  static func sayError(_ message: String) { say("fons: \(message)") }

  /// `NO_COLOR` is obeyed, whatever it is set to (no-color.org).
  static var color: Bool {
    let environment = ProcessInfo.processInfo.environment
    return outputIsTerminal && (environment["NO_COLOR"] ?? "").isEmpty
      && environment["TERM"] != "dumb"
  }

  /// Columns of the terminal; 80 where there is none.
  static var width: Int {
    var size = winsize()
    if ioctl(1, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 20 {
      return min(120, Int(size.ws_col))
    }
    return 80
  }

  /// Whether the locale is one of UTF-8.
  static var unicode: Bool {
    let environment = ProcessInfo.processInfo.environment
    let locale =
      [environment["LC_ALL"], environment["LC_CTYPE"], environment["LANG"]]
      .compactMap { $0 }.first { !$0.isEmpty } ?? ""
    // Without a terminal the output is a file, and files are UTF-8.
    return !outputIsTerminal || locale.lowercased().contains("utf")
  }
}
