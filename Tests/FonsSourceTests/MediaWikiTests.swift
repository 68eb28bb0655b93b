import FonsFormat
import FonsSource
import Testing

@Suite struct MediaWikiTests {
  private static let head = """
    <mediawiki xmlns="http://www.mediawiki.org/xml/export-0.10/" version="0.10" xml:lang="en">
    <siteinfo><sitename>Harbours</sitename><dbname>harbours</dbname>
    <base>https://harbours.example/wiki/Main_Page</base><case>first-letter</case>
    <namespaces><namespace key="0" case="first-letter" /><namespace key="1">Talk</namespace>
    <namespace key="6">Picture</namespace></namespaces></siteinfo>
    """

  private static func page(
    _ title: String, _ text: String, ns: Int = 0, id: Int = 7, extra: String = ""
  ) -> String {
    """
    <page><title>\(title)</title><ns>\(ns)</ns><id>\(id)</id>\(extra)<revision><id>\(id * 10)</id>
    <parentid>3</parentid><timestamp>2020-02-03T04:05:06Z</timestamp><contributor>
    <username>Ann</username><id>99</id></contributor><text xml:space="preserve">\(text)</text>
    </revision></page>
    """
  }

  private func read(
    _ pages: String..., options: SourceOptions = SourceOptions(), tail: String = "</mediawiki>"
  ) throws -> Delivery {
    let folder = try TemporaryFolder()
    return try Delivery(
      folder.write("dump.xml", Self.head + pages.joined() + tail), options)
  }

