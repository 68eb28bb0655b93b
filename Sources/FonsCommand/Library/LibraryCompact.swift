internal import ArgumentParser
internal import FonsLibrary
internal import Foundation

/// `fons library compact`.
struct LibraryCompact: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "compact",
    abstract: "Give back the space of what was removed, and make few segments of many.")

  @OptionGroup var libraries: LibraryOptions
  @OptionGroup var build: BuildArguments

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Leave out revisions before this date, as 2015-01-01, but for the newest of each work.",
      valueName: "date"))
  var dropBefore: String?

  func validate() throws {
    guard let dropBefore else { return }
    guard dropBefore.wholeMatch(of: /[0-9]{4}-[0-9]{2}-[0-9]{2}(T.*)?/) != nil else {
      throw ValidationError("--drop-before takes a date: 2015-01-01")
    }
  }

  func run() throws {
    let folder = try libraries.existing()
    do {
      let writer = try LibraryWriter(folder, options: build.options(for: folder))
      let saved = try writer.compact(droppingBefore: dropBefore)
      let count = writer.manifest.segments.count
      let segments = count == 1 ? "1 segment" : "\(count) segments"
      Console.say("Compacted \(folder): \(segments), \(Figures.bytes(max(0, saved))) given back.")
    } catch let error as LibraryError {
      Console.sayError("\(error)")
      throw ExitStatus.unreadable
    }
  }
}
