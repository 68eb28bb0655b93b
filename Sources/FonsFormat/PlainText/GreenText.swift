/// Tells lines that carry a passage from greentext (`>be me`, `>implying …`), which is a way of
/// speaking and quotes nobody.
enum GreenText {
  /// Whether a run of `>` lines of one level is a quotation.
  static func isPassage(_ text: [UInt8], _ lines: [QuoteLine]) -> Bool {
    let bodies = lines.filter { !$0.body.isEmpty }
    guard let first = bodies.first, let last = bodies.last else { return false }
    if hasStarter(text, first.body) { return false }
    var total = 0
    var longest = 0
    for line in bodies {
      let words = WordCount.count(text, line.body, upTo: 64)
      total += words
      longest = max(longest, words)
    }
    let isSentence = SentenceShape.matches(text, first.body.lowerBound, last.body.upperBound)
    if isSentence, total >= 3 { return true }
    if first.isSpaced { return total >= 3 }
    if longest >= 8 { return true }
    let isWrapped = bodies.count > 1 && bodies.dropLast().allSatisfy { $0.body.count >= 35 }
    return isWrapped && total >= 8
  }

  private static func hasStarter(_ text: [UInt8], _ body: Range<Int>) -> Bool {
    let at = body.lowerBound
    let words: [StaticString] = [
      "be", "implying", "mfw", "mrw", "tfw", "mfw", "inb4", "yfw", "current year", "not",
      "he thinks", "she thinks", "they think", "he actually", "unironically", "muh", "literally",
      "pic related",
    ]
    for word in words where text.hasIgnoringCase(word, at: at) {
      let end = at + word.utf8CodeUnitCount
      if end >= body.upperBound { return true }
      guard ASCII.isSpace(text[end]) else { continue }
      // "Not all harbours freeze." is a sentence; ">not checking the notes" is not.
      if ASCII.isUpper(text[at]), SentenceShape.matches(text, at, body.upperBound) { return false }
      return true
    }
    return false
  }
}
