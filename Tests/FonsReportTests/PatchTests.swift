import FonsTesting
import FonsText
import Foundation
import Testing

@testable import FonsReport

struct PatchTests {
  /// A document and its report; the marked stretches are altered, each with what the source has.
  private static func checked(
    _ marked: String, _ sources: [String], kinds: [String] = [], path: String = "post.txt"
  ) -> CheckedText {
    let text = MarkedText(marked)
    let whole = ByteRange(0, text.bytes.count)
    var entry = Report.Entry(id: "q1", range: whole, line: 1, text: "", marks: "“ ”")
    entry.verdict = .altered
    entry.wording = .altered
    entry.matches = [
      Sample.match("Ormsund Light", nil, sources.joined(separator: " "), start: 0)
    ]
    entry.differences = text.spans.enumerated().map { index, span in
      Report.Difference(
        kind: index < kinds.count ? kinds[index] : "word", weight: .major,
        quoted: Report.Excerpt(
          range: ByteRange(span.lowerBound, span.upperBound), text: text.strings[index]),
        source: Report.Excerpt(range: ByteRange(0, 0), text: sources[index]), note: nil)
    }
    let report = Report(
      generator: "fons 0.1.0",
      document: Report.DocumentInfo(
        path: path, sha256: SHA256.hex(text.bytes), bytes: text.bytes.count),
      searched: Report.Searched(libraries: []), quotations: [entry], commentary: [])
    return CheckedText(report: report, bytes: text.bytes, isPlain: true)
  }

  private static func corrected(_ checked: CheckedText) -> String {
    let bytes = checked.bytes ?? []
    return String(
      decoding: PatchRenderer.applied(checked.corrections, to: bytes, 0..<bytes.count),
      as: UTF8.self)
  }

  @Test(arguments: [
    ("the ⟦old⟧ lamp", "new", "the new lamp"),
    ("the⟦⟧ lamp", "old", "the old lamp"),
    ("the ⟦⟧lamp", "old", "the old lamp"),
    ("the ⟦very⟧ lamp", "", "the lamp"),
    ("the lamp ⟦now⟧.", "", "the lamp."),
    ("the lamp⟦⟧ and", ", which failed,", "the lamp, which failed, and"),
    ("a ⟦b\n> c⟧ d", "x y", "a x y d"),
    ("a ⟦b⟧ d", "x\n  y", "a x y d"),
  ])
  func `words go where they belong`(marked: String, source: String, expected: String) {
    #expect(Self.corrected(Self.checked(marked, [source])) == expected)
  }

  @Test func `what a writer owns up to stays`() {
    let checked = Self.checked("⟦[they]⟧ left", ["the pilots"], kinds: ["replacement"])
    #expect(checked.corrections.isEmpty)
    #expect(PatchRenderer().render(checked).isEmpty)
  }

  /// The real tools are the judges.
  @Test(arguments: [
    ["patch", "-p1", "-i"], ["git", "apply", "--whitespace=nowarn"],
  ])
  func `the patch applies`(tool: [String]) throws {
    let filler = (1...12).map { "line \($0)\n" }.joined()
    let marked =
      "⟦x⟧ first\n\(filler)a ⟦b⟧ c ⟦d⟧\nnext\n\(filler)> e ⟦f\n> g⟧ h\r\n\(filler)the ⟦end⟧"
    let checked = Self.checked(marked, ["1", "2", "3", "4 5", "END"])
    let folder = try TemporaryFolder()
    let file = folder.path + "/post.txt"
    try Data(checked.bytes ?? []).write(to: URL(fileURLWithPath: file))
    let patch = PatchRenderer().render(checked)
    #expect(patch.hasPrefix("# q1, word: “x” → “1” (Ormsund Light)\n"))
    #expect(patch.components(separatedBy: "\n@@ ").count == 5)
    try Data(patch.utf8).write(to: URL(fileURLWithPath: folder.path + "/fix.patch"))
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = tool + ["fix.patch"]
    process.currentDirectoryURL = URL(fileURLWithPath: folder.path)
    process.standardOutput = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    if process.terminationStatus == 127 { return print("\(tool[0]) is not installed: skipped") }
    #expect(process.terminationStatus == 0)
    let patched = try Data(contentsOf: URL(fileURLWithPath: file))
    #expect(String(decoding: patched, as: UTF8.self) == Self.corrected(checked))
  }

  @Test func `names of files cannot end a line`() {
    let checked = Self.checked("the ⟦old⟧ lamp", ["new"], path: "a\n+++ b/etc")
    let lines = PatchRenderer().render(checked).split(separator: "\n")
    #expect(lines.filter { $0.hasPrefix("+++ ") }.count == 1)
  }
}
