internal import ArgumentParser
internal import FonsLibrary
internal import FonsSource
internal import Foundation

/// `fons library add`.
struct LibraryAdd: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "add",
    abstract: "Add sources to a library, or replace them.",
    discussion: """
      A source is a MediaWiki export (plain, or compressed by gzip, bzip2, xz, lzma, 7z or zstd), \
      a ZIM file, a web archive (WARC, ARC, WACZ), a book or text document (EPUB, PDF, DOCX, ODT), \
      a mailbox (mbox, Maildir), a file of text, Markdown or HTML, or an archive or a folder of \
      them.

      Each file is recognised by what it is, not by its name.

      PDF needs pdftotext, of poppler-utils.

      EXAMPLES:
        fons library add enwiki-latest-pages-articles.xml.bz2
        fons library add --library Books ~/Books
      """)

  @Argument(help: ArgumentHelp("Files and folders.", valueName: "source"))
  var sources: [String]

  @OptionGroup var libraries: LibraryOptions

  @Option(
    name: .long,
    help: ArgumentHelp("What to call the source from now on.", valueName: "name"))
  var name: String?

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Namespaces of a wiki to read, by number, divided by commas.", valueName: "numbers"))
  var namespaces: String = "0"

  @Flag(
    name: .long,
    help: "Keep the whole history of a wiki's pages instead of the last revision.")
  var allRevisions = false

  @OptionGroup var build: BuildArguments

  func validate() throws {
    guard !sources.isEmpty else { throw ValidationError("Name a source to add.") }
    guard name == nil || sources.count == 1 else {
      throw ValidationError("--name is for a single source.")
    }
    guard name?.isEmpty != true else { throw ValidationError("--name must not be empty.") }
    _ = try namespaceNumbers()
  }

  private func namespaceNumbers() throws -> Set<Int> {
    let numbers = namespaces.split(separator: ",").map { Int($0) }
    guard !numbers.isEmpty, !numbers.contains(nil) else {
      throw ValidationError("--namespaces takes numbers divided by commas: 0,4")
    }
    return Set(numbers.compactMap { $0 })
  }

  func run() throws {
    let folder = try libraries.single()
    do {
      let options = try build.options(for: folder)
      let writer = try LibraryWriter(folder, options: options)
      var status = ExitStatus.success
      for source in sources { status = try add(source, to: writer, options).worse(than: status) }
      throw status
    } catch let error as LibraryError {
      Console.sayError("\(error)")
      throw ExitStatus.unreadable
    }
  }

  /// Adds what can be read; what cannot is said and makes the exit status 3.
  private func add(
    _ path: String, to library: LibraryWriter, _ build: BuildOptions
  ) throws -> ExitStatus {
    let source: Source
    do {
      source = try Source(path: path)
    } catch {
      Console.sayError("\(error)")
      return .unreadable
    }
    var status = ExitStatus.success
    var progress = Progress("Adding \(source.label)", total: source.totalBytes)
    let options = SourceOptions(
      namespaces: try namespaceNumbers(), revisions: allRevisions ? .history : .last,
      workers: build.workers)
    let label = name ?? source.label
    var isEmpty = true
    let entry: Manifest.SourceEntry
    do {
      entry = try library.add(
        name: label, from: URL(fileURLWithPath: path).standardizedFileURL.path
      ) { writer in
        try source.read(options: options) { event in
          switch event {
          case .work(let work):
            try writer.add(work)
            if !work.text.isEmpty { isEmpty = false }
          case .revision(let revision):
            try writer.add(revision)
            if case .new(_, let plain) = revision.content, !plain.isEmpty { isEmpty = false }
          case .redirect(let from, let to): try writer.addRedirect(from: from, to: to)
          case .warning(let warning):
            writer.warn("\(warning)")
            progress.end()
            Console.sayError("\(warning)")
          case .unreadable(let error):
            writer.warn("\(error)")
            progress.end()
            Console.sayError("\(error)")
            status = .unreadable
          case .progress(let bytes):
            progress.update(bytes, detail: Figures.works(writer.works))
          }
        }
        // A source without text would hide what its older state held.
        if isEmpty { throw NothingToAdd() }
      }
    } catch is NothingToAdd {
      progress.end()
      Console.sayError("\(path) holds nothing to search; the library is as it was.")
      return .unreadable
    }
    progress.end()
    let rate = Progress.megabytes(Double(entry.bytes) / max(progress.elapsed, 0.001))
    Console.say(
      "Added \(entry.name): \(Figures.works(entry.works)), \(Figures.bytes(entry.bytes)) of text"
        + " (\(rate) MB/s) to \(library.path).")
    return status
  }

  private struct NothingToAdd: Error {}
}
