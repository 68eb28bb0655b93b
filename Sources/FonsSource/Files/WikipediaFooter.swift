internal import FonsFormat

/// `Retrieved from "https://…/index.php?title=Page&oldid=1"` at the end of a saved wiki page.
struct WikipediaFooter {
  /// As it stands there.
  var address: String
  /// The address of the page itself.
  var url: String
  var title: String
  var revision: Int?

  /// Looks at the last kilobytes of `text`.
  init?(_ text: [UInt8]) {
    // Most texts have none: bytes say so before any string is made of them.
    let end = text.suffix(4_096)
    let lead = Array("Retrieved from \"".utf8)
    guard end.indices.contains(where: { end[$0] == lead[0] && end[$0...].starts(with: lead) })
    else { return nil }
    let tail = String(decoding: text.suffix(4_096), as: UTF8.self)
    var address: Substring?
    var from = tail.startIndex
    while let mark = tail[from...].firstRange(of: "Retrieved from \"") {
      address = tail[mark.upperBound...].prefix { $0 != "\"" && !$0.isWhitespace }
      from = mark.upperBound
    }
    guard let address, address.hasPrefix("http"), address.count < 2_000 else { return nil }
    self.address = String(address)
    revision = Self.parameter("oldid", address).flatMap { Int($0) }
    if let title = Self.parameter("title", address) {
      let host = address.split(separator: "/").dropFirst().first ?? ""
      url = "\(address.prefix { $0 != ":" })://\(host)/wiki/\(title)"
      self.title = Self.decoded(title)
    } else {
      url = String(address.prefix { $0 != "?" && $0 != "#" })
      self.title = Self.decoded(url.split(separator: "/").last ?? "")
    }
  }

  private static func parameter(_ name: String, _ address: Substring) -> Substring? {
    guard let query = address.firstIndex(of: "?") else { return nil }
    for pair in address[address.index(after: query)...].split(separator: "&") {
      if pair.hasPrefix("\(name)=") { return pair.dropFirst(name.count + 1) }
    }
    return nil
  }

  /// Percent-encoding undone, underscores as spaces.
  private static func decoded(_ text: Substring) -> String {
    PackageFiles.percentDecoded(Substring(text.map { $0 == "_" ? " " : $0 }))
  }
}
