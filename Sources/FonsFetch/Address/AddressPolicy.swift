/// Which hosts may be connected to.
///
/// A document is written by others, and so are redirects and answers of name servers: none of them may
/// make Fons connect to this computer or to the network behind it. A host that the user names may.
public struct AddressPolicy: Sendable, Equatable {
  /// A host that the user named, with a port or for all ports.
  public struct Allowed: Sendable, Equatable {
    public var host: String
    public var port: Int?

    /// `HOST`, `HOST:PORT` or `[IPv6]:PORT`; nil where it is none of them.
    public init?(_ text: String) {
      var name = text.lowercased()
      port = nil
      if name.hasPrefix("["), let close = name.lastIndex(of: "]") {
        let rest = name[name.index(after: close)...]
        guard Self.take(rest, &port) else { return nil }
        name = String(name[name.index(after: name.startIndex)..<close])
      } else if let colon = name.lastIndex(of: ":"), name.count(where: { $0 == ":" }) == 1 {
        guard Self.take(name[colon...], &port) else { return nil }
        name = String(name[..<colon])
      }
      while name.hasSuffix(".") { name.removeLast() }
      guard !name.isEmpty, !name.contains("/"), !name.contains("@"),
        let name = HostName.ascii(name)
      else { return nil }
      host = name
    }

    private static func take(_ rest: Substring, _ port: inout Int?) -> Bool {
      guard !rest.isEmpty else { return true }
      guard let number = Int(rest.dropFirst()), (1...65_535).contains(number) else { return false }
      port = number
      return true
    }
  }

  public var allowed: [Allowed]
  /// Whether a refusal says at which number a name is, and how to allow it. Strangers who ask could find
  /// out so what a private network holds.
  public var tellsWhy = true

  public init(allowed: [Allowed] = []) { self.allowed = allowed }

  func isAllowed(_ page: PageAddress) -> Bool {
    allowed.contains { $0.host == page.host && ($0.port ?? page.port) == page.port }
  }

  /// Why the address is not fetched, before anybody is asked for its number; nil where it may be.
  func refusal(of page: PageAddress) -> FetchFailure? {
    guard !isAllowed(page) else { return nil }
    if let number = NetworkAddress(notation: page.host) {
      return number.whyPrivate.map { refusal(of: page, number, $0) }
    }
    let labels = page.host.split(separator: ".")
    guard let last = labels.last else { return nil }
    if ["localhost", "local", "localdomain", "internal", "intranet", "lan", "home"].contains(last)
      || page.host.hasSuffix("home.arpa") || labels.count == 1
    {
      guard tellsWhy else { return notPublic(page) }
      return FetchFailure(
        .refused,
        "\(page.site) is a name in your own network, where no document may send Fons. Name it with "
          + "--allow-host \(page.site) to allow it.")
    }
    // Names that lead nowhere by agreement (RFC 2606, 6761, 7686).
    if ["invalid", "onion"].contains(last) {
      return FetchFailure(.noAddress, "\(page.site) is a name that the open network does not know.")
    }
    return nil
  }

  /// Why no connection is made to a number that a name led to; nil where it may be.
  func refusal(of page: PageAddress, at number: NetworkAddress) -> FetchFailure? {
    guard !isAllowed(page) else { return nil }
    return number.whyPrivate.map { refusal(of: page, number, $0) }
  }

  private func refusal(
    of page: PageAddress, _ number: NetworkAddress, _ why: String
  ) -> FetchFailure {
    guard tellsWhy else { return notPublic(page) }
    return FetchFailure(
      .refused,
      "\(page.site) is at \(number), which is \(why), where no document may send Fons. Name it with "
        + "--allow-host \(page.site) to allow it.")
  }

  private func notPublic(_ page: PageAddress) -> FetchFailure {
    FetchFailure(.refused, "The address of \(page.site) is not public, so that it is not read.")
  }
}
