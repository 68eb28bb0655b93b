import FonsFormat
import FonsText
import Testing

/// The numbers that a page shows for its notes, and what they say.
@Suite struct WikitextNoteTests {
  private func page(_ wikitext: String) -> StructuredText {
    WikitextRenderer().render(Array(wikitext.utf8), title: "A page")
  }

  private func text(_ page: StructuredText) -> String { String(decoding: page.text, as: UTF8.self) }

  private func summary(_ page: StructuredText) -> [String] {
    page.notes.map { note in
      #expect(page.text[note.range.range].elementsEqual("[\(note.marker)]".utf8))
      return "\(note.marker): \(note.text)"
    }
  }

  @Test func reuseKeepsItsNumber() {
    let page = page(
      "A<ref name=x>First</ref> b<ref>Second</ref> c<ref name=\"x\" /> d<ref name='y'/>.\n"
        + "<references><ref name=y>Third</ref></references>")
    #expect(text(page) == "A[1] b[2] c[1] d[3].")
    #expect(summary(page) == ["1: First", "2: Second", "1: First", "3: Third"])
  }

  @Test("Addresses that stand in a note as they are belong to it, without the sentence's marks")
  func bareAddresses() {
    let page = page(
      "A<ref>Rolls, https://rolls.example/9?a=1. See (http://rolls.example/x_(y)), too.</ref>"
        + " b<ref>[https://rolls.example/1 Rolls], https://rolls.example/1</ref>"
        + " c<ref>nohttp://rolls.example and http:// and mailto:a@rolls.example</ref>")
    #expect(
      page.notes.map(\.urls) == [
        ["https://rolls.example/9?a=1", "http://rolls.example/x_(y)"], ["https://rolls.example/1"],
        [],
      ])
  }

  @Test func definedLater() {
    let page = page("A<ref name=x/> b<ref name=x>Later</ref>")
    #expect(summary(page) == ["1: Later", "1: Later"])
  }

  @Test func groupsCountApart() {
    let page = page(
      "A<ref>One</ref> b{{efn|Alpha}} c<ref group=note>N</ref> d{{efn|name=z|Beta}} e{{efn|name=z}}"
        + " f<ref group=lower-roman>R</ref> g{{efn-ua|U}} h<ref>Two</ref>")
    #expect(text(page) == "A[1] b[a] c[note 1] d[b] e[b] f[i] g[A] h[2]")
    #expect(
      summary(page) == [
        "1: One", "a: Alpha", "note 1: N", "b: Beta", "b: Beta", "i: R", "A: U", "2: Two",
      ])
  }

  @Test func manyLetters() {
    let page = page(String(repeating: "{{efn|x}}", count: 28))
    #expect(page.notes.last?.marker == "ab")
  }

  @Test func theBoxCountsFirst() {
    let page = page(
      "{{Infobox thing\n| born = 1900<ref>Box</ref>\n| image = x.jpg<ref>Hidden</ref>\n}}\n"
        + "Text.<ref>Body</ref>")
    #expect(text(page) == "Born\t1900[1]\n\nText.[3]")
    #expect(summary(page) == ["1: Box", "3: Body"])
  }

  @Test func listDefinedNotes() {
    let page = page(
      "A<ref name=b/> c<ref name=d/>\n{{reflist|refs=\n<ref name=d>Dee</ref>\n<ref name=b>Bee</ref>}}"
        + "{{notelist}}")
    #expect(summary(page) == ["1: Bee", "2: Dee"])
    #expect(text(page) == "A[1] c[2]")
  }

  @Test func shortNotesThatSayTheSameAreOne() {
    let page = page("A{{sfn|Doe|2001|p=4}} b{{sfn|Doe|Roe|1999|pp=1–2}} c{{sfn|Doe|2001|p=4}}")
    #expect(
      summary(page) == ["1: Doe 2001, p. 4.", "2: Doe & Roe 1999, pp. 1–2.", "1: Doe 2001, p. 4."])
  }

  @Test func pagesReuseAndTags() {
    let page = page(
      "A<ref name=x>X</ref>{{rp|12}} b{{r|x}} c{{#tag:ref|T|name=t}} d{{refn|group=nb|Q}}")
    #expect(text(page) == "A[1]: 12 b[1] c[2] d[nb 1]")
    #expect(summary(page) == ["1: X", "1: X", "2: T", "nb 1: Q"])
  }

  @Test func editorsMarks() {
    let page = page("A{{citation needed|date=May 2001}} b{{cn}} c{{who}} d{{clarify}}")
    #expect(text(page) == "A[citation needed] b[citation needed] c[who?] d[clarification needed]")
    #expect(page.notes.allSatisfy { $0.text.isEmpty })
  }

  @Test func notesWithinNotes() {
    let page = page("A{{efn|Outer.<ref>Inner</ref>}} b<ref>Next</ref>")
    #expect(text(page) == "A[a] b[2]")
    #expect(summary(page) == ["a: Outer.[1]", "2: Next"])
  }

  @Test func addressesAreKept() {
    let page = page("A<ref>See [http://a.example/x ''the'' page] and [http://b.example/]</ref>")
    #expect(page.notes.first?.text == "See the page and http://b.example/")
    #expect(page.notes.first?.urls == ["http://a.example/x", "http://b.example/"])
  }

  @Test func aWikisOwnCitations() {
    let page = page(
      "A<ref>{{house source|title=Tides|last=Doe|year=1901}}</ref>{{house source|title=x}}")
    #expect(text(page) == "A[1]")
    #expect(summary(page) == ["1: Doe (1901). Tides."])
  }

  @Test func brokenReferences() {
    #expect(text(page("A<ref>never closed b")) == "Anever closed b")
    #expect(text(page("A<ref/> b<ref></ref>")) == "A b")
    #expect(text(page("A</ref> b")) == "A b")
  }

  @Test func captionsCountWhereTheyStand() {
    let page = page("[[File:A.jpg|thumb|Cap<ref>C</ref>]]Text<ref>T</ref>")
    #expect(text(page) == "Text[2]\n\nCap[1]")
  }

  @Test func whatFollowsANoteIsPartOfIt() {
    let page = page(
      "A<ref name=x>First</ref> b<ref follow=x>[http://e.example more]</ref> c<ref>Z</ref>")
    #expect(text(page) == "A[1] b c[2]")
    #expect(summary(page) == ["1: First more", "2: Z"])
    #expect(page.notes[0].urls == ["http://e.example"])
  }

  @Test func anotherListStartsAgain() {
    let page = page(
      "A<ref name=x>One</ref>{{efn|E}}\n<references/>\nB<ref name=x>Two</ref>{{efn|F}}\n{{reflist}}\n"
        + "{{notelist}}\nC{{efn|G}}")
    #expect(summary(page) == ["1: One", "a: E", "1: Two", "b: F", "a: G"])
  }

  @Test func addressesWithoutWordsAreNumbered() {
    let page = page("See [http://a.example/x] and [[http://b.example words]], [//c.example].")
    #expect(text(page) == "See [1] and [words], [2].")
    #expect(page.notes.map(\.urls) == [["http://a.example/x"], ["//c.example"]])
    #expect(summary(page) == ["1: ", "2: "])
  }
}
