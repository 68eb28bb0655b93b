import Fons
import FonsLibrary
import FonsSource
import Foundation

func seconds(_ body: () throws -> Void) rethrows -> Double {
  let clock = ContinuousClock()
  let time = try clock.measure(body)
  return Double(time.components.seconds) + Double(time.components.attoseconds) * 1e-18
}

/// Parse, render, index and commit, source by source.
func measureBuild(_ sources: [String], into folder: String) throws {
  let writer = try LibraryWriter(folder)
  var bytes = 0
  let time = try seconds {
    for path in sources {
      let source = try Source(path: path)
      let entry = try writer.add(name: path, from: path) { target in
        try source.read { event in
          switch event {
          case .work(let work): try target.add(work)
          case .revision(let revision): try target.add(revision)
          case .redirect(let from, let to): try target.addRedirect(from: from, to: to)
          case .warning, .unreadable, .progress: break
          }
        }
      }
      bytes += entry.bytes
    }
  }
  print(
    String(
      format: "build, files to library committed: %.1f MB of plain text in %.1f s, %.1f MB/s",
      Double(bytes) / 1e6, time, Double(bytes) / 1e6 / time))
}

/// The same from works in memory: what the library itself takes, without reading its sources.
func measureIndexing(_ sources: [String], folder: String) throws {
  defer { try? FileManager.default.removeItem(atPath: folder) }
  var works: [Work] = []
  for path in sources {
    try Source(path: path).read { event in
      if case .work(let work) = event { works.append(work) }
    }
  }
  let bytes = works.reduce(0) { $0 + $1.text.count }
  let writer = try LibraryWriter(folder)
  let time = try seconds {
    try writer.add(name: "all", from: "memory") { target in
      for work in works { try target.add(work) }
    }
  }
  print(
    String(
      format: "index, works in memory to library committed: %.1f MB/s", Double(bytes) / 1e6 / time))
}

func measureSizes(_ library: Library) {
  let text = Double(library.extent.bytes)
  let sizes = library.sizes
  print(
    String(
      format: "bytes for each byte of text: index %.3f, text store %.3f, the rest %.3f",
      Double(sizes.index) / text, Double(sizes.text) / text, Double(sizes.rest) / text))
}

/// One find after the other on one core, text fetched, aligned and judged; the library is warm.
func measureFind(_ library: Library, _ texts: [[UInt8]], _ label: String) {
  let checker = Checker(libraries: [library])
  for text in texts.prefix(200) { _ = checker.find(text) }
  var found = 0
  var times: [Double] = []
  for text in texts {
    times.append(seconds { found += checker.find(text).matches.isEmpty ? 0 : 1 })
  }
  times.sort()
  let at: (Double) -> Double = { times[min(times.count - 1, Int(Double(times.count) * $0))] * 1e6 }
  print(
    String(
      format: "find, %@: p50 %.0f µs, p99 %.0f µs, mean %.0f µs; %.2f %% have a match",
      label, at(0.5), at(0.99), times.reduce(0, +) / Double(times.count) * 1e6,
      100 * Double(found) / Double(texts.count)))
}
