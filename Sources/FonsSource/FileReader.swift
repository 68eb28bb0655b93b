/// Reads one file of a source at a time.
struct FileReader: Sendable {
  /// The source that the files belong to.
  let root: String
  let options: SourceOptions

  /// What became of a file.
  struct Outcome: Sendable {
    enum Result: Sendable {
      case events([SourceEvent])
      /// It may be larger than memory and is to be read by `stream`.
      case stream
      case failure(any Error)
    }
    var file: FileTree.Entry
    var result: Result
  }

  private func item(_ file: FileTree.Entry) -> Item {
    Item(path: file.path, content: .file(file.name, size: file.size))
  }

  /// Reads a file that holds one text: neither compressed nor a collection. Errors are events.
  func read(_ file: FileTree.Entry) -> Outcome {
    var events: [SourceEvent] = []
    // The first part of a split ZIM file leads to the others.
    if ZimReader.isLaterPart(file.name) { return Outcome(file: file, result: .events([])) }
    do {
      let isRead = try ItemReader(options: options, root: root)
        .readSingle(item(file)) { events.append($0) }
      if !isRead { return Outcome(file: file, result: .stream) }
    } catch let error as SourceError {
      events.append(.unreadable(error))
    } catch {
      return Outcome(file: file, result: .failure(error))
    }
    return Outcome(file: file, result: .events(events))
  }

  /// Reads any file, in bounded memory. Errors of `body` are thrown.
  ///
  /// - Parameter before: bytes of the files before this one.
  func stream(
    _ file: FileTree.Entry, before: Int, _ body: (SourceEvent) throws -> Void
  ) throws {
    do {
      try ItemReader(options: options, root: root, before: before).read(item(file), body)
    } catch let error as SourceError {
      try body(.unreadable(error))
    }
  }
}
