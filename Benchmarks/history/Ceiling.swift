import FonsLibrary
import Foundation

/// What the best of readers could make of damaged sentences: each is aligned with every wording that the
/// history ever had.
///
/// Words are what stands between spaces, to the letter; a word more, less or changed costs one. The wordings
/// of least cost are equally likely to be the one that was damaged: where several are, and their runs
/// differ, nothing in the words tells which was meant.
struct Ceiling {
  private let history: History
  private let cases: [TruthCase]
  private var numbers: [Substring: Int32] = [:]
  /// The different lines of all texts, as numbers of words.
  private var lines: [[Int32]] = []
  private var words: [String] = []
  /// Lines that hold a word.
  private var holding: [[Int32]] = []

  init(library path: String, truth: String) throws {
    history = onlyHistory(of: try Library(path))
    cases = try TruthCase.read(truth)
    var known = Set<[UInt8]>()
    for index in 0..<history.count {
      for line in (history.text(of: index) ?? []).split(separator: 10) {
        let bytes = Array(line)
        if known.insert(bytes).inserted { add(String(decoding: bytes, as: UTF8.self)) }
      }
    }
  }

  private mutating func add(_ line: String) {
    let own = line.split(separator: " ").map { word -> Int32 in
      if let number = numbers[word] { return number }
      let number = Int32(words.count)
      numbers[word] = number
      words.append(String(word))
      holding.append([])
      return number
    }
    for word in Set(own) { holding[Int(word)].append(Int32(lines.count)) }
    lines.append(own)
  }

  func run(share: Double) {
    var random = Seeded(state: 42)
    var (reachable, likeliest, alone) = (0, 0, 0)
    for item in cases {
      let text = QuoteRun.damaged(item.query, share, &random)
      let truth = history.lifetimes(of: Array(Self.spaced(item.query).utf8))
      let nearest = nearest(text).map { history.lifetimes(of: Array($0.utf8)) }
      let most = nearest.max { $0.revisions < $1.revisions }
      if nearest.contains(truth) { reachable += 1 }
      if most == truth { likeliest += 1 }
      if Set(nearest.map(\.runs.description)) == [truth.runs.description] { alone += 1 }
      let isAmong = nearest.contains(truth)
      let verdict = most == truth ? "right" : isAmong ? "among \(nearest.count)" : "out of reach"
      print("\(item.id)\t\(verdict)\t\(text)")
    }
    print(
      "share \(share), \(lines.count) different lines: the runs are those of the only nearest wording in "
        + "\(alone), of the nearest that stood longest in \(likeliest), of one of the nearest in "
        + "\(reachable) of \(cases.count)")
  }

  private static func spaced(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  /// The different wordings that cost least.
  private func nearest(_ text: String) -> [String] {
    let sought = text.split(separator: " ").map { numbers[$0] ?? -1 }
    var counts = [Int32](repeating: 0, count: lines.count)
    var several: [Int32: Int32] = [:]
    for word in sought where word >= 0 { several[word, default: 0] += 1 }
    for (word, times) in several {
      for line in holding[Int(word)] { counts[Int(line)] += times }
    }
    var least = sought.count
    var found = Set<[Int32]>()
    // A line cannot hold more of the words than it shares.
    for line in counts.indices.sorted(by: { counts[$0] > counts[$1] }) {
      guard sought.count - Int(counts[line]) <= least, counts[line] > 0 else { break }
      let (cost, ranges) = align(sought, lines[line])
      if cost < least {
        least = cost
        found = []
      }
      if cost == least { for range in ranges { found.insert(Array(lines[line][range])) } }
    }
    return found.map { $0.map { words[Int($0)] }.joined(separator: " ") }
  }

  /// The cost of the words in a line, and the stretches that cost it: the longest and the shortest for each
  /// end.
  private func align(_ sought: [Int32], _ line: [Int32]) -> (cost: Int, ranges: Set<Range<Int>>) {
    struct Cell {
      var cost: Int
      var first: Int
      var last: Int

      func plus(_ more: Int) -> Cell { Cell(cost: cost + more, first: first, last: last) }

      func merged(_ other: Cell) -> Cell {
        if cost != other.cost { return cost < other.cost ? self : other }
        return Cell(cost: cost, first: min(first, other.first), last: max(last, other.last))
      }
    }
    var row = (0...line.count).map { Cell(cost: 0, first: $0, last: $0) }
    for word in sought {
      var diagonal = row[0]
      row[0] = row[0].plus(1)
      for place in line.indices {
        let above = row[place + 1]
        row[place + 1] = diagonal.plus(line[place] == word ? 0 : 1)
          .merged(above.plus(1)).merged(row[place].plus(1))
        diagonal = above
      }
    }
    let least = row.map(\.cost).min() ?? 0
    var ranges = Set<Range<Int>>()
    for (end, cell) in row.enumerated() where cell.cost == least {
      for start in [cell.first, cell.last] where start < end { ranges.insert(start..<end) }
    }
    return (least, ranges)
  }
}
