import FonsText
import Testing

@testable import FonsFormat

/// When a document says that it was written.
struct WrittenDateTests {
  @Test(arguments: [
    ("2004-05-01", "2004-05-01"), ("2004/05/01", "2004-05-01"), ("2004-05", "2004-05"),
    ("2004", "2004"), ("2004-05-01T10:00:00Z", "2004-05-01T10:00:00Z"),
    ("2004-05-01T10:00:00.123+02:00", "2004-05-01T08:00:00Z"),
    ("2004-05-01 00:30:00 +0100", "2004-04-30T23:30:00Z"),
    ("2004-05-01T23:30-0500", "2004-05-02T04:30:00Z"),
    // Without a zone the day is sure, the hour is not.
    ("2004-05-01T10:00:00", "2004-05-01"), ("  2004-05-01 10:00 ", "2004-05-01"),
    ("Sat, 1 May 2004 10:00:00 +0200", "2004-05-01T08:00:00Z"),
    ("1083405600", "2004-05-01T10:00:00Z"), ("1083405600000", "2004-05-01T10:00:00Z"),
    ("1083405600.000200", "2004-05-01T10:00:00Z"),
    ("2004-13-01", nil), ("2004-05-41", nil), ("tomorrow", nil), ("", nil), ("-5", nil),
    // A day and an hour, and no seconds.
    ("2024050112", nil), ("202405011230", nil),
    ("99999999999999999999", nil), (String(repeating: "2", count: 5000), nil),
  ])
  func dates(text: String, date: String?) {
    #expect(WrittenDate.read(text) == date)
  }

  @Test(arguments: [
    ("Anonymous 01/02/24(Tue)12:34:56 No.123456", "2024-01-02"),
    ("Anonymous 12/31/05(Sat)23:59 No.7", "2005-12-31"),
    // The day first, or no such day: nothing is sure.
    ("Anonymous 02/01/24(Tue)12:34:56 No.123456", nil), ("Anonymous (Tue) No.1", nil),
  ])
  func headsOfPosts(line: String, date: String?) {
    #expect(WrittenDate.ofPost(Array(line.utf8)[...]) == date)
  }

