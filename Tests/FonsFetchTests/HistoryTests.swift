import FonsTesting
import Foundation
import Testing

@testable import FonsFetch

@Suite("When words came and went")
struct HistoryTests {
  /// A wiki whose one page has the words in some of its revisions, numbered from 1.
  private static func wiki(
    _ count: Int, size: Int, _ text: @escaping @Sendable (Int) -> String
  ) throws -> RawServer {
    try RawServer { request, _ in
      let line = request.prefix { $0 != "\r" }
      let revisions: [[String: Any]]
      var more: [String: String]?
      if let found = line.firstMatch(of: /revids=([0-9|%C]+)/) {
        let ids = found.1.replacing("%7C", with: "|").split(separator: "|").compactMap { Int($0) }
        revisions = ids.map { id in
          Self.facts(id, size).merging(["slots": ["main": ["content": text(id)]]]) { $1 }
        }
      } else {
        let from = line.firstMatch(of: /rvcontinue=([0-9]+)/).flatMap { Int($0.1) } ?? count
        let to = max(1, from - 499)
        revisions = (to...from).reversed().map { Self.facts($0, size) }
        more = to > 1 ? ["rvcontinue": "\(to - 1)", "continue": "||"] : nil
      }
      var answer: [String: Any] = ["query": ["pages": [["title": "Pier", "revisions": revisions]]]]
      if let more { answer["continue"] = more }
      let body = (try? JSONSerialization.data(withJSONObject: answer)) ?? Data()
      return RawServer.answer([UInt8](body), type: "application/json")
    }
  }

  private static func facts(_ id: Int, _ size: Int) -> [String: Any] {
    let day = String(format: "%02d", id / 1_440 % 28 + 1)
    let time = String(
      format: "2021-%02d-\(day)T%02d:%02d:00Z", id / 40_320 + 1, id / 60 % 24, id % 60)
    return ["revid": id, "timestamp": time, "user": "Alice", "sha1": "s\(id)", "size": size]
  }

  /// What a search in one page learnt, and what it cost.
  private struct Found {
    var outcome: HistorySearch.Outcome
    var history: PageHistory
    var requests: Int
    var lifetimes: [[Int?]] { outcome.lifetimes.map { [$0.first.id, $0.last.id, $0.gone?.id] } }
  }

  /// Looks for a text of degree 9; what a text is worth is its last digit.
  private func search(
    _ count: Int, size: Int = 1_000, most: Int = 20, _ degree: @escaping @Sendable (Int) -> Int
  ) throws -> Found {
    let server = try Self.wiki(count, size: size) { "revision \($0) \(degree($0))" }
    defer { server.stop() }
    let client = WikiClient(
      api: "\(server.origin)/api.php", fetcher: Fetcher(.testing(server)),
      deadline: .now + .seconds(60))
    let history = try PageHistory(of: "Pier", client, mostRequests: most)
    var search = HistorySearch(history, whole: 9) { Self.standing($0) }
    let outcome = try search.run()
    #expect(history.requests == server.requests.count)
    return Found(outcome: outcome, history: history, requests: server.requests.count)
  }

  private static func standing(_ revision: WikiRevision) -> Standing {
    Standing(degree: revision.text?.last?.wholeNumberValue ?? 0)
  }

  @Test("Words that only revisions in the middle have are found, to the revision, in few requests")
  func middle() throws {
    let found = try search(60) { (23...37).contains($0) ? 9 : 0 }
    #expect(found.requests <= 20)
    #expect(found.lifetimes == [[23, 37, 38]])
    #expect(found.history.isWhole)
  }

  @Test("A long history of large pages is narrowed down, not read")
  func long() throws {
    // Each request may hold 40 texts of 100 kB.
    let found = try search(2_400, size: 100_000) { (1_000...1_100).contains($0) ? 9 : 0 }
    #expect(found.requests <= 20)
    #expect(found.lifetimes == [[1_000, 1_100, 1_101]])
    #expect(found.outcome.isExact)
    #expect(!found.history.isWhole)
    #expect(found.history.knownIndices.count < 800)
  }

