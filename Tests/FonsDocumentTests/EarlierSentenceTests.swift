import FonsDocument
import Testing

/// Citations that the sentence of a quotation gives by pointing back: to a person, a work, a post.
struct EarlierSentenceTests {
  private static let words = "\"the weir was raised by two feet\""

  private func first(_ text: String, _ format: InputFormat = .text) throws -> String? {
    try read(text, format).quotations.last?.candidates.first
  }

  @Test(arguments: [
    ("Ines Moll taught us. Her words on the weir were \(words).", "author Ines Moll"),
    (
      "Kritik kam von Gemeinderätin Petra Lindner. Die Brücke sei »ein Denkmal für drei Wirte«.",
      "author Gemeinderätin Petra Lindner"
    ),
    (
      "«Жернова мы не меняли никогда», — сообщил мельник Павел Зимин. По его словам, «камень помнит всё до войны».",
      "author Павел Зимин"
    ),
    ("In a paper of 1931, Roe explored the river. He states that \(words).", "author Roe"),
    ("The List of Lights has 38. It also says \(words).", "author List of Lights"),
    ("@marta_k, one more thing. You wrote that \(words).", "author marta_k"),
  ])
  func persons(_ text: String, _ expected: String) throws {
    #expect(try first(text) == expected)
  }

  @Test func itIsTheWorkOfTheQuotationBefore() throws {
    let text = """
      > The farm will cover nine hectares of water.

      https://post.example/farm

      Eleven people, then. Further down it says \(Self.words).
      """
    #expect(try first(text, .markdown) == "url https://post.example/farm")
  }

  @Test(arguments: [
    ("The old charter had five. I quote section 8 of it: \(words)", "title section 8"),
    ("Page 14: \(words)", "title Page 14"),
    ("En la página 9 se lee: «la presa era más alta que antes».", "title página 9"),
    ("Im Angebot vom Januar stand noch „Das Wehr war zwei Fuß höher“.", "title Angebot vom Januar"),
    ("The company's minute book says \(words).", "title company's minute book"),
    ("According to him, \(words).", nil),
    ("The miller was asked \(words).", nil),
    ("The weir was described by Jane Roe as \(words).", "author Jane Roe"),
    ("Caplan goes on to claim that \(words).", "author Caplan"),
    ("The mayor went on to claim that \(words).", "author mayor"),
    ("Its authors conclude: \(words)", nil),
  ])
  func partsAndPassives(_ text: String, _ expected: String?) throws {
    #expect(try first(text) == expected)
  }

  @Test func aPageBehindABlockIsOfTheWorkBefore() throws {
    let document = try read(
      """
      Otto Brehm's *Atlas of Small Waters* is odd. He began \(Self.words) (p. 41). Then this:

      > When they resurfaced Mill Street I lost nineteen waters in an afternoon. (103)
      """, .markdown)
    #expect(document.texts.last?.hasSuffix("afternoon.") == true)
    #expect(document.quotations.last?.candidates.first == "title Atlas of Small Waters")
  }

  @Test func aCommentRepeatsAnEarlierOne() throws {
    let document = try read(
      """
      **tidewrack** · 4 hours ago

      Eleven people. My uncle's mussel lines cover twelve with two.

      **halyard** · 3 hours ago

      > My uncle's mussel lines cover twelve with two.

      Mussels need no sheds.
      """, .markdown)
    #expect(document.quotations.map { $0.candidates.first } == ["author tidewrack"])
  }

  /// An age in a sentence makes no head of a post of it.
  @Test(arguments: [
    "I bought it 3 years ago and sold it.", "Schon vor 1914 lief sie.", "I left it 3 years ago.",
  ])
  func aSentenceWithAnAgeIsNoHead(_ sentence: String) throws {
    let document = try read(
      """
      **tidewrack** · 4 hours ago

      \(sentence)

      Mussel lines cover twelve with two in the shade of the pier.

      **halyard** · 3 hours ago

      > Mussel lines cover twelve with two in the shade of the pier.
      """, .markdown)
    #expect(document.quotations.map { $0.candidates.first } == ["author tidewrack"])
  }

  @Test func aLinkThatNamesNothingIsNoTitle() throws {
    let text = "The leaflet ([here](https://bees.example/3)) has it: \(Self.words)."
    let candidates = try #require(try read(text, .markdown).quotations.first?.candidates)
    #expect(candidates.first == "url https://bees.example/3")
    #expect(!candidates.contains("title here"))
  }

  @Test func anotherClauseHasItsOwnSpeaker() throws {
    let text =
      "The leaflet ([here](https://bees.example/3)) says ten, and my mentor says \(Self.words)."
    #expect(try first(text, .markdown) == "author mentor")
  }

  @Test func aNoteBeforeTheClauseOfSpeech() throws {
    let text = """
      Compare the authors of the old one[1], who claimed that it was \(Self.words).

      [1] https://alloc.example/notes
      """
    #expect(try first(text) == "url https://alloc.example/notes")
  }

  @Test(arguments: [
    ("李有才说：“养壶养的是人的耐心，不是价钱。”", "author 李有才"),
    ("制壶师傅蒋小林在《壶说》一书中写得很清楚：“养壶养的是人的耐心，不是价钱。”", "title 壶说"),
    ("博物馆的展签上写着：“此壶使用六十余年，曾修补两次”。", "author 展签"),
    ("島の歴史をまとめた『渡しの記』には「船なき日は一日もなかった」と書かれている。", "title 渡しの記"),
  ])
  func worksThatHoldTheWords(_ text: String, _ expected: String) throws {
    #expect(try first(text) == expected)
  }

  @Test func aThreadRepeatsAPost() throws {
    let thread = #"""
      {"posts":[{"no":11,"com":"The parish complains at https://bells.example/weights that \"we have been charged for eleven and have hung nine\"."},
      {"no":12,"com":"<span class=\"quote\">&gt;charged for eleven and have hung nine<\/span><br>See https://other.example/ for more."}]}
      """#
    let document = try read(thread, .imageboard)
    #expect(
      document.quotations.map { $0.candidates.first } == [
        "url https://bells.example/weights", "note 11",
      ])
    #expect(document.quotations[1].candidates.count == 1)
  }

  @Test func aMailQuotesByIndenting() throws {
    let mail = """
      From: Anne Petit <anne@jardins.example>
      Subject: haie

      Le syndic m'a répondu ceci :

          La taille est à la charge de celui qui a planté la haie.

      Amitiés
      """
    #expect(
      try read(mail, .email).texts == ["La taille est à la charge de celui qui a planté la haie."])
  }
}
