import Fons
import FonsLibrary
import FonsSource
import FonsText
import Foundation

// Measures libraries, and makes what they are measured with: see Benchmarks/README.md.
let usage = """
  usage: fons-bench SOURCE…
         fons-bench --build LIBRARY SOURCE…
         fons-bench --find LIBRARY [COUNT]
         fons-bench --misses LIBRARY [COUNT]
         fons-bench --queries LIBRARY COUNT DAMAGE|absent
         fons-bench generate [--bytes SIZE] [--seed N] [--work SIZE] [--format text|xml] OUTPUT

  """

/// Builds a library of the sources in a temporary folder and measures it.
func measure(_ sources: [String]) throws {
  let folder = NSTemporaryDirectory() + "fons-bench-\(ProcessInfo.processInfo.processIdentifier)"
  defer { try? FileManager.default.removeItem(atPath: folder) }
  try measureBuild(sources, into: folder)
  try measureIndexing(sources, folder: folder + "-again")
  let library = try Library(folder)
  measureSizes(library)
  let passages = PassageSampler(library)
  for (words, damage) in [(20...60, 0), (20...60, 10), (8...19, 0)] {
    measureFind(
      library, passages.draw(2000, words: words, damage: damage),
      "\(words.lowerBound) to \(words.upperBound) words, \(damage) % damaged")
  }
  measureFind(library, passages.absent(2000), "20 to 60 words that stand nowhere in this order")
}

/// Writes queries as `fons find --input-format ndjson` takes them.
func writeQueries(_ folder: String, count: Int, kind: String) throws {
  let passages = PassageSampler(try Library(folder))
  let queries =
    kind == "absent"
    ? passages.patchwork(count, 20...60)
    : passages.drawn(count, 20...60, damage: Int(kind) ?? 0)
  for (index, query) in queries.enumerated() {
    let line = try JSONSerialization.data(
      withJSONObject: ["id": index, "text": String(decoding: query.text, as: UTF8.self)])
    FileHandle.standardOutput.write(line + [10])
  }
}

func refuse() -> Never {
  FileHandle.standardError.write(Data(usage.utf8))
  exit(2)
}

let arguments = Array(CommandLine.arguments.dropFirst())
let rest = Array(arguments.dropFirst())
switch (arguments.first, rest.count) {
case ("--build", 2...):
  try measureBuild(Array(rest.dropFirst()), into: rest[0])
  measureSizes(try Library(rest[0]))
case ("--find", 1...):
  try FindTable(folder: rest[0], count: rest.count > 1 ? Int(rest[1]) ?? 2000 : 2000).print()
case ("--misses", 1...):
  try Misses(rest[0], count: rest.count > 1 ? Int(rest[1]) ?? 2000 : 2000).print()
case ("--queries", 3):
  try writeQueries(rest[0], count: Int(rest[1]) ?? 2000, kind: rest[2])
case ("generate", _):
  guard let generate = Generate(rest) else { refuse() }
  try generate.run()
case (let first?, _) where !first.hasPrefix("-"):
  try measure(arguments)
default:
  refuse()
}
