internal import CTables

/// How surprising a word is before any library has been read: the frozen table of
/// `Tools/make-frequencies.py`.
public enum Frequencies {
  /// Half bits of a word that the table lacks.
  public static let unknown: UInt8 = 36

  /// Open addressing over 24-bit tags: 8 bits of class and the rest of tag, 0 where empty.
  public struct Table: Sendable {
    @usableFromInline let slots: [UInt32]
    @usableFromInline static let bits: UInt64 = 15

    /// −2 log₂ of the word's share of its language's text, rounded.
    @inlinable
    @inline(__always)
    public func halfBits(_ hash: UInt64) -> UInt8 {
      slots.withUnsafeBufferPointer { slots in
        let tag = UInt32(truncatingIfNeeded: hash >> 40) | 1
        var slot = Int(hash & (1 << Self.bits - 1))
        while true {
          let entry = slots[slot]
          if entry == 0 { return Frequencies.unknown }
          if entry >> 8 == tag { return UInt8(truncatingIfNeeded: entry) }
          slot = (slot + 1) & (1 << Int(Self.bits) - 1)
        }
      }
    }
  }

  /// Made once, at first use.
  public static let table: Table = {
    let bytes = UnsafeBufferPointer(
      start: fons_frequency_table_start(), count: fons_frequency_table_size())
    var slots = [UInt32](repeating: 0, count: 1 << Int(Table.bits))
    for line in bytes.split(separator: UInt8(ascii: "\n")) {
      let fields = line.split(separator: UInt8(ascii: " "), maxSplits: 1)
      guard fields.count == 2, let bits = UInt8(String(decoding: fields[0], as: UTF8.self)) else {
        continue
      }
      for word in Words.scan(Array(fields[1])) {
        let tag = UInt32(truncatingIfNeeded: word.hash >> 40) | 1
        var slot = Int(word.hash & (1 << Table.bits - 1))
        while slots[slot] != 0, slots[slot] >> 8 != tag {
          slot = (slot + 1) & (1 << Int(Table.bits) - 1)
        }
        if slots[slot] == 0 { slots[slot] = tag << 8 | UInt32(bits) }
      }
    }
    return Table(slots: slots)
  }()
}
