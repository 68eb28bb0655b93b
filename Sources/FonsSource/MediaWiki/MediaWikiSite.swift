/// What a dump says about its wiki.
public struct MediaWikiSite: Sendable, Equatable {
  public var name = ""
  /// Address of the main page.
  public var base = ""
  public var database = ""
  /// BCP 47 tag; the dump's own, or the subdomain of its address.
  public var language: String?
  /// `first-letter` where titles begin with a capital.
  public var titleCase = ""
  /// Number → name; the main one is `""`.
  public var namespaces: [Int: String] = [:]

  public init() {}

  /// The address of the page `title`, or nil where the dump does not name its site.
  public func url(of title: String) -> String? {
    guard !base.isEmpty else { return nil }
    var prefix = base
    if let place = base.range(ofLast: "title=") {
      prefix = String(base[..<place])
    } else if let slash = base.lastIndex(of: "/") {
      prefix = String(base[...slash])
    }
    return prefix + Self.encoded(title)
  }

  /// The addresses of a page and of its revision by their numbers: `?curid=7`, `?oldid=70`.
  func numberedURLs(page: Int?, revision: Int?) -> [String] {
    guard let scheme = base.firstRange(of: "//") else { return [] }
    let host = base[scheme.upperBound...].prefix { $0 != "/" }
    guard !host.isEmpty else { return [] }
    let root = "\(base[..<scheme.upperBound])\(host)/?"
    return [page.map { "\(root)curid=\($0)" }, revision.map { "\(root)oldid=\($0)" }]
      .compactMap { $0 }
  }

  /// A title as MediaWiki writes it into addresses.
  static func encoded(_ title: String) -> String {
    let digits = Array("0123456789ABCDEF".utf8)
    var bytes: [UInt8] = []
    for byte in title.utf8 {
      switch byte {
      case UInt8(ascii: " "): bytes.append(UInt8(ascii: "_"))
      case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"):
        bytes.append(byte)
      case _ where "-_.~;@$!*(),/:".utf8.contains(byte): bytes.append(byte)
      default: bytes += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The namespace of a title in dumps too old to say it.
  func namespace(of title: String) -> Int {
    guard let colon = title.firstIndex(of: ":") else { return 0 }
    let prefix = title[..<colon]
    return namespaces.first { !$0.value.isEmpty && $0.value == prefix }?.key ?? 0
  }
}

extension String {
  /// Where the last `word` ends.
  fileprivate func range(ofLast word: String) -> String.Index? {
    var found: String.Index?
    var from = startIndex
    while let range = self[from...].firstRange(of: word) {
      found = range.upperBound
      from = range.upperBound
    }
    return found
  }
}
