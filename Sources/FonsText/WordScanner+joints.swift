/// What may stand inside a word, or beside a number, without ending it.
extension WordScanner {
  /// The offset at which the word goes on after a scalar that is no letter or digit, or nil where
  /// it ends.
  func joint<Sink: FoldSink>(
    _ kind: UInt32, at offset: Int, width: Int, start: Int, afterDigit: Bool,
    into sink: inout Sink, _ flags: inout Word.Flags
  ) -> Int? {
    switch kind {
    case FoldTable.Class.mark:
      return offset + width
    case FoldTable.Class.ignored:
      if let next = lineJoin(after: offset + width) {
        flags.insert(.lineHyphen)
        return next
      }
      return offset + width
    case FoldTable.Class.apostrophe:
      guard !afterDigit, isLetter(at: offset + width) else { return nil }
      sink.push(UInt8(ascii: "'"))
      return offset + width
    case FoldTable.Class.dash:
      guard !afterDigit, let next = lineJoin(after: offset + width) else { return nil }
      flags.insert(.lineHyphen)
      return next
    case FoldTable.Class.superscript:
      return superscript(at: offset, start: start, afterDigit: afterDigit, into: &sink)
    case FoldTable.Class.attached:
      return offset + width
    default:
      return afterDigit ? numberJoint(at: offset, into: &sink) : nil
    }
  }

  private func isDigit(at offset: Int) -> Bool {
    offset < count && base[offset] &- 48 < 10
  }

  func isLetter(at offset: Int) -> Bool {
    offset < count && entry(at: offset).entry & 15 == FoldTable.Class.letter
  }

  /// `1,200` is 1200, `3,5` and `3.5` are 3.5; any other point or comma ends the number.
  private func numberJoint<Sink: FoldSink>(at offset: Int, into sink: inout Sink) -> Int? {
    let byte = base[offset]
    guard byte == UInt8(ascii: ",") || byte == UInt8(ascii: "."), isDigit(at: offset + 1) else {
      return nil
    }
    if byte == UInt8(ascii: ",") {
      var digits = 1
      while digits < 4, isDigit(at: offset + 1 + digits) { digits += 1 }
      if digits == 3 { return offset + 1 }
      if digits > 3 { return nil }
    }
    sink.push(UInt8(ascii: "."))
    return offset + 1
  }

  /// A hyphen or soft hyphen at the end of a line: where the word goes on, on the next one.
  private func lineJoin(after offset: Int) -> Int? {
    var next = offset
    while next < count, isBlank(base[next]) { next += 1 }
    guard next < count, base[next] == 10 else { return nil }
    next += 1
    while next < count, isBlank(base[next]) { next += 1 }
    guard next < count else { return nil }
    let first = base[next]
    let lowercase = first &- 97 < 26 || (first >= 0x80 && isLetter(at: next))
    return lowercase ? next : nil
  }

  private func isBlank(_ byte: UInt8) -> Bool { byte == 32 || byte == 9 || byte == 13 }

  /// `10⁹` and `m²` keep their exponent; after a longer word it is a note marker and is skipped.
  private func superscript<Sink: FoldSink>(
    at offset: Int, start: Int, afterDigit: Bool, into sink: inout Sink
  ) -> Int? {
    let counts = afterDigit || offset - start <= 3
    if counts { sink.push(UInt8(ascii: "^")) }
    var next = offset
    while next < count {
      let (entry, width) = entry(at: next)
      guard entry & 15 == FoldTable.Class.superscript else { break }
      if counts { sink.push(UInt8(truncatingIfNeeded: entry >> 8)) }
      next += width
    }
    return next
  }

  /// Whether a dash is the sign of the number after it and not a range or a bullet.
  func isSign(at offset: Int, width: Int) -> Bool {
    guard isDigit(at: offset + width) else { return false }
    guard offset > 0 else { return true }
    switch base[offset - 1] {
    case 32, 9, 10, 13, 40, 91, 34, 39, 0x3D, 0x3C, 0x3E: break
    case 0xA0 where offset > 1 && base[offset - 2] == 0xC2: break
    default: return false
    }
    // "1990 - 2000" and "pages 60 -75" are ranges.
    var before = offset - 1
    while before > 0, base[before] == 32 { before -= 1 }
    return !isDigit(at: before)
  }

  /// `<`, `>`, `=` and `+` carry meaning before a number only; elsewhere they are decoration.
  func isMeaningful(at offset: Int) -> Bool {
    switch base[offset] {
    case 0x2B, 0x3C, 0x3D, 0x3E:
      var next = offset + 1
      while next < count, base[next] == 32 { next += 1 }
      guard next < count else { return false }
      return base[next] &- 48 < 10 || (base[next] == 46 && isDigit(at: next + 1))
    default:
      return true
    }
  }
}