  @Test("Words that were removed and restored twice have three lifetimes")
  func restored() throws {
    let found = try search(60) {
      (5...15).contains($0) || (25...35).contains($0) || (45...50).contains($0) ? 9 : 0
    }
    #expect(found.lifetimes == [[5, 15, 16], [25, 35, 36], [45, 50, 51]])
  }

  @Test("Words that stand have a lifetime without end; words that never stood have none")
  func ends() throws {
    #expect(try search(60) { $0 >= 30 ? 9 : 0 }.lifetimes == [[30, 60, nil]])
    let never = try search(3_000, size: 100_000) { _ in 0 }
    #expect(never.lifetimes.isEmpty)
    #expect(never.outcome.degree == 0)
    #expect(!never.history.isWhole)
    #expect(never.requests <= 20)
  }

  @Test("What is nearest to the words is found and narrowed down where no revision has them")
  func nearest() throws {
    let found = try search(2_000, size: 100_000) {
      (600...900).contains($0) ? 7 : $0 > 1_500 ? 4 : 0
    }
    #expect(found.outcome.degree == 7)
    #expect(found.lifetimes == [[600, 900, 901]])
    #expect(found.outcome.isExact)
    #expect(found.requests <= 20)
  }

  @Test("Something near the words does not keep the words themselves from being found")
  func nearAndWhole() throws {
    let found = try search(2_000, size: 100_000) {
      (1_200...1_260).contains($0) ? 9 : (300...1_000).contains($0) ? 8 : 0
    }
    #expect(found.outcome.degree == 9)
    #expect(found.lifetimes == [[1_200, 1_260, 1_261]])
  }

  @Test("Several who search one history share what is read, and its requests")
  func shared() throws {
    let server = try Self.wiki(60, size: 1_000) { "\($0 % 10)" }
    defer { server.stop() }
    let client = WikiClient(
      api: "\(server.origin)/api.php", fetcher: Fetcher(.testing(server)),
      deadline: .now + .seconds(60))
    let history = try PageHistory(of: "Pier", client)
    for _ in 0..<3 {
      var search = HistorySearch(history, whole: 9) { Self.standing($0) }
      #expect(try search.run().lifetimes.count == 6)
    }
    #expect(server.requests.count <= 3)
    #expect(history.requests == server.requests.count)
  }

  @Test("No more texts are read than may be held, however many pages have a history")
  func budget() throws {
    let text = String(repeating: "stone ", count: 2_000)
    let server = try Self.wiki(400, size: text.utf8.count) { text + "\($0 % 10)" }
    defer { server.stop() }
    let client = WikiClient(
      api: "\(server.origin)/api.php", fetcher: Fetcher(.testing(server)),
      deadline: .now + .seconds(60))
    let budget = HistoryBudget(1_000_000)
    let histories = try (0..<3).map { _ in
      let history = try PageHistory(of: "Pier", client, budget: budget)
      var search = HistorySearch(history, whole: 99) { Self.standing($0) }
      _ = try search.run()
      return history
    }
    let held = histories.reduce(0) { $0 + $1.knownIndices.count } * text.utf8.count
    #expect(held <= 1_100_000)
    #expect(held >= 900_000)
    #expect(budget.left == 0)
    #expect(!histories[0].isWhole && histories[2].knownIndices.isEmpty)
  }

  @Test("Addresses of wikis say what they ask for")
  func addresses() throws {
    let wiki = { (text: String) in WikiAddress(try PageAddress(text)) }
    #expect(try wiki("https://coast.example/wiki/Old_pier")?.title == "Old pier")
    #expect(
      try wiki("https://coast.example/wiki/Old_pier")?.apis.first
        == "https://coast.example/w/api.php")
    #expect(try wiki("https://coast.example/w/index.php?title=Old_pier&oldid=7")?.revision == 7)
    #expect(
      try wiki("https://coast.example/index.php/Old_pier")?.apis == [
        "https://coast.example/api.php"
      ])
    #expect(try wiki("https://coast.example/news/pier") == nil)
    let page =
      "<link rel=\"EditURI\" type=\"application/rsd+xml\" href=\"//other.example/api.php?action=rsd\">"
    #expect(
      WikiAddress(try PageAddress("https://coast.example/wiki/Pier"), content: Array(page.utf8))
        == nil)
  }
}
