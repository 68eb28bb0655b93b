internal import Foundation
internal import GRDB

/// The checks that are kept, in SQLite with a write-ahead log.
final class CheckStore: Sendable {
  private let database: any DatabaseWriter
  private let days: Int?
  private let most: Int

  /// - Parameters:
  ///   - path: nil for memory.
  ///   - days: nil to keep checks for ever.
  ///   - most: checks that are kept.
  /// - Throws: `DatabaseError`, or what making the folder throws.
  init(_ path: String?, days: Int?, most: Int) throws {
    self.days = days
    self.most = most
    var configuration = Configuration()
    configuration.busyMode = .timeout(5)
    configuration.prepareDatabase { database in
      // A checkpoint can be lost with the power, a check that was answered is not worth a sync each.
      try database.execute(sql: "PRAGMA synchronous = NORMAL")
      try database.execute(sql: "PRAGMA secure_delete = ON")
    }
    if let path {
      try Self.makePrivate(path)
      database = try DatabasePool(path: path, configuration: configuration)
    } else {
      database = try DatabaseQueue(configuration: configuration)
    }
    try Self.migrator.migrate(database)
  }

  /// The file and its folder are for their owner alone.
  private static func makePrivate(_ path: String) throws {
    let folder = (path as NSString).deletingLastPathComponent
    if !folder.isEmpty, !FileManager.default.fileExists(atPath: folder) {
      try FileManager.default.createDirectory(
        atPath: folder, withIntermediateDirectories: true,
        attributes: [.posixPermissions: 0o700])
    }
    if !FileManager.default.fileExists(atPath: path) {
      let isMade = FileManager.default.createFile(
        atPath: path, contents: nil, attributes: [.posixPermissions: 0o600])
      guard isMade else { throw CocoaError(.fileWriteUnknown) }
    }
  }

  private static var migrator: DatabaseMigrator {
    var migrator = DatabaseMigrator()
    migrator.registerMigration("1") { database in
      try database.execute(
        sql: """
          CREATE TABLE checks (
            number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, created REAL NOT NULL, name TEXT,
            sha256 TEXT NOT NULL, bytes INTEGER NOT NULL, plain INTEGER NOT NULL, text BLOB,
            report BLOB NOT NULL, summary TEXT NOT NULL, library TEXT NOT NULL);
          CREATE INDEX checks_created ON checks (created);
          """)
    }
    return migrator
  }

  func add(_ check: StoredCheck) async throws {
    let oldest = days.map { check.created.addingTimeInterval(-86_400 * Double($0)) }
    let most = most
    try await database.write { database in
      try database.execute(
        sql: """
          INSERT INTO checks (id, created, name, sha256, bytes, plain, text, report, summary, library)
          VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
          """,
        arguments: [
          check.id, check.created.timeIntervalSince1970, check.name, check.sha256, check.bytes,
          check.isPlain, check.text.map { Data($0) }, Data(check.report), check.summary,
          check.library,
        ])
      // Numbers rise with time, so that the oldest are found without sorting.
      let newest = database.lastInsertedRowID
      try database.execute(
        sql: "DELETE FROM checks WHERE number <= ?", arguments: [newest - Int64(most)])
      if let oldest {
        try database.execute(
          sql: "DELETE FROM checks WHERE created < ?", arguments: [oldest.timeIntervalSince1970])
      }
    }
  }

  func check(_ id: String) async throws -> StoredCheck? {
    guard CheckID.isValid(id) else { return nil }
    let oldest = self.oldest
    return try await database.read { database in
      try Row.fetchOne(
        database, sql: "SELECT * FROM checks WHERE id = ? AND created >= ?",
        arguments: [id, oldest]
      ).map(Self.check)
    }
  }

  private static func check(_ row: Row) -> StoredCheck {
    StoredCheck(
      id: row["id"], created: Date(timeIntervalSince1970: row["created"]), name: row["name"],
      sha256: row["sha256"], bytes: row["bytes"],
      text: (row["text"] as Data?).map { [UInt8]($0) }, isPlain: row["plain"],
      report: [UInt8](row["report"] as Data), summary: row["summary"], library: row["library"])
  }

  /// The newest first.
  func list(atMost limit: Int, before number: Int64? = nil) async throws
    -> (lines: [StoredCheck.Line], next: Int64?)
  {
    let oldest = self.oldest
    let rows = try await database.read { database in
      try Row.fetchAll(
        database,
        sql: """
          SELECT number, id, created, name, sha256, bytes, summary, library FROM checks
          WHERE number < ? AND created >= ? ORDER BY number DESC LIMIT ?
          """,
        arguments: [number ?? Int64.max, oldest, limit + 1]
      ).map { row in
        (
          number: row["number"] as Int64,
          line: StoredCheck.Line(
            id: row["id"], created: Date(timeIntervalSince1970: row["created"]), name: row["name"],
            sha256: row["sha256"], bytes: row["bytes"], summary: row["summary"],
            library: row["library"])
        )
      }
    }
    let shown = rows.prefix(limit)
    return (shown.map(\.line), rows.count > limit ? shown.last?.number : nil)
  }

  /// Whether there was such a check.
  func delete(_ id: String) async throws -> Bool {
    try await database.write { database in
      try database.execute(sql: "DELETE FROM checks WHERE id = ?", arguments: [id])
      return database.changesCount > 0
    }
  }

  /// Deletes what is older than checks may be.
  func prune() async throws {
    let oldest = self.oldest
    try await database.write { database in
      try database.execute(sql: "DELETE FROM checks WHERE created < ?", arguments: [oldest])
    }
  }

  var count: Int {
    get async throws {
      try await database.read { database in
        try Int.fetchOne(database, sql: "SELECT count(*) FROM checks") ?? 0
      }
    }
  }

  /// What is older is gone, even before it is deleted.
  private var oldest: Double {
    days.map { Date().timeIntervalSince1970 - 86_400 * Double($0) } ?? 0
  }
}
