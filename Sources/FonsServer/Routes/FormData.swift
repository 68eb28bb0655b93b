/// Fields of a form as browsers send them: `application/x-www-form-urlencoded` and
/// `multipart/form-data` (RFC 7578).
struct FormData {
  struct Field {
    var value: [UInt8]
    /// Of a file; nil where the field is none.
    var fileName: String?
  }

  private(set) var fields: [String: Field] = [:]
  /// Fields of a form; more are no form of ours.
  private static let most = 32

  func text(_ name: String) -> String? {
    fields[name].map { String(decoding: $0.value, as: UTF8.self) }
  }

  // MARK: - URL-encoded

  init(urlEncoded bytes: [UInt8]) throws {
    for pair in bytes.split(separator: UInt8(ascii: "&")) {
      let parts = pair.split(
        separator: UInt8(ascii: "="), maxSplits: 1, omittingEmptySubsequences: false)
      let name = String(decoding: PercentCoding.decode(parts[0], plusIsSpace: true), as: UTF8.self)
      guard fields.count < Self.most else { throw Problem.invalid("The form has too many fields.") }
      fields[name] = Field(
        value: parts.count > 1 ? PercentCoding.decode(parts[1], plusIsSpace: true) : [])
    }
  }

  // MARK: - Multipart

  /// - Throws: `Problem` where the body is cut off or has no such form.
  init(multipart bytes: [UInt8], type: String) throws {
    guard let boundary = Self.parameter("boundary", of: type),
      (1...200).contains(boundary.utf8.count)
    else { throw Problem.invalid("The form names no boundary.") }
    let mark = Array("--\(boundary)".utf8)
    guard var start = Self.find(mark, in: bytes, from: 0).map({ $0 + mark.count }) else {
      throw Problem.invalid("The form is cut off.")
    }
    let separator = [13, 10] + mark
    while !bytes[start...].starts(with: Array("--".utf8)) {
      guard let end = Self.find(separator, in: bytes, from: start),
        let head = Self.find([13, 10, 13, 10], in: bytes, from: start), head + 4 <= end,
        fields.count < Self.most
      else { throw Problem.invalid("The form is cut off, or has too many fields.") }
      add(String(decoding: bytes[start..<head], as: UTF8.self), Array(bytes[(head + 4)..<end]))
      start = end + separator.count
    }
  }

  private mutating func add(_ head: String, _ value: [UInt8]) {
    for line in head.split(whereSeparator: \.isNewline) {
      guard line.lowercased().hasPrefix("content-disposition:"),
        let name = Self.parameter("name", of: String(line))
      else { continue }
      fields[name] = Field(value: value, fileName: Self.parameter("filename", of: String(line)))
    }
  }

  /// A parameter of a header's value, without its quotation marks; browsers write `%22` for them
  /// within a name.
  private static func parameter(_ name: String, of value: String) -> String? {
    for part in value.split(separator: ";").dropFirst() {
      let pair = part.split(separator: "=", maxSplits: 1)
      guard pair.count == 2, pair[0].drop(while: \.isWhitespace).lowercased() == name else {
        continue
      }
      let text = pair[1].drop(while: \.isWhitespace)
      guard text.first == "\"" else { return String(text.prefix { !$0.isWhitespace }) }
      return String(text.dropFirst().prefix { $0 != "\"" }).replacing("%22", with: "\"")
    }
    return nil
  }

  /// - Complexity: O(*bytes*), but for many beginnings of the words sought.
  private static func find(_ words: [UInt8], in bytes: [UInt8], from start: Int) -> Int? {
    guard let first = words.first, bytes.count >= words.count else { return nil }
    return bytes.withUnsafeBufferPointer { bytes in
      var index = start
      while index <= bytes.count - words.count {
        if bytes[index] == first {
          var length = 1
          while length < words.count, bytes[index + length] == words[length] { length += 1 }
          if length == words.count { return index }
        }
        index += 1
      }
      return nil
    }
  }
}
