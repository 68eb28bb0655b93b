/// The address of something to fetch: http or https, with everything spelled out.
///
/// Characters that do not belong into a request line are escaped, so that what is sent is what was
/// looked at.
public struct PageAddress: Sendable, Hashable, CustomStringConvertible {
  public let isSecure: Bool
  /// In ASCII and lower case, without brackets and final dot.
  public let host: String
  public let port: Int
  /// Begins with `/`; with the query, without the fragment.
  public let target: String
  public let fragment: String?

  /// - Throws: `FetchFailure` that says what is wrong with it.
  public init(_ text: String) throws(FetchFailure) {
    let bytes = Array(text.utf8)
    guard let colon = bytes.firstIndex(of: UInt8(ascii: ":")),
      bytes.count <= Self.longest
    else { throw Self.refused(text, "is no address of a web page") }
    switch String(decoding: bytes[..<colon], as: UTF8.self).lowercased() {
    case "http": isSecure = false
    case "https": isSecure = true
    default: throw Self.refused(text, "is not fetched: Fons fetches http and https alone")
    }
    let rest = Self.withoutBreaks(bytes[(colon + 1)...])
    guard rest.starts(with: "//".utf8) else { throw Self.refused(text, "names no host") }
    // A backslash is a slash to browsers, and a part of a name to others: nobody means it.
    guard !rest.contains(UInt8(ascii: "\\")) else {
      throw Self.refused(
        text, "has a backslash, which means different things to different programs")
    }
    let after = rest.dropFirst(2)
    let end = after.firstIndex { "/?#".utf8.contains($0) } ?? after.endIndex
    (host, port) = try Self.authority(after[..<end], isSecure, text)
    let tail = after[end...]
    let hash = tail.firstIndex(of: UInt8(ascii: "#")) ?? tail.endIndex
    fragment =
      hash < tail.endIndex ? String(decoding: tail[(hash + 1)...], as: UTF8.self) : nil
    target = Self.target(tail[..<hash])
  }

  private static let longest = 8_192

  private static func refused(_ text: String, _ what: String) -> FetchFailure {
    FetchFailure(.refused, "\(text.prefix(200)) \(what).")
  }

  /// Line breaks and tabs in an address are dropped, as browsers do.
  private static func withoutBreaks(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    var bytes = bytes
    while let last = bytes.last, last <= 0x20 { bytes.removeLast() }
    return bytes.filter { $0 != 0x0A && $0 != 0x0D && $0 != 0x09 }
  }

  private static func authority(
    _ bytes: ArraySlice<UInt8>, _ isSecure: Bool, _ text: String
  ) throws(FetchFailure) -> (String, Int) {
    guard !bytes.contains(UInt8(ascii: "@")) else {
      throw refused(text, "holds a name or a password, which Fons never sends")
    }
    var name = bytes
    var port = isSecure ? 443 : 80
    let bracket = bytes.lastIndex(of: UInt8(ascii: "]")) ?? bytes.startIndex
    if let colon = bytes[bracket...].lastIndex(of: UInt8(ascii: ":")) {
      name = bytes[..<colon]
      let digits = String(decoding: bytes[(colon + 1)...], as: UTF8.self)
      if !digits.isEmpty {
        guard let number = Int(digits), (1...65_535).contains(number) else {
          throw refused(text, "names no port that there is")
        }
        port = number
      }
    }
    var host = String(decoding: name, as: UTF8.self)
    host = HostName.ascii((host.removingEscapes ?? "").lowercased()) ?? ""
    if host.hasPrefix("["), host.hasSuffix("]") { host = String(host.dropFirst().dropLast()) }
    while host.hasSuffix(".") { host.removeLast() }
    let isPlain = host.utf8.allSatisfy {
      $0 > 0x20 && $0 != 0x7F && !"/?#@%<>\"'".utf8.contains($0)
    }
    guard !host.isEmpty, host.utf8.count <= 253, isPlain else {
      throw refused(text, "names no host that there can be")
    }
    return (host, port)
  }

  private static func target(_ bytes: ArraySlice<UInt8>) -> String {
    let digits = Array("0123456789ABCDEF".utf8)
    var result: [UInt8] = bytes.first == UInt8(ascii: "/") ? [] : [UInt8(ascii: "/")]
    for byte in bytes {
      if byte > 0x20, byte < 0x7F, !"\"<>^`{|}".utf8.contains(byte) {
        result.append(byte)
      } else {
        result += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  // MARK: As text

  /// Host and port as they stand in an address; the port only where it is not the usual one.
  public var site: String {
    let name = host.contains(":") ? "[\(host)]" : host
    return port == (isSecure ? 443 : 80) ? name : "\(name):\(port)"
  }

  /// Scheme, host and port.
  public var origin: String { (isSecure ? "https://" : "http://") + site }

  /// Without the fragment, which no server sees.
  public var description: String { origin + target }

  /// What is before the query.
  public var path: String { String(target.prefix { $0 != "?" }) }

  /// The first value of a query's parameter, decoded.
  public func parameter(_ name: String) -> String? {
    guard let mark = target.firstIndex(of: "?") else { return nil }
    for pair in target[target.index(after: mark)...].split(separator: "&") {
      let sides = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      if sides[0] == name[...] {
        let value = sides.count > 1 ? sides[1].replacing("+", with: " ") : ""
        return String(value).removingEscapes ?? String(value)
      }
    }
    return nil
  }

  /// What a reference on this page means (RFC 3986, section 5).
  public func resolved(_ reference: String) throws(FetchFailure) -> PageAddress {
    let reference = String(reference.drop { $0.isWhitespace })
    let scheme = reference.prefix {
      $0.isASCII && ($0.isLetter || $0.isNumber || "+-.".contains($0))
    }
    if !scheme.isEmpty, reference.dropFirst(scheme.count).hasPrefix(":") {
      return try PageAddress(reference)
    }
    if reference.hasPrefix("//") {
      return try PageAddress((isSecure ? "https:" : "http:") + reference)
    }
    if reference.hasPrefix("/") { return try PageAddress(origin + reference) }
    if reference.hasPrefix("?") { return try PageAddress(origin + path + reference) }
    if reference.isEmpty || reference.hasPrefix("#") { return self }
    var folders = path.split(separator: "/", omittingEmptySubsequences: false).dropFirst()
      .dropLast()
    var rest = reference[...]
    while rest.hasPrefix("./") || rest.hasPrefix("../") {
      if rest.hasPrefix("../"), !folders.isEmpty { folders.removeLast() }
      rest = rest.dropFirst(rest.hasPrefix("./") ? 2 : 3)
    }
    return try PageAddress(
      origin + "/" + folders.map { "\($0)/" }.joined() + rest)
  }
}

extension String {
  /// With `%41` as `A`; nil where that makes no text.
  var removingEscapes: String? {
    guard utf8.contains(UInt8(ascii: "%")) else { return self }
    let bytes = Array(utf8)
    var result: [UInt8] = []
    var index = 0
    while index < bytes.count {
      if bytes[index] == UInt8(ascii: "%"), index + 2 < bytes.count,
        let value = UInt8(
          String(decoding: bytes[(index + 1)...(index + 2)], as: UTF8.self), radix: 16)
      {
        result.append(value)
        index += 3
      } else {
        result.append(bytes[index])
        index += 1
      }
    }
    return String(validating: result, as: UTF8.self)
  }
}
