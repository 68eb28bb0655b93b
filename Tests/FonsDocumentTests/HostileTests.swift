import FonsDocument
import Testing

/// Inputs built to be slow or to crash: each ends in seconds, with whatever result.
struct HostileTests {
  private func survive(_ bytes: [UInt8], _ format: InputFormat) throws {
    let start = ContinuousClock.now
    _ = try DocumentReader().read(bytes, name: nil, format: format)
    // Quadratic work on these would take hours; a loaded machine in debug takes seconds.
    #expect(start.duration(to: .now) < .seconds(120))
  }

  private func repeated(_ text: String, _ count: Int) -> [UInt8] {
    let piece = Array(text.utf8)
    var bytes: [UInt8] = []
    bytes.reserveCapacity(piece.count * count)
    for _ in 0..<count { bytes += piece }
    return bytes
  }

  @Test func aLongLine() throws {
    try survive(repeated("words and \"more words here ", 100_000), .text)
  }

  /// Whose sentence stands before each of very many quotations.
  @Test func bracketsThatNothingOpened() throws {
    try survive(repeated("x) \"Aa bb cc dd ee.\" ", 30_000), .text)
    try survive(repeated("(a) (a) (a) \"Aa bb cc dd ee.\" ", 20_000), .text)
  }

  @Test(arguments: InputFormat.allCases)
  func unbalancedMarks(_ format: InputFormat) throws {
    try survive(repeated("“‘«„\"'", 20_000), format)
    try survive(repeated("”’»“\"'", 20_000), format)
    try survive(repeated("[(", 50_000), format)
  }

  @Test(arguments: InputFormat.allCases)
  func bytesThatAreNoText(_ format: InputFormat) throws {
    try survive((0..<200_000).map { UInt8(truncatingIfNeeded: $0 &* 167 &+ $0 >> 8) }, format)
    try survive([UInt8](repeating: 0, count: 100_000), format)
    try survive([UInt8](repeating: 0xFF, count: 100_000), format)
  }

  @Test(arguments: [
    "<blockquote>", "<div><font size=1>", "<b>x</i>", "<a b=\"", "<script>", "<!--", "<p>x<table>",
    "&amp;&notit;&bogus;", "<ul><li>", "<q>“a",
  ])
  func nestedMarkup(_ tag: String) throws {
    try survive(repeated(tag, 20_000), .html)
  }

  @Test(arguments: ["> ", ">", "[a](b", "*a _b ", "![", "`", "- > ", "[^1]", "<x", "&#"])
  func nestedMarkdown(_ text: String) throws {
    try survive(repeated(text, 20_000), .markdown)
    try survive(repeated(text + "\n", 20_000), .markdown)
  }

  @Test(arguments: [
    "\"one two three four\" [", "Roe's book said \"one two three four\" (",
    "he said: \"a b c d e\" ",
    "A wrote:\n\n  x y z a b c d e f\n\n", "[1] ", "Gen. i. ", "ISBN 1", "doi:", "p. 1, ",
    "Op. Cit. ",
    "%\n", "x\n\t-- Y\n%\n", "From: a\nSent: b\nTo: c\n\n", "In <a> b wrote:\n< c\n< d\n",
  ])
  func manyQuotationsAndCitations(_ text: String) throws {
    try survive(repeated(text, 4_000), .text)
    try survive(repeated(text, 4_000), .email)
  }
}
