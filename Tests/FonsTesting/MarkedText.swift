/// A text in which a test marks what it expects: `He said ⟦"so it was"⟧ again.`
///
/// The marks are taken out; what stood between them is given as ranges of what remains.
public struct MarkedText: Sendable {
  /// The text without the marks.
  public let bytes: [UInt8]
  /// What was marked, in order.
  public let spans: [Range<Int>]

  public init(_ marked: String) {
    var bytes: [UInt8] = []
    var spans: [Range<Int>] = []
    var start: Int?
    for scalar in marked.unicodeScalars {
      switch scalar {
      case "⟦": start = bytes.count
      case "⟧":
        if let open = start { spans.append(open..<bytes.count) }
        start = nil
      default: bytes.append(contentsOf: UTF8.encode(scalar)!)
      }
    }
    self.bytes = bytes
    self.spans = spans
  }

  /// The marked stretches as strings.
  public var strings: [String] { spans.map { String(decoding: bytes[$0], as: UTF8.self) } }
}
