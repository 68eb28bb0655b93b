public import FonsFormat

/// One request and its answer, byte for byte as they went over the wire.
public struct Exchange: Sendable {
  public var address: PageAddress
  /// When the request was sent, ISO 8601 in UTC.
  public var time: String
  /// The number that was connected to.
  public var server: String?
  /// The header of the request, with its empty line, and what was posted.
  public var request: [UInt8]
  /// Status line and header of the answer, with the empty line.
  public var head: [UInt8]
  /// The body in the coding in which it came, chunks included.
  public var rawBody: [UInt8]
  /// Whether a cache gave it, after asking whether it still holds.
  public var isFromCache = false
  /// When the server said that what the cache held is still the page.
  public var confirmed: String?

  public init(
    address: PageAddress, time: String, server: String?, request: [UInt8], head: [UInt8],
    rawBody: [UInt8]
  ) {
    self.address = address
    self.time = time
    self.server = server
    self.request = request
    self.head = head
    self.rawBody = rawBody
  }

  /// The answer as it came.
  public var response: [UInt8] { head + rawBody }

  /// The answer, taken apart.
  public var answer: HTTPAnswer { HTTPAnswer(response) }
}
