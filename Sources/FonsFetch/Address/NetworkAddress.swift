internal import CCurl

/// The number that a connection goes to.
public struct NetworkAddress: Sendable, Equatable, CustomStringConvertible {
  /// 4 or 16.
  public let bytes: [UInt8]

  init?(_ bytes: [UInt8]) {
    guard bytes.count == 4 || bytes.count == 16 else { return nil }
    self.bytes = bytes
  }

  /// An address in any notation that a resolver takes for a number: `127.1`, `0x7f000001`,
  /// `2130706433`, `0177.0.0.1`, `::ffff:127.0.0.1`; nil for a name.
  public init?(notation: String) {
    // `fe80::1%eth0`: the interface is no part of the number.
    let number = notation.prefix { $0 != "%" }
    var bytes = [UInt8](repeating: 0, count: 16)
    let count = fons_curl_numeric_address(String(number), &bytes)
    guard count > 0 else { return nil }
    self.bytes = Array(bytes[..<count])
  }

  /// Why nobody outside should make Fons connect to it; nil for an address of the open network.
  ///
  /// Ranges of the IANA registries of special-purpose addresses (RFC 6890 and its successors).
  public var whyPrivate: String? {
    bytes.count == 4 ? Self.whyPrivate(v4: bytes) : Self.whyPrivate(v6: bytes)
  }

  private static func whyPrivate(v4 bytes: [UInt8]) -> String? {
    switch (bytes[0], bytes[1], bytes[2]) {
    case (0, _, _): "this computer"
    case (127, _, _): "this computer"
    case (10, _, _), (172, 16...31, _), (192, 168, _): "a private network"
    case (100, 64...127, _): "a provider's private network"
    case (169, 254, _): "a link-local address, where clouds keep their metadata"
    case (192, 0, 0), (192, 0, 2), (198, 51, 100), (203, 0, 113): "a reserved range"
    case (192, 88, 99), (198, 18...19, _): "a reserved range"
    case (168, 63, 129) where bytes[3] == 16: "a cloud's metadata"
    case (224...239, _, _): "a multicast range"
    case (240...255, _, _): "a reserved range"
    default: nil
    }
  }

  private static func whyPrivate(v6 bytes: [UInt8]) -> String? {
    let isZero = { (range: Range<Int>) in bytes[range].allSatisfy { $0 == 0 } }
    // IPv4 in the last four bytes: mapped, compatible, translated (RFC 4291, 6052, 8215).
    if isZero(0..<10), bytes[10] == 0xFF, bytes[11] == 0xFF {
      return whyPrivate(v4: Array(bytes[12...]))
    }
    if isZero(0..<12) {
      return isZero(12..<15) ? "this computer" : whyPrivate(v4: Array(bytes[12...]))
    }
    if isZero(0..<8), bytes[8] == 0xFF, bytes[9] == 0xFF, bytes[10] == 0, bytes[11] == 0 {
      return whyPrivate(v4: Array(bytes[12...]))
    }
    switch (bytes[0], bytes[1], bytes[2], bytes[3]) {
    case (0x00, 0x64, 0xFF, 0x9B):
      guard isZero(4..<12) else { return "a private network" }
      return whyPrivate(v4: Array(bytes[12...]))
    case (0x20, 0x02, _, _): return whyPrivate(v4: Array(bytes[2..<6]))
    // Teredo holds an address in inverted bits.
    case (0x20, 0x01, 0x00, 0x00): return whyPrivate(v4: bytes[12...].map { ~$0 })
    case (0x20, 0x01, 0x00...0x01, _), (0x20, 0x01, 0x0D, 0xB8), (0x3F, 0xFF, 0x00...0x0F, _):
      return "a reserved range"
    case (0xFC...0xFD, _, _, _): return "a private network"
    case (0xFE, 0x80...0xBF, _, _): return "a link-local address"
    case (0xFE, 0xC0...0xFF, _, _): return "a private network"
    case (0xFF, _, _, _): return "a multicast range"
    // The open network is 2000::/3 so far.
    case (0x20...0x3F, _, _, _): return nil
    default: return "a reserved range"
    }
  }

  public var description: String {
    if bytes.count == 4 { return bytes.map(String.init).joined(separator: ".") }
    return stride(from: 0, to: 16, by: 2).map {
      String(Int(bytes[$0]) << 8 | Int(bytes[$0 + 1]), radix: 16)
    }.joined(separator: ":")
  }
}
