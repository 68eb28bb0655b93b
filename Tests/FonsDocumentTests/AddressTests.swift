import FonsDocument
import Testing

/// Addresses, numbers and places by which works are cited.
struct AddressTests {
  private static let words = "\"the weir was raised by two feet\""

  @Test(arguments: [
    ("(Roe, doi:10.1000/182)", "url https://doi.org/10.1000/182"),
    ("(DOI 10.1234/weir.5)", "url https://doi.org/10.1234/weir.5"),
    ("(Roe, ISBN 0-306-40615-2)", "url urn:isbn:9780306406157"),
    ("(Roe, ISBN 978-0-306-40615-7, p. 3)", "url urn:isbn:9780306406157"),
    ("(file:///notes/weir.txt)", "url file:///notes/weir.txt"),
  ])
  func numbers(_ bracket: String, _ expected: String) throws {
    #expect(
      try read("\(Self.words) \(bracket).", .text).quotations.first?.candidates.first == expected)
  }

  @Test(arguments: ["ISBN 0-306-40615-3", "doi:11.5/x", "ISBN 12"])
  func numbersThatAreNone(_ number: String) throws {
    let kinds = try read("\(Self.words), \(number)", .text).quotations.first?.citations.map(\.kind)
    #expect(kinds?.contains(.url) == false)
  }

  @Test(arguments: [
    ("<p>\(words) (see <a href='weir.html'>the page</a>)</p>", nil),
    ("<p>\(words) <a href='#n'>there</a></p>", nil),
    (
      "<link rel=canonical href='https://a.example/b/c.html'><p>\(words) (see <a href='weir.html'>the page</a>)</p>",
      "url https://a.example/b/weir.html"
    ),
    (
      "<link rel=canonical href='https://a.example/b/c.html'><p>\(words) (see <a href='/../weir'>the page</a>)</p>",
      "url https://a.example/../weir"
    ),
    ("<p>\(words) (<a href='//b.example/x'>the page</a>)</p>", "url https://b.example/x"),
  ])
  func relativeLinks(_ html: String, _ expected: String?) throws {
    let candidates = try #require(try read(html, .html).quotations.first?.candidates)
    #expect(candidates.first { $0.hasPrefix("url") } == expected)
  }

  @Test(arguments: [
    ("(2 Samuel 15:12)", "title 2 Samuel 15:12"), ("(Rom. i. 28)", "title Romans 1:28"),
    ("[II Kings iv. 3-5]", "title 2 Kings 4:3"), ("(1 Cor. 13:4)", "title 1 Corinthians 13:4"),
    ("(Hamlet, III.i.56)", "title Hamlet 3.1.56"), ("(Macb. act 5, scene 5)", "title Macbeth 5.5"),
  ])
  func placesInBooks(_ bracket: String, _ expected: String) throws {
    #expect(
      try read("\(Self.words) \(bracket).", .text).quotations.first?.candidates.first == expected)
  }

  @Test(arguments: [
    "Mark came at 9 and left.", "John had 3 or 4 of them.", "Acts of love are rare.",
  ])
  func namesThatAreNoBooks(_ sentence: String) throws {
    let kinds = try read("\(sentence) \(Self.words)", .text).quotations.first?.citations.map(\.kind)
    #expect(kinds?.contains(.title) == false)
  }
}
