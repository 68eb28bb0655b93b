import FonsFormat
import FonsSource
import FonsText
import Foundation

/// One event of reading a file, as the scripts beside this file read it.
struct Line: Encodable {
  var event: String
  var path: String
  var title: String?
  var url: String?
  var time: String?
  var text: String?
  var sections: [String]?
  var notes: Int?
  var noteList: [NoteLine]?
  var message: String?
  var seconds: Double?
}

/// A note with its place in the work's text, in bytes.
struct NoteLine: Encodable {
  var marker: String
  var start: Int
  var end: Int
  var text: String
  var urls: [String]

  init(_ note: Note) {
    marker = note.marker
    (start, end) = (note.range.start, note.range.end)
    text = note.text
    urls = note.urls
  }
}

/// Writes lines of JSON to standard output.
struct LineWriter {
  private let encoder = JSONEncoder()

  init() {
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
  }

  func say(_ line: some Encodable) throws {
    var data = try encoder.encode(line)
    data.append(0x0A)
    try FileHandle.standardOutput.write(contentsOf: data)
  }
}
