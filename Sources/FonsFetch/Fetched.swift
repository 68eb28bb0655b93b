public import FonsFormat

/// A page that was fetched, with all that led to it.
public struct Fetched: Sendable {
  /// The address that was asked for.
  public var requested: PageAddress
  /// Redirects in order; the last one is the page.
  public var exchanges: [Exchange]
  public var answer: HTTPAnswer
  /// The body as the page was made, decompressed.
  public var content: [UInt8]

  /// The address that gave the page.
  public var address: PageAddress { exchanges.last?.address ?? requested }
  /// When it was asked for, ISO 8601.
  public var time: String { exchanges.last.map { $0.confirmed ?? $0.time } ?? "" }
  /// Media type with parameters, as the server says it.
  public var type: String? { answer.fields["content-type"] }
}
