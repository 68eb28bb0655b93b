import FonsDocument
import Testing

/// What documents showed that extraction had never been run on.
struct UnseenTests {
  private static let words = "\"the weir was raised by two feet\""

  @Test(arguments: [
    ("Aunt Ada used to say: \(words)", "author Aunt Ada"),
    ("\(words), Canon Feld liked to say.", "author Canon Feld"),
    ("She showed her anger at John Poe, saying \(words).", nil),
    (
      "The engineer Jane Roe (1816-1885), the last of her house, declared Upland \(words).",
      "author Jane Roe"
    ),
    ("The *Evening Post* writes \(words).", "title Evening Post"),
    ("The wall of the mill shows \(words) (Feld) in red paint.", "author Feld"),
    ("»Das Wehr war damals zwei Fuß höher«, so Emil Stark.", "author Emil Stark"),
    (
      "D'après son auteur, Hervé Morin, « le barrage était plus haut de deux pieds ».",
      "author Hervé Morin"
    ),
    (
      "« Le barrage était trop haut, explique l'ingénieur Marc Tanguy. Il fuyait. »",
      "author Marc Tanguy"
    ),
    ("Громов добавляет, что «плотина была выше на целых два фута».", "author Громов"),
  ])
  func speakers(_ text: String, _ expected: String?) throws {
    #expect(try read(text, .text).quotations.first?.candidates.first == expected)
  }

  @Test(arguments: [
    ("厂长林秀兰说：“机器是旧的，水是旧的，只有人是新的。”", "author 林秀兰"),
    ("“我们先做五百斤，看看市场认不认，”技术员陈志远告诉记者。", "author 陈志远"),
    ("县志《云岭县志》记载：“此地产茶，色青而味厚。”", "title 云岭县志"),
    ("作家周明在散文《雾里的山》中写道：“再喝别的水都像是水。”", "title 雾里的山"),
    ("山田氏は「この船は島の玄関であり窓でもある」と述べた。", "author 山田"),
  ])
  func chineseAndJapanese(_ text: String, _ expected: String) throws {
    #expect(try read(text, .text).quotations.first?.candidates.first == expected)
  }

  @Test(arguments: [
    "Read More", "Chapter Two", "The rain went on until Sunday.", "What did she say?", "The End",
    "Tom Harrow wrote it down:",
  ])
  func aShortParagraphThatNamesNobodySignsNothing(_ line: String) throws {
    let text = "\"He who builds on the bank must learn to swim in his cellar.\"\n\n\(line)"
    #expect(try read(text, .text).quotations.map { $0.candidates.first } == [nil])
  }

  @Test(arguments: [
    ("*See Naples and Work*, p. 3", "title See Naples and Work"),
    ("see Jane Penhale, *Weirs*, p. 3", "title Weirs"),
  ])
  func aPointerInATitleBelongsToIt(_ bracket: String, _ expected: String) throws {
    let text = "The boat left without the captain: \(Self.words) (\(bracket))."
    #expect(try read(text, .markdown).quotations.first?.candidates.first == expected)
  }

  @Test func marksInAListOfWorksHoldTitles() throws {
    let document = try read(
      """
      ^ "The forty finest weirs of the north". The Courier. 5 January 2008. Retrieved 7 May 2009.
      ^ Roe, J. (1901). "The weir and the history of floods". River Studies. 76: 237–256.
      ^ a b Poe, Ann (1982). Rebuilding the Weir. Quay Press. p. 94. Quote: "nobody asked the miller what he thought of it" (p. 94)
      """, .text)
    #expect(document.texts == ["nobody asked the miller what he thought of it"])
    #expect(document.quotations.first?.candidates.first == "title Rebuilding the Weir")
  }

