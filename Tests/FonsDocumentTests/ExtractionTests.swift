import FonsDocument
import FonsTesting
import FonsText
import Testing

/// What is a quotation, and from where to where; rows of the list of phenomena.
struct ExtractionTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var row: Int
    var format: InputFormat
    var text: String
    var testDescription: String { "row \(row): \(text.prefix(60))" }

    init(_ row: Int, _ format: InputFormat = .text, _ text: String) {
      self.row = row
      self.format = format
      self.text = text
    }
  }

  @Test(arguments: marks + blocks + negatives)
  func findsTheMarkedQuotations(_ example: Case) throws {
    let marked = MarkedText(example.text)
    let document = try DocumentReader().read(marked.bytes, name: nil, format: example.format)
    #expect(document.quoted == marked.strings)
    #expect(document.quotations.map(\.range.range) == marked.spans)
  }

  static let marks: [Case] = [
    Case(1, .text, #"The guide says ⟦"the mill was rebuilt in stone"⟧ and stops."#),
    Case(1, .text, "The guide says ⟦“the mill was rebuilt in stone”⟧ and stops."),
    Case(
      2, .text, "She wrote ‘nothing’ and ⟦‘the keeper’s lamp wasn’t lit that night’⟧, he added."),
    Case(
      2, .text, "'Tis said ⟦'the dogs' bowl was empty at O'Neill's inn,'⟧ or so they don't say."),
    Case(3, .text, "Die Chronik: ⟦„Der Markt lag drei Jahre lang still“⟧ heißt es."),
    Case(3, .text, "Die Chronik: ⟦»Der Markt lag drei Jahre lang still«⟧ heißt es."),
    Case(3, .text, "La chronique dit ⟦«le marché est resté fermé trois ans»⟧ ici."),
    Case(3, .text, "La chronique dit ⟦‹le marché est resté fermé trois ans›⟧ ici."),
    Case(3, .text, "年代記には⟦「市場は三年のあいだ閉じたままであった」⟧とある。"),
    Case(3, .text, "年代記には⟦『港は冬のあいだずっと凍っていたという』⟧とある。"),
    Case(3, .text, "史书记载⟦《集市关闭了三年之久没有任何人前来做生意》⟧如此。"),
    Case(3, .text, "A krónika: ⟦„A vásár három évig zárva volt akkor”⟧ így."),
    Case(3, .text, "Krönikan: ⟦”marknaden var stängd i tre långa år”⟧ står det."),
    Case(3, .text, "Kronikka: ⟦»tori oli suljettuna kolme pitkää vuotta»⟧ sanotaan."),
    Case(4, .text, "On lit ⟦«\u{A0}le port était fermé tout l’hiver\u{A0}»⟧ partout."),
    Case(4, .text, "On lit ⟦«\u{202F}la route passait par le vieux pont\u{202F}»⟧ partout."),
    Case(5, .text, "The survey: ⟦``the ridge is made of pale limestone''⟧ is clear."),
    Case(5, .text, "Compare ⟦``two streams leave the lake in spring''⟧ there."),
    Case(6, .text, #"⟦"The miller told me 'the wheel will not turn' and left,"⟧ she said."#),
    Case(6, .text, "⟦“The sign read “no bathing in the lower basin” for years,”⟧ he said."),
    Case(7, .text, #"A stray " mark, then ⟦"the path is closed after heavy rain"⟧ and more."#),
    Case(7, .text, "A stray “ mark here.\n\nThen ⟦“the path is closed after heavy rain”⟧ follows."),
    Case(7, .text, "OCR gives ⟦“the path is closed after heavy rain\"⟧ with two kinds."),
    Case(
      8, .text,
      "He wrote: ⟦“The first year was dry and long.\n\n“The second year brought rain.”⟧ That was all."
    ),
    Case(
      8, .text,
      "⟦\"No boat could land on the northern shore.\n\n\"No one tried after that winter.\"⟧ So it ends."
    ),
    Case(
      35, .text,
      #"⟦"The lower gate was never shut at night,"⟧ he said, ⟦"and nobody kept a watch."⟧ Good."#),
    Case(
      17, .text, "It says ⟦“the light\u{AD}house stood on a \u{200B}narrow spit of sand”⟧ there."),
    Case(66, .text, "🏔️👩🏽‍🌾 It says ⟦“the 🏔️ pass was closed until late May”⟧ 🙂."),
    Case(66, .text, "😀 ⟦\"smile and the village 😀 smiles with you\"⟧ said Ann Hill."),
  ]

  static let blocks: [Case] = [
    Case(
      9, .markdown, "Intro:\n\n> ⟦The quarry closed in spring\nand was never worked again.⟧\n\nEnd."
    ),
    Case(9, .markdown, "> ⟦One line of the old song\n>\n> and a second verse of it.⟧\n\nEnd."),
    Case(
      10, .html,
      "<p>Intro words here.</p><blockquote cite='https://a.example/q'><p>⟦The kiln was fired twice a year.</p><p>Then it cooled.⟧</p></blockquote>"
    ),
    Case(10, .html, "<p>They say <q>⟦the kiln was fired twice a year⟧</q> in the book.</p>"),
    Case(
      12, .text,
      "lol look\n\n>⟦The quarry closed in the spring of that year\n>and was never worked again.⟧\n\nsee"
    ),
    Case(12, .text, "> ⟦Winters are mild.⟧\n\nThat is what it says."),
    Case(
      13, .text, ">>12345\n>⟦The quarry closed in the spring of that year and never opened.⟧\nno."),
    Case(13, .text, ">>>/his/998 \nNothing else is quoted here by anyone."),
    Case(
      11, .email,
      "From: a@b.example\nDate: today\n\nOn Monday, Jane Roe wrote:\n> ⟦We met at the weir.⟧\n\nNo, at the lock.\n"
    ),
    Case(
      11, .email,
      "From: a@b.example\nDate: today\n\nAm 3. Mai schrieb Jan Feld:\n>> ⟦Wer kommt?⟧\n> ⟦Alle kommen mit.⟧\nGut.\n"
    ),
  ]

  static let negatives: [Case] = [
    Case(12, .text, ">be me\n>walking to the lake\n>implying it is far\n\nwords follow here"),
    Case(12, .text, ">implying that the encyclopedia would ever admit that it was wrong about it"),
    Case(14, .text, #"The "expert" called it a "so-called bridge" and left."#),
    Case(14, .text, "She read “The Long Road to the Northern Sea” in school."),
    Case(14, .text, "He wrote an article called “Notes on the Early History of Mills” then."),
    Case(15, .text, #"A 12" disc and a 5' 10" shelf and a 3' 2" board were sold."#),
    Case(
      15, .markdown,
      "Use `print(\"one two three four five six\")` here.\n\n    \"and this is code as well, all of it\"\n"
    ),
    Case(15, .text, #"Set name="one two three four five six" in the file."#),
    Case(2, .text, "The '90s were the dogs' years and 'twas the cats' turn in the '20s."),
    Case(7, .text, "An opening “ mark that nobody ever closes in this whole line of words."),
  ]
}
