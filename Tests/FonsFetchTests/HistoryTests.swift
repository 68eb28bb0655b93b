import FonsTesting
import Foundation
import Testing

@testable import FonsFetch

@Suite("When words came and went")
struct HistoryTests {
  /// A wiki whose one page has the words in some of its revisions, numbered from 1.
  private static func wiki(_ count: Int, size: Int, _ hasWords: @escaping @Sendable (Int) -> Bool)
    throws -> RawServer
  {
    try RawServer { request, _ in
      let line = request.prefix { $0 != "\r" }
      let revisions: [[String: Any]]
      var more: [String: String]?
      if let found = line.firstMatch(of: /revids=([0-9|%C]+)/) {
        let ids = found.1.replacing("%7C", with: "|").split(separator: "|").compactMap { Int($0) }
        revisions = ids.map { id in
          Self.facts(id, size).merging([
            "slots": ["main": ["content": hasWords(id) ? "with the words \(id)" : "without \(id)"]]
          ]) { $1 }
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

  private func search(
    _ count: Int, size: Int = 1_000, most: Int = 20, _ hasWords: @escaping @Sendable (Int) -> Bool
  ) throws -> (HistorySearch.Outcome, requests: Int) {
    let server = try Self.wiki(count, size: size, hasWords)
    defer { server.stop() }
    let client = WikiClient(
      api: "\(server.origin)/api.php", fetcher: Fetcher(.testing(server)),
      deadline: .now + .seconds(60))
    var history = HistorySearch(client: client, mostRequests: most)
    let outcome = try history.run(title: "Pier") { $0.text?.hasPrefix("with ") == true }
    return (outcome, server.requests.count)
  }

  @Test("Words that only revisions in the middle have are found, to the revision, in few requests")
  func middle() throws {
    let (outcome, requests) = try search(60) { (23...37).contains($0) }
    #expect(requests <= 20)
    #expect(outcome.lifetimes.map { [$0.first.id, $0.last.id, $0.gone?.id] } == [[23, 37, 38]])
    #expect(outcome.isWhole)
  }

  @Test("A long history of large pages is narrowed down, not read")
  func long() throws {
    // Each request may hold 40 texts of 100 kB.
    let (outcome, requests) = try search(2_400, size: 100_000) { (1_000...1_100).contains($0) }
    #expect(requests <= 20)
    #expect(requests == outcome.requests)
    #expect(
      outcome.lifetimes.map { [$0.first.id, $0.last.id, $0.gone?.id] } == [[1_000, 1_100, 1_101]])
    #expect(outcome.isExact)
    #expect(!outcome.isWhole)
    #expect(outcome.seen < 800)
  }

  @Test("Words that were removed and restored twice have three lifetimes")
  func restored() throws {
    let (outcome, _) = try search(60) {
      (5...15).contains($0) || (25...35).contains($0) || (45...50).contains($0)
    }
    #expect(
      outcome.lifetimes.map { [$0.first.id, $0.gone?.id] } == [[5, 16], [25, 36], [45, 51]])
    #expect(outcome.removals == 3)
    #expect(outcome.returns == 2)
  }

  @Test("Words that stand have a lifetime without end; words that never stood have none")
  func ends() throws {
    let (standing, _) = try search(60) { $0 >= 30 }
    #expect(standing.lifetimes.map { [$0.first.id, $0.gone?.id] } == [[30, nil]])
    let (never, requests) = try search(3_000, size: 100_000) { _ in false }
    #expect(never.lifetimes.isEmpty)
    #expect(!never.isWhole)
    #expect(requests <= 20)
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
