import FonsText
import Testing

@Suite struct PairTests {
  private func words(_ text: String) -> [Word] { Words.scan(Array(text.utf8)) }

  private func kept(_ words: [Word], block: Int) -> [(hash: UInt64, first: Int)] {
    var result: [(UInt64, Int)] = []
    words.withUnsafeBufferPointer {
      Pair.sample($0, Frequencies.table, block: block, CommonGrams()) { result.append(($0, $1)) }
    }
    return result
  }

  @Test func commonWordsStandOutside() {
    let plain = words("heron of the estuary")
    let other = words("heron and estuary")
    #expect(Pair.all(plain).map(\.hash) == Pair.all(other).map(\.hash))
    #expect(Pair.all(plain).map(\.second) == [3])
    #expect(Pair.all(words("estuary heron")).map(\.hash) != Pair.all(plain).map(\.hash))
  }

  @Test func everyKeptPairIsLookedUpAgain() {
    let text = words(
      "The heron waited beside the weir while otters dived under moored barges and gulls circled"
        + " above the estuary where salmon leapt against brackish currents")
    let sought = Pair.all(text).map(\.hash)
    for block in 1...4 {
      let kept = kept(text, block: block)
      #expect(!kept.isEmpty && kept.allSatisfy { sought.contains($0.hash) })
      #expect(kept.map(\.first) == kept.map(\.first).sorted())
    }
    #expect(kept(text, block: 1).count == Pair.all(text).count { $0.second > $0.first } / 2 + 1)
  }

  @Test func aWordPutInBetweenLeavesAPair() {
    let whole = kept(words("salmon estuary"), block: 1)
    let sought = Pair.all(words("salmon stranger estuary")).map(\.hash)
    #expect(whole.count == 1 && sought.contains(whole[0].hash))
  }

  /// What stands everywhere is not kept where something else will do.
  @Test func commonGramsAreAvoided() {
    var text = ""
    var seed: UInt64 = 3
    while text.utf8.count < CommonGrams.sampleBytes {
      seed = mix(seed, 0x9E37_79B9_7F4A_7C15) &+ 1
      text += "herons wade slowly through shallows \(seed) \(seed >> 7) \(seed >> 13) "
    }
    let common = CommonGrams(learningFrom: [Array(text.utf8)[...]])
    let sample = words(String(text.prefix(20_000)))
    var kept: [Int] = []
    sample.withUnsafeBufferPointer { Gram.sample($0, common) { kept.append($1) } }
    let inside = Gram.all(words("herons wade slowly through shallows"))
    let all = Gram.all(sample)
    #expect(inside.allSatisfy(common.contains))
    #expect(!kept.contains { inside.contains(all[$0]) })
    for start in 0..<sample.count - 6 {
      #expect(kept.contains { $0 >= start && $0 < start + Gram.window })
    }
  }
}
