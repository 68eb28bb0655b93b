internal import Foundation

/// What the user set once and for all, in `fons/settings.json` under the XDG configuration folder.
struct Settings: Decodable {
  /// Folders of libraries to search where the command line names none.
  var library: [String]?
  /// Format of reports where the command line names none.
  var format: String?
  /// Policy where the command line names none.
  var policy: String?

  /// - Throws: `InputError` where the file is not what it should be.
  static func read() throws -> Settings {
    let path = configurationFolder + "/fons/settings.json"
    guard let data = FileManager.default.contents(atPath: path) else { return Settings() }
    do {
      return try JSONDecoder().decode(Settings.self, from: data)
    } catch {
      throw InputError(
        "\(path) is not valid: it is a JSON object with “library” (a list of folders), “format” and “policy”."
      )
    }
  }

  private static var configurationFolder: String {
    folder("XDG_CONFIG_HOME", or: "/.config")
  }

  /// Where the library is that no option and no variable names.
  static var defaultLibrary: String { folder("XDG_DATA_HOME", or: "/.local/share") + "/fons" }

  /// Where checks are kept that no option says where: beside the library, which is a folder of its own.
  static var defaultChecks: String {
    folder("XDG_DATA_HOME", or: "/.local/share") + "/fons-checks/checks.sqlite"
  }

  private static func folder(_ variable: String, or fallback: String) -> String {
    let environment = ProcessInfo.processInfo.environment
    // Relative paths are to be ignored (XDG Base Directory Specification).
    if let path = environment[variable], path.hasPrefix("/") { return path }
    return (environment["HOME"] ?? NSHomeDirectory()) + fallback
  }
}

/// Something that the user gave cannot be read; the message says what, where and what to do.
struct InputError: Error, CustomStringConvertible {
  let description: String
  init(_ description: String) { self.description = description }
}
