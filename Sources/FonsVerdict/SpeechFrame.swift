internal import FonsAlignment
internal import FonsText

/// Whether the source itself quotes the words of a passage from someone else.
struct SpeechFrame {
  let isInsideQuotation: Bool

  /// Looks at the paragraph around the passage: an opening mark before it that is not closed, and a
  /// closing one after it.
  init(_ passage: Passage) {
    let start = passage.range.start - passage.window.base
    let end = min(passage.window.bytes.count, passage.range.end - passage.window.base)
    isInsideQuotation = passage.window.bytes.withUnsafeBufferPointer { bytes in
      var from = start
      while from > 0, bytes[from - 1] != 10 { from -= 1 }
      var open: [Mark] = []
      while from < start {
        if let mark = Mark(bytes, &from) { mark.take(&open) }
      }
      guard let last = open.last else { return false }
      var at = end
      while at < bytes.count, bytes[at] != 10 {
        if let mark = Mark(bytes, &at), mark.closes(last) { return true }
      }
      return false
    }
  }

  /// Marks of quotation that come in pairs.
  private enum Mark {
    case straight, left, right, low
    case leftGuillemet, rightGuillemet
    case leftCorner, rightCorner
    case leftWhiteCorner, rightWhiteCorner

    /// The mark at an offset, which is moved behind what stands there.
    @inline(__always)
    init?(_ bytes: UnsafeBufferPointer<UInt8>, _ at: inout Int) {
      let first = bytes[at]
      at += 1
      if first == 0x22 {
        self = .straight
        return
      }
      guard first >= 0xC2, let mark = Self.wide(first, bytes[at...].prefix(2)) else { return nil }
      at += first == 0xC2 ? 1 : 2
      self = mark
    }

    private static func wide(_ first: UInt8, _ rest: Slice<UnsafeBufferPointer<UInt8>>) -> Mark? {
      guard let second = rest.first, let last = rest.last else { return nil }
      switch (first, second, last) {
      case (0xC2, 0xAB, _): return .leftGuillemet
      case (0xC2, 0xBB, _): return .rightGuillemet
      case _ where rest.count < 2: return nil
      case (0xE2, 0x80, 0x9C): return .left
      case (0xE2, 0x80, 0x9D): return .right
      case (0xE2, 0x80, 0x9E): return .low
      case (0xE3, 0x80, 0x8C): return .leftCorner
      case (0xE3, 0x80, 0x8D): return .rightCorner
      case (0xE3, 0x80, 0x8E): return .leftWhiteCorner
      case (0xE3, 0x80, 0x8F): return .rightWhiteCorner
      default: return nil
      }
    }

    /// German, English and French marks open and close with the same signs in other roles: what can
    /// close the last open mark does.
    func take(_ open: inout [Mark]) {
      if let last = open.last, closes(last) {
        open.removeLast()
      } else if self != .right, self != .rightCorner, self != .rightWhiteCorner {
        open.append(self)
      }
    }

    func closes(_ open: Mark) -> Bool {
      switch open {
      case .low: self == .left || self == .right || self == .straight
      case .left: self == .right
      case .leftGuillemet: self == .rightGuillemet
      case .rightGuillemet: self == .leftGuillemet
      case .leftCorner: self == .rightCorner
      case .leftWhiteCorner: self == .rightWhiteCorner
      default: self == open
      }
    }
  }
}
