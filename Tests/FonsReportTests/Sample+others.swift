import FonsReport
import FonsText

extension Sample {
  static func addStitched(to builder: inout SampleBuilder) {
    let first = "The fog bell was rung by hand until the spring of 1911"
    let second = "the council never paid a keeper for it"
    builder.quote(
      "\(first) [...] \(second).", open: "“", close: "”", marks: "“ ”"
    ) { entry, builder in
      let one = match(
        "Fog bells", "Ormsund", first, start: 4_120,
        before: "A second bell hung at the pier.", after: ", when a clockwork striker was fitted.")
      let two = match(
        "Vessel Bay", "Council", "the council never paid a keeper for the ferry landing",
        start: 9_804,
        before: "As for the winter service,", after: ", which froze in most years.")
      entry.verdict = .stitched
      entry.faithful = false
      entry.wording = .stitched
      entry.attribution = .uncited
      entry.currency = .current
      entry.asOf = "2026-02-11T17:04:00Z"
      entry.coverage = 0.88
      entry.score = 133.2
      entry.chance = 3e-4
      entry.flags = ["quoted-speech"]
      entry.reason = "Its two parts come from two works, “Fog bells” and “Vessel Bay”."
      entry.matches = [one, two]
      let start = entry.range.start
      entry.parts = [
        Report.Part(
          range: builder.range(of: first, after: start), match: one, attribution: .uncited),
        Report.Part(
          range: builder.range(of: second, after: start), match: two, attribution: .uncited),
      ]
      entry.differences = [
        builder.difference(
          "word", .major, entry, two, quoted: "it", source: "the ferry landing",
          after: "keeper for ")
      ]
    }
  }

  static func addOthers(to builder: inout SampleBuilder) {
    builder.furniture("A book about it calls the harbour master ", between: "")
    builder.quote(
      "a man of few words and fewer ships", open: "\"", close: "\"", marks: "\" \"", between: ", "
    ) { entry, _ in
      entry.verdict = .notFound
      entry.faithful = false
      entry.wording = Report.Wording.none
      entry.coverage = 0.25
      entry.reason = "No passage like it in the 206 works that were searched."
    }
    builder.furniture("and https://gone.example/diary had ", between: "")
    builder.quote(
      "the reef is nobody's fault", open: "\"", close: "\"", marks: "\" \"", between: ".\n\n"
    ) { entry, builder in
      entry.verdict = .unverifiable
      entry.attribution = .unreachable
      entry.citation = Report.CitationInfo(
        kind: "url", value: "https://gone.example/diary",
        range: builder.range(of: "https://gone.example/diary", after: 0), binding: "before")
      entry.reason =
        "The cited page could not be read (410 Gone), and no library holds these words."
    }
    builder.say("From “Tide organ” again, or so I remember:")
    addMisattributed(to: &builder)
    addSuperseded(to: &builder)
    addAbridged(to: &builder)
  }

  private static func addMisattributed(to builder: inout SampleBuilder) {
    let text = "No boat may be painted the colour of the water it is meant to be seen on"
    builder.quote(text) { entry, builder in
      entry.verdict = .misattributed
      entry.faithful = true
      entry.wording = .verbatim
      entry.attribution = .elsewhere
      entry.currency = .current
      entry.asOf = "2026-02-11T17:04:00Z"
      entry.coverage = 1
      entry.score = 140.1
      entry.chance = 2e-3
      entry.citation = Report.CitationInfo(
        kind: "title", value: "Tide organ",
        range: builder.range(of: "Tide organ", after: entry.range.start - 60),
        binding: "in words")
      entry.reason = "“Tide organ” was read and lacks these words; “Vessel Bay” has them."
      entry.matches = [
        match(
          "Vessel Bay", "By-laws", text, start: 12_000, before: "The oldest by-law reads:",
          after: "; it has been enforced twice.")
      ]
    }
  }

  private static func addSuperseded(to builder: inout SampleBuilder) {
    let text = "The ferry to Ormsund leaves twice a day, whatever the weather"
    builder.quote(text) { entry, _ in
      entry.verdict = .superseded
      entry.faithful = true
      entry.wording = .verbatim
      entry.attribution = .uncited
      entry.currency = .superseded
      entry.asOf = "2026-02-11T17:04:00Z"
      entry.coverage = 1
      entry.score = 99
      entry.chance = 0.02
      entry.reason = "“Ormsund” said so until 14 June 2021; it now says once a day."
      entry.matches = [
        match("Ormsund", "Transport", text, start: 7_000, time: "2021-06-14T08:00:00Z"),
        match(
          "Ormsund", "Transport", "The ferry to Ormsund leaves once a day, weather permitting",
          start: 7_100),
      ]
    }
  }

  private static func addAbridged(to builder: inout SampleBuilder) {
    let source =
      "The pilots of Vessel Bay were paid by the tide, and not by the ship, unless the ship was "
      + "theirs"
    builder.quote("The pilots of Vessel Bay were paid by the tide … unless the ship was theirs") {
      entry, builder in
      let found = match("Vessel Bay", "Pilots", source, start: 15_400)
      entry.verdict = .abridged
      entry.faithful = true
      entry.wording = .abridged
      entry.attribution = .uncited
      entry.currency = nil
      entry.coverage = 1
      entry.score = 120
      entry.chance = 0.001
      entry.reason = "As in “Vessel Bay”, shortened where it says so."
      entry.matches = [found]
      let start = entry.range.start
      for words in ["The pilots of Vessel Bay were paid by the tide", "unless the ship was theirs"]
      {
        let place = find(words, in: source, after: 0)
        var part = found
        part.text = words
        part.range = ByteRange(15_400 + place.start, 15_400 + place.end)
        entry.parts.append(
          Report.Part(
            range: builder.range(of: words, after: start), match: part, attribution: .uncited))
      }
      entry.differences = [
        builder.difference(
          "omission-marked", .harmless, entry, found, quoted: "…",
          source: ", and not by the ship,", after: "by the tide")
      ]
    }
  }
}
