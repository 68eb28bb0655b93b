import FonsSource
import FonsText
import Foundation
import Testing

@testable import FonsLibrary

/// Histories that ask for more than they should get.
@Suite struct HostileHistoryTests {
  /// Two texts that alternate: a revision is a row, however often they do.
  @Test func aPageThatIsBlankedAndRestoredTenThousandTimes() throws {
    let page = PageRevision.Page(title: "Weir")
    var builder = HistoryBuilder(page)
    let text = Array(LibraryTests.text(words: 400, seed: 3).utf8)
    for number in 0..<20_000 {
      let isBlank = number % 2 == 1
      try builder.add(
        PageRevision(
          page: page,
          revision: Revision(id: number, time: RevisionTime.text(1_000_000_000 + number * 60)),
          digest: .init(high: 0, low: isBlank ? 1 : 2),
          content: number > 1
            ? .seen : .new(markup: isBlank ? [] : text, plain: isBlank ? [] : text)))
    }
    let encoded = builder.finish().encoded
    #expect(encoded.count < 12_000)
    let history = try #require(History(encoded))
    #expect(history.texts == 2)
    let lifetimes = history.lifetimes(of: text)
    #expect(lifetimes.runs.count == 10_000)
    #expect(lifetimes.removals == 10_000)
    #expect(history.markup(of: 19_998) == text)
  }

  /// Every one changes a sentence of a page of forty.
  @Test func aHundredThousandRevisions() throws {
    let page = PageRevision.Page(title: "Weir")
    var builder = HistoryBuilder(page)
    var lines = (0..<40).map { "Line \($0) of the page." }
    var samples: [Int: [UInt8]] = [:]
    for number in 0..<100_000 {
      // Most are reverts to what was there before, as on a page that is fought over.
      let isEdit = number % 20 == 0
      if isEdit { lines[number / 20 % 40] = "Line of revision \(number) of the page." }
      let text = isEdit ? Array(lines.joined(separator: "\n").utf8) : []
      if number % 9_980 == 0 { samples[number] = text }
      try builder.add(
        PageRevision(
          page: page,
          revision: Revision(id: number, time: RevisionTime.text(1_000_000_000 + number * 60)),
          parent: number - 1, digest: .init(high: 0, low: UInt64(number / 20)),
          content: isEdit ? .new(markup: text, plain: text) : .seen))
    }
    let history = try #require(History(builder.finish().encoded))
    #expect(history.count == 100_000)
    #expect(history.texts == 5_000)
    #expect(samples.count == 11)
    for (number, text) in samples where number % 20 == 0 {
      #expect(history.markup(of: number) == text)
    }
    let runs = history.lifetimes(of: Array("Line of revision 40000 of".utf8)).runs
    #expect(runs.map(\.first) == [40_000])
    #expect(runs.map(\.end) == [40_800])
  }

  /// One long line, with and without anything at which it could be cut.
  @Test(arguments: ["a", "weir ", "of 1822. The "])
  func aLongRevision(of unit: String) throws {
    let page = PageRevision.Page(title: "Weir")
    var builder = HistoryBuilder(page)
    let short = Array("The weir is of stone.".utf8)
    let long = Array(String(repeating: unit, count: 600_000 / unit.count).utf8)
    for (number, text) in [short, long, long + short, short].enumerated() {
      try builder.add(
        PageRevision(
          page: page, revision: Revision(id: number),
          digest: .init(high: 0, low: UInt64(text.count)),
          content: .new(markup: text, plain: text)))
    }
    let history = try #require(History(builder.finish().encoded))
    #expect(history.markup(of: 1) == long)
    #expect(history.text(of: 2) == long + short)
    #expect(HistoryDraft.runs(history, "The weir is of stone.") == ["0-0", "2-3+"])
  }

  /// Nothing in the dump says that a revision is no longer than a page should be.
  @Test func aRevisionOfFiftyMegabytes() throws {
    let page = PageRevision.Page(title: "Weir")
    var builder = HistoryBuilder(page)
    let short = Array("The weir is of stone, and it leaks a little.".utf8)
    let unit = Array(LibraryTests.text(words: 4_000, seed: 5).utf8) + [10, 10]
    var long: [UInt8] = []
    while long.count < 50 << 20 { long += unit }
    let texts = [short, long, short + [10, 10] + long, short]
    for (number, text) in texts.enumerated() {
      try builder.add(
        PageRevision(
          page: page, revision: Revision(id: number),
          digest: .init(high: 0, low: UInt64(text.count)),
          content: .new(markup: text, plain: text)))
    }
    let encoded = builder.finish().encoded
    #expect(encoded.count < 4 << 20)
    let history = try #require(History(encoded))
    #expect(history.texts == 3)
    #expect(history.markup(of: 1) == long)
    #expect(history.text(of: 2) == texts[2])
    #expect(
      HistoryDraft.runs(history, "The weir is of stone, and it leaks a little.") == ["0-0", "2-3+"])
  }

  /// Parents that are missing, unknown, later or the revision itself say nothing of the order.
  @Test func parentsThatMakeNoSense() throws {
    let page = PageRevision.Page(title: "Weir")
    var builder = HistoryBuilder(page)
    let parents: [Int?] = [nil, 1, 999_999, 4, 5, -7, Int.max, 0]
    for (number, parent) in parents.enumerated() {
      let text = Array("State \(number) of the weir of stone.".utf8)
      try builder.add(
        PageRevision(
          page: page,
          revision: Revision(id: number, time: RevisionTime.text(1_000_000_000 + number * 60)),
          parent: parent, digest: .init(high: 0, low: UInt64(number)),
          content: .new(markup: text, plain: text)))
    }
    let history = try #require(History(builder.finish().encoded))
    #expect(history.count == parents.count)
    for (number, parent) in parents.enumerated() {
      #expect(history.parent(of: number) == parent)
      #expect(history.text(of: number) == Array("State \(number) of the weir of stone.".utf8))
    }
    #expect(HistoryDraft.runs(history, "State 3 of") == ["3-3"])
  }

  /// All at one time, without a time, without ids: the order of the dump is what is left.
  @Test(arguments: ["2004-02-11T08:00:00Z", nil])
  func equalTimes(time: String?) throws {
    let page = PageRevision.Page(title: "Weir")
    var builder = HistoryBuilder(page)
    for number in 0..<200 {
      let text = Array("The weir leaks in \(number % 3) places.".utf8)
      try builder.add(
        PageRevision(
          page: page, revision: Revision(id: nil, time: time),
          digest: .init(high: 0, low: UInt64(number % 3)),
          content: number < 3 ? .new(markup: text, plain: text) : .seen))
    }
    let history = try #require(History(builder.finish().encoded))
    let lifetimes = history.lifetimes(of: Array("leaks in 1 places".utf8))
    #expect(lifetimes.runs.map(\.first) == Array(stride(from: 1, to: 200, by: 3)))
    #expect(history.newest(asOf: "2004-02-11") == (time == nil ? nil : 199))
    #expect(history.newest == 199)
  }
}
