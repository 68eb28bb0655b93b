import FonsLibrary
import FonsText

/// Draws passages from a library, the same ones in every run.
struct PassageSampler {
  private let library: Library
  private let works: [(id: WorkID, bytes: Int)]

  init(_ library: Library) {
    self.library = library
    var works: [(WorkID, Int)] = []
    for (segment, count) in library.worksOfSegments.enumerated() {
      for work in 0..<count {
        let id = WorkID(segment: segment, work: work)
        works.append((id, library.textCount(of: id)))
      }
    }
    self.works = works.filter { $0.1 > 4000 }
  }

  /// Runs of words; `damage` per cent of them replaced by words of other passages.
  func draw(_ count: Int, words range: ClosedRange<Int>, damage: Int) -> [[UInt8]] {
    var random = Random(state: 1)
    var result: [[UInt8]] = []
    while result.count < count {
      guard let (bytes, words) = stretch(&random) else { continue }
      let length = random.next(in: range)
      guard words.count > length + 40 else { continue }
      let start = random.next(in: 20...words.count - length - 10)
      var text: [UInt8] = []
      for index in start..<start + length {
        let isDamaged = damage > 0 && random.next(in: 0...99) < damage
        let word = isDamaged ? words[random.next(in: 0...words.count - 1)] : words[index]
        text += bytes[word.range.range] + [32]
      }
      result.append(text)
    }
    return result
  }

  /// Words of one passage in a random order.
  func absent(_ count: Int) -> [[UInt8]] {
    var random = Random(state: 2)
    return draw(count, words: 20...60, damage: 0).map { text in
      var words = text.split(separator: 32)
      for index in stride(from: words.count - 1, to: 0, by: -1) {
        words.swapAt(index, random.next(in: 0...index))
      }
      return Array(words.joined(separator: [32]))
    }
  }

  private func stretch(_ random: inout Random) -> (bytes: [UInt8], words: [Word])? {
    // Long works are drawn more often than short ones.
    var place = random.next(in: 0...works.reduce(0) { $0 + $1.bytes } - 1)
    for (id, bytes) in works {
      if place < bytes {
        let start = min(place, bytes - 3000)
        guard let text = library.text(of: id, ByteRange(start, start + 3000)) else { return nil }
        return (text, Words.scan(text))
      }
      place -= bytes
    }
    return nil
  }
}

/// Numbers that are the same in every run.
struct Random {
  var state: UInt64

  mutating func next(in range: ClosedRange<Int>) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    return range.lowerBound + Int(mix(state, state ^ 0xA076_1D64_78BD_642F) % UInt64(range.count))
  }
}
