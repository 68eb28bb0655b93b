internal import FonsText
internal import Foundation

/// A record of WARC 1.1 (ISO 28500:2017): header lines and a block.
struct WARCRecord {
  enum Kind: String {
    case warcinfo, request, response, metadata, revisit
  }

  var kind: Kind
  var id = WARCRecord.newID()
  /// ISO 8601.
  var time: String
  var target: String?
  var type: String
  var block: [UInt8]
  /// Where the payload begins in the block, where its digest is told.
  var payload: Int?
  /// Lines beside those that every record has.
  var fields: [(String, String)] = []

  static func newID() -> String { "<urn:uuid:\(UUID().uuidString.lowercased())>" }

  /// The record as it stands in a file.
  var bytes: [UInt8] {
    var lines: [(String, String)] = [
      ("WARC-Type", kind.rawValue), ("WARC-Record-ID", id), ("WARC-Date", time),
    ]
    if let target { lines.append(("WARC-Target-URI", target)) }
    lines += fields
    lines.append(("WARC-Block-Digest", Self.digest(block)))
    if let payload {
      lines.append(("WARC-Payload-Digest", Self.digest(Array(block[payload...]))))
    }
    lines += [("Content-Type", type), ("Content-Length", "\(block.count)")]
    var text = "WARC/1.1\r\n"
    for (name, value) in lines { text += "\(name): \(Self.oneLine(value))\r\n" }
    return Array((text + "\r\n").utf8) + block + Array("\r\n\r\n".utf8)
  }

  /// What comes from outside must not begin a line of its own.
  private static func oneLine(_ value: String) -> String {
    String(String.UnicodeScalarView(value.unicodeScalars.filter { $0.value >= 0x20 }))
  }

  /// `sha256:` and the digest in base 32, as WARC files write digests.
  static func digest(_ bytes: [UInt8]) -> String { "sha256:" + base32(SHA256.digest(bytes)) }

  /// RFC 4648, section 6.
  private static func base32(_ bytes: [UInt8]) -> String {
    let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".utf8)
    var result: [UInt8] = []
    var held = 0
    var bits = 0
    for byte in bytes {
      held = held << 8 | Int(byte)
      bits += 8
      while bits >= 5 {
        bits -= 5
        result.append(letters[held >> bits & 31])
      }
      held &= (1 << bits) - 1
    }
    if bits > 0 { result.append(letters[held << (5 - bits) & 31]) }
    while result.count % 8 != 0 { result.append(UInt8(ascii: "=")) }
    return String(decoding: result, as: UTF8.self)
  }
}
