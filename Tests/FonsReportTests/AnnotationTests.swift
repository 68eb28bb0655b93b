import FonsText
import Testing

@testable import FonsReport

struct AnnotationTests {
  private static let rich = CheckedText(
    report: SARIFTests.signed(Sample.rich.report, Sample.rich.document),
    bytes: Sample.rich.document, isPlain: true)

  private static func items(_ document: CheckedText) throws -> [JSON] {
    let collection = try JSON(parsing: Array(AnnotationRenderer().render([document]).utf8))
    #expect(collection["@context"] == .string("http://www.w3.org/ns/anno.jsonld"))
    #expect(collection["type"] == .string("AnnotationCollection"))
    let items = try #require(collection["first"]?["items"]?.elements)
    #expect(collection["total"] == .integer(items.count))
    return items
  }

  @Test func `each quotation is assessed`() throws {
    let items = try Self.items(Self.rich)
    let assessing = items.filter { $0["motivation"] == .string("assessing") }
    #expect(assessing.count == Sample.rich.report.quotations.count)
    let ids = items.compactMap { $0["id"]?.stringValue }
    #expect(Set(ids).count == items.count)
    let tags = assessing.compactMap { item in
      item["body"]?.elements.first { $0["purpose"] == .string("tagging") }?["value"]?.stringValue
    }
    #expect(tags == Sample.rich.report.quotations.map(\.verdict.rawValue))
  }

  @Test func `selectors lead to the words, in code points`() throws {
    let scalars = Array(String(decoding: Sample.rich.document, as: UTF8.self).unicodeScalars)
    for item in try Self.items(Self.rich) {
      let selectors = try #require(item["target"]?["selector"]?.elements)
      let quote = try #require(selectors.first { $0["type"] == .string("TextQuoteSelector") })
      let place = try #require(selectors.first { $0["type"] == .string("TextPositionSelector") })
      let start = try #require(place["start"]?.integer)
      let end = try #require(place["end"]?.integer)
      let words = String(String.UnicodeScalarView(scalars[start..<end]))
      #expect(quote["exact"] == .string(words))
      let before = String(String.UnicodeScalarView(scalars[max(0, start - 32)..<start]))
      #expect((quote["prefix"]?.stringValue ?? "") == before)
    }
  }

  @Test func `an edit proposes the source's words`() throws {
    let edits = try Self.items(Self.rich).filter { $0["motivation"] == .string("editing") }
    let slip = try #require(edits.first)
    #expect(slip["body"]?.elements.first?["value"] == .string("Lindqvist"))
  }

  @Test func `markup has no positions`() throws {
    let page = CheckedText(
      report: Self.rich.report, bytes: Sample.rich.document, isPlain: false)
    for item in try Self.items(page) {
      let selectors = item["target"]?["selector"]?.elements ?? []
      #expect(selectors.map { $0["type"] } == [.string("TextQuoteSelector")])
    }
  }

  @Test func `places count code points, and no byte order mark`() {
    let places = TextPlaces([0xEF, 0xBB, 0xBF] + Array("aé\n🜂b".utf8))
    #expect(places.place(of: 3) == .init(line: 1, column: 1, character: 0))
    #expect(places.place(of: 6) == .init(line: 1, column: 3, character: 2))
    #expect(places.place(of: 7) == .init(line: 2, column: 1, character: 3))
    #expect(places.place(of: 11) == .init(line: 2, column: 2, character: 4))
    #expect(places.place(of: 99) == .init(line: 2, column: 3, character: 5))
  }

  /// Against a count from the beginning, over the borders of what is counted ahead.
  @Test func `places far into a document`() {
    let text = String(repeating: "ab é 漢\n", count: 900)
    let bytes = Array(text.utf8)
    let places = TextPlaces(bytes)
    var (line, column, character) = (1, 1, 0)
    for (index, byte) in bytes.enumerated() where byte & 0xC0 != 0x80 {
      #expect(
        places.place(of: index) == .init(line: line, column: column, character: character))
      character += 1
      column += 1
      if byte == 10 { (line, column) = (line + 1, 1) }
    }
  }
}
