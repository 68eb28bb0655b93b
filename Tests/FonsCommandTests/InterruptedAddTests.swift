import FonsTesting
import Foundation
import Testing

/// Whatever happens while a source is added, the old library still answers.
@Suite struct InterruptedAddTests {
  private static let post = Package.example("post.txt")

  /// A copy of the example library, and a source that takes a second to add.
  private struct Scene {
    let folder: TemporaryFolder
    let library: String
    let big: String
    let fons: Fons

    init() throws {
      folder = try TemporaryFolder()
      library = try ExampleLibrary.copy(to: folder)
      big = try folder.write("big.xml", Prose.export(pages: 60, bytesEach: 25_000))
      fons = try Fons(library: library)
    }

    func answer() throws -> Fons.Run { try fons.run("check", "--format", "json", post) }

    var segments: [String] {
      get throws {
        try FileManager.default.contentsOfDirectory(atPath: library).sorted()
      }
    }
  }

  @Test func aKillLeavesTheOldLibrary() throws {
    let scene = try Scene()
    let whole = try Scene()
    #expect(try whole.fons.run("library", "add", "--segment", "1", whole.big).status == 0)
    let states = [try scene.answer().output, try whole.answer().output]
    var random = Seeded(5)
    for _ in 0..<Rounds.count(10, soak: 200) {
      let moment = Double.random(in: 0.01...1.2, using: &random)
      let running = try scene.fons.start("library", "add", "--segment", "1", scene.big)
      running.kill(after: moment)
      let run = try running.end(within: 10)
      let after = try scene.answer()
      #expect(after.status == 0, "\(moment): \(after.errors)")
      #expect(try scene.fons.run("library", "verify").status == 0)
      // As before or as after; one that was quicker than the knife is a whole one.
      #expect((run.isSignal ? states : [states[1]]).contains(after.output), "\(moment)")
      if after.output == states[1] {
        #expect(try scene.fons.run("library", "remove", "big.xml").status == 0)
      }
    }
    // The next writer removes what was left behind, and then all is as if nothing had happened.
    let run = try scene.fons.run("library", "add", "--name", "big.xml", "--segment", "1", scene.big)
    #expect(run.status == 0, "\(run.errors)")
    let list = try scene.fons.run("library", "info").text
    #expect(list.contains("sources    2"))
    let manifest = try JSONDecoder().decode(
      Listed.self, from: Data(contentsOf: URL(fileURLWithPath: scene.library + "/library.json")))
    let known = manifest.segments.map(\.file)
    #expect(try scene.segments == (known + ["library.json", "lock"]).sorted())
  }

  /// A report without what a merge may move by a tenth of a bit: frequencies are kept in classes.
  private static func withoutScores(_ run: Fons.Run) -> [Substring] {
    run.text.split(separator: "\n").filter {
      !$0.contains("\"score\": ") && !$0.contains("\"chance\": ")
    }
  }

  /// A merge is killed: the library answers as before, since a merge changes no answer.
  @Test func aKilledMergeChangesNothing() throws {
    let scene = try Scene()
    for number in 0..<6 {
      let part = try scene.folder.write(
        "part\(number).xml", Prose.export(pages: 12, bytesEach: 25_000))
      #expect(try scene.fons.run("library", "add", part).status == 0)
    }
    let before = Self.withoutScores(try scene.answer())
    #expect(before.count > 100)
    var random = Seeded(6)
    for _ in 0..<Rounds.count(6, soak: 200) {
      let moment = Double.random(in: 0.01...0.6, using: &random)
      let running = try scene.fons.start("library", "compact", "--segment", "64")
      running.kill(after: moment)
      _ = try running.end(within: 20)
      let after = try scene.answer()
      #expect(Self.withoutScores(after) == before, "\(moment): \(after.errors)")
      #expect(try scene.fons.run("library", "verify").status == 0)
    }
    #expect(try scene.fons.run("library", "compact").status == 0)
    #expect(Self.withoutScores(try scene.answer()) == before)
    #expect(try scene.segments.filter { $0.hasSuffix(".segment") }.count == 1)
    #expect(try scene.segments.count == 3)
  }

