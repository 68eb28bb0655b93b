import FonsTesting
import Foundation
import Testing

@testable import FonsLibrary

/// Whatever the disk does, the library answers as before or as after.
@Suite struct FailingDiskTests {
  private static let old = (0..<7).map { "old \($0)" }
  private static let new = ["new 0", "new 1", "new 2"]

  /// Seven small segments: the next one makes them one.
  private static func library() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    let writer = try LibraryWriter(folder.path)
    for name in old { try Texts.add([name], as: "of \(name)", to: writer) }
    return folder
  }

  private enum Change: CaseIterable {
    case add, replace, remove, compact

    func apply(to writer: LibraryWriter) throws {
      switch self {
      case .add: try Texts.add(FailingDiskTests.new, as: "new", to: writer)
      case .replace: try Texts.add(FailingDiskTests.new, as: "of old 0", to: writer)
      case .remove: try writer.remove(source: "of old 3")
      case .compact: try writer.compact()
      }
    }

    var after: Set<String> {
      switch self {
      case .add: Set(FailingDiskTests.old + FailingDiskTests.new)
      case .replace: Set(FailingDiskTests.old[1...] + FailingDiskTests.new)
      case .remove: Set(FailingDiskTests.old).subtracting(["old 3"])
      case .compact: Set(FailingDiskTests.old)
      }
    }
  }

  private static func options() -> BuildOptions {
    var options = BuildOptions(memory: 0)
    // So little that postings go to disk and come back.
    options.postingsInMemoryLimit = 2000
    return options
  }

  private static func copy(_ folder: TemporaryFolder) throws -> TemporaryFolder {
    let copy = try TemporaryFolder()
    for file in try FileManager.default.contentsOfDirectory(atPath: folder.path) {
      try FileManager.default.copyItem(
        atPath: folder.path + "/" + file, toPath: copy.path + "/" + file)
    }
    return copy
  }

  @Test(arguments: Change.allCases.indices)
  func everyOperationMayFail(_ index: Int) throws {
    let change = Change.allCases[index]
    let original = try Self.library()
    let whole = try Self.copy(original)
    let counting = FailingDisk(.none)
    try change.apply(
      to: LibraryWriter(whole.path, options: Self.options(), files: counting))
    let names = Self.old + Self.new
    let step = max(1, counting.count / Rounds.count(24, soak: 400))
    for place in stride(from: 0, to: counting.count, by: step) {
      for fault in [FailingDisk.Fault.once(place), .from(place)] {
        let folder = try Self.copy(original)
        let disk = FailingDisk(fault, code: place % 2 == 0 ? ENOSPC : EIO)
        let failed = try Self.fails(change, folder, disk)
        let library = try Library(folder.path)
        let found = Texts.found(names, in: library)
        #expect(found == change.after || failed && found == Set(Self.old), "\(change) \(place)")
        #expect(library.warnings.isEmpty && library.verify().isEmpty, "\(change) \(place)")
        // What was left is cleared by the next writer at the latest.
        _ = try LibraryWriter(folder.path)
        let files = try FileManager.default.contentsOfDirectory(atPath: folder.path)
        let named = library.manifest.segments.map(\.file) + ["library.json", "lock"]
        #expect(Set(files) == Set(named), "\(change) \(place)")
      }
    }
  }

  private static func fails(
    _ change: Change, _ folder: TemporaryFolder, _ disk: FailingDisk
  ) throws -> Bool {
    let writer = try LibraryWriter(folder.path, options: options(), files: disk)
    do {
      try change.apply(to: writer)
      return false
    } catch is LibraryError {
      return true
    }
  }

  @Test(arguments: [1, 4095, 70_000])
  func shortWritesGoOn(bytes: Int) throws {
    let folder = try TemporaryFolder()
    let writer = try LibraryWriter(
      folder.path, options: Self.options(), files: FailingDisk(.shortWrites(bytes)))
    let names = bytes == 1 ? Array(Self.new.prefix(1)) : Self.new
    try Texts.add(names, as: "new", to: writer)
    let library = try Library(folder.path)
    #expect(Texts.found(names, in: library) == Set(names) && library.verify().isEmpty)
  }

  /// Bytes flipped anywhere: named, or harmless, and never another text.
  @Test func flippedBytes() throws {
    let original = try Self.library()
    let files = try FileManager.default.contentsOfDirectory(atPath: original.path).sorted()
      .filter { $0 != "lock" }
    var random = Seeded(state: 11)
    for round in 0..<Rounds.count(60, soak: 1000) {
      let folder = try Self.copy(original)
      let file = files[round % files.count]
      let path = URL(fileURLWithPath: folder.path + "/" + file)
      var bytes = try Data(contentsOf: path)
      for _ in 0..<Int.random(in: 1...8, using: &random) {
        let place = Int.random(in: 0..<bytes.count, using: &random)
        bytes[place] ^= UInt8.random(in: 1...255, using: &random)
      }
      try bytes.write(to: path)
      guard let library = try? Library(folder.path) else {
        #expect(file == Manifest.fileName)
        continue
      }
      let found = Texts.found(Self.old, in: library)
      let problems = library.verify()
      #expect(!problems.isEmpty, "\(file), round \(round)")
      // Each work stands in a segment of its own: the others answer.
      #expect(found.count >= 6, "\(file), round \(round)")
      #expect(found.count == 7 || problems.contains { $0.contains(file) }, "\(file), \(round)")
    }
  }
}
