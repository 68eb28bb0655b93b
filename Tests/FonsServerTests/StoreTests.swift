import FonsReport
import FonsTesting
import Foundation
import HTTPTypes
import Testing

@testable import FonsServer

/// The checks that are kept.
@Suite struct StoreTests {
  private static func check(_ name: String, _ created: Date = Date()) -> StoredCheck {
    StoredCheck(
      id: CheckID.random(), created: created, name: name, sha256: "00", bytes: 1, text: [1, 2],
      isPlain: true, report: Array("{}".utf8), summary: "sum", library: "v")
  }

  @Test func checksOutliveTheServerAndBelongToTheirOwner() async throws {
    let folder = try TemporaryFolder()
    let path = folder.path + "/private/checks.sqlite"
    let check = Self.check("a")
    do { try await CheckStore(path, days: nil, most: 10).add(check) }
    let again = try CheckStore(path, days: nil, most: 10)
    let kept = try #require(try await again.check(check.id))
    #expect(kept.name == "a" && kept.text == [1, 2] && kept.isPlain && kept.report == check.report)
    #expect(abs(kept.created.timeIntervalSince(check.created)) < 0.001)
    let mode = { (path: String) in
      try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
    }
    #expect(try mode(path) == 0o600)
    #expect(try mode(folder.path + "/private") == 0o700)
  }

  @Test func oldChecksGo() async throws {
    let store = try CheckStore(nil, days: 2, most: 3)
    let old = Self.check("old", Date(timeIntervalSinceNow: -3 * 86_400))
    try await store.add(old)
    #expect(try await store.check(old.id) == nil)
    #expect(try await store.list(atMost: 10).lines.isEmpty)
    #expect(try await store.count == 1, "it is there until somebody looks after it")
    try await store.prune()
    #expect(try await store.count == 0)
    var ids: [String] = []
    for name in ["a", "b", "c", "d"] {
      let check = Self.check(name)
      ids.append(check.id)
      try await store.add(check)
    }
    #expect(try await store.count == 3)
    #expect(try await store.check(ids[0]) == nil)
    let (lines, next) = try await store.list(atMost: 2)
    #expect(lines.map(\.name) == ["d", "c"])
    #expect(try await store.list(atMost: 2, before: next).lines.map(\.name) == ["b"])
    #expect(try await store.list(atMost: 2, before: next).next == nil)
  }

  @Test(arguments: ["", "a", "' OR 1=1 --", String(repeating: "A", count: 26)])
  func namesThatAreNoIds(id: String) async throws {
    let store = try CheckStore(nil, days: nil, most: 10)
    try await store.add(Self.check("a"))
    #expect(try await store.check(id) == nil)
    #expect(try await !store.delete(id))
    #expect(try await store.count == 1)
  }

  @Test func documentsAreNotKeptWhereTheOwnerSaysSo() async throws {
    var settings = ServerSettings()
    settings.keepsText = false
    let server = try TestServer(settings)
    let made = try await server.check("Secret commentary. “\(TestServer.known)”")
    let id = String(try #require(made.headers[.location]).split(separator: "/").last!)
    let kept = try #require(try await server.server.desk.store.check(id))
    #expect(kept.text == nil)
    #expect(!String(decoding: kept.report, as: UTF8.self).contains("Secret"))
    let page = try await server.ask(.get, "/checks/\(id)")
    #expect(page.status == 200 && !page.text.contains("Secret"))
  }
}