  private struct Listed: Decodable {
    struct File: Decodable { var file: String }
    var segments: [File]
  }

  @Test func leftoversOfAKilledRunAreRemoved() throws {
    let scene = try Scene()
    for name in ["9.segment", "10.segment.part", "library.json.part"] {
      try scene.folder.write("library/" + name, "torn")
    }
    #expect(try scene.answer().status == 0)
    #expect(try scene.fons.run("library", "add", Self.post).status == 0)
    #expect(try scene.segments == ["1.segment", "2.segment", "library.json", "lock"])
  }

  @Test func filesOfOthersAreLeftAlone() throws {
    let folder = try TemporaryFolder()
    let names = ["film.mkv.part", "notes.segment", "1.segment.txt", "lock.part"]
    for name in names { try folder.write(name, "somebody else's") }
    let fons = try Fons(library: folder.path)
    #expect(try fons.run("library", "add", Self.post).status == 0)
    #expect(try folder.names == (names + ["1.segment", "library.json", "lock"]).sorted())
  }

  @Test func aReaderNeverSeesHalfAReplacement() throws {
    let scene = try Scene()
    let before = try scene.answer()
    let run = try scene.fons.shell(
      """
      (for i in 1 2 3 4 5 6 7 8; do "$FONS" library add '\(Package.example("encyclopedia.xml"))' 2> /dev/null; done) &
      while kill -0 $! 2> /dev/null; do "$FONS" library list > /dev/null || echo "broken $?"; done
      """)
    #expect(run.output.isEmpty)
    #expect(run.errors.isEmpty)
    #expect(try scene.answer().output == before.output)
  }

  /// `ulimit` counts in units of 1024 bytes: room for nothing, and for parts.
  @Test(arguments: [0, 64, 256])
  func aFullDiskLeavesTheOldLibrary(kilobytes: Int) throws {
    let scene = try Scene()
    let before = try scene.answer()
    let run = try scene.fons.shell(
      """
      (ulimit -f \(kilobytes); exec "$FONS" library add '\(scene.big)' 2>&1) | cat >&2
      exit "${PIPESTATUS[0]}"
      """)
    #expect(run.status == 3, "\(run.errors)")
    #expect(run.errors.contains("Could not write \(scene.library)"))
    #expect(run.errors.contains("File too large"), "\(run.errors)")
    #expect(run.errors.split(separator: "\n").count == 1)
    let after = try scene.answer()
    #expect(after.output == before.output)
    #expect(after.status == 0)
    #expect(try scene.segments == ["1.segment", "library.json", "lock"])
    #expect(try scene.fons.run("library", "add", scene.big).status == 0)
  }

  @Test func theSecondWriterIsTurnedAway() throws {
    let scene = try Scene()
    let pipe = scene.folder.path("slow.txt")
    // A source that waits for its writer holds the lock as long as the test wants.
    let run = try scene.fons.shell(
      """
      mkfifo '\(pipe)'
      "$FONS" library add '\(pipe)' 2> '\(scene.folder.path("first.err"))' &
      exec 9> '\(pipe)'
      "$FONS" library add '\(Self.post)'; echo "second $?"
      "$FONS" library remove encyclopedia.xml; echo "third $?"
      "$FONS" check '\(Self.post)' > /dev/null; echo "reader $?"
      echo 'The heron stood in the shallow water until the last of the boats had gone.' >&9
      exec 9>&-
      wait %1; echo "first $?"
      "$FONS" library add '\(Self.post)' 2> /dev/null; echo "again $?"
      """)
    #expect(
      run.lines == ["second 3", "third 3", "reader 0", "first 0", "again 0"], "\(run.errors)")
    #expect(run.errors.contains("Another fons is writing to \(scene.library)"))
  }

  @Test func closedStandardErrorNeverReachesTheLibrary() throws {
    let scene = try Scene()
    let run = try scene.fons.shell("\"$FONS\" library add '\(scene.big)' <&- >&- 2>&-")
    #expect(run.status == 0)
    #expect(try scene.fons.run("library", "verify").status == 0)
    #expect(try scene.answer().status == 0)
  }
}
