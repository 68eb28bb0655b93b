internal import FonsText

/// A report together with the document that it is about.
public struct CheckedText: Sendable {
  public var report: Report
  /// The bytes that the report's ranges count; nil where they are not at hand.
  public var bytes: [UInt8]?
  /// Whether the bytes are what a reader sees, and not markup.
  public var isPlain: Bool

  public init(report: Report, bytes: [UInt8]?, isPlain: Bool) {
    self.report = report
    self.bytes = bytes
    self.isPlain = isPlain
  }

  /// The bytes where they are the file's own: those of a packed or otherwise encoded document are
  /// not, and no place in the file can be told from them.
  var fileBytes: [UInt8]? {
    bytes.flatMap { SHA256.hex($0) == report.document.sha256 ? $0 : nil }
  }

  /// The document as a reference in the sense of RFC 3986: a relative path stays relative.
  var reference: String {
    guard let path = report.document.path else { return "stdin" }
    if let address = WebAddress(path) { return address.ascii }
    let encoded = WebAddress.encodedPath(path)
    return path.hasPrefix("/") ? "file://\(encoded)" : encoded
  }
}

extension WebAddress {
  /// The address with everything beyond ASCII percent-encoded.
  var ascii: String { Self.encode(text) { $0 > 0x20 && $0 < 0x7F } }

  /// A path of a file in which each byte that has a meaning in addresses is percent-encoded.
  static func encodedPath(_ path: String) -> String {
    encode(path) { byte in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"):
        true
      default: "/-._~".utf8.contains(byte)
      }
    }
  }

  private static func encode(_ text: String, keeping keeps: (UInt8) -> Bool) -> String {
    var output = ""
    for byte in text.utf8 {
      if keeps(byte) {
        output.unicodeScalars.append(Unicode.Scalar(byte))
      } else {
        let digits = String(byte, radix: 16, uppercase: true)
        output += byte < 16 ? "%0\(digits)" : "%\(digits)"
      }
    }
    return output
  }
}
