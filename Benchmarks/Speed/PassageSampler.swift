import FonsLibrary
import FonsText

/// Draws passages from a library, the same ones in every run.
struct PassageSampler {
  private let library: Library
  /// With the bytes of all works before each.
  private let works: [(id: WorkID, bytes: Int, before: Int)]
  private let total: Int

  init(_ library: Library) {
    self.library = library
    var works: [(WorkID, Int, Int)] = []
    var total = 0
    for (segment, count) in library.worksOfSegments.enumerated() {
      for work in 0..<count {
        let id = WorkID(segment: segment, work: work)
        let bytes = library.textCount(of: id)
        guard bytes > 4000 else { continue }
        works.append((id, bytes, total))
        total += bytes
      }
    }
    self.works = works
    self.total = total
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

  func stretch(_ random: inout Random) -> (bytes: [UInt8], words: [Word])? {
    // Long works are drawn more often than short ones.
    let place = random.next(in: 0...total - 1)
    var low = 0
    var high = works.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if works[middle].before <= place { low = middle } else { high = middle }
    }
    let work = works[low]
    let start = min(place - work.before, work.bytes - 3000)
    guard let text = library.text(of: work.id, ByteRange(start, start + 3000)) else { return nil }
    return (text, Words.scan(text))
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
