#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The path of a file as the system knows it: bytes, which need not be UTF-8.
struct FileName: Sendable, Hashable {
  /// With a NUL at the end.
  let bytes: [CChar]

  init(_ path: String) {
    bytes = path.utf8CString.map { $0 }
  }

  /// - Parameter bytes: without NUL.
  init(bytes: some Sequence<UInt8>) {
    self.bytes = bytes.map { CChar(bitPattern: $0) } + [0]
  }

  private var plain: [UInt8] { bytes.dropLast().map { UInt8(bitPattern: $0) } }

  /// For people; bytes that are no UTF-8 as `\xE9`.
  var shown: String {
    var text = ""
    var rest = plain[...]
    while !rest.isEmpty {
      if let valid = String(validating: rest, as: UTF8.self) { return text + valid }
      // The longest valid start, then one byte that is none.
      let repaired = String(decoding: rest, as: UTF8.self)
      let start = repaired.unicodeScalars.prefix { $0 != "\u{FFFD}" }
      let head = String(String.UnicodeScalarView(start))
      text += head
      rest = rest.dropFirst(head.utf8.count)
      guard let byte = rest.popFirst() else { break }
      let digits = String(byte, radix: 16, uppercase: true)
      text += "\\x" + (digits.count < 2 ? "0" : "") + digits
    }
    return text
  }

  /// A file in this folder.
  func appending(_ name: some Sequence<UInt8>) -> FileName {
    var path = plain
    if path.last != 0x2F { path.append(0x2F) }
    return FileName(bytes: path + name)
  }

  func hasSuffix(_ suffix: String) -> Bool {
    plain.suffix(suffix.utf8.count).elementsEqual(suffix.utf8)
  }

  var exists: Bool { access(bytes, F_OK) == 0 }

  func droppingLast(_ count: Int) -> FileName { FileName(bytes: plain.dropLast(count)) }

  func adding(_ suffix: String) -> FileName { FileName(bytes: plain + Array(suffix.utf8)) }
}
