/// The address of the document, against which its links are read.
struct BaseAddress {
  private let base: String?

  init(_ base: String?) {
    self.base = base?.hasPrefix("http") == true ? base : nil
  }

  /// The address that a link means, or nil where it leads to no other work: into the same page, to a
  /// mail box, or somewhere that only the page's own address would tell.
  func resolve(_ value: String) -> String? {
    let lower = value.prefix(12).lowercased()
    if lower.hasPrefix("http://") || lower.hasPrefix("https://") || lower.hasPrefix("file:///")
      || lower.hasPrefix("urn:")
    {
      return value
    }
    if lower.hasPrefix("doi:") { return "https://doi.org/" + value.dropFirst(4) }
    if lower.hasPrefix("//") { return "https:" + value }
    if lower.isEmpty || lower.hasPrefix("#") || lower.hasPrefix("?") { return nil }
    if let colon = lower.firstIndex(of: ":"), !lower[..<colon].contains("/") { return nil }
    if value.hasPrefix("www.") { return "https://" + value }
    guard let base, let scheme = base.firstRange(of: "://") else { return nil }
    let rest = base[scheme.upperBound...]
    let host = rest.prefix { $0 != "/" }
    if value.hasPrefix("/") { return base[..<scheme.upperBound] + host + value }
    return join(String(base[..<scheme.upperBound] + host), rest.dropFirst(host.count), value)
  }

  private func join(_ origin: String, _ path: Substring, _ value: String) -> String {
    var folders = path.prefix { $0 != "?" && $0 != "#" }.split(
      separator: "/", omittingEmptySubsequences: true
    ).map(String.init)
    if !path.hasSuffix("/"), !folders.isEmpty { folders.removeLast() }
    var rest = value[...]
    while rest.hasPrefix("./") || rest.hasPrefix("../") {
      if rest.hasPrefix("../"), !folders.isEmpty { folders.removeLast() }
      rest = rest.dropFirst(rest.hasPrefix("./") ? 2 : 3)
    }
    return ([origin] + folders).joined(separator: "/") + "/" + rest
  }
}
