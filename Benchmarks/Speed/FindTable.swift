import Fons
import FonsLibrary
import FonsReport
import FonsText
import Foundation

/// The rows of the table of `find`: times, recall under damage, false finds, cold reads and batches, all on
/// one library with one set of seeded queries. Times are those of the thread, which other programs on the
/// machine change less than they do the clock's.
struct FindTable {
  let folder: String
  /// Queries of each row.
  let count: Int

  func print() throws {
    try warm()
    // Before the cold reads, which put the library out of memory.
    try batch(PassageSampler(try Library(folder)))
    try cold(PassageSampler(try Library(folder)).drawn(200, 20...60, damage: 0))
  }

  private func warm() throws {
    let library = try Library(folder)
    let passages = PassageSampler(library)
    let checker = Checker(libraries: [library])
    // Reads every page once, so that what follows is warm.
    guard library.verify().isEmpty else { throw BenchError("the library is damaged") }
    Swift.print(
      "library: \(library.extent.works) works, \(library.extent.bytes / 1_000_000) MB of text")
    Swift.print(
      "\n| queries | found | p50 | p99 | mean | p50 by the clock |\n|---|---:|---:|---:|---:|---:|")
    for damage in [0, 5, 10, 20, 30] {
      row(
        "20 to 60 words, \(damage) % damaged", passages.drawn(count, 20...60, damage: damage),
        checker)
    }
    for omissions in [1, 2] {
      row(
        "20 to 60 words, \(omissions) marked omission\(omissions == 1 ? "" : "s")",
        passages.drawn(count, 20...60, omissions: omissions), checker)
    }
    for damage in [0, 10] {
      row(
        "8 to 19 words, \(damage) % damaged", passages.drawn(count, 8...19, damage: damage), checker
      )
    }
    for range in [20...60, 8...19] {
      row(
        "\(range.lowerBound) to \(range.upperBound) words, absent",
        passages.patchwork(count, range),
        checker)
    }
  }

  private func batch(_ passages: PassageSampler) throws {
    try batch(passages.drawn(count * 5, 20...60, damage: 0), "as they stand")
    try batch(passages.drawn(count * 5, 20...60, damage: 10), "10 % damaged")
  }

  private func row(_ label: String, _ queries: [Drawn], _ checker: Checker) {
    for query in queries.prefix(200) { _ = checker.find(query.text) }
    var found = 0
    var times: [Double] = []
    var clock: [Double] = []
    for query in queries {
      var entry: Report.Entry?
      let before = ColdFiles.threadSeconds()
      clock.append(seconds { entry = checker.find(query.text) })
      times.append(ColdFiles.threadSeconds() - before)
      if let entry, query.isFound(in: entry) { found += 1 }
    }
    let figures = Figures(times)
    Swift.print(
      String(
        format: "| %@ | %.2f %% | %.0f µs | %.0f µs | %.0f µs | %.0f µs |", label,
        100 * Double(found) / Double(queries.count), figures.at(0.5), figures.at(0.99),
        figures.mean,
        Figures(clock).at(0.5)))
  }

  /// Each find on a library whose files were put out of memory before they were opened.
  private func cold(_ queries: [Drawn]) throws {
    var times: [Double] = []
    for query in queries {
      let resident = try ColdFiles.evict(folder)
      guard resident == 0 else {
        Swift.print("\ncold: \(resident) pages stay in memory; close what has the library open")
        return
      }
      let checker = Checker(libraries: [try Library(folder)])
      times.append(seconds { _ = checker.find(query.text) })
    }
    let figures = Figures(times)
    Swift.print(
      String(
        format: "\ncold, the first find after opening: p50 %.1f ms, p99 %.1f ms",
        figures.at(0.5) / 1000,
        figures.at(0.99) / 1000))
  }

  /// Lines of NDJSON through `fons find` on one core.
  private func batch(_ queries: [Drawn], _ label: String) throws {
    let input =
      NSTemporaryDirectory() + "fons-bench-\(ProcessInfo.processInfo.processIdentifier).ndjson"
    defer { try? FileManager.default.removeItem(atPath: input) }
    let lines = try queries.enumerated().map { index, query in
      try JSONSerialization.data(
        withJSONObject: ["id": index, "text": String(decoding: query.text, as: UTF8.self)])
    }
    try Data(lines.joined(separator: [10])).write(to: URL(fileURLWithPath: input))
    let process = Process()
    process.executableURL = URL(fileURLWithPath: CommandLine.arguments[0])
      .deletingLastPathComponent().appendingPathComponent("fons")
    process.arguments = [
      "find", "--jobs", "1", "--library", folder, "--input-format", "ndjson", "--format", "ndjson",
    ]
    process.standardInput = try FileHandle(forReadingFrom: URL(fileURLWithPath: input))
    process.standardOutput = FileHandle.nullDevice
    let before = ColdFiles.childSeconds()
    let time = try seconds {
      try process.run()
      process.waitUntilExit()
    }
    let spent = ColdFiles.childSeconds() - before
    Swift.print(
      String(
        format: "batch of %d, 20 to 60 words, %@, one core: %.0f a second (%.0f by its CPU time)",
        queries.count, label, Double(queries.count) / time, Double(queries.count) / spent))
  }
}

struct BenchError: Error, CustomStringConvertible {
  let description: String
  init(_ description: String) { self.description = description }
}

/// Times in microseconds.
private struct Figures {
  private let sorted: [Double]
  init(_ seconds: [Double]) { sorted = seconds.sorted() }
  var mean: Double { sorted.reduce(0, +) / Double(sorted.count) * 1e6 }
  func at(_ share: Double) -> Double {
    sorted[min(sorted.count - 1, Int(Double(sorted.count) * share))] * 1e6
  }
}
