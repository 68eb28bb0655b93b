/// Why something could not be had, in a sentence for people.
public struct FetchFailure: Error, Sendable, Equatable, CustomStringConvertible {
  public enum Kind: String, Sendable, Codable, CaseIterable {
    /// The address is one that is not fetched.
    case refused
    /// The name leads nowhere.
    case noAddress = "no-address"
    /// Nobody answers.
    case noConnection = "no-connection"
    case notSecure = "not-secure"
    case timeout
    /// The answer ended too early.
    case cut
    /// The answer breaks the protocol.
    case malformed
    /// More bytes, lines or redirects than are taken.
    case tooLarge = "too-large"
    /// A redirect to itself, or too many.
    case redirects
    /// 404, 410: there is no such page.
    case dead
    /// 401, 403 with a login, or a page that asks for one.
    case login
    /// 403, 451, a challenge for robots.
    case blocked
    /// 429, 503: asked too often, or the server has too much to do.
    case busy
    /// 5xx.
    case serverError = "server-error"
    /// What came is no text that Fons reads.
    case notText = "not-text"
    /// The time for all of it was over.
    case late
    case other
  }

  public var kind: Kind
  /// A sentence, with the address.
  public var message: String
  /// Seconds to wait that the server named.
  public var retryAfter: Int?

  public init(_ kind: Kind, _ message: String, retryAfter: Int? = nil) {
    self.kind = kind
    self.message = message
    self.retryAfter = retryAfter
  }

  public var description: String { message }

  /// Whether a web archive may still have what the site no longer gives.
  public var mayBeArchived: Bool {
    switch kind {
    case .refused, .late: false
    default: true
    }
  }

  /// Whether the host itself does not answer, whatever it is asked.
  var isOfHost: Bool {
    switch kind {
    case .noAddress, .noConnection, .notSecure: true
    default: false
    }
  }
}
