/// A canonical Huffman code of bzip2: at most 258 symbols of 1 to 20 bits.
struct Bzip2Code {
  /// Bits that one look at the table takes.
  static let quickBits = 10
  static let longest = 20

  /// For the next ten bits: the symbol × 32 + its length, or 0 where the code is longer.
  private var quick = [UInt16](repeating: 0, count: 1 << quickBits)
  /// For each length: the first code beyond it, from the top of 20 bits; and what leads from a code
  /// to its symbol.
  private var limits = [Int](repeating: 0, count: longest + 2)
  private var offsets = [Int](repeating: 0, count: longest + 2)
  private var symbols: [UInt16] = []

  /// nil where there is no such code.
  init?(lengths: [UInt8]) {
    var code = 0
    for length in 1...Self.longest {
      offsets[length] = symbols.count - code
      for (symbol, own) in lengths.enumerated() where own == length {
        symbols.append(UInt16(symbol))
        if length <= Self.quickBits {
          let shift = Self.quickBits - length
          guard (code + 1) << shift <= 1 << Self.quickBits else { return nil }
          let entry = UInt16(symbol) << 5 | UInt16(length)
          for slot in code << shift..<(code + 1) << shift { quick[slot] = entry }
        }
        code += 1
      }
      guard code <= 1 << length else { return nil }
      limits[length] = code << (Self.longest - length)
      code <<= 1
    }
  }

  /// The next symbol, or nil where the bits are no code.
  @inline(__always)
  func next(_ bits: inout Bzip2Bits) -> Int? {
    let slot = Int(bits.window &>> UInt64(64 - Self.quickBits))
    let entry = quick.withUnsafeBufferPointer { $0[slot] }
    if entry != 0 {
      bits.skip(Int(entry & 31))
      return Int(entry &>> 5)
    }
    return nextLong(&bits)
  }

  private func nextLong(_ bits: inout Bzip2Bits) -> Int? {
    let code = Int(bits.window >> UInt64(64 - Self.longest))
    for length in 1...Self.longest where code < limits[length] {
      let place = (code >> (Self.longest - length)) + offsets[length]
      guard symbols.indices.contains(place) else { return nil }
      bits.skip(length)
      return Int(symbols[place])
    }
    return nil
  }
}
