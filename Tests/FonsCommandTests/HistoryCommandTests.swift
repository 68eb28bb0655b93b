import FonsReport
import Foundation
import Testing

/// `fons history`, and documents against works whose history is held: from a dump to the answer.
@Suite struct HistoryCommandTests {
  private static let old =
    "The weir at Orle was built in 1820 by the brothers Lund, of stone and oak."
  private static let new =
    "The weir at Orle was built in 1822 by the brothers Lund, of stone and oak."
  private static let stays =
    "It raises the river by two metres, and the mill took its water from there."

  /// A page with seven states: the first sentence is changed, blanked, restored, and changed for good.
  private static let states: [(time: String, contributor: String, text: String?)] = [
    (
      "2003-01-10T08:00:00Z", "<username>Ines</username>",
      "\(old)<ref>Ledger of Orle, p. 4.</ref> \(stays)"
    ),
    (
      "2004-02-11T08:00:00Z", "<username>Tomas</username>",
      "{{NPOV}}\n\(new)<ref>Survey, p. 9.</ref> \(stays)"
    ),
    ("2004-02-11T09:00:00Z", "<ip>192.0.2.7</ip>", ""),
    ("2004-02-11T10:00:00Z", "<username>Ines</username>", "\(old){{fact}} \(stays)"),
    ("2005-03-01T08:00:00Z", "", nil),
    (
      "2005-03-02T08:00:00Z", "<username>Tomas</username>",
      "\(new)<ref>Survey, p. 9.</ref> \(stays)"
    ),
    (
      "2006-04-01T08:00:00Z", "<username>Ada</username>",
      "\(new)<ref>Survey, p. 9.</ref> \(stays) It leaks."
    ),
  ]

  private static var export: String {
    let revisions = states.enumerated().map { index, state in
      let contributor =
        state.contributor.isEmpty
        ? "<contributor deleted=\"deleted\" />" : "<contributor>\(state.contributor)</contributor>"
      let text =
        state.text.map {
          "<text>\($0.replacing("<", with: "&lt;").replacing(">", with: "&gt;"))</text>"
        } ?? "<text deleted=\"deleted\" />"
      return
        "<revision><id>\(101 + index)</id><timestamp>\(state.time)</timestamp>\(contributor)\(text)</revision>"
    }
    return """
      <mediawiki version="0.11" xml:lang="en"><siteinfo><base>https://w.example/wiki/Main</base></siteinfo>\
      <page><title>Weir of Orle</title><ns>0</ns><id>1</id>\(revisions.joined())</page></mediawiki>
      """
  }

  private static func fons() throws -> Fons {
    var fons = try Fons()
    let library = fons.home.path("Library")
    let dump = try fons.home.write("history.xml", export)
    let added = try fons.run("library", "add", "--library", library, "--all-revisions", dump)
    #expect(added.status == 0, "\(added.errors)")
    fons.environment["FONS_LIBRARY"] = library
    return fons
  }

  @Test func lifetimesAsJSON() throws {
    let fons = try Self.fons()
    let run = try fons.run("history", "--format", "json", "Weir of Orle", Self.old)
    #expect(run.status == 0)
    let entry = try #require(run.report.quotations.first)
    #expect(entry.lifetimes.map(\.from.id) == [101, 104])
    #expect(entry.lifetimes.map(\.last?.id) == [101, 104])
    #expect(entry.lifetimes.map(\.to?.id) == [102, 106])
    #expect(entry.lifetimes.map(\.from.contributor) == ["Ines", "Ines"])
    #expect(entry.lifetimes.first?.to?.time == "2004-02-11T08:00:00Z")
    #expect(entry.lifetimes.map(\.revisions) == [1, 1])
    let history = try #require(entry.history)
    #expect(history.holding == 2)
    #expect(history.revisions == 6)
    #expect(history.hidden == 1)
    #expect(history.removed == 2)
    #expect(history.restored == 1)
    #expect(history.contributors == 2)
    #expect(entry.verdict == .superseded)
    #expect(entry.wording == .verbatim)
    #expect(entry.currency == .superseded)
    #expect(entry.asOf == "2006-04-01T08:00:00Z")
    // What was, and behind it what is.
    #expect(entry.matches.map(\.revision.id) == [104, 107])
    #expect(entry.matches.last?.text.contains("1822") == true)
  }

  @Test func damagedWordsHaveTheSameLifetimes() throws {
    let fons = try Self.fons()
    let words = "weir at Orle was built in 1820 by two brothers Lund, of stone"
    let run = try fons.run(
      "history", "--format", "json", "https://w.example/wiki/Weir_of_Orle", words)
    #expect(run.status == 0)
    #expect(try run.report.quotations.first?.lifetimes.map(\.from.id) == [101, 104])
  }

  @Test func lifetimesInWords() throws {
    let fons = try Self.fons()
    let run = try fons.run("history", "Weir of Orle", "-", input: Self.old)
    #expect(run.status == 0)
    for words in [
      "from 2003-01-10 (revision 101, by Ines) until 2004-02-11 (revision 102, by Tomas)",
      "in 2 of 6 revisions (1 more is hidden); taken out 2 times, put back once, by 2 known contributors",
    ] {
      // Lines are wrapped.
      let text = run.text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
      #expect(text.contains(words), "\(text)")
    }
    let page = try fons.run("history", "--format", "html", "Weir of Orle", Self.old).text
    #expect(page.contains("<svg class=\"timeline\""))
    // All that the line shows is told as text, too.
    for words in ["When the source said it", "revision 101", "by Ines", "put back once"] {
      #expect(page.contains(words), "\(words)")
    }
  }

