internal import FonsLibrary
internal import Foundation

/// What the user set once and for all, in `fons/settings.json` under the XDG configuration folder.
struct Settings: Decodable {
  /// Folders of libraries to search where the command line names none.
  var library: [String]?
  /// Format of reports where the command line names none.
  var format: String?
  /// Policy where the command line names none.
  var policy: String?
  /// Profile of libraries that are made where the command line names none.
  var profile: String?
  /// Whether nothing is sent over the network.
  var offline: Bool?
  /// Address or page of whoever runs Fons, which servers are told.
  var contact: String?
  /// Wikis to search for quotations that cite nothing.
  var wiki: [String]?
  /// Web archive to ask for pages that are gone, or `none`.
  var archive: String?
  /// Folder of copies of fetched pages, or `none`.
  var evidence: String?

  /// - Throws: `InputError` where the file is not what it should be.
  static func read() throws -> Settings {
    let path = configurationFolder + "/fons/settings.json"
    guard let data = FileManager.default.contents(atPath: path) else { return Settings() }
    do {
      return try JSONDecoder().decode(Settings.self, from: data)
    } catch {
      throw InputError(
        "\(path) is not valid: it is a JSON object with “library” and “wiki” (lists), “offline” (true or false), “format”, “policy”, “profile”, “contact”, “archive” and “evidence” (texts)."
      )
    }
  }

  /// - Throws: `InputError` for a profile that there is not.
  func indexProfile() throws -> Profile? {
    guard let profile else { return nil }
    guard let known = Profile(rawValue: profile) else {
      throw InputError(
        "The settings file names the profile “\(profile)”; it must be \(Self.profiles).")
    }
    return known
  }

  /// The names of the profiles, for messages.
  static var profiles: String {
    Profile.allCases.map(\.rawValue).formatted(.list(type: .or).locale(Locale(identifier: "en")))
  }

  private static var configurationFolder: String {
    folder("XDG_CONFIG_HOME", or: "/.config")
  }

  /// Where the library is that no option and no variable names.
  static var defaultLibrary: String { folder("XDG_DATA_HOME", or: "/.local/share") + "/fons" }

  /// Where copies of fetched pages are kept where nothing else is said.
  static var defaultEvidence: String {
    folder("XDG_DATA_HOME", or: "/.local/share") + "/fons-evidence"
  }

  static var cacheFolder: String { folder("XDG_CACHE_HOME", or: "/.cache") + "/fons" }

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
