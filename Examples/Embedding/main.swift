// Fons inside another program: builds a library of the example encyclopedia, checks a document
// against it, and prints a line for each quotation.
//
//     swift run embedding-example Examples/encyclopedia.xml Examples/post.txt

import Fons
import FonsLibrary
import FonsReport
import FonsSource
import Foundation

let arguments = CommandLine.arguments
guard arguments.count == 3 else { fatalError("usage: embedding-example SOURCE DOCUMENT") }

let folder = FileManager.default.temporaryDirectory.path + "/fons-embedding-\(UUID().uuidString)"
defer { try? FileManager.default.removeItem(atPath: folder) }

try LibraryWriter(folder).add(name: "example", from: arguments[1]) { writer in
  try Source(path: arguments[1]).read { event in
    switch event {
    case .work(let work): try writer.add(work)
    case .revision(let revision): try writer.add(revision)
    case .redirect(let from, let to): try writer.addRedirect(from: from, to: to)
    case .warning(let error), .unreadable(let error): print("not read: \(error)")
    case .progress: break
    }
  }
}

let checker = Checker(libraries: [try Library(folder)])
let document = try Data(contentsOf: URL(fileURLWithPath: arguments[2]))
let report = try checker.check(Array(document), name: arguments[2])
for quotation in report.quotations {
  let work = quotation.matches.first?.work.title ?? "no work"
  print("line \(quotation.line): \(quotation.verdict.rawValue), \(work)")
  for difference in quotation.differences {
    print("  \(difference.kind): “\(difference.quoted.text)” for “\(difference.source.text)”")
  }
}
