internal import ArgumentParser
internal import FonsLibrary
internal import Foundation

/// `fons library`: the indexed sources to search.
struct LibraryCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "library",
    abstract: "Build and look after libraries.",
    discussion: """
      EXAMPLES:
        fons library add simplewiki-latest-pages-articles.xml.bz2
        fons library add ~/Books --library Books
        fons library list
      """,
    subcommands: [
      LibraryAdd.self, LibraryList.self, LibraryInfo.self, LibraryRemove.self, LibraryVerify.self,
      LibraryCompact.self,
    ])
}

/// `fons library list`.
struct LibraryList: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List the sources of the libraries, a line each.")

  @OptionGroup var libraries: LibraryOptions

  func run() throws {
    let (opened, status) = try libraries.open()
    for library in opened {
      try Console.line("\(library.path)\(library.manifest.sources.isEmpty ? ": empty" : "")")
      for source in library.manifest.sources {
        let asOf = source.asOf.map { ", as of \($0.prefix(10))" } ?? ""
        try Console.line(
          "  \(source.name): \(Figures.works(source.works)), \(Figures.bytes(source.bytes))\(asOf)")
      }
    }
    throw status
  }
}

/// `fons library info`.
struct LibraryInfo: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "info", abstract: "Say what the libraries hold, and their size on disk.")

  @OptionGroup var libraries: LibraryOptions

  /// Works with a history that are named.
  private static let mostListed = 20

  func run() throws {
    let (opened, status) = try libraries.open()
    for library in opened {
      let extent = library.extent
      let sizes = library.sizes
      let share = { (bytes: Int) in
        extent.bytes == 0
          ? ""
          : String(format: " (%.3f for each byte of text)", Double(bytes) / Double(extent.bytes))
      }
      try Console.line(
        """
        \(library.path)
          format     \(library.manifest.format)
          profile    \(library.manifest.profile.rawValue)
          sources    \(library.manifest.sources.count)
          segments   \(library.manifest.segments.count)
          works      \(extent.works)
          revisions  \(extent.revisions)
          words      \(extent.words)
          text       \(Figures.bytes(extent.bytes))
          as of      \(extent.asOf ?? "unknown")
          index      \(Figures.bytes(sizes.index))\(share(sizes.index))
          text store \(Figures.bytes(sizes.text))\(share(sizes.text))
          the rest   \(Figures.bytes(sizes.rest))\(share(sizes.rest))
        """)
      let histories = library.histories
      if !histories.isEmpty {
        let revisions = histories.reduce(0) { $0 + $1.revisions }
        try Console.line(
          "  histories  of \(Figures.works(histories.count)), \(revisions) revisions, \(Figures.bytes(library.historyBytes))"
        )
        for history in histories.prefix(Self.mostListed) {
          let title = library.details(of: history.work)?.title ?? "?"
          try Console.line("  history    \(title): \(history.revisions) revisions")
        }
        if histories.count > Self.mostListed {
          try Console.line("  history    … and \(histories.count - Self.mostListed) more works")
        }
      }
      for source in library.manifest.sources {
        for warning in source.warnings {
          try Console.line("  warning    \(source.name): \(warning)")
        }
      }
    }
    throw status
  }
}

/// `fons library remove`.
struct LibraryRemove: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "remove", abstract: "Remove a source, by its name or path as listed.")

  @Argument(help: ArgumentHelp("Names of sources.", valueName: "source"))
  var sources: [String]

  @OptionGroup var libraries: LibraryOptions

  func run() throws {
    let folder = try libraries.existing()
    do {
      let writer = try LibraryWriter(folder)
      for source in sources {
        try writer.remove(source: source)
        Console.say("Removed \(source).")
      }
    } catch let error as LibraryError {
      Console.sayError("\(error)")
      throw ExitStatus.unreadable
    }
  }
}

/// `fons library verify`.
struct LibraryVerify: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify", abstract: "Read every byte of the libraries and name what is damaged.")

  @OptionGroup var libraries: LibraryOptions

  func run() throws {
    var (opened, status) = try libraries.open()
    for library in opened {
      let problems = library.verify()
      for problem in problems { Console.sayError(problem) }
      if problems.isEmpty {
        try Console.line("\(library.path): intact")
      } else {
        try Console.line("\(library.path): \(problems.count) damaged")
        status = .unreadable
      }
    }
    throw status
  }
}

enum Figures {
  static func works(_ count: Int) -> String { count == 1 ? "1 work" : "\(count) works" }

  static func bytes(_ count: Int) -> String {
    let units = [("GB", 1e9), ("MB", 1e6), ("kB", 1e3)]
    for (unit, size) in units where Double(count) >= size {
      return String(format: "%.1f %@", Double(count) / size, unit)
    }
    return "\(count) bytes"
  }
}
