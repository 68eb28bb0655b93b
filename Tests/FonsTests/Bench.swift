import Fons
import FonsDocument
import FonsLibrary
import FonsReport
import FonsSource
import FonsTesting

/// Libraries of a few works, and documents that quote them; all texts are written for the tests.
struct Bench {
  private let folders: [TemporaryFolder]
  let libraries: [Library]
  let checker: Checker

  /// One library for each list of works.
  init(_ libraries: [[Work]]) throws {
    folders = try libraries.map { _ in try TemporaryFolder() }
    self.libraries = try zip(folders, libraries).map { folder, works in
      let writer = try LibraryWriter(folder.path)
      try writer.add(name: "texts", from: "texts") { source in
        for work in works { try source.add(work) }
      }
      return try Library(folder.path)
    }
    checker = Checker(libraries: self.libraries)
  }

  init(_ works: Work...) throws { try self.init([works]) }

  func check(_ document: String, name: String? = nil, _ format: InputFormat? = .text) throws
    -> [Report.Entry]
  {
    try checker.check(Array(document.utf8), name: name, format: format).quotations
  }
}

extension Work {
  /// A page of the invented site that the documents cite.
  init(_ title: String, _ text: String, time: String? = nil, host: String = "lakeland.example") {
    self.init(
      title: title, url: Self.address(title, host),
      revision: Revision(id: time == nil ? nil : 7, time: time), text: Array(text.utf8))
  }

  static func address(_ title: String, _ host: String = "lakeland.example") -> String {
    "https://\(host)/wiki/" + title.split(separator: " ").joined(separator: "_")
  }
}
