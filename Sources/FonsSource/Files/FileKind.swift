import FonsFormat

/// What a file is, told by its first bytes and never by its name.
enum FileKind {
  case zip, sevenZip, zstd, zim, pdf
  /// Text, or compressed text.
  case other

  init(_ head: [UInt8]) {
    if head.starts(with: [0x50, 0x4B, 3, 4]) || head.starts(with: [0x50, 0x4B, 5, 6]) {
      self = .zip
    } else if head.starts(with: [0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C]) {
      self = .sevenZip
    } else if head.starts(with: [0x28, 0xB5, 0x2F, 0xFD]) {
      self = .zstd
    } else if head.starts(with: [0x5A, 0x49, 0x4D, 0x04]) {
      self = .zim
    } else if PDFReader.matches(head) {
      self = .pdf
    } else {
      self = .other
    }
  }

  /// Whether the first kilobyte holds the root of a MediaWiki export, in UTF-8 or UTF-16.
  static func isMediaWiki(_ head: [UInt8]) -> Bool {
    let start = head.prefix(2_048).filter { $0 != 0 }.prefix(1_024)
    let name = Array("<mediawiki".utf8)
    return start.indices.contains { start[$0] == name[0] && start[$0...].starts(with: name) }
  }

  static func isTar(_ head: [UInt8]) -> Bool {
    head.count >= 512 && head[257..<262].elementsEqual("ustar".utf8)
  }

  /// Whether a mailbox of several messages begins here.
  static func isMailbox(_ head: [UInt8]) -> Bool {
    guard head.starts(with: "From ".utf8), let end = head.prefix(1_000).firstIndex(of: 0x0A) else {
      return false
    }
    return FormatSniffer.guess(Array(head[(end + 1)...].prefix(16_384))) == .email
  }
}
