import FonsLibrary
import Testing

@Suite struct WorkAddressTests {
  /// All of these name one page.
  @Test(arguments: [
    "https://en.wikipedia.org/wiki/Caf%C3%A9_Noir",
    "http://en.wikipedia.org/wiki/Café_Noir",
    "https://en.m.wikipedia.org/wiki/Caf%C3%A9_Noir#History",
    "https://en.wikipedia.org/w/index.php?title=Caf%C3%A9_Noir&oldid=12345",
    "https://en.wikipedia.org/w/index.php?title=Café Noir",
    "//en.wikipedia.org/wiki/café_Noir",
    "https://en.wikipedia.org:443/wiki/Caf%C3%A9_Noir?utm_source=x",
    "https://web.archive.org/web/20200101000000/https://en.wikipedia.org/wiki/Caf%C3%A9_Noir",
  ])
  func oneForm(_ address: String) {
    #expect(WorkAddress.normalForm(address) == "en.wikipedia.org/wiki/Café_Noir")
  }

  /// A page and a revision by their numbers; a title beside them is what counts.
  @Test(arguments: [
    ("https://en.wikipedia.org/?curid=7", "en.wikipedia.org/?curid=7"),
    ("https://en.m.wikipedia.org/w/index.php?curid=7", "en.wikipedia.org/?curid=7"),
    ("https://en.wikipedia.org/w/index.php?oldid=70&diff=prev", "en.wikipedia.org/?oldid=70"),
    ("https://en.wikipedia.org/w/index.php?title=Weir&curid=7", "en.wikipedia.org/wiki/Weir"),
    ("https://a.example/shop?oldid=70", "a.example/shop?oldid=70"),
  ])
  func numbersOfWikis(_ address: String, _ expected: String) {
    #expect(WorkAddress.normalForm(address) == expected)
  }

  @Test(arguments: [
    "https://archive.today/2020.01.01-000000/https://a.example/weir",
    "https://archive.ph/20200101/http://a.example/weir",
    "https://archive.md/2020/https://a.example/weir",
    "https://web.archive.org/web/20200101id_/http://a.example/weir",
    "http://archive.org/web/2020/http://www.a.example/weir/",
  ])
  func wrappersAreUnwrapped(_ address: String) {
    #expect(WorkAddress.normalForm(address) == "a.example/weir")
  }

  @Test func otherPagesStayApart() {
    let pairs = [
      ("https://a.example/x", "https://a.example/y"), ("https://a.example/", "https://b.example/"),
      ("https://a.example/?id=1", "https://a.example/?id=2"),
      ("https://en.wikipedia.org/wiki/US", "https://en.wikipedia.org/wiki/Us"),
    ]
    for (left, right) in pairs {
      #expect(WorkAddress.normalForm(left) != WorkAddress.normalForm(right))
    }
  }

  @Test func anAddressMayAskForARevision() {
    #expect(WorkAddress.revision("https://en.wikipedia.org/w/index.php?title=X&oldid=77") == 77)
    #expect(WorkAddress.revision("https://en.wikipedia.org/wiki/X") == nil)
  }
}
