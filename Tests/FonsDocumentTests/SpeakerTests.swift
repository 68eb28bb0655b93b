import FonsDocument
import Testing

/// Whose words the sentence says they are.
struct SpeakerTests {
  private static let words = "\"the weir was raised by two feet\""

  @Test(arguments: [
    ("As Darro Wend argued, \(words).", "author Darro Wend"),
    ("Rosa Quill, who runs the ferry, told us: \(words)", "author Rosa Quill"),
    ("As Ann Lee, biographer of Poe, later wrote, \(words).", "author Ann Lee"),
    ("\(words), said councillor Edwin Hale on Monday.", "author Edwin Hale"),
    ("He quotes Ann Lee: \(words).", "author Ann Lee"),
    ("The miller said that \(words).", "author miller"),
    (
      "„Das Wehr war damals zwei Fuß höher“, erklärte der Vorsitzende Emil Stark.",
      "author Vorsitzende Emil Stark"
    ),
    (
      "« Le barrage était plus haut de deux pieds », raconte Jeanne Morvan.", "author Jeanne Morvan"
    ),
    ("«La presa era más alta que antes», dice el alcalde, Anselmo Rey.", "author Anselmo Rey"),
    ("„Tama była wyższa o dwie stopy niż dziś” – mówi Irena Sowa.", "author Irena Sowa"),
    ("«Плотина была выше на два фута», — рассказывает директор Нина Ларина.", "author Нина Ларина"),
    ("«Плотина была выше, — говорит Пётр Зуев, — на целых два фута».", "author Пётр Зуев"),
  ])
  func names(_ text: String, _ expected: String) throws {
    #expect(try read(text, .text).quotations.first?.candidates.first == expected)
  }

  @Test(arguments: [
    ("The council's own paper says on page 3: \(words).", "title council's own paper"),
    ("According to the surveyor's report, \(words).", "title surveyor's report"),
    ("The entry for 12 May is clear: \(words)", "title entry for 12 May"),
    (
      "Im Gutachten des Amtes heißt es: „Das Wehr war damals zwei Fuß höher.“",
      "title Gutachten des Amtes"
    ),
    (
      "L'acte de vente précise : « Le barrage était plus haut de deux pieds. »",
      "title acte de vente"
    ),
  ])
  func describedWorks(_ text: String, _ expected: String) throws {
    let citation = try #require(try read(text, .text).quotations.first?.citations.first)
    #expect("\(citation.kind.rawValue) \(citation.value)" == expected)
    #expect(citation.isTentative)
  }

  @Test(arguments: [
    ("In Book V of The Wealth of Rivers, Roe wrote: \(words)", "title The Wealth of Rivers"),
    ("As Moll puts it in Small History of Bronze, \(words).", "title Small History of Bronze"),
    (
      "In der »Stadtchronik« von 1911 steht: „Das Wehr war damals zwei Fuß höher.“",
      "title Stadtchronik"
    ),
    ("The printed text (R. Aske, The Daybook, 1931, p. 7) has \(words).", "title The Daybook"),
  ])
  func titlesInTheSentence(_ text: String, _ expected: String) throws {
    #expect(try read(text, .text).quotations.first?.candidates.first == expected)
  }

  @Test(arguments: [
    (
      "Aunt Ada laughed. \"It was never raised at all,\" she says. \"The fields were always wet.\"",
      "Aunt Ada"
    ),
    ("\"It was never raised at all,\" said Jo Roe. \"The fields were always wet.\"", "Jo Roe"),
  ])
  func whoGoesOnSpeaking(_ text: String, _ name: String) throws {
    let quotations = try read(text, .text).quotations
    #expect(quotations.map { $0.candidates.first } == ["author \(name)", "author \(name)"])
  }

  @Test(arguments: [
    "All was quiet in Upper Town Street. \(words) stood on the wall.",
    "They said \(words).",
    "This is what a case made of \(words) is.",
  ])
  func nobodyIsNamed(_ text: String) throws {
    #expect(try read(text, .text).quotations.first?.citations.isEmpty == true)
  }

  @Test(arguments: [
    (
      "Jane Roe wrote:\n\n    The weir was raised by two feet.\n\n    Nobody asked.\n\nSo it was.",
      2
    ),
    (
      "Jo Poe opined:\n\nThe weir was raised by two feet in the spring of that year.\n\nSo it was.",
      1
    ),
  ])
  func aParagraphThatIsAnnounced(_ text: String, _ paragraphs: Int) throws {
    let document = try read(text, .text)
    #expect(document.quotations.count == 1)
    #expect(document.texts[0].split(separator: "\n\n").count == paragraphs)
    #expect(document.quotations[0].citations.first?.kind == .author)
  }

  @Test(arguments: [
    "There are two things:\n\n    salt and water and more of it", "He wrote a lot:\n\nshort",
  ])
  func otherColonsAnnounceNothing(_ text: String) throws {
    #expect(try read(text, .text).quotations.isEmpty)
  }

  @Test(arguments: [("Note", ""), ("Tip:", "[!TIP] ")])
  func boxesQuoteNobody(_ label: String, _ sign: String) throws {
    #expect(
      try read("> \(sign)**\(label)** The weir is shut on Sundays.", .markdown).quotations.isEmpty)
  }
}
