/// Names and addresses by which a server is called.
enum HostNames {
  /// Whether an address that is listened on is reached from this machine alone.
  static func isLoopback(_ host: String) -> Bool {
    host == "localhost" || host == "::1" || host == "[::1]" || isLoopback4(host[...])
  }

  /// Four numbers of which the first is 127, written in the usual way alone.
  private static func isLoopback4(_ host: Substring) -> Bool {
    let parts = host.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count == 4, parts[0] == "127" else { return false }
    return parts.allSatisfy { part in
      part.utf8.allSatisfy { $0 >= 48 && $0 <= 57 } && UInt8(part) != nil
        && (part == "0" || part.first != "0")
    }
  }

  /// The name of an authority (`Host`), in lower case, without its port; nil where it is none.
  static func name(ofAuthority authority: String) -> String? {
    var rest = authority.lowercased()[...]
    guard !rest.isEmpty, rest.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F }) else { return nil }
    let name: Substring
    if rest.first == "[" {
      guard let end = rest.firstIndex(of: "]") else { return nil }
      name = rest[...end]
      rest = rest[rest.index(after: end)...]
    } else {
      name = rest.prefix { $0 != ":" }
      rest = rest[name.endIndex...]
    }
    guard !name.contains("@"), !name.contains("/") else { return nil }
    if rest.isEmpty { return String(name) }
    guard rest.first == ":", UInt16(rest.dropFirst()) != nil else { return nil }
    return String(name)
  }
}
