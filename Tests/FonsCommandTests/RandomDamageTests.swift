import FonsReport
import Foundation
import Testing

/// Flipped bytes anywhere in a library: never a crash, never a wrong answer that says nothing.
@Suite struct RandomDamageTests {
  @Test(arguments: ["1.segment", "library.json"])
  func flippedBytes(file: String) throws {
    let folder = try TemporaryFolder()
    let library = try ExampleLibrary.copy(to: folder)
    let fons = try Fons(library: library)
    let arguments = ["check", "--format", "json", Package.example("post.txt")]
    let intact = try fons.run(arguments)
    #expect(intact.status == 0)
    let original = try folder.read("library/" + file)
    var random = Seeded(2026)
    for round in 0..<30 {
      var bytes = original
      for _ in 0..<Int.random(in: 1...40, using: &random) {
        let place = Int.random(in: 0..<bytes.count, using: &random)
        bytes[place] ^= UInt8.random(in: 1...255, using: &random)
      }
      try folder.write("library/" + file, bytes)
      let run = try fons.run(arguments, within: 20)
      #expect(!run.isSignal, "round \(round): \(run.errors.prefix(2000))")
      #expect([0, 1, 3].contains(run.status), "round \(round)")
      guard !run.isSignal else { continue }
      let isSame = run.output == intact.output && run.status == 0
      let isSaid = run.status == 3 && run.errors.contains(library)
      let isHarmless = try file == "library.json" && !isSaid && Self.isHarmless(run, intact)
      #expect(isSame || isSaid || isHarmless, "round \(round): \(run.errors)")
    }
  }

  /// A manifest has no checksum: its figures may be wrong, the answers may not.
  private static func isHarmless(_ run: Fons.Run, _ intact: Fons.Run) throws -> Bool {
    let (found, expected) = (try run.report, try intact.report)
    return found.quotations.map(\.verdict) == expected.quotations.map(\.verdict)
      && found.quotations.map(\.matches.first?.text) == expected.quotations.map(\.matches.first?.text)
  }
}
