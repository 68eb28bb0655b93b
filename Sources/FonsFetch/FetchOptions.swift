/// Bounds of fetching, and who asks.
public struct FetchOptions: Sendable {
  public var policy = AddressPolicy()
  /// Says who asks, with an address at which a server's owner finds out more.
  public var userAgent = FetchOptions.userAgent(contact: nil)
  /// Bytes of a body as it comes, and of what it decodes to.
  public var mostBytes = 64 << 20
  /// A body that grows more than this many times, beyond a megabyte, was built to do so.
  public var mostExpansion = 200
  /// Bytes of the header of an answer, and its lines.
  public var mostHeaderBytes = 128 << 10
  public var mostHeaderLines = 200
  public var mostRedirects = 10
  /// Seconds until a connection must be made, and until a page must be there.
  public var connectSeconds = 10.0
  public var pageSeconds = 30.0
  /// Fewer bytes a second than these, for `slowestSeconds`, end a page.
  public var slowestBytes = 20
  public var slowestSeconds = 15
  /// Seconds between two requests to a host, and requests to it at a time.
  public var hostDelay = 0.5
  public var perHost = 1
  /// Requests at a time to all hosts.
  public var atOnce = 24
  /// Seconds for everything that is fetched for one document.
  public var totalSeconds = 120.0
  /// The longest wait that a server may ask for, and how often it is obeyed.
  public var longestWait = 20
  public var mostRetries = 2
  /// Folder of the cache; nil for none.
  public var cache: String?
  /// Bytes that the cache may hold.
  public var cacheBytes = 512 << 20
  /// Answers of the resolver by `host:port`, in the place of the system's: for tests.
  package var resolved: [String: [String]] = [:]
  /// File of certificates (PEM) to trust in the place of the system's.
  public var certificates: String?

  public init() {}

  /// - Parameter contact: an address or page of whoever runs Fons.
  public static func userAgent(contact: String?) -> String {
    let clean = contact?.unicodeScalars.filter { $0.value > 0x20 && $0.value < 0x7F }
    let who = clean.map { String(String.UnicodeScalarView($0)) } ?? ""
    return "Fons/0.1 (quotation checker; \(who.isEmpty ? "run by a reader" : who))"
  }
}
