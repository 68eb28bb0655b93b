/// A body that came in chunks (RFC 9112, section 7.1).
struct Chunks {
  /// The body; what only claims to be in chunks stays as it is.
  private(set) var joined: [UInt8] = []
  /// Whether every chunk was as long as it says, and the last one came.
  private(set) var isWhole = false

  init(_ body: [UInt8]) {
    var at = 0
    while at < body.count {
      let end = body[at...].prefix(Self.longestLine).firstIndex(of: 0x0A) ?? body.count
      let line = String(decoding: body[at..<end], as: UTF8.self)
      let digits = line.prefix { $0.isHexDigit }
      guard end < body.count, let size = Int(digits, radix: 16), digits.utf8.count <= 8 else {
        joined = at == 0 ? body : joined + body[at...]
        return
      }
      if size == 0 {
        isWhole = true
        return
      }
      let start = end + 1
      let stop = min(body.count, start + size)
      joined += body[start..<stop]
      guard stop - start == size else { return }
      at = stop
      while at < body.count, body[at] == 0x0D || body[at] == 0x0A, at - stop < 2 { at += 1 }
    }
  }

  /// Bytes of a line with the size of a chunk and what may follow it.
  private static let longestLine = 4_096
}
