internal import FonsDocument
internal import FonsText

/// Compares bytes: what needs no closer look, nearly all of most quotations.
struct SameBytes {
  let quoted: QuotedText
  let source: SourceWindow

  /// Whether every word and every gap stands in the source as quoted, nothing was put in, and nothing
  /// beside the passage can take a part of its meaning: there is no difference, and nothing
  /// has to be known of words to say so.
  func holds(_ alignment: Alignment) -> Bool {
    guard quoted.quotation.insertions.isEmpty, quoted.repairs.isEmpty, source.repairs.isEmpty,
      let first = alignment.steps.first, let last = alignment.steps.last,
      !quoted.words[first.quoted.lowerBound].flags.contains(.number),
      !quoted.words[max(0, last.quoted.upperBound - 1)].flags.contains(.number),
      !mayBeNegated(behind: last)
    else { return false }
    var previous: Alignment.Step?
    for step in alignment.steps {
      guard hasSameBytes(step) else { return false }
      if let previous, !hasSameGap(previous, step) { return false }
      previous = step
    }
    return true
  }

  /// Whether the word behind the last one looks like a negation in any language.
  private func mayBeNegated(behind last: Alignment.Step) -> Bool {
    guard last.source.upperBound < source.words.count else { return false }
    let next = source.words[last.source.upperBound]
    return MeaningWords.isAny(next.hash, .negation)
      || source.slice(next.range).contains(where: Self.beginsApostrophe)
  }

  /// `'`, `` ` ``, or the first byte of any other apostrophe.
  private static func beginsApostrophe(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x27, 0x60, 0xC2, 0xCA, 0xE2, 0xEF: true
    default: false
    }
  }

  /// Whether a word stands on both sides with the same bytes.
  func hasSameBytes(_ step: Alignment.Step) -> Bool {
    guard step.kind == .same else { return false }
    let left = quoted.words[step.quoted.lowerBound]
    let right = source.words[step.source.lowerBound]
    guard left.length == right.length else { return false }
    return quoted.bytes.withUnsafeBufferPointer { a in
      source.bytes.withUnsafeBufferPointer { b in
        let start = Int(left.start)
        let other = Int(right.start) - source.base
        for offset in 0..<Int(left.length) where a[start + offset] != b[other + offset] {
          return false
        }
        return true
      }
    }
  }

  /// Whether nothing but the amount of space, if anything, differs between two words that follow
  /// each other on both sides.
  func hasSameGap(_ first: Alignment.Step, _ second: Alignment.Step) -> Bool {
    let from = Int(quoted.words[first.quoted.upperBound - 1].end)
    let left = from..<max(from, Int(quoted.words[second.quoted.lowerBound].start))
    let start = Int(source.words[first.source.upperBound - 1].end) - source.base
    let right = start..<max(start, Int(source.words[second.source.lowerBound].start) - source.base)
    guard quoted.repairs.isEmpty, source.repairs.isEmpty else { return false }
    return quoted.marked.withUnsafeBufferPointer { a in
      source.bytes.withUnsafeBufferPointer { b in
        Self.isSameGap(
          UnsafeBufferPointer(rebasing: a[left]), UnsafeBufferPointer(rebasing: b[right]))
      }
    }
  }

  /// Equal bytes; or plain marks, in the same order, with space on both sides or on none. Brackets,
  /// and what may begin an item of a list, are for `separators`.
  private static func isSameGap(
    _ a: UnsafeBufferPointer<UInt8>, _ b: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    if a.count == b.count, a.indices.allSatisfy({ a[$0] == b[$0] }) { return true }
    var i = 0
    var j = 0
    var spaces = (false, false)
    while true {
      while i < a.count, isSpace(a[i]) {
        spaces.0 = true
        i += 1
      }
      while j < b.count, isSpace(b[j]) {
        spaces.1 = true
        j += 1
      }
      guard i < a.count, j < b.count else {
        return i == a.count && j == b.count && spaces.0 == spaces.1
      }
      guard a[i] == b[j], isPlain(a[i]) else { return false }
      i += 1
      j += 1
    }
  }

  /// Neither a bracket nor the end of a dash, a bullet or a middle dot.
  private static func isPlain(_ byte: UInt8) -> Bool {
    switch byte {
    case 0...0x20, 0x2A, 0x2D, 0x5B, 0x7F, 0x93, 0xA2, 0xA3, 0xA6, 0xB7: false
    default: true
    }
  }

  private static func isSpace(_ byte: UInt8) -> Bool { byte == 32 || byte == 10 || byte == 9 }
}
