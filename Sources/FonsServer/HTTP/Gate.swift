internal import FonsText
internal import Foundation
internal import HTTPTypes
internal import HummingbirdCore

/// Who may ask, and what every answer carries.
struct Gate: Sendable {
  private let settings: ServerSettings
  private let rate: RateLimit?
  /// Digest of the token: comparing digests takes the same time whatever is wrong.
  private let token: [UInt8]?

  init(_ settings: ServerSettings) {
    self.settings = settings
    rate = settings.rate.map { RateLimit($0) }
    token = settings.token.map { SHA256.digest(Array($0.utf8)) }
  }

  /// - Throws: `Problem` where the request may not pass.
  func admit(_ request: Request, from client: String, isOpen: Bool) throws {
    try checkHost(request)
    try checkOrigin(request)
    if let rate, !rate.admits(client) {
      throw Problem(
        .tooManyRequests, "rate", "Too many requests",
        "At most \(settings.rate ?? 0) a second are answered."
      ).retrying(after: 1)
    }
    if !isOpen, request.method != .options { try checkToken(request) }
  }

  // MARK: - Host

  /// A page from elsewhere can give its own name the address of this machine ("DNS rebinding"); its
  /// requests still say that name.
  private func checkHost(_ request: Request) throws {
    guard settings.isLoopback || !settings.names.isEmpty else { return }
    let name = HostNames.name(ofAuthority: request.head.authority ?? "")
    if let name, settings.names.contains(name) { return }
    if let name, settings.isLoopback, HostNames.isLoopback(name) { return }
    throw Problem(
      .misdirectedRequest, "host", "The server has another name",
      "Requests must name localhost, 127.0.0.1 or a name that the server was started with.")
  }

  // MARK: - Origin

  /// Browsers say which page makes them send something: other sites may read or send nothing here,
  /// unless the owner named them.
  private func checkOrigin(_ request: Request) throws {
    let isSafe = request.method == .get || request.method == .head || request.method == .options
    guard !isSafe else { return }
    if let origin = request.headers[.origin], settings.origins.contains(origin) { return }
    // What the browser says of itself goes before what a page could leave out ("Origin: null").
    if let site = request.headers[Self.fetchSite] {
      if site == "same-origin" || site == "none" { return }
    } else {
      guard let origin = request.headers[.origin] else { return }
      if isOwn(origin, request) { return }
    }
    throw Problem(
      .forbidden, "origin", "Pages of other sites may not do this",
      "The server's owner can allow an origin with --allow-origin.")
  }

  private func isOwn(_ origin: String, _ request: Request) -> Bool {
    guard let authority = request.head.authority, let scheme = origin.firstRange(of: "://") else {
      return false
    }
    return origin[scheme.upperBound...].lowercased() == authority.lowercased()
  }

  private static let fetchSite = HTTPField.Name("sec-fetch-site")!

  /// The answer to a browser that asks whether a page may send something, and to anybody's OPTIONS.
  func preflight(_ request: Request, allowed: [HTTPRequest.Method]) -> Response? {
    guard request.method == .options, !allowed.isEmpty else { return nil }
    var response = Response(status: .noContent)
    response.headers[.allow] = Self.list(allowed)
    if let origin = request.headers[.origin], settings.origins.contains(origin) {
      response.headers[.accessControlAllowMethods] = Self.list(allowed)
      response.headers[.accessControlAllowHeaders] = "authorization, content-type, accept"
      response.headers[.accessControlMaxAge] = "600"
    }
    return response
  }

  static func list(_ methods: [HTTPRequest.Method]) -> String {
    var names = methods.map(\.rawValue)
    if names.contains("GET") { names.append("HEAD") }
    return (names + ["OPTIONS"]).joined(separator: ", ")
  }

  // MARK: - Token

  private func checkToken(_ request: Request) throws {
    guard let token else { return }
    let words = (request.headers[.authorization] ?? "").split(separator: " ", maxSplits: 1)
    if words.count == 2 {
      switch words[0].lowercased() {
      case "bearer" where SHA256.digest(Array(words[1].utf8)) == token: return
      case "basic":
        let pair = Data(base64Encoded: String(words[1])).map(Array.init) ?? []
        let password = pair.drop { $0 != UInt8(ascii: ":") }.dropFirst()
        if SHA256.digest(Array(password)) == token { return }
      default: break
      }
    }
    var problem = Problem(
      .unauthorized, "token", "A token is needed",
      "Send it as “Authorization: Bearer …”, or as a password with any name.")
    problem.headers[.wwwAuthenticate] =
      "Bearer realm=\"Fons\", Basic realm=\"Fons\", charset=\"UTF-8\""
    throw problem
  }

  // MARK: - Answers

  /// Nothing but the server's own style and script; no frames, no guessing of types.
  static let contentSecurityPolicy =
    "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; connect-src 'self'; "
    + "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"

  func sign(_ response: inout Response, for request: Request) {
    func set(_ name: HTTPField.Name, _ value: String) {
      if response.headers[name] == nil { response.headers[name] = value }
    }
    set(.contentSecurityPolicy, Self.contentSecurityPolicy)
    set(.xContentTypeOptions, "nosniff")
    set(Self.referrerPolicy, "same-origin")
    set(Self.resourcePolicy, "same-origin")
    set(.cacheControl, "no-store")
    if let origin = request.headers[.origin], settings.origins.contains(origin) {
      set(.accessControlAllowOrigin, origin)
      set(.accessControlExposeHeaders, "etag, location, retry-after")
      response.headers[.vary] = "Origin, Accept"
      response.headers[Self.resourcePolicy] = "cross-origin"
    }
  }

  private static let referrerPolicy = HTTPField.Name("referrer-policy")!
  private static let resourcePolicy = HTTPField.Name("cross-origin-resource-policy")!
}
