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

  /// A message for the user, on standard error.
  static func say(_ message: String) {
    FileHandle.standardError.write(Data((message + "\n").utf8))
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
