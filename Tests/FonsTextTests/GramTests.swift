import FonsText
import Testing

@Suite struct GramTests {
  private func words(_ count: Int, seed: UInt64) -> [Word] {
    var state = seed
    return (0..<count).map { index in
      state = mix(state, 0x9E37_79B9_7F4A_7C15) &+ UInt64(index)
      return Word(hash: mix(state, 0xA076_1D64_78BD_642F), start: UInt32(index * 6), length: 5)
    }
  }

  private func kept(_ words: [Word]) -> [Int] {
    var result: [Int] = []
    words.withUnsafeBufferPointer { Gram.sample($0, CommonGrams()) { result.append($1) } }
    return result
  }

  /// DESIGN §4: any 6 intact words in a row leave a seed.
  @Test func everyWindowKeepsAGram() {
    for count in 0...130 {
      let kept = kept(words(count, seed: UInt64(count) + 1))
      #expect(kept == kept.sorted() && Set(kept).count == kept.count)
      let span = Gram.window + Gram.size - 1
      guard count >= span else {
        #expect(kept.count == max(0, count - Gram.size + 1))
        continue
      }
      for start in 0...(count - span) {
        #expect(kept.contains { $0 >= start && $0 < start + Gram.window })
      }
    }
  }

  @Test func theSampleIsAsDenseAsMeasured() {
    let density = Double(kept(words(100_000, seed: 7)).count) / 100_000
    #expect(density > 0.33 && density < 0.34)
  }

  @Test func anOrderMakesAnotherGram() {
    let four = words(4, seed: 3)
    #expect(Gram.all(four) != Gram.all(four.reversed()))
    #expect(Gram.all(Array(four.prefix(3))).isEmpty)
  }
}