  @Test func exitStatus() throws {
    let fons = try Self.fons()
    #expect(
      try fons.run("history", "Weir of Orle", "A heron stood in the reeds and slept.").status == 1)
    let unknown = try fons.run("history", "Mill of Orle", Self.old)
    #expect(unknown.status == 3)
    #expect(unknown.errors.contains("No library holds the history of Mill of Orle"))
    #expect(unknown.output.isEmpty)
    #expect(try fons.run("history", "Weir of Orle", Self.old, "--format", "nonsense").status == 2)
    let plain = try ExampleLibrary.fons()
    #expect(
      try plain.run("history", "Tide organ", "a set of pipes let into a sea wall").status == 3)
  }

  /// Notes and tags are those of the revision that is quoted, not today's.
  @Test func whatThePassageRestedOn() throws {
    let fons = try Self.fons()
    func entry(_ address: String, _ text: String) throws -> Report.Entry {
      let document = try fons.home.write("post.txt", "\(address)\n\n“\(text)”\n")
      return try #require(
        fons.run("check", "--format", "json", document).report.quotations.first)
    }
    let first = try entry("https://w.example/w/index.php?title=Weir_of_Orle&oldid=101", Self.old)
    #expect(first.matches.first?.revision.id == 101)
    #expect(first.notes.map(\.text) == ["Ledger of Orle, p. 4."])
    #expect(first.flags.isEmpty)
    #expect(first.facts.isEmpty)
    let fought = try entry("https://w.example/w/index.php?title=Weir_of_Orle&oldid=104", Self.old)
    #expect(fought.matches.first?.revision.id == 104)
    // The mark itself, which leads to nothing.
    #expect(fought.notes.map(\.marker) == ["citation needed"])
    #expect(fought.notes.map(\.text) == [""])
    #expect(fought.flags.contains("citation-needed"))
    let disputed = try entry("https://w.example/w/index.php?title=Weir_of_Orle&oldid=102", Self.new)
    #expect(disputed.matches.first?.revision.id == 102)
    #expect(disputed.notes.map(\.text) == ["Survey, p. 9."])
    #expect(
      disputed.facts == [
        "A notice over the passage in this revision says that its neutrality is disputed."
      ])
    #expect(disputed.currency == .current)
    let text = try fons.run("check", fons.home.path("post.txt")).text
      .split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(text.contains("neutrality is disputed"), "\(text)")
  }

  /// The document's own date tells which revision it can have meant.
  @Test(arguments: [
    ("mail.eml", "From: Ada\nDate: Sat, 1 May 2004 10:00:00 +0200\nSubject: Weir\n\n", 104),
    ("mail.eml", "From: Ada\nDate: Fri, 1 May 2009 10:00:00 +0200\nSubject: Weir\n\n", 107),
    ("post.md", "---\ntitle: Weir\ndate: 2004-06-01\n---\n\n", 104),
    ("post.md", "", 107),
  ])
  func theDateOfTheDocument(name: String, head: String, revision: Int) throws {
    let fons = try Self.fons()
    let document = try fons.home.write(
      name, "\(head)https://w.example/wiki/Weir_of_Orle\n\n“\(Self.stays)”\n")
    let report = try fons.run("check", "--format", "json", document).report
    let entry = try #require(report.quotations.first)
    #expect(entry.matches.first?.revision.id == revision)
    #expect(entry.verdict == .verbatim)
    #expect(entry.currency == .current)
  }

  @Test func revisionsBeforeADateAreDropped() throws {
    let fons = try Self.fons()
    #expect(try fons.run("library", "info").text.contains("revisions  7"))
    let wrong = try fons.run("library", "compact", "--drop-before", "yesterday")
    #expect(wrong.status == 2)
    let run = try fons.run("library", "compact", "--drop-before", "2004-02-11")
    #expect(run.status == 0, "\(run.errors)")
    #expect(try fons.run("library", "info").text.contains("revisions  6"))
    #expect(try fons.run("library", "verify").status == 0)
    let entry = try #require(
      fons.run("history", "--format", "json", "Weir of Orle", Self.old).report.quotations.first)
    #expect(entry.lifetimes.map(\.from.id) == [104])
    #expect(entry.history?.revisions == 5)
    // The newest stays, whatever the date.
    #expect(try fons.run("library", "compact", "--drop-before", "2030-01-01").status == 0)
    let last = try #require(
      fons.run("history", "--format", "json", "Weir of Orle", Self.new).report.quotations.first)
    #expect(last.lifetimes.map(\.from.id) == [107])
    #expect(last.currency == .current)
    #expect(
      try fons.run("history", "Weir of Orle", Self.old).status == 0, "the nearest still counts")
  }

  /// A dump that ends in the middle of a page gives what was before that, and says so.
  @Test func aDumpThatIsCutInAPage() throws {
    var fons = try Fons()
    let library = fons.home.path("Library")
    let whole = Self.export
    let end = try #require(whole.firstRange(of: "<id>106</id>")).upperBound
    let dump = try fons.home.write("cut.xml", String(whole[..<end]))
    let added = try fons.run("library", "add", "--library", library, "--all-revisions", dump)
    #expect(added.status == 3)
    #expect(added.errors.contains("cut.xml"))
    fons.environment["FONS_LIBRARY"] = library
    let entry = try #require(
      fons.run("history", "--format", "json", "Weir of Orle", Self.old).report.quotations.first)
    #expect(entry.lifetimes.map(\.from.id) == [101, 104])
    #expect(entry.history?.hidden == 1)
  }
}
