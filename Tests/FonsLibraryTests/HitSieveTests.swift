import Testing

@testable import FonsLibrary

/// The sieve against the search without it: what it leaves out is what the search leaves out.
@Suite struct HitSieveTests {
  private static let words = 40
  private static let reach = 2048 + 250

  private struct Random {
    var state: UInt64
    mutating func next(_ bound: UInt64) -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return (state >> 33) % bound
    }
  }

  /// Hits all over a text, and some that lie together.
  private func hits(_ random: inout Random, alone: Int, together: [Int]) -> [UInt64] {
    var hits = (0..<alone).map { _ in
      random.next(60_000_000) << 32 | random.next(UInt64(Self.words - 3))
    }
    for count in together {
      let place = random.next(60_000_000)
      for _ in 0..<count {
        hits.append((place + random.next(400)) << 32 | random.next(UInt64(Self.words - 3)))
      }
    }
    return hits
  }

  /// The runs of hits that cover a third of what the best does.
  private func runs(_ hits: [UInt64]) -> [[UInt64]] {
    var runs: [[UInt64]] = []
    for hit in hits.sorted() {
      if let last = runs.last?.last, Int(hit >> 32) - Int(last >> 32) <= Self.reach / 8 {
        runs[runs.count - 1].append(hit)
      } else {
        runs.append([hit])
      }
    }
    func covered(_ run: [UInt64]) -> Int {
      Set(run.flatMap { Int($0 & 0xFFFF_FFFF)..<min(Self.words, Int($0 & 0xFFFF_FFFF) + 4) }).count
    }
    let best = runs.map(covered).max() ?? 0
    return runs.filter { covered($0) * 3 >= best }
  }

  @Test(arguments: 1...60)
  func whatMattersStays(_ seed: Int) {
    var random = Random(state: UInt64(seed) &* 77)
    let together = [[], [3], [9], [14, 9, 2, 2], [40], [300], [5, 5, 5, 5]][seed % 7]
    var all = hits(&random, alone: [0, 20, 400, 2000][seed % 4], together: together)
    let expected = runs(all)
    let kept = all.withUnsafeMutableBufferPointer {
      HitSieve(reach: Self.reach, words: Self.words).sift($0, known: 0)
    }
    #expect(runs(Array(all[..<kept])) == expected)
  }

  @Test func hitsThatStandAloneGoWhereManyLieTogether() {
    var random = Random(state: 5)
    var all = hits(&random, alone: 1500, together: [16])
    let kept = all.withUnsafeMutableBufferPointer {
      HitSieve(reach: Self.reach, words: Self.words).sift($0, known: 0)
    }
    #expect(kept >= 16)
    #expect(kept < all.count / 3)
  }
}
