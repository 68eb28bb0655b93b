/// Names and what they mean, looked up by bytes without making a string.
///
/// Open addressing over FNV-1a. Unless the table is exact, letters of ASCII match in either case
/// and an underscore matches a space.
struct WikitextTable<Value: Sendable>: Sendable {
  private var slots: [Int32]
  private var names: [[UInt8]] = []
  private var values: [Value] = []
  private let isExact: Bool

  /// The first pair of a name wins.
  init(_ pairs: [(String, Value)], isExact: Bool = false) {
    self.isExact = isExact
    var size = 16
    while size < pairs.count * 3 { size *= 2 }
    slots = [Int32](repeating: -1, count: size)
    for (name, value) in pairs {
      let bytes = Array(name.utf8)
      var slot = Int(truncatingIfNeeded: hash(bytes, 0, bytes.count)) & (size - 1)
      var isKnown = false
      while slots[slot] >= 0, !isKnown {
        isKnown = isSame(names[Int(slots[slot])], bytes, 0, bytes.count)
        slot = (slot + 1) & (size - 1)
      }
      guard !isKnown else { continue }
      slots[slot] = Int32(names.count)
      names.append(bytes.map { fold($0) })
      values.append(value)
    }
  }

  /// Names separated by bars, with the meaning that they share.
  init(lists: [(String, Value)]) {
    self.init(
      lists.flatMap { list, value in list.split(separator: "|").map { (String($0), value) } })
  }

  /// The meaning of `bytes[start..<end]`.
  ///
  /// - Complexity: O(*n*) in the bytes of the name.
  func find(_ bytes: [UInt8], _ start: Int, _ end: Int) -> Value? {
    guard end > start else { return nil }
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: hash(bytes, start, end)) & mask
    while slots[slot] >= 0 {
      let index = Int(slots[slot])
      if isSame(names[index], bytes, start, end) { return values[index] }
      slot = (slot + 1) & mask
    }
    return nil
  }

  func find(_ bytes: [UInt8]) -> Value? { find(bytes, 0, bytes.count) }

  @inline(__always)
  private func fold(_ byte: UInt8) -> UInt8 {
    if isExact { return byte }
    return byte == UInt8(ascii: "_") ? 0x20 : WikitextBytes.lowered(byte)
  }

  private func hash(_ bytes: [UInt8], _ start: Int, _ end: Int) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for index in start..<end { hash = (hash ^ UInt64(fold(bytes[index]))) &* 0x100_0000_01B3 }
    return hash ^ (hash >> 29)
  }

  private func isSame(_ name: [UInt8], _ bytes: [UInt8], _ start: Int, _ end: Int) -> Bool {
    guard name.count == end - start else { return false }
    for index in 0..<name.count where name[index] != fold(bytes[start + index]) { return false }
    return true
  }
}
