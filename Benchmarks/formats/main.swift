import FonsFormat
import FonsSource
import Foundation

// Says what each file named on the command line, or on standard input, holds: a line of JSON for
// each work, and one for the end of each file. See Benchmarks/formats/run.py.
//
//     fons-formats [--markup] [--all-revisions] FILE…

/// One event, as `run.py` reads it.
struct Line: Encodable {
  var event: String
  var path: String
  var title: String?
  var url: String?
  var time: String?
  var text: String?
  var sections: [String]?
  var notes: Int?
  var message: String?
  var seconds: Double?
}

var arguments = Array(CommandLine.arguments.dropFirst())
var options = SourceOptions()
if let index = arguments.firstIndex(of: "--markup") {
  options.keepsMarkup = true
  arguments.remove(at: index)
}
if let index = arguments.firstIndex(of: "--all-revisions") {
  options.revisions = .all
  arguments.remove(at: index)
}
let encoder = JSONEncoder()
encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]

func say(_ line: Line) throws {
  var data = try encoder.encode(line)
  data.append(0x0A)
  try FileHandle.standardOutput.write(contentsOf: data)
}

for path in arguments {
  let start = Date()
  do {
    try Source(path: path).read(options: options) { event in
      switch event {
      case .work(let work):
        try say(
          Line(
            event: "work", path: path, title: work.title, url: work.url, time: work.revision.time,
            text: String(decoding: work.text, as: UTF8.self), sections: work.sections.map(\.title),
            notes: work.notes.count))
      case .revision: break
      case .redirect(let from, let to):
        try say(Line(event: "redirect", path: path, title: from, url: to))
      case .warning(let error):
        try say(Line(event: "warning", path: path, message: error.message))
      case .unreadable(let error):
        try say(Line(event: "unreadable", path: path, message: error.message))
      case .progress: break
      }
    }
  } catch {
    try say(Line(event: "unreadable", path: path, message: "\(error)"))
  }
  try say(Line(event: "end", path: path, seconds: Date().timeIntervalSince(start)))
}
