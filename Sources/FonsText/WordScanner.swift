/// Receives the folded bytes of a word.
protocol FoldSink {
  init()
  mutating func push(_ byte: UInt8)
  var count: Int { get }
}

extension WordHash: FoldSink {}

/// Reads words from UTF-8 bytes, one after the other.
///
/// Invalid bytes separate words, whatever they are; every read is bounded by `count`.
struct WordScanner {
  let base: UnsafePointer<UInt8>
  let count: Int
  let table: FoldTable.Pages
  /// Where the next word is looked for.
  var position = 0

  /// Longest word, in bytes; what is longer is cut.
  static let longest = 1024

  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    // An empty buffer has no base address, and is never read.
    base = bytes.baseAddress ?? UnsafePointer(bitPattern: 1)!
    count = bytes.count
    table = FoldTable.shared
  }

  /// Finds the next word and pushes its folded bytes into `sink`; nil at the end.
  @inline(__always)
  mutating func next<Sink: FoldSink>(into sink: inout Sink) -> (start: Int, flags: Word.Flags)? {
    while position < count {
      let (entry, width) = entry(at: position)
      switch entry & 15 {
      case FoldTable.Class.letter:
        return scanWord(into: &sink, flags: [])
      case FoldTable.Class.digit:
        return scanWord(into: &sink, flags: .number)
      case FoldTable.Class.unit:
        return scanUnit(into: &sink, entry, width)
      case FoldTable.Class.symbol where isMeaningful(at: position):
        return scanSingle(into: &sink, entry, width, flags: .symbol)
      case FoldTable.Class.fraction:
        return scanSingle(into: &sink, entry, width, flags: .number)
      case FoldTable.Class.dash where isSign(at: position, width: width):
        let start = position
        sink.push(UInt8(ascii: "-"))
        position += width
        guard let word = scanWord(into: &sink, flags: [.number, .signed]) else { return nil }
        return (start, word.flags)
      default:
        if base[position] == UInt8(ascii: "["), let end = noteMarkerEnd(at: position) {
          position = end
        } else {
          position += width
        }
      }
    }
    return nil
  }

  /// The table's entry of the scalar at `offset`, and its length in bytes.
  @inline(__always)
  func entry(at offset: Int) -> (entry: UInt32, width: Int) {
    let first = base[offset]
    if first < 0x80 { return (table.entry(UInt32(first)), 1) }
    return wideEntry(at: offset)
  }

  private func wideEntry(at offset: Int) -> (entry: UInt32, width: Int) {
    guard let (scalar, width) = decodeScalar(at: offset) else { return (0, 1) }
    return (table.entry(scalar), width)
  }

  private func decodeScalar(at offset: Int) -> (scalar: UInt32, width: Int)? {
    let first = base[offset]
    let width = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2
    guard first >= 0xC2, first <= 0xF4, offset + width <= count else { return nil }
    var scalar = UInt32(first & (0x7F >> UInt8(width)))
    for index in 1..<width {
      let byte = base[offset + index]
      guard byte & 0xC0 == 0x80 else { return nil }
      scalar = scalar << 6 | UInt32(byte & 0x3F)
    }
    guard scalar <= 0x10FFFF, width != 3 || scalar >= 0x800, width != 4 || scalar >= 0x10000 else {
      return nil
    }
    return (scalar, width)
  }

  @inline(__always)
  private func push<Sink: FoldSink>(
    _ entry: UInt32, at offset: Int, width: Int, into sink: inout Sink
  ) {
    var folded = entry >> 8
    let length = (entry >> 4) & 15
    if length == FoldTable.identity {
      for index in 0..<width { sink.push(base[offset + index]) }
      return
    }
    for _ in 0..<length {
      sink.push(UInt8(truncatingIfNeeded: folded))
      folded >>= 8
    }
  }

  private mutating func scanSingle<Sink: FoldSink>(
    into sink: inout Sink, _ entry: UInt32, _ width: Int, flags: Word.Flags
  ) -> (start: Int, flags: Word.Flags)? {
    let start = position
    push(entry, at: position, width: width, into: &sink)
    position += width
    return (start, flags)
  }

  private mutating func scanUnit<Sink: FoldSink>(
    into sink: inout Sink, _ entry: UInt32, _ width: Int
  ) -> (start: Int, flags: Word.Flags)? {
    let start = position
    push(entry, at: position, width: width, into: &sink)
    position += width
    while position < count, position - start < Self.longest {
      let (entry, width) = self.entry(at: position)
      let kind = entry & 15
      guard kind == FoldTable.Class.attached || kind == FoldTable.Class.mark else { break }
      push(entry, at: position, width: width, into: &sink)
      position += width
    }
    return (start, .unit)
  }

  /// Reads letters and digits, with the apostrophes, points and hyphens that belong to the word.
  @inline(__always)
  private mutating func scanWord<Sink: FoldSink>(
    into sink: inout Sink, flags: Word.Flags
  ) -> (start: Int, flags: Word.Flags)? {
    let start = position
    var flags = flags
    var offset = position
    var previousIsDigit = false
    while offset < count, offset - start < Self.longest {
      let (entry, width) = self.entry(at: offset)
      let kind = entry & 15
      if kind == FoldTable.Class.letter {
        push(entry, at: offset, width: width, into: &sink)
        previousIsDigit = false
        offset += width
      } else if kind == FoldTable.Class.digit {
        push(entry, at: offset, width: width, into: &sink)
        previousIsDigit = true
        offset += width
      } else if let next = joint(
        kind, at: offset, width: width, start: start, afterDigit: previousIsDigit, into: &sink,
        &flags)
      {
        offset = next
      } else {
        break
      }
    }
    position = offset
    return (start, flags)
  }
}
