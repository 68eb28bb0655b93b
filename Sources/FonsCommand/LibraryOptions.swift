internal import ArgumentParser
internal import FonsLibrary
internal import Foundation

/// Which libraries are meant.
struct LibraryOptions: ParsableArguments {
  @Option(
    name: .long,
    help: ArgumentHelp(
      "Folder of a library; may be repeated.",
      discussion:
        "Without it, FONS_LIBRARY (folders, divided by colons), then the settings, then fons under the user's XDG data folder.",
      valueName: "dir"))
  var library: [String] = []

  func validate() throws {
    guard !library.contains("") else { throw ValidationError("--library must not be empty.") }
  }

  /// The folders, and whether the user named them.
  func folders() throws -> (folders: [String], named: Bool) {
    if !library.isEmpty { return (library, true) }
    let variable = ProcessInfo.processInfo.environment["FONS_LIBRARY"] ?? ""
    if !variable.isEmpty { return (variable.split(separator: ":").map(String.init), true) }
    if let set = try Settings.read().library, !set.isEmpty { return (set, true) }
    return ([Settings.defaultLibrary], false)
  }

  /// The one library that is written to.
  func single() throws -> String {
    let (folders, _) = try folders()
    guard folders.count == 1, let folder = folders.first else {
      throw ValidationError("Name one library: --library \(folders.first ?? "DIR")")
    }
    return folder
  }

  /// The one library to change, which must be there.
  func existing() throws -> String {
    let folder = try single()
    guard FileManager.default.fileExists(atPath: folder + "/" + Manifest.fileName) else {
      Console.sayError("\(LibraryError.missing(path: folder))")
      throw ExitStatus.unreadable
    }
    return folder
  }

  /// Opens them for searching. A library that cannot be opened is said, and the others answer.
  ///
  /// - Parameter needed: whether nothing can be searched without a library.
  func open(needed: Bool = true) throws -> (libraries: [Library], status: ExitStatus) {
    let (folders, named) = try folders()
    var libraries: [Library] = []
    var status = ExitStatus.success
    for folder in folders {
      do {
        libraries.append(try Library(folder))
      } catch LibraryError.missing where !named && !needed {
        // Whoever has none need not be told.
      } catch {
        Console.sayError("\(error)")
        if named { status = .unreadable }
      }
    }
    return (libraries, status)
  }
}
