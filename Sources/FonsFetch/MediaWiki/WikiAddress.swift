internal import FonsFormat

/// What an address of a wiki asks for, and where the wiki's API may be.
public struct WikiAddress: Sendable, Equatable {
  /// With spaces; nil where the address names a revision or a page by number alone.
  public var title: String?
  public var revision: Int?
  public var pageID: Int?
  /// Addresses of the API to try, the likeliest first.
  public var apis: [String]

  /// - Parameter content: the page, where there is one: it may say where its API is and what it shows.
  /// - Returns: nil for an address and a page that are of no wiki.
  public init?(_ address: PageAddress, content: [UInt8] = []) {
    let head = String(decoding: content.prefix(Self.headBytes), as: UTF8.self)
    let link = Self.link(in: head)
    apis = []
    if let link, let api = try? address.resolved(link) {
      // The page may name its own site alone: another would be asked for what nobody cited.
      guard api.host == address.host else { return nil }
      apis = [api.description.prefix { $0 != "?" }.description]
    } else if !content.isEmpty, !head.contains("name=\"generator\" content=\"MediaWiki") {
      return nil
    }
    let path = address.path.removingEscapes ?? address.path
    revision =
      (address.parameter("oldid") ?? address.parameter("diff")).flatMap { Int($0) }
    pageID = address.parameter("curid").flatMap { Int($0) }
    let named = Self.quoted("\"wgPageName\":\"", in: head)
    title = address.parameter("title") ?? Self.title(of: path) ?? named
    title = title.map { String($0.map { $0 == "_" ? " " : $0 }) }
    if revision != nil, address.parameter("title") == nil, Self.title(of: path) == nil {
      title = nil
    }
    guard title != nil || revision != nil || pageID != nil else { return nil }
    if apis.isEmpty {
      apis = Self.scripts(path).map { address.origin + $0 }
    }
    if apis.isEmpty { return nil }
  }

  private static let headBytes = 128 << 10

  /// `<link rel="EditURI" … href="//host/w/api.php?action=rsd">`
  private static func link(in head: String) -> String? {
    guard let rel = head.firstRange(of: "rel=\"EditURI\"") else { return nil }
    let start = head[..<rel.lowerBound].lastIndex(of: "<") ?? head.startIndex
    let end = head[rel.upperBound...].firstIndex(of: ">") ?? head.endIndex
    let tag = head[start..<end]
    guard let href = tag.firstRange(of: "href=\"") else { return nil }
    return String(tag[href.upperBound...].prefix { $0 != "\"" }.replacing("&amp;", with: "&"))
  }

  private static func quoted(_ mark: String, in head: String) -> String? {
    guard let found = head.firstRange(of: mark) else { return nil }
    let value = head[found.upperBound...].prefix { $0 != "\"" }
    // A name with escapes would have to be read as JSON is.
    return value.contains("\\") || value.isEmpty ? nil : String(value)
  }

  private static func title(of path: String) -> String? {
    for mark in ["/wiki/", "/index.php/", "/w/"] {
      guard let found = path.firstRange(of: mark) else { continue }
      let rest = path[found.upperBound...]
      if !rest.isEmpty, !rest.hasSuffix(".php") { return String(rest) }
    }
    return nil
  }

  /// Where the API of wikis with such paths is.
  private static func scripts(_ path: String) -> [String] {
    if let script = path.firstRange(of: "/index.php") {
      return [path[..<script.lowerBound] + "/api.php"]
    }
    if path.hasPrefix("/wiki/") { return ["/w/api.php", "/api.php", "/wiki/api.php"] }
    if path.hasPrefix("/w/") { return ["/w/api.php"] }
    return []
  }
}
