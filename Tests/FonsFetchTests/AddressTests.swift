import FonsTesting
import Testing

@testable import FonsFetch

@Suite("Where no document may send Fons")
struct AddressTests {
  @Test(
    "Every notation of an address that is not of the open network is refused",
    arguments: [
      "http://127.0.0.1/", "http://127.1/", "http://2130706433/", "http://0x7f000001/",
      "http://0x7f.0.0.1/", "http://0177.0.0.1/", "http://017700000001/", "http://127.0.0.1./",
      "http://[::1]/", "http://[0:0:0:0:0:0:0:1]/", "http://[::ffff:127.0.0.1]/",
      "http://[::ffff:7f00:1]/", "http://[::127.0.0.1]/", "http://[64:ff9b::7f00:1]/",
      "http://[64:ff9b::169.254.169.254]/", "http://[64:ff9b:1::1]/", "http://[2002:7f00:1::]/",
      "http://[2001:0:0:0:0:0:80ff:fffe]/", "http://[::ffff:0:127.0.0.1]/", "http://[fe80::1]/",
      "http://[fe80::1%25eth0]/", "http://[fc00::1]/", "http://[fd12:3456::1]/",
      "http://[fec0::1]/",
      "http://[ff02::1]/", "http://[::]/", "http://0/", "http://0.0.0.0/", "http://10.1.2.3/",
      "http://172.16.0.1/", "http://172.31.255.255/", "http://192.168.0.1/",
      "http://169.254.169.254/",
      "http://2852039166/", "http://0xA9FEA9FE/", "http://[fd00:ec2::254]/", "http://100.64.0.1/",
      "http://100.100.100.200/", "http://168.63.129.16/", "http://192.0.0.192/",
      "http://198.18.0.1/",
      "http://224.0.0.1/", "http://255.255.255.255/", "http://localhost/", "http://LOCALHOST/",
      "http://localhost./", "http://a.localhost/", "http://metadata.google.internal/",
      "http://printer.local/", "http://intranet/", "http://router.home.arpa/",
      "http://１２７.０.０.１/", "http://①②⑦.⓪.⓪.①/", "http://127。0。0。1/", "http://ⓛocalhost/",
      "http://127.0.0.\u{AD}1/", "http://%EF%BC%91%EF%BC%92%EF%BC%97.0.0.1/",
      "http://%31%32%37.0.0.1/", "http://127.0.0.1%2e/", "https://localhost:8443/",
    ])
  func notations(address: String) {
    #expect(failure(address) == .refused)
  }

  @Test(
    "What is no address of a page is refused before anything is sent",
    arguments: [
      "file:///etc/hostname", "ftp://host.example/", "gopher://host.example/",
      "javascript:alert(1)",
      "data:text/html,x", "http://", "http:///path", "http://name:word@host.example/",
      "http://host.example@127.0.0.1/", "http://host.example\\@127.0.0.1/", "http://a b/",
      "http://host.example:99999/", "http://host.example:0/", "//host.example/", "host.example",
    ])
  func otherAddresses(address: String) {
    #expect(failure(address) == .refused)
  }

  @Test(
    "Names in letters of other scripts are sent as the network knows them",
    arguments: [
      ("http://Bücher.example/", "xn--bcher-kva.example"),
      ("http://пример.example/", "xn--e1afmkfd.example"),
      ("http://例え.example/", "xn--r8jz45g.example"),
      ("http://b%C3%BCcher.example/", "xn--bcher-kva.example"),
      ("http://bu\u{308}cher.example/", "xn--bcher-kva.example"),
      ("http://ＢＯＯＫＳ.example/", "books.example"), ("http://books.example./", "books.example"),
    ])
  func otherScripts(address: String, host: String) throws {
    #expect(try PageAddress(address).host == host)
  }

  @Test("A name too long for the network is none")
  func longName() {
    #expect(failure("http://" + String(repeating: "ü", count: 64) + ".example/") == .refused)
  }

