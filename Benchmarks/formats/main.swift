import FonsFormat
import FonsSource
import Foundation

// Says what each file named on the command line holds: a line of JSON for each work, and one for
// the end of each file. With `--render`, what single texts on standard input look like. See the
// scripts beside this file.
//
//     fons-formats [--markup] [--all-revisions] [--notes] FILE…
//     fons-formats --render

let arguments = CommandLine.arguments.dropFirst()
let writer = LineWriter()
if arguments.contains("--render") {
  try renderLines(writer)
  exit(0)
}
var options = SourceOptions()
options.keepsMarkup = arguments.contains("--markup")
if arguments.contains("--all-revisions") { options.revisions = .all }
let showsNotes = arguments.contains("--notes")

for path in arguments where !path.hasPrefix("--") {
  let start = Date()
  do {
    try Source(path: path).read(options: options) { event in
      switch event {
      case .work(let work):
        try writer.say(
          Line(
            event: "work", path: path, title: work.title, url: work.url, time: work.revision.time,
            text: String(decoding: work.text, as: UTF8.self), sections: work.sections.map(\.title),
            notes: work.notes.count,
            noteList: showsNotes ? work.notes.map { NoteLine($0) } : nil))
      case .revision: break
      case .redirect(let from, let to):
        try writer.say(Line(event: "redirect", path: path, title: from, url: to))
      case .warning(let error):
        try writer.say(Line(event: "warning", path: path, message: error.message))
      case .unreadable(let error):
        try writer.say(Line(event: "unreadable", path: path, message: error.message))
      case .progress: break
      }
    }
  } catch {
    try writer.say(Line(event: "unreadable", path: path, message: "\(error)"))
  }
  try writer.say(Line(event: "end", path: path, seconds: Date().timeIntervalSince(start)))
}