  @Test func aPageBecomesAWork() throws {
    let found = try read(
      Self.page(
        "Old pier",
        "A ''pier''.&lt;ref&gt;Guide&lt;/ref&gt;\n== Use ==\n[[Picture:A.jpg|thumb]]Boats &amp;amp; nets."
      ))
    let work = try #require(found.works.first)
    #expect(work.title == "Old pier")
    #expect(work.url == "https://harbours.example/wiki/Old_pier")
    #expect(
      work.aliases == ["https://harbours.example/?curid=7", "https://harbours.example/?oldid=70"])
    #expect(work.revision == Revision(id: 70, time: "2020-02-03T04:05:06Z", contributor: "Ann"))
    #expect(work.language == "en")
    #expect(String(decoding: work.text, as: UTF8.self) == "A pier.[1]\n\nUse\n\nBoats & nets.")
    #expect(work.sections == [Work.Section(start: 12, level: 2, title: "Use")])
    #expect(work.notes.map(\.text) == ["Guide"])
  }

  @Test(arguments: [
    ("Größe (Maß)", "Gr%C3%B6%C3%9Fe_(Ma%C3%9F)"), ("港", "%E6%B8%AF"), ("A/B: C?", "A/B:_C%3F"),
    ("Ann's &amp; Bob's", "Ann%27s_%26_Bob%27s"), ("C++", "C%2B%2B"),
  ])
  func addresses(_ title: String, _ path: String) throws {
    #expect(
      try read(Self.page(title, "x")).works.first?.url == "https://harbours.example/wiki/" + path)
  }

  @Test func redirects() throws {
    let found = try read(
      Self.page(
        "Jetty", "#REDIRECT [[Old pier]]", extra: "<redirect title=\"Old pier &amp; co\" />"),
      Self.page("Mole", "#redirect : [[Old_pier#Use|x]]"),
      Self.page("Kai", "#WEITERLEITUNG [[Pier]]"),
      Self.page("List", "# one\n# two"))
    #expect(found.redirects == ["Jetty → Old pier & co", "Mole → Old pier", "Kai → Pier"])
    #expect(found.titles == ["List"])
  }

  @Test func namespaces() throws {
    let pages = [Self.page("A", "x"), Self.page("Talk:A", "y", ns: 1)]
    #expect(try read(pages[0], pages[1]).titles == ["A"])
    let all = SourceOptions(namespaces: [0, 1])
    #expect(try read(pages[0], pages[1], options: all).titles == ["A", "Talk:A"])
    // Schema 0.3 says no number: the name before the colon does.
    let old = pages.map { $0.replacing("<ns>0</ns>", with: "").replacing("<ns>1</ns>", with: "") }
    #expect(try read(old[0], old[1]).titles == ["A"])
  }

  @Test func theNewestRevisionIsRead() throws {
    let revisions = (1...3).map {
      "<revision><id>\($0)</id><timestamp>2020-01-0\($0)T00:00:00Z</timestamp><text>state \($0)</text></revision>"
    }
    let page =
      "<page><title>A</title><ns>0</ns><id>1</id>\(revisions[0])\(revisions[2])\(revisions[1])</page>"
    #expect(try read(page).works.map(\.revision.id) == [3])
    let all = try read(page, options: SourceOptions(revisions: .all))
    #expect(all.works.map(\.revision.id) == [1, 3, 2])
  }

  @Test func historiesAreReadAsRevisions() throws {
    let texts = ["one ''two''", "", "one ''two''", "#REDIRECT [[B]]"]
    let revisions = texts.enumerated().map {
      "<revision><id>\($0)</id><parentid>\($0 + 10)</parentid><timestamp>2020-01-0\($0 + 1)T00:00:00Z</timestamp><contributor><ip>192.0.2.\($0)</ip></contributor><text>\($1)</text></revision>"
    }
    let hidden =
      "<revision><id>9</id><contributor deleted=\"deleted\" /><text deleted=\"deleted\" /></revision>"
    let page = "<page><title>A</title><ns>0</ns><id>1</id>\(revisions.joined())\(hidden)</page>"
    let found = try read(
      page, Self.page("C", "one ''two''"), options: SourceOptions(revisions: .history)
    ).revisions
    #expect(found.map(\.revision.id) == [0, 1, 2, 3, 9, 70])
    #expect(found.map(\.parent) == [10, 11, 12, 13, nil, 3])
    #expect(found.map(\.redirect) == [nil, nil, nil, "B", nil, nil])
    #expect(found[0].digest == found[2].digest)
    #expect(found[4].revision.contributor == nil)
    let kinds = found.map { revision in
      switch revision.content {
      case .new(let markup, let plain):
        String(decoding: markup, as: UTF8.self) + "/" + String(decoding: plain, as: UTF8.self)
      case .seen: "seen"
      case .hidden: "hidden"
      }
    }
    #expect(kinds[0] == "one ''two''/one two")
    #expect(kinds[1] == "/")
    #expect(kinds[2] == "seen")
    #expect(kinds[4] == "hidden")
    // Another page has not had the text.
    #expect(kinds[5] == "one ''two''/one two")
  }

  @Test func deletedAndHiddenParts() throws {
    let page = """
      <page><title>A</title><ns>0</ns><id>1</id><revision><id>2</id>
      <contributor deleted="deleted" /><text deleted="deleted" /></revision></page>
      <page><title>B</title><ns>0</ns><id>3</id><revision><id>4</id>
      <contributor><ip>192.0.2.1</ip></contributor><text>b</text></revision></page>
      """
    let found = try read(page)
    #expect(found.titles == ["B"])
    #expect(found.works.first?.revision.contributor == "192.0.2.1")
    #expect(found.works.first?.revision.time == nil)
  }

  @Test func truncated() throws {
    let found = try read(Self.page("A", "x"), Self.page("B", "y"), tail: "<page><title>C</ti")
    #expect(found.titles == ["A", "B"])
    #expect(found.unreadable.map(\.kind) == [.truncated])
    #expect((found.unreadable.first?.offset ?? 0) > 0)
  }

  @Test(arguments: ["<page><title>C</page>", "<page>&nbsp;</page>", "<page>\u{1}</page>"])
  func corrupt(_ damage: String) throws {
    let found = try read(Self.page("A", "x"), damage, Self.page("B", "y"))
    #expect(found.titles.first == "A")
    #expect(found.unreadable.map(\.kind) == [.corrupt])
    #expect(found.unreadable.first?.description.contains("dump.xml") == true)
  }

  @Test func documentTypesAreRefused() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write(
      "dump.xml",
      "<?xml version=\"1.0\"?><!DOCTYPE x [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;\">]>" + Self.head
        + Self.page("A", "&b;") + "</mediawiki>")
    let found = try Delivery(path)
    #expect(found.works.isEmpty)
    #expect(found.unreadable.map(\.kind) == [.unsupported])
  }

  @Test func pagesHaveALimit() throws {
    let found = try read(
      Self.page("Big", String(repeating: "word ", count: 1000)), Self.page("Small", "x"),
      options: SourceOptions(pageLimit: 1000))
    #expect(found.titles == ["Small"])
    #expect(found.warnings.map(\.kind) == [.tooLarge])
  }

  @Test func errorsOfTheCallerEndTheReading() throws {
    struct Stop: Error {}
    let folder = try TemporaryFolder()
    let path = try folder.write(
      "dump.xml", Self.head + Self.page("A", "x") + Self.page("B", "y") + "</mediawiki>")
    var count = 0
    #expect(throws: Stop.self) {
      try Source(path: path).read { event in
        if case .work = event {
          count += 1
          throw Stop()
        }
      }
    }
    #expect(count == 1)
  }

  @Test func dataPagesAreNoText() throws {
    let page = Self.page("Q1", "{}").replacing("<text", with: "<model>wikibase-item</model><text")
    #expect(try read(page, Self.page("A", "x")).titles == ["A"])
  }

  @Test func aTagWithoutEndIsRefused() throws {
    let reader = MediaWikiReader(path: "x.xml")
    try reader.feed(Array("<mediawiki><page a=\"".utf8)) { _ in }
    let chunk = [UInt8](repeating: 0x61, count: 16 << 20)
    #expect(throws: SourceError.self) {
      for _ in 0..<8 { try reader.feed(chunk) { _ in } }
    }
  }

  @Test func utf16() throws {
    let folder = try TemporaryFolder()
    let xml =
      "<?xml version=\"1.0\" encoding=\"UTF-16\"?>" + Self.head + Self.page("Ä", "ö")
      + "</mediawiki>"
    var bytes: [UInt8] = [0xFF, 0xFE]
    for unit in xml.utf16 { bytes += [UInt8(unit & 0xFF), UInt8(unit >> 8)] }
    #expect(try Delivery(folder.write("dump", bytes)).titles == ["Ä"])
  }
}
