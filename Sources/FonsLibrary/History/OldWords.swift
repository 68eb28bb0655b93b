internal import FonsText

/// The words by which the older states of a work are found.
enum OldWords {
  /// The words around each gram that the newest text lacks and no earlier strand has, a line for each
  /// run of them: what revisions newly made, once, with as much around it as a gram is long.
  static func text(_ weave: Weave, newest: [UInt8]) -> [UInt8] {
    var seen = Set(Gram.all(Words.scan(newest)))
    var result: [UInt8] = []
    var words: [Word] = []
    for strand in 0..<UInt32(weave.count) {
      let range = weave.range(of: strand)
      words.removeAll(keepingCapacity: true)
      weave.pool.withUnsafeBufferPointer {
        Words.scan(UnsafeBufferPointer(rebasing: $0[range]), into: &words)
      }
      let grams = Gram.all(words)
      var open: Range<Int>?
      for index in grams.indices where seen.insert(grams[index]).inserted {
        let own = index..<index + Gram.size
        if let run = open, run.upperBound >= own.lowerBound {
          open = run.lowerBound..<own.upperBound
        } else {
          if let run = open { append(run) }
          open = own
        }
      }
      if let run = open { append(run) }

      func append(_ run: Range<Int>) {
        let start = range.lowerBound + Int(words[run.lowerBound].start)
        let end = range.lowerBound + Int(words[run.upperBound - 1].end)
        result += weave.pool[start..<end]
        result.append(10)
      }
    }
    return result
  }
}
