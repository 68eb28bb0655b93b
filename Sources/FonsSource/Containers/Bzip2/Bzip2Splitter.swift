/// Cuts a bzip2 file into blocks, which begin at any bit, by the magic numbers at their heads.
struct Bzip2Splitter {
  /// What lies between two magic numbers.
  struct Piece: Sendable {
    enum Kind: Sendable {
      /// The first bytes of the file.
      case head
      case block
      /// The checksum of a stream, and perhaps the head of the next one.
      case end
    }
    var kind: Kind
    var bytes: [UInt8]
    /// Where it begins in the first byte.
    var bit: Int
    /// Where it ends in `bytes`, in bits.
    var end: Int
    /// Where its first byte stands in the file.
    var offset: Int
    /// Whether the file ends here, or makes no sense from here.
    var isLast: Bool

    /// This piece and the one after it, as if there were no magic number between them.
    func joined(with next: Piece) -> Piece {
      var joined = self
      joined.bytes = Array(bytes[..<(end >> 3)]) + next.bytes
      joined.end = (end >> 3) * 8 + next.end
      joined.isLast = next.isLast
      return joined
    }
  }

  private static let endMagic: UInt64 = 0x1772_4538_5090
  private static let magicBits = 48
  /// No block is longer than this when it is compressed.
  private static let mostBytes = 4 << 20

  /// Whether a byte may be the third last of a magic number, however many bits come after it.
  private static let mayEnd: [Bool] = {
    var result = [Bool](repeating: false, count: 256)
    for magic in [Bzip2Block.magic, endMagic] {
      for shift in 0..<8 { result[Int(magic >> UInt64(16 - shift) & 0xFF)] = true }
    }
    return result
  }()

  /// The file from the byte in which the piece begins that is being read.
  private var buffer: [UInt8] = []
  private var bufferOffset = 0
  private var scanned = 0
  private var window: UInt64 = 0
  private var kind = Piece.Kind.head
  private var startBit = 0
  private(set) var isOverlong = false

  /// Takes the next bytes of the file and calls `body` with each piece that they complete.
  mutating func take(_ bytes: ArraySlice<UInt8>, _ body: (Piece) -> Void) {
    buffer += bytes
    // Where the piece begins that is being read, in bits of the buffer.
    var start = startBit
    let mayEnd = Self.mayEnd
    buffer.withUnsafeBufferPointer { buffer in
      for index in scanned..<buffer.count {
        window = window &<< 8 | UInt64(buffer[index])
        guard mayEnd[Int(window &>> 16 & 0xFF)] else { continue }
        for shift in UInt64(0)..<8 {
          let found = window >> shift & (1 << UInt64(Self.magicBits) - 1)
          guard found == Bzip2Block.magic || found == Self.endMagic else { continue }
          let mark = (index + 1) * 8 - Int(shift) - Self.magicBits
          guard mark >= start, mark > 0 else { continue }
          body(piece(buffer, from: start, to: mark, isLast: false))
          start = mark
          kind = found == Bzip2Block.magic ? .block : .end
        }
      }
    }
    scanned = buffer.count - (start >> 3)
    buffer.removeFirst(start >> 3)
    bufferOffset += start >> 3
    startBit = start & 7
    isOverlong = buffer.count > Self.mostBytes
  }

  /// The last piece.
  func rest() -> Piece {
    buffer.withUnsafeBufferPointer { piece($0, from: startBit, to: $0.count * 8, isLast: true) }
  }

  private func piece(
    _ buffer: UnsafeBufferPointer<UInt8>, from start: Int, to end: Int, isLast: Bool
  ) -> Piece {
    let first = start >> 3
    return Piece(
      kind: kind, bytes: Array(buffer[first..<(end + 7) >> 3]), bit: start & 7,
      end: end - first * 8, offset: bufferOffset + first, isLast: isLast)
  }
}
