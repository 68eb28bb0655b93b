import FonsSource
import Foundation

@testable import FonsLibrary

/// Histories that somebody else wrote: the frames can be read, and what they say is not so.
enum HistoryTarget {
  private static let page = PageRevision.Page(title: "Weir")

  /// The head and the frames, decompressed, of a history of twelve texts.
  private static let parts: (head: HistoryCoding.Head, frames: [[UInt8]]) = {
    var builder = HistoryBuilder(page)
    for number in 0..<16 {
      let lines = (0..<12).map { line in
        "Line \(line) of the weir at the old mill\(line % 5 == number % 5 ? " is \(number)" : "")."
      }
      let text = Array(lines.joined(separator: "\n").utf8)
      let revision = PageRevision(
        page: page,
        revision: Revision(
          id: 100 + number, time: RevisionTime.text(1_000_000_000 + number * 60),
          contributor: "Ada"),
        parent: 99 + number, digest: .init(high: 0, low: UInt64(number % 12)),
        content: number < 12 ? .new(markup: text, plain: text) : number < 15 ? .seen : .hidden)
      guard (try? builder.add(revision)) != nil else { fatalError("A short history is too long.") }
    }
    return builder.finish().encoded.withUnsafeBytes { bytes in
      guard let head = HistoryCoding.Head(bytes) else { fatalError("It cannot be read.") }
      let plain = head.frame(.pool, bytes) ?? []
      let frames = head.frames.indices.map { index in
        let frame = HistoryCoding.Head.Frame(rawValue: index)!
        return head.frame(frame, bytes, prefix: frame == .markupPool ? plain : []) ?? []
      }
      return (head, frames)
    }
  }()

  /// Each four bytes of `patches` are a frame, an offset in it, and a byte to put there; an offset
  /// beyond the end makes the frame longer by the byte.
  static func run(_ patches: [UInt8]) {
    var frames = parts.frames
    var at = 0
    while at + 3 < patches.count {
      let frame = Int(patches[at]) % frames.count
      let offset = Int(patches[at + 1]) | Int(patches[at + 2]) << 8
      if offset < frames[frame].count {
        frames[frame][offset] = patches[at + 3]
      } else {
        frames[frame].append(patches[at + 3])
      }
      at += 4
    }
    if let history = History(encoded(frames)) { use(history) }
  }

  private static func encoded(_ frames: [[UInt8]]) -> [UInt8] {
    var writer = ByteWriter()
    writer.put(page.title)
    for _ in 0..<5 { writer.put(nil as String?) }
    writer.put(parts.head.states)
    let compressed = frames.enumerated().map { index, frame in
      HistoryFrames.compress(
        frame, prefix: index == HistoryCoding.Head.Frame.markupPool.rawValue ? frames[1] : [])
    }
    for frame in compressed { writer.put(frame.count) }
    return compressed.reduce(writer.bytes, +)
  }

  /// Asks a history everything that commands ask.
  private static func use(_ history: History) {
    for index in 0..<history.count {
      _ = history.revision(index)
      if let text = history.text(of: index) { precondition(text.count < 1 << 29) }
      _ = history.markup(of: index)
    }
    _ = history.details(of: 0, source: "weir")
    _ = history.newest(asOf: "2001-09-09")
    for passage in ["of the weir at the old mill is 7", "Line 3", "no such line in any of them"] {
      let lifetimes = history.lifetimes(of: Array(passage.utf8))
      _ = history.contributors(to: lifetimes)
      _ = history.lifetimes(ofMarkup: Array(passage.utf8))
    }
    _ = history.dropping(before: "2001-09-09").finish()
  }
}
