extension Alignment {
  /// The alignment with some runs of quoted words taken out of it: they become words that the source
  /// lacks, and what they were aligned with becomes words that the quotation lacks, or, at an end,
  /// no part of the passage.
  public func isolating(_ runs: [Range<Int>]) -> Alignment {
    guard !runs.isEmpty else { return self }
    var result: [Step] = []
    var source: Range<Int>?
    var words: Range<Int>?
    func close() {
      if let words {
        let place = source?.lowerBound ?? result.last?.source.upperBound ?? 0
        result.append(Step(.added, words, place..<place))
        if let source, !source.isEmpty {
          for word in source {
            result.append(Step(.missing, words.upperBound..<words.upperBound, word..<word + 1))
          }
        }
      }
      source = nil
      words = nil
    }
    for step in steps {
      let isTaken = step.quoted.contains { word in runs.contains { $0.contains(word) } }
      let isBetween =
        step.quoted.isEmpty && words != nil
        && runs.contains {
          $0.lowerBound <= step.quoted.lowerBound && step.quoted.lowerBound < $0.upperBound
        }
      if isTaken || isBetween {
        let first = words?.lowerBound ?? step.quoted.lowerBound
        words = first..<max(words?.upperBound ?? 0, step.quoted.upperBound)
        source = (source?.lowerBound ?? step.source.lowerBound)..<step.source.upperBound
      } else {
        close()
        result.append(step)
      }
    }
    close()
    return Alignment(steps: Self.trimmed(result))
  }

  /// Missing words before the first word that is held, or after the last, are outside the passage.
  private static func trimmed(_ steps: [Step]) -> [Step] {
    let isHeld: (Step) -> Bool = { $0.kind != .missing && $0.kind != .added }
    guard let first = steps.firstIndex(where: isHeld), let last = steps.lastIndex(where: isHeld)
    else { return steps }
    return steps.enumerated().filter { index, step in
      (first...last).contains(index) || step.kind != .missing
    }.map(\.element)
  }
}