  @Test func aChapterAndVerseBehindTheMarkIsTheCitation() throws {
    let text =
      "See Mark 10:6 for both. Man is \"spirit and soul and body\" 1 Thessalonians 5:23. More."
    #expect(
      try read(text, .text).quotations.first?.candidates.first == "title 1 Thessalonians 5:23")
  }

  @Test func aNoteEndsItsSentence() throws {
    let document = try read(
      "Ann Lee writes that \(Self.words).[1] Rosa Quill, keeper of the river, says \"nobody remembers it at all\".[2]",
      .text)
    #expect(document.quotations.last?.candidates.contains("author Ann Lee") == false)
  }

  @Test func aForumNamesTheSpeakerInTheBlock() throws {
    let document = try read(
      "> **old_ember** said:\n> The weir was raised by two feet in spring.\n\nIt was not.",
      .markdown)
    #expect(document.texts == ["The weir was raised by two feet in spring."])
    #expect(document.quotations.first?.candidates.first == "author old_ember")
  }

  @Test func aPageAloneIsOfTheOneWorkThatWasShown() throws {
    let document = try read(
      "Otto Brehm's *Atlas of Small Waters* is odd. He began \(Self.words) (p. 41).", .markdown)
    #expect(document.quotations.first?.candidates.first == "title Atlas of Small Waters")
  }

  @Test func wordsInItalicsAreQuotedWhereAVerbLeadsToThem() throws {
    let document = try read(
      "To quote Hanne Lund, *a meadow of eelgrass takes a century to make*.", .markdown)
    #expect(document.texts == ["a meadow of eelgrass takes a century to make"])
    #expect(document.quotations.first?.candidates.first == "author Hanne Lund")
    let title = "As Hanne Lund wrote, *A History of the Weirs and Mills of Upland* is a bad book."
    #expect(try read(title, .markdown).quotations.isEmpty)
  }

  @Test func marksWithinGermanMarks() throws {
    let document = try read(
      "»Der Hersteller schrieb, es sei ›für jede Witterung geeignet‹«, so Thaler.", .text)
    #expect(document.texts == ["Der Hersteller schrieb, es sei ›für jede Witterung geeignet‹"])
  }

  @Test func aVerseIsSignedAtTheRight() throws {
    let document = try read(
      """
      WEIR, n.  A wall that water climbs.

          The weir was low, the weir was long,
              The miller slept and heard its song.

          It rose by two feet in the spring,
              And now he hears no other thing.
                                                     Ada Poe

      WELL, n.  A hole with an opinion.
      """, .text)
    #expect(document.quotations.count == 1)
    #expect(document.quotations.first?.candidates.first == "author Ada Poe")
    #expect(document.texts.first?.hasSuffix("no other thing.") == true)
  }

  @Test func aChatThatKeepsItsAuthorsInObjects() throws {
    let document = try read(
      """
      {"id":"1","author":{"name":"pia"},"content":"does the manual say anything?"}
      {"id":"2","author":{"name":"wim"},"content":"it says \\"grease the lower bearing every forty hours\\""}
      """)
    #expect(document.texts == ["grease the lower bearing every forty hours"])
  }

  @Test func anAttributionLineOverTwoQuotedLines() throws {
    let mail = """
      From: Ruth Adler <ruth@club.example>
      Subject: Re: charter

      On 5 Mar 2025, at 21:40, Tom Vance <tom@club.example> wrote:
      > I have gone through the draft twice.
      >
      > On Tue, Mar 4, 2025 at 8:03 AM Lena Brandt via committee
      > <committee@club.example> wrote:
      >> Every berth shall revert to the club.
      """
    let document = try read(mail, .email)
    #expect(
      document.texts == [
        "I have gone through the draft twice.", "Every berth shall revert to the club.",
      ])
    #expect(
      document.quotations.map { $0.candidates.first } == ["author Tom Vance", "author Lena Brandt"])
  }

  /// A mark that is never closed swallows no quotation behind it; apostrophes are no marks.
  @Test func singleMarksBehindAMarkThatStaysOpen() throws {
    let open = "\"The mill is old and nobody has asked for the keys since May."
    let text =
      "\(open)\n\nRoe wrote: ‘the wheel was never turned by this water at all’.\n\nThe end."
    #expect(
      try read(text, .text).quotations.map { String(decoding: $0.text, as: UTF8.self) }.contains(
        "the wheel was never turned by this water at all"))
    let verse =
      "\"The mill is old,\n\nand the miller's keys are lost,\n\nand nobody asks for them.\""
    #expect(try read(verse, .text).quotations.count == 1)
  }
}
