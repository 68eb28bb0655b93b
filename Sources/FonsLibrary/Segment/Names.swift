internal import FonsText
internal import Foundation

/// The forms of a work's names by which it can be asked for.
public enum Names {
  /// The key of a title: its words without case and punctuation, in order.
  public static func titleKey(_ title: String) -> UInt64 {
    var key: UInt64 = 0x5449_544C_4553_2121
    for word in Words.scan(Array(title.replacingOccurrences(of: "_", with: " ").utf8)) {
      key = mix(key ^ word.hash, 0x9E37_79B9_7F4A_7C15)
    }
    return key
  }

  /// The key of an address in its normal form.
  public static func addressKey(_ address: String) -> UInt64 {
    var hash = WordHash()
    for byte in WorkAddress.normalForm(address).utf8 { hash.push(byte) }
    return hash.finish() ^ 0x4144_4452_4553_5321
  }

  /// The key of any name: an address where it has a scheme, a title otherwise.
  public static func key(_ name: String) -> UInt64 {
    WorkAddress.isAddress(name) ? addressKey(name) : titleKey(name)
  }
}

/// Addresses of works in one form, whatever host, escape or parameter they were written with.
public enum WorkAddress {
  public static func isAddress(_ text: String) -> Bool {
    text.hasPrefix("http://") || text.hasPrefix("https://") || text.hasPrefix("//")
  }

  /// Without scheme, fragment, mobile host, tracking parameters and escapes; `title=` parameters
  /// as paths; the page inside a web archive's wrapper.
  public static func normalForm(_ address: String) -> String {
    let parts = split(unwrapped(address))
    var host = parts.host
    for prefix in ["www.", "m.", "amp."] where host.hasPrefix(prefix) {
      host.removeFirst(prefix.count)
    }
    host = host.replacingOccurrences(of: ".m.", with: ".").replacingOccurrences(
      of: ".zero.", with: ".")
    var path = decoded(parts.path)
    if let title = parts.query["title"], path.hasSuffix("index.php") || path.hasSuffix("/") {
      path = "/wiki/" + title
    } else if let number = wikiNumber(parts.query, path) {
      return host + number
    }
    if path.hasPrefix("/wiki/") || path.hasPrefix("/w/") {
      path = wikiPath(path)
    } else if let kept = keptQuery(parts.query) {
      path += "?" + kept
    }
    while path.hasSuffix("/"), path.count > 1 { path.removeLast() }
    return host + (path == "/" ? "" : path)
  }

  /// `?curid=7`, `?oldid=70`: a page or a revision of a wiki by its number alone.
  private static func wikiNumber(_ query: [String: String], _ path: String) -> String? {
    guard path == "/" || path == "/wiki/" || path.hasSuffix("/index.php") else { return nil }
    for name in ["curid", "oldid"] {
      if let number = query[name].flatMap({ Int($0) }) { return "/?\(name)=\(number)" }
    }
    return nil
  }

  /// The revision that an address asks for (`oldid=`), where it does.
  public static func revision(_ address: String) -> Int? {
    split(unwrapped(address)).query["oldid"].flatMap { Int($0) }
  }

  /// `web.archive.org/web/2020…/http://…` and the like wrap the address that they show.
  static func unwrapped(_ address: String) -> String {
    let wrappers = [
      "web.archive.org/web/", "archive.org/web/", "archive.today/", "archive.ph/",
      "archive.is/", "archive.md/", "archive.vn/", "archive.li/", "archive.fo/",
      "webcache.googleusercontent.com/search?q=cache:",
    ]
    guard wrappers.contains(where: { address.contains($0) }) else { return address }
    let tail = address.dropFirst(8)
    for scheme in ["https://", "http://", "https:/", "http:/"] {
      if let found = tail.range(of: scheme) {
        let rest = tail[found.upperBound...].drop { $0 == "/" }
        return "http://" + rest
      }
    }
    return address
  }

  private static func split(
    _ address: String
  ) -> (host: String, path: String, query: [String: String]) {
    var rest = Substring(address)
    if let scheme = rest.range(of: "//") { rest = rest[scheme.upperBound...] }
    if let hash = rest.firstIndex(of: "#") { rest = rest[..<hash] }
    var query: [String: String] = [:]
    if let mark = rest.firstIndex(of: "?") {
      for pair in rest[rest.index(after: mark)...].split(separator: "&") {
        let sides = pair.split(separator: "=", maxSplits: 1).map { decoded(String($0)) }
        if let name = sides.first { query[name] = sides.count > 1 ? sides[1] : "" }
      }
      rest = rest[..<mark]
    }
    let slash = rest.firstIndex(of: "/") ?? rest.endIndex
    var host = rest[..<slash].lowercased()
    for port in [":80", ":443"] where host.hasSuffix(port) { host.removeLast(port.count) }
    return (host, slash == rest.endIndex ? "/" : String(rest[slash...]), query)
  }

  private static func decoded(_ text: String) -> String {
    text.removingPercentEncoding ?? text
  }

  /// `/w/index.php/X` and `/wiki/x_y` name one page; its first letter has no case.
  private static func wikiPath(_ path: String) -> String {
    var title = path
    for prefix in ["/wiki/", "/w/index.php/", "/w/"] where title.hasPrefix(prefix) {
      title.removeFirst(prefix.count)
      break
    }
    title = title.replacingOccurrences(of: " ", with: "_").replacingOccurrences(of: "+", with: "_")
    return "/wiki/" + title.prefix(1).uppercased() + title.dropFirst()
  }

  /// Parameters that only follow readers around are left out.
  private static func keptQuery(_ query: [String: String]) -> String? {
    let tracking = ["fbclid", "gclid", "ref", "source", "share"]
    let kept = query.filter { !$0.key.hasPrefix("utm_") && !tracking.contains($0.key) }
    guard !kept.isEmpty else { return nil }
    return kept.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }.joined(separator: "&")
  }
}
