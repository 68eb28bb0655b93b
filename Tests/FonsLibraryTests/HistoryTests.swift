import FonsFormat
import FonsSource
import FonsTesting
import FonsText
import Foundation
import Testing

@testable import FonsLibrary

/// Histories that are made by hand: revisions of one page, as a source gives them.
struct HistoryDraft {
  var page = PageRevision.Page(title: "Weir of Orle", url: "https://w.example/wiki/Weir_of_Orle")
  private(set) var revisions: [PageRevision] = []

  mutating func add(_ text: String?, time: String? = nil, by contributor: String? = "Ines") {
    let id = 1000 + revisions.count
    let stamp = time ?? RevisionTime.text(1_000_000_000 + revisions.count * 3600)
    var content = PageRevision.Content.hidden
    var digest = PageRevision.Digest(high: 0, low: 0)
    if let text {
      let bytes = Array(text.utf8)
      digest = PageRevision.Digest(
        high: 1, low: bytes.reduce(5) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 })
      content = .new(markup: bytes, plain: page.renderer.render(bytes, title: page.title).text)
    }
    revisions.append(
      PageRevision(
        page: page, revision: Revision(id: id, time: stamp, contributor: contributor),
        digest: digest, content: content))
  }

  func history() throws -> History {
    var builder = HistoryBuilder(page)
    for revision in revisions { try builder.add(revision) }
    return try #require(History(builder.finish().encoded))
  }

  /// The runs of a passage as `first-last`.
  static func runs(_ history: History, _ passage: String) -> [String] {
    history.lifetimes(of: Array(passage.utf8)).runs.map {
      "\($0.first)-\($0.last)\($0.end == nil ? "+" : "")"
    }
  }
}

/// The same numbers for a seed on every machine.
struct HistoryRandom {
  private var state: UInt64

  init(_ seed: UInt64) { state = seed }

  mutating func below(_ limit: Int) -> Int {
    state = mix(state &+ 0x9E37_79B9_7F4A_7C15, 0xBF58_476D_1CE4_E5B9)
    return Int(state >> 33) % limit
  }
}

@Suite struct HistoryTests {
  private static let first =
    "The weir at Orle was built in 1820. It is forty metres long. Its gate is of oak."
  private static let second =
    "The weir at Orle was built in 1822. It is forty metres long. Its gate is of oak."

  @Test func everyStateComesBack() throws {
    var draft = HistoryDraft()
    let texts = [
      Self.first, Self.second, "", Self.second, "Nonsense!!!", Self.second,
      "== History ==\n" + Self.second + "\n\n* one\n* two\n", Self.first + Self.first, "x",
      "é\u{0301}港。村。",
    ]
    for text in texts { draft.add(text) }
    let history = try draft.history()
    #expect(history.count == texts.count)
    #expect(history.texts == 8)
    for (index, text) in texts.enumerated() {
      #expect(history.markup(of: index) == Array(text.utf8))
      #expect(history.work(of: index)?.text == history.text(of: index))
      #expect(history.revision(index).id == 1000 + index)
    }
  }

