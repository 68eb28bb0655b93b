import FonsDocument
import FonsText
import Testing

/// Whole documents: the shape of a real post, lines, commentary, encodings.
struct DocumentTests {
  static let post = """
    Anonymous 01/02/24(Tue)12:34:56 No.123456
    >>123455
    lol the encyclopedia is a joke, nobody checks it
    >be me
    The harbour never had a ferry, I lived there.

    >The ferry was founded in 1912 by two brothers, who had bought a "steam
    >launch" from the dockyard (1911) and refitted it.[7] It carried (1) mail and (2) people.

    https://lakeland.example/wiki/Bridge

    >The bridge was designed by Ilse Vorden and opened in 1931.[d] It was the
    >"longest of its kind" then, and was built by hand.[12]

    (post is archived)
    """

  @Test func aPostHasTwoQuotationsAndItsCommentary() throws {
    let document = try read(Self.post)
    #expect(document.format == .text)
    #expect(document.quotations.count == 2)
    #expect(document.quotations.map(\.line) == [7, 12])
    #expect(document.quotations.map(\.marks) == [.lines, .lines])
    #expect(document.quotations.map(\.markers) == [["7"], ["d", "12"]])
    #expect(
      document.texts[0]
        == "The ferry was founded in 1912 by two brothers, who had bought a \"steam launch\" from"
        + " the dockyard (1911) and refitted it.[7] It carried (1) mail and (2) people.")
    #expect(
      document.comments == [
        "lol the encyclopedia is a joke, nobody checks it", "be me",
        "The harbour never had a ferry, I lived there.",
      ])
  }

  @Test func everyByteLeadsBackToTheDocument() throws {
    let document = try read(Self.post.replacing("\n", with: "\r\n"))
    #expect(document.quotations.map(\.line) == [7, 12])
    for quotation in document.quotations {
      for index in quotation.text.indices where quotation.text[index] != 0x20 {
        #expect(document.bytes[quotation.origin.original(of: index)] == quotation.text[index])
      }
    }
  }

  @Test func anotherEncodingCountsInUTF8() throws {
    let text = "Sie schrieb: „Das Tor war im Winter stets geschlossen“ damals."
    var wide: [UInt8] = [0xFF, 0xFE]
    for unit in text.utf16 { wide += [UInt8(unit & 255), UInt8(unit >> 8)] }
    let document = try DocumentReader().read(wide, name: "x.txt")
    #expect(document.quoted == ["„Das Tor war im Winter stets geschlossen“"])
    #expect(document.bytes == Array(text.utf8))
    #expect(document.warning == "read as UTF-16LE")
  }

  @Test func brokenBytesAreRepairedInPlace() throws {
    var bytes = Array("Ä \"the lamp was li".utf8)
    bytes.append(0xFF)
    bytes += Array("t every night\" so".utf8)
    let document = try DocumentReader().read(bytes, name: nil)
    #expect(document.quotations.count == 1)
    let range = document.quotations[0].range
    #expect(bytes[range.start] == 0x22)
    #expect(bytes[range.end - 1] == 0x22)
    #expect(document.warning?.contains("U+FFFD") == true)
  }

  @Test func aBlockQuotationWithMarksIsOneEntryWithoutThem() throws {
    let document = try read("> \"The lamp was lit.\n>\n> \"It burned all night.\"\n", .markdown)
    #expect(document.texts == ["The lamp was lit.\n\nIt burned all night."])
  }

  @Test func aNestedQuotationIsPartOfTheOuterOne() throws {
    let document = try read(
      "<blockquote>She wrote:<blockquote>Light it.</blockquote>He did not.</blockquote>", .html)
    #expect(document.texts == ["She wrote:\n\nLight it.\n\nHe did not."])
  }

  @Test func theLineBelowAQuotationIsNoCommentary() throws {
    let document = try read(
      "<figure><blockquote>The lamp was lit.</blockquote><figcaption>— Jane Roe</figcaption></figure>"
        + "<p>So it was said.</p>", .html)
    #expect(document.comments == ["So it was said."])
  }

  @Test func noQuotationsIsNoError() throws {
    let document = try read("Just a few words of my own.\n")
    #expect(document.quotations.isEmpty)
    #expect(document.comments == ["Just a few words of my own."])
    #expect(try read("").quotations.isEmpty)
  }

  @Test func theDigestIsOfTheFile() throws {
    #expect(
      try read("abc").sha256 == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
  }

  @Test("The charset that a server names goes before the one that a page names")
  func theServersCharset() throws {
    let text = "Вода стояла тихо у самого берега"
    // In windows-1251.
    let words =
      [0xAB] + text.unicodeScalars.map { $0 == " " ? 0x20 : UInt8($0.value - 0x410 + 0xC0) } + [
        0xBB
      ]
    let page = Array("<meta charset=\"iso-8859-1\"><p>".utf8) + words + Array("</p>".utf8)
    let document = try DocumentReader().read(
      page, name: nil, format: .html, charset: "windows-1251")
    #expect(document.texts == [text])
    let plain = try DocumentReader().read(
      words, name: nil, format: .text, charset: "windows-1251")
    #expect(plain.texts == [text])
  }
}
