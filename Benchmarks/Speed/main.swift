import Fons
import FonsLibrary
import FonsSource
import FonsText
import Foundation

// Builds a library of the sources named on the command line and measures it: see Benchmarks/README.md.
// `--find LIBRARY [COUNT]` prints the table of finds for a library that is there already.
let sources = CommandLine.arguments.dropFirst()
if sources.first == "--find", sources.count >= 2 {
  let folder = CommandLine.arguments[2]
  let count = sources.count > 2 ? Int(CommandLine.arguments[3]) ?? 2000 : 2000
  try FindTable(folder: folder, count: count).print()
  exit(0)
}
if sources.first == "--misses", sources.count >= 2 {
  let count = sources.count > 2 ? Int(CommandLine.arguments[3]) ?? 2000 : 2000
  try Misses(CommandLine.arguments[2], count: count).print()
  exit(0)
}
if sources.first == "generate", let generate = Generate(Array(sources.dropFirst())) {
  try generate.run()
  exit(0)
}
guard let first = sources.first, first != "generate", first != "--find", first != "--misses" else {
  let usage = """
    usage: fons-bench SOURCE…
           fons-bench --find LIBRARY [COUNT]
           fons-bench --misses LIBRARY [COUNT]
           fons-bench generate [--bytes SIZE] [--seed N] [--work SIZE] [--format text|xml] OUTPUT

    """
  FileHandle.standardError.write(Data(usage.utf8))
  exit(2)
}
let folder = NSTemporaryDirectory() + "fons-bench-\(ProcessInfo.processInfo.processIdentifier)"
defer { try? FileManager.default.removeItem(atPath: folder) }

try measureBuild(Array(sources), into: folder)
let library = try Library(folder)
measureSizes(library)
let passages = PassageSampler(library)
for (words, damage) in [(20...60, 0), (20...60, 10), (8...19, 0)] {
  measureFind(
    library, passages.draw(2000, words: words, damage: damage),
    "\(words.lowerBound) to \(words.upperBound) words, \(damage) % damaged")
}
measureFind(library, passages.absent(2000), "20 to 60 words that stand nowhere in this order")