  @Test func lifetimesOfAPassage() throws {
    var draft = HistoryDraft()
    for text in [Self.first, Self.second, "", Self.second, Self.first, Self.second] {
      draft.add(text)
    }
    let history = try draft.history()
    #expect(
      HistoryDraft.runs(history, "The weir at Orle was built in 1822.") == ["1-1", "3-3", "5-5+"])
    #expect(HistoryDraft.runs(history, "in 1820. It is forty") == ["0-0", "4-4"])
    #expect(HistoryDraft.runs(history, "It is forty metres long. Its gate") == ["0-1", "3-5+"])
    #expect(HistoryDraft.runs(history, "Its gate is of elm.").isEmpty)
    let lifetimes = history.lifetimes(of: Array("built in 1820".utf8))
    #expect(lifetimes.revisions == 2)
    #expect(lifetimes.removals == 2)
    #expect(lifetimes.restorations == 1)
    #expect(!lifetimes.isCurrent)
    #expect(history.contributors(to: lifetimes) == 1)
  }

  /// Wherever it begins: where bytes before it decide about several cuts, too.
  @Test func everyStretchOfAState() throws {
    var draft = HistoryDraft()
    // It is cut behind the full stop and three bytes farther on.
    let text = "It was seen from the ferry. Both barges of Orle were new.\n\n\(Self.first)"
    draft.add(text)
    draft.add("")
    let history = try draft.history()
    let plain = try #require(history.text(of: 0))
    for start in plain.indices {
      for size in [1, 2, 5, 9, 30, plain.count] where start + size <= plain.count {
        let lifetimes = history.lifetimes(of: Array(plain[start..<start + size]))
        #expect(lifetimes.revisions == 1, "\(start) \(size)")
      }
      let rest = history.lifetimes(of: Array(plain[start...]))
      #expect(rest.revisions == 1, "\(start)")
    }
  }

  /// A passage of more strands than a pattern has bits for.
  @Test func aLongPassage() throws {
    var draft = HistoryDraft()
    let lines = (0..<300).map { "Line \($0) of the ledger names \($0 * 7) barges and their loads." }
    draft.add(lines.joined(separator: "\n\n"))
    var changed = lines
    changed[290] = "Line 290 of the ledger is torn."
    draft.add(changed.joined(separator: "\n\n"))
    draft.add(lines.joined(separator: "\n\n"))
    let history = try draft.history()
    let text = try #require(history.text(of: 0))
    #expect(HistoryDraft.runs(history, String(decoding: text, as: UTF8.self)) == ["0-0", "2-2+"])
    #expect(
      HistoryDraft.runs(history, String(decoding: text.prefix(12_000), as: UTF8.self)) == ["0-2+"])
  }

  /// Random edits, moves, reverts and blankings against a search of every text.
  @Test(arguments: 1...6) func lifetimesAreThoseOfASearch(seed: UInt64) throws {
    var random = HistoryRandom(seed)
    var draft = HistoryDraft()
    var page = (0..<12).map { "Line \($0 % 5) of the page tells of \($0 * 37) barges. It goes on." }
    var past = [page]
    for round in 0..<150 {
      let at = random.below(page.count)
      switch random.below(8) {
      case 0: page.insert("A line of round \(round % 20). It stays.", at: at)
      case 1: if page.count > 3 { page.remove(at: at) }
      case 2: page.swapAt(at, random.below(page.count))
      case 3: page = past[random.below(past.count)]
      case 4: page[at] = page[at].replacingOccurrences(of: "barges", with: "boats \(round % 3)")
      case 5: page[at] += " And more of \(round % 7)."
      default: page[at] = page[at].replacingOccurrences(of: "tells", with: "\(round % 4) says")
      }
      past.append(page)
      draft.add(random.below(20) == 0 ? "" : page.joined(separator: "\n\n"))
    }
    let history = try draft.history()
    let texts = (0..<history.count).map {
      String(decoding: history.text(of: $0) ?? [], as: UTF8.self)
    }
    for _ in 0..<120 {
      let text = Array(texts[random.below(texts.count)].utf8)
      guard text.count > 20 else { continue }
      let start = random.below(text.count - 10)
      let passage = Array(text[start..<min(text.count, start + 1 + random.below(160))])
      let found = history.lifetimes(of: passage)
      for (index, text) in texts.enumerated() {
        let holds = Array(text.utf8).firstRange(of: passage) != nil
        #expect(found.contains(index) == holds, "\(String(decoding: passage, as: UTF8.self))")
      }
    }
  }

  @Test func revisionsOutOfOrderAndAtEqualTimes() throws {
    var draft = HistoryDraft()
    draft.add("Third state of it.", time: "2003-01-01T00:00:00Z")
    draft.add("First state of it.", time: "2001-01-01T00:00:00Z")
    draft.add("Second state of it.", time: "2002-01-01T00:00:00Z")
    draft.add("Second state of it, again.", time: "2002-01-01T00:00:00Z")
    draft.add("An odd time.", time: "2002, in spring")
    let history = try draft.history()
    #expect((0..<5).map { history.revision($0).id } == [1001, 1004, 1002, 1003, 1000])
    #expect(history.newest(asOf: "2002-06") == 3)
    #expect(history.newest(asOf: "2000") == nil)
    #expect(history.revision(1).time == "2002, in spring")
  }

  @Test func hiddenTextsAndContributors() throws {
    var draft = HistoryDraft()
    draft.add(Self.first)
    draft.add(nil, by: nil)
    draft.add(Self.first)
    draft.add("")
    let history = try draft.history()
    #expect(history.isHidden(1))
    #expect(history.text(of: 1) == nil)
    #expect(history.markup(of: 1) == nil)
    #expect(history.revision(1).contributor == nil)
    #expect(history.hiddenCount == 1)
    // What cannot be read ends no lifetime, and counts for none.
    #expect(HistoryDraft.runs(history, "It is forty metres long.") == ["0-2"])
    #expect(history.lifetimes(of: Array("It is forty metres long.".utf8)).revisions == 2)
  }

  @Test func onlyHiddenTexts() throws {
    var draft = HistoryDraft()
    draft.add(nil)
    let history = try draft.history()
    #expect(history.newest == nil)
    #expect(HistoryDraft.runs(history, "anything") == [])
    let words = Array("some words here".utf8)
    #expect(history.likeliest(Words.scan(words), of: words, limit: 4).isEmpty)
  }

  @Test func likelyPlacesOfDamagedWords() throws {
    var draft = HistoryDraft()
    for year in 1820..<1840 {
      draft.add("The weir at Orle was built in \(year) by the brothers Lund. It is of stone.")
    }
    draft.add("Nothing of that is left.")
    let history = try draft.history()
    let text = Array("weir at Orle that was built in 1825 by brothers Lund".utf8)
    let places = history.likeliest(Words.scan(text), of: text, limit: 3)
    let texts = places.map { String(decoding: history.text(of: $0.revision) ?? [], as: UTF8.self) }
    #expect(texts.first?.contains("1825") == true)
  }

  @Test func damagedBytesAreNoHistory() throws {
    var draft = HistoryDraft()
    for text in [Self.first, Self.second, "", Self.first] { draft.add(text) }
    var builder = HistoryBuilder(draft.page)
    for revision in draft.revisions { try builder.add(revision) }
    let encoded = builder.finish().encoded
    for count in 0..<encoded.count { _ = History(Array(encoded[..<count])) }
    var random = HistoryRandom(7)
    for _ in 0..<300 {
      var broken = encoded
      broken[random.below(broken.count)] ^= UInt8(1 + random.below(255))
      guard let history = History(broken) else { continue }
      for index in 0..<history.count { _ = history.markup(of: index) }
      _ = history.lifetimes(of: Array("forty metres".utf8))
    }
  }
}
