import FonsAlignment
import FonsDocument
import FonsLibrary
import FonsSource
import FonsTesting
import FonsText
import FonsVerdict

/// A small library of named texts, to put quotations to.
///
/// Texts of the tests are written for them, on invented subjects.
struct Bench {
  private let folder: TemporaryFolder
  let judge: Judge

  /// - Parameter aliases: by title, the other names of a work.
  init(_ works: [(title: String, text: String)], aliases: [String: [String]] = [:]) throws {
    folder = try TemporaryFolder()
    let writer = try LibraryWriter(folder.path)
    try writer.add(name: "texts", from: "texts") { source in
      for (title, text) in works {
        try source.add(
          Work(
            title: title,
            url: "https://texts.example/wiki/" + title.split(separator: " ").joined(separator: "_"),
            aliases: aliases[title] ?? [], text: Array(text.utf8)))
      }
    }
    judge = Judge(
      SearchSpace([.init(name: "test", retrieval: try Library(folder.path))]))
  }

  /// One work, in which every quotation stands.
  init(_ text: String) throws {
    try self.init([("The Work", text)])
  }

  func find(_ text: String, cited title: String? = nil) -> Finding {
    var quotation = DocumentReader.given(Array(text.utf8))
    if let title {
      quotation.citations = [
        Citation(kind: .title, value: title, range: ByteRange(0, 0), binding: .sentence)
      ]
    }
    return judge.finding(for: quotation)
  }
}

extension Finding {
  /// Kinds of the differences that are not harmless, in order.
  var kinds: [String] { differences.filter { $0.weight > .harmless }.map(\.kind.rawValue) }
  var harmless: [String] { differences.filter { $0.weight == .harmless }.map(\.kind.rawValue) }
}