  @Test func mail() throws {
    let mail = "Date: Sat, 1 May 2004 10:00:00 +0200\nFrom: Ada\nSubject: Weir\n\nIt leaks.\n"
    #expect(try MailReader().read(Array(mail.utf8)).date == "2004-05-01T08:00:00Z")
    #expect(
      try MailReader().read(Array("From: Ada\nSubject: Weir\n\nIt leaks.\n".utf8)).date == nil)
  }

  private func page(_ head: String, _ body: String = "<p>It leaks.</p>") throws -> String? {
    let html = "<html><head>\(head)</head><body>\(body)</body></html>"
    return try HTMLReader().read(text: Array(html.utf8)).date
  }

  @Test func pages() throws {
    let published =
      "<meta property=\"article:published_time\" content=\"2004-05-01T10:00:00+02:00\">"
    #expect(try page("<meta name=date content=2003>" + published) == "2004-05-01T08:00:00Z")
    #expect(try page(published + "<meta name=date content=2003>") == "2004-05-01T08:00:00Z")
    #expect(try page("<meta itemprop=datePublished content=2004-05-01>") == "2004-05-01")
    #expect(try page("<meta name=DC.date content=2004-05>") == "2004-05")
    #expect(try page("<meta name=date content=yesterday>") == nil)
    #expect(try page("<meta name=description content=2004-05-01>") == nil)
    let time = "<time datetime=\"2004-05-01\">May</time>"
    #expect(
      try page("", "<article><header>\(time)</header><p>It leaks.</p></article>") == "2004-05-01")
    #expect(
      try page("", "<p><time class=\"dt-published\" datetime=2004-05-01>x</time></p>")
        == "2004-05-01")
    #expect(try page("", "<p><time pubdate>2004-05-01</time></p>") == "2004-05-01")
    // A time that the text tells of.
    #expect(try page("", "<p>Built on \(time).</p>") == nil)
  }

  @Test func threadsAndChats() throws {
    let board = #"""
      {"posts":[{"no":501,"time":1083405600,"com":"The kite was lost."},
      {"no":502,"time":1083492000,"com":"It was not."},{"no":503,"com":"Was it?"}]}
      """#
    let thread = try ThreadReader().read(text: Array(board.utf8))
    #expect(thread.date == "2004-05-01T10:00:00Z")
    #expect(thread.partDates == [1: "2004-05-01T10:00:00Z", 2: "2004-05-02T10:00:00Z"])
    let chat = #"""
      {"from": "Ada", "date": "2004-05-01T10:00:00", "text": "The kite was lost."}
      {"from": "Ines", "ts": "1083492000.0001", "text": "It was not."}
      """#
    let read = ChatReader().read(text: Array(chat.utf8))
    #expect(read.date == "2004-05-01")
    #expect(read.partDates == [1: "2004-05-01", 2: "2004-05-02T10:00:00Z"])
  }

  @Test func posts() {
    let post = "Anonymous 01/02/24(Tue)12:34:56 No.123456\n>>123455\nIt leaks.\n"
    #expect(PlainTextReader().read(text: Array(post.utf8)).date == "2024-01-02")
    #expect(PlainTextReader().read(text: Array("On 01/02/24(Tue) it leaked.".utf8)).date == nil)
  }
}

/// What a Markdown file says of itself.
struct FrontMatterTests {
  private func read(_ text: String) -> StructuredText {
    MarkdownReader().read(text: Array(text.utf8))
  }

  @Test(arguments: [
    "---\ntitle: \"The weir\"\ndate: 2004-05-01\nlang: en\ntags:\n  - weir\n- oak\n# no\n---\nIt leaks.\n",
    "---\r\ntitle: 'The weir'\r\ndate: 2004-05-01 10:00:00\r\nlang: en\r\n...\r\n\r\nIt leaks.\r\n",
    "+++\ntitle = \"The weir\"\ndate = 2004-05-01\nlang = \"en\"\n[extra]\n+++\nIt leaks.\n",
  ])
  func fields(text: String) {
    let read = read(text)
    #expect(read.title == "The weir")
    #expect(read.date == "2004-05-01")
    #expect(read.language == "en")
    #expect(String(decoding: read.text, as: UTF8.self) == "It leaks.")
    // It leads back to where it stands in the file.
    let bytes = Array(text.utf8)
    #expect(bytes[read.origin.original(of: 0)] == UInt8(ascii: "I"))
  }

  @Test(arguments: [
    "---\nIt leaks, and nobody minds.\n---\n", "---\n\n---\n", "---\ntitle: never closed\n",
    " ---\ntitle: The weir\n---\n", "It leaks.\n---\ntitle: The weir\n---\n", "---", "",
    "---\n" + String(repeating: "a: b\n", count: 3000) + "---\n",
  ])
  func whatIsNone(text: String) {
    #expect(FrontMatter(Array(text.utf8)) == nil)
  }
}

/// Notices that stand over a place of a page.
struct NoticeTests {
  private static let page = """
    <!-- {{disputed}} -->
    {{NPOV}} {{Unreferenced|date=May 2004}}
    The weir is of stone. See {{fact}}.
    == The ''mill'' == <!-- linked from the map -->
    {{Original_research}}
    It ground rye.
    === Its wheel ===
    :{{msg:disputed}}
    It was of oak.
    == Barges ==
    They carried peat. {{pov}} is a template.
    """

  @Test(arguments: [
    ([], [WikitextNotices.Kind.neutrality, .references]),
    (["The mill"], [.neutrality, .references, .originality]),
    (["The mill", "Its wheel"], [.neutrality, .accuracy, .references, .originality]),
    (["Barges"], [.neutrality, .references]),
    (["Its wheel"], [.neutrality, .references]),
  ])
  func overASection(section: [String], kinds: [WikitextNotices.Kind]) {
    #expect(WikitextNotices.standing(over: section, in: Array(Self.page.utf8)) == kinds)
  }

  @Test(arguments: [
    "", "{{", "{{npov", "==", "======", "<!--", "<!-- {{npov}}", "== =", ":*:*", "{{}}{{}}{{}}",
    String(repeating: "{{", count: 100_000),
  ])
  func hostileMarkup(markup: String) {
    #expect(WikitextNotices.standing(over: ["="], in: Array(markup.utf8)).count <= 1)
  }
}
