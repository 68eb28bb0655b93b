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

  func run() throws {
    let folder = try libraries.existing()
    do {
      let writer = try LibraryWriter(folder, options: build.options(for: folder))
      let saved = try writer.compact()
      let count = writer.manifest.segments.count
      let segments = count == 1 ? "1 segment" : "\(count) segments"
      Console.say("Compacted \(folder): \(segments), \(Figures.bytes(max(0, saved))) given back.")
    } catch let error as LibraryError {
      Console.sayError("\(error)")
      throw ExitStatus.unreadable
    }
  }
}
