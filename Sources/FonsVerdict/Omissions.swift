internal import FonsAlignment
internal import FonsText

/// The words that marked omissions leave out of a passage.
struct Omissions {
  /// Parts farther apart than this many words are stitched.
  static let mostWords = 200

  struct Gap {
    /// Words of the window that were left out.
    var words: Range<Int>
    /// Of the work's text: from the last word before it to the first after it.
    var range: ByteRange
  }

  private(set) var gaps: [Gap] = []
  /// Words left out without a mark, the longest run.
  private var longestUnmarked = 0

  init(_ passage: Passage, _ quoted: QuotedText) {
    var run: Range<Int>?
    var place = 0
    func end() -> Gap? {
      run.map { words in
        let all = passage.window.words
        let first = all[max(0, words.lowerBound - 1)]
        let last = all[min(all.count - 1, words.upperBound)]
        return Gap(words: words, range: ByteRange(Int(first.start), Int(last.start)))
      }
    }
    for step in passage.alignment.steps + [Alignment.Step(.same, 0..<0, 0..<0)] {
      if step.kind == .missing {
        run = (run?.lowerBound ?? step.source.lowerBound)..<step.source.upperBound
        place = step.quoted.lowerBound
        continue
      }
      if let gap = end() {
        if quoted.omissions.contains(place) {
          gaps.append(gap)
        } else {
          longestUnmarked = max(longestUnmarked, gap.words.count)
        }
      }
      run = nil
    }
  }

  /// No words were left out at a mark.
  var isEmpty: Bool { gaps.isEmpty }

  var words: Int { gaps.reduce(0) { $0 + $1.words.count } }

  /// Whether two parts lie more than one section or 200 words apart.
  func isTooFar(sections: (Int) -> Int) -> Bool {
    longestUnmarked > Self.mostWords
      || gaps.contains { gap in
        gap.words.count > Self.mostWords
          || sections(gap.range.end) - sections(gap.range.start) > 1
      }
  }
}