  @Test("Addresses of the open network are none of them")
  func openNetwork() throws {
    for text in ["8.8.8.8", "172.32.0.1", "2600::1", "2a00:1450::1", "64:ff9b::8.8.8.8"] {
      let number = try #require(NetworkAddress(notation: text))
      #expect(number.whyPrivate == nil, "\(text)")
    }
  }

  @Test("A name that leads to a private address is refused when the connection is made")
  func privateAnswers() throws {
    for number in ["127.0.0.1", "10.0.0.1", "169.254.169.254", "::1", "fd00::1", "::ffff:10.0.0.1"]
    {
      var options = FetchOptions.testing()
      options.resolved = ["garden.example:80": [number]]
      let fetcher = Fetcher(options)
      let error = #expect(throws: FetchFailure.self) {
        try fetcher.fetch("http://garden.example/")
      }
      #expect(error?.kind == .refused)
      #expect(error?.message.contains("--allow-host garden.example") == true)
    }
  }

  @Test("Of a name's several numbers, the private ones are never connected to")
  func mixedAnswers() throws {
    let server = try RawServer { _, _ in RawServer.page("inside") }
    defer { server.stop() }
    var options = FetchOptions.testing()
    options.connectSeconds = 1
    // The first is of the open network, where nobody listens; the second is what rebinding wants.
    options.resolved = ["garden.example:\(server.port)": ["192.88.99.255", "127.0.0.1"]]
    #expect(failure("http://garden.example:\(server.port)/", options) == .refused)
    #expect(server.requests.isEmpty)
  }

  @Test("A redirect into a private network is not followed")
  func redirects() throws {
    let inside = try RawServer { _, _ in RawServer.page("inside") }
    defer { inside.stop() }
    let port = inside.port
    let server = try RawServer { request, _ in
      let targets = [
        "http://127.0.0.1:\(port)/", "http://0x7f000001:\(port)/", "http://localhost:\(port)/",
        "//127.1:\(port)/", "file:///etc/hostname", "gopher://127.0.0.1:\(port)/",
        "http://user:word@127.0.0.1:\(port)/", "http://[::ffff:127.0.0.1]:\(port)/",
      ]
      let index = Int(request.dropFirst(5).prefix { $0.isNumber }) ?? 0
      return RawServer.redirect(targets[index])
    }
    defer { server.stop() }
    for index in 0..<8 {
      #expect(failure("\(server.origin)/\(index)", .testing(server)) == .refused)
    }
    #expect(inside.requests.isEmpty)
  }

  @Test("A host that the user names may be fetched, at its port alone")
  func allowed() throws {
    let server = try RawServer { _, _ in RawServer.page("A garden of stones.") }
    defer { server.stop() }
    #expect(failure("\(server.origin)/", .testing(server)) == nil)
    #expect(failure("http://127.0.0.1:\(server.port == 1 ? 2 : 1)/", .testing(server)) == .refused)
    #expect(AddressPolicy.Allowed("[::1]:8080") != nil)
    #expect(AddressPolicy.Allowed("host:0") == nil)
    #expect(AddressPolicy.Allowed("Bücher.lan:81")?.host == "xn--bcher-kva.lan")
    #expect(AddressPolicy.Allowed("http://host") == nil)
  }

  @Test("References are read against the page on which they stand")
  func references() throws {
    let page = try PageAddress("http://host.example/a/b?q=1#x")
    #expect(try page.resolved("../c").description == "http://host.example/c")
    #expect(try page.resolved("c?x=ä").description == "http://host.example/a/c?x=%C3%A4")
    #expect(try page.resolved("//other.example").description == "http://other.example/")
    #expect(try page.resolved("?z").description == "http://host.example/a/b?z")
    #expect(
      try PageAddress("HTTP://Host.Example:80/x y").description == "http://host.example/x%20y")
    #expect(try PageAddress("https://[2001:DB8::1]:444/").site == "[2001:db8::1]:444")
  }
}
