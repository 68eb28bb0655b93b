import FonsReport
import FonsText

/// Invented reports to render: a post about an invented encyclopedia with a quotation for every
/// verdict, and a document without any.
enum Sample {
  static let rich: (report: Report, document: [UInt8]) = {
    var builder = SampleBuilder()
    builder.say(
      "oh look, the encyclopedia that cannot keep its own lighthouses straight. everybody on the\n"
        + "coast knows the last keeper sold the lamp, funny how nobody ever writes that down")
    addVerbatim(to: &builder)
    addNameSlip(to: &builder)
    builder.say("and then they go and glue things together until it says what they like:")
    addStitched(to: &builder)
    addOthers(to: &builder)
    builder.furniture("(post is archived)", between: "\n")
    return (report(builder, path: "examples/post.txt"), Array(builder.document.utf8))
  }()

  static let empty: (report: Report, document: [UInt8]) = {
    var builder = SampleBuilder()
    builder.say("Nothing here is anybody else's.", between: "\n")
    return (report(builder, path: nil), Array(builder.document.utf8))
  }()

  static func report(_ builder: SampleBuilder, path: String?) -> Report {
    Report(
      generator: "fons 0.1.0",
      document: Report.DocumentInfo(
        path: path, sha256: String(repeating: "5e", count: 32),
        bytes: builder.document.utf8.count),
      searched: Report.Searched(
        libraries: [
          Report.LibraryInfo(
            name: "lanterna", works: 206, revisions: 206, bytes: 5_412_300,
            asOf: "2026-03-01T08:30:00Z")
        ],
        fetched: builder.entries.isEmpty
          ? []
          : [
            Report.FetchedPage(
              cited: "https://encyclopedia.example/wiki/Tide_organ",
              url: "https://encyclopedia.example/wiki/Tide_organ", time: "2026-05-01T10:00:00Z")
          ]),
      quotations: builder.entries, commentary: builder.commentary,
      warnings: builder.entries.isEmpty
        ? [] : ["The library “old mirror” has a damaged segment (7); the others were searched."])
  }

  static func match(
    _ title: String, _ section: String?, _ text: String, start: Int, before: String = "",
    after: String = "", occurrences: Int = 1, time: String? = "2026-02-11T17:04:00Z"
  ) -> Report.Match {
    Report.Match(
      library: "lanterna",
      work: Report.WorkInfo(
        title: title,
        url: "https://encyclopedia.example/wiki/" + title.replacing(" ", with: "_"),
        source: "lanterna-20260301.xml.bz2"),
      revision: Report.RevisionInfo(id: 88_213, time: time, contributor: "Marisol"),
      range: ByteRange(start, start + text.utf8.count), text: text, before: before, after: after,
      section: section, occurrences: occurrences)
  }

  // MARK: - The first two, as in the example that ships with Fons

  static let lightText =
    "The Ormsund light was first shown on the night of 3 October (1871), from an iron lantern that "
    + "had been ordered for another station and never collected. Its keepers called it the "
    + "\"patient lamp\", because it had to be wound by hand every four hours, and because it was "
    + "slow to warm in a north wind.[7] In its first winter it guided 214 vessels through the "
    + "narrows; only two of them asked for a pilot, and neither was lost to the reef below."

  static func addVerbatim(to builder: inout SampleBuilder) {
    builder.quote(lightText) { entry, _ in
      entry.verdict = .verbatim
      entry.faithful = true
      entry.wording = .verbatim
      entry.attribution = .uncited
      entry.currency = .current
      entry.asOf = "2026-02-11T17:04:00Z"
      entry.coverage = 1
      entry.score = 612.4
      entry.chance = 1e-11
      entry.reason =
        "Every word stands in “Ormsund Light”; the document does not say where it is from."
      entry.matches = [
        match(
          "Ormsund Light", "History › First years", lightText, start: 2_210,
          before: "The commission paid for the tower out of harbour dues, and for the lamp not at "
            + "all.",
          after: "The lantern was replaced in 1904 by one with a revolving lens.",
          occurrences: 3),
        match(
          "List of lights on the Ormsund coast", "Ormsund", lightText, start: 910, time: nil),
      ]
      entry.lifetimes = [
        Report.Lifetime(
          from: Report.RevisionInfo(id: 61_002, time: "2019-05-02T10:00:00Z", contributor: "Ines"),
          to: Report.RevisionInfo(id: 61_340, time: "2019-08-19T21:12:00Z", contributor: "Tomas")),
        Report.Lifetime(
          from: Report.RevisionInfo(id: 61_344, time: "2019-08-20T06:40:00Z", contributor: "Ines"),
          to: nil),
      ]
      entry.notes = [
        Report.NoteInfo(
          marker: "7", text: "Harbour Commission, Register of Lights, vol. 2, p. 41.", urls: [])
      ]
    }
  }

  static func addNameSlip(to builder: inout SampleBuilder) {
    let source =
      "A tide organ is (1) a set of pipes let into a sea wall and (2) the chamber in which the swell "
      + "presses air through them. The oldest that still sounds was built by Hanna Lindqvist for "
      + "the harbour of Vessel Bay between 1926 and 1931.[d] She tuned its eleven pipes to the "
      + "intervals of the local bell-buoys, so that in a steady westerly the two seem to answer "
      + "each other — an effect that visitors have described as \"a conversation held out of "
      + "politeness\".[12] The organ falls silent at slack water, for about forty minutes."
    let quoted = source.replacing("Lindqvist", with: "Lindkvist").replacing(" — ", with: " - ")
    let link = builder.furniture("https://encyclopedia.example/wiki/Tide_organ")
    builder.quote(quoted) { entry, builder in
      let found = match(
        "Tide organ", nil, source, start: 0,
        after: "Smaller ones were made for aquariums and, once, for a railway station.")
      entry.verdict = .altered
      entry.faithful = true
      entry.wording = .altered
      entry.attribution = .asCited
      entry.currency = .current
      entry.asOf = "2026-02-11T17:04:00Z"
      entry.coverage = 0.989
      entry.score = 701.8
      entry.chance = 1e-14
      entry.reason = "As in “Tide organ”, but for one letter of a name: Lindkvist for Lindqvist."
      entry.citation = Report.CitationInfo(
        kind: "url", value: "https://encyclopedia.example/wiki/Tide_organ", range: link,
        binding: "before")
      entry.matches = [found]
      entry.differences = [
        builder.difference(
          "name-slip", .minor, entry, found, quoted: "Lindkvist", source: "Lindqvist",
          after: "Hanna ", note: "The library knows no Lindkvist."),
        builder.difference(
          "dash", .harmless, entry, found, quoted: "-", source: "—", after: "each other "),
      ]
      entry.notes = [
        Report.NoteInfo(
          marker: "d", text: "Building began a year later by some accounts; see the ledger.",
          urls: []),
        Report.NoteInfo(
          marker: "12", text: "Ferreira, A. (1988). “Music for nobody”. Shoreline 4: 12–19.",
          urls: ["https://shoreline.example/4/ferreira"]),
      ]
      entry.evidence = [
        Report.Evidence(
          url: "https://encyclopedia.example/wiki/Tide_organ", time: "2026-03-02T09:15:00Z",
          sha256: String(repeating: "a1", count: 32), file: "evidence/tide-organ.warc.gz")
      ]
    }
  }
}
