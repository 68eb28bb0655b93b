import CTables
import FonsText
import Foundation

/// Writes text like an encyclopedia's as fast as a disk takes it, the same from the same seed.
///
/// Words come as often as the frozen table says that they do in real texts, with names that no other
/// work has; two fifths of the running words are in phrases that many works share; one paragraph in
/// twelve is boilerplate; one work in fifty is the mirror of an earlier one.
struct Generator: Sendable {
  let seed: UInt64
  /// Mean bytes of a work.
  let workBytes: Int
  private let words: WordBag
  private let phrases: [[UInt8]]
  private let boilerplate: [[UInt8]]

  init(seed: UInt64, workBytes: Int) {
    self.seed = seed
    self.workBytes = workBytes
    let words = WordBag()
    var random = SplitMix(state: seed)
    var phrases: [[UInt8]] = []
    for _ in 0..<60_000 {
      var phrase: [UInt8] = []
      for _ in 0..<3 + random.next(7) { words.append(to: &phrase, &random) }
      phrases.append(phrase)
    }
    self.words = words
    self.phrases = phrases
    boilerplate = (0..<40).map { _ in
      var paragraph: [UInt8] = []
      for _ in 0..<20 + random.next(40) { words.append(to: &paragraph, &random) }
      return paragraph
    }
  }

  /// The text of work `number`, paragraphs divided by empty lines.
  func text(_ number: Int) -> [UInt8] {
    var random = SplitMix(
      state: seed ^ UInt64(truncatingIfNeeded: number + 1) &* 0xD134_2543_DE82_EF95)
    if number > 50, random.next(50) == 0 { return text(random.next(number)) }
    // Most works are short and a few are long, as in an encyclopedia.
    let scale = [4, 6, 8, 10, 12, 16, 24, 48][random.next(8)]
    let size = max(200, workBytes * scale / 16)
    var text: [UInt8] = []
    text.reserveCapacity(size + 2000)
    let names = (0..<6).map { _ in Self.name(&random) }
    while text.count < size {
      if random.next(12) == 0 {
        text += boilerplate[random.skewed(boilerplate.count)]
      } else {
        paragraph(&text, names, &random)
      }
      text += [10, 10]
    }
    return text
  }

  private func paragraph(
    _ text: inout [UInt8], _ names: [[UInt8]], _ random: inout SplitMix
  ) {
    for _ in 0..<3 + random.next(5) {
      let start = text.count
      var count = 8 + random.next(20)
      while count > 0 {
        switch random.next(32) {
        case 0: text += names[random.next(names.count)]
        case 1...3:
          text += phrases[random.skewed(phrases.count)]
          count -= 6
        default: words.append(to: &text, &random)
        }
        count -= 1
      }
      // A sentence begins with a capital and ends with a full stop.
      if text[start] &- 97 < 26 { text[start] -= 32 }
      text[text.count - 1] = 46
      text.append(32)
    }
  }

  private static func name(_ random: inout SplitMix) -> [UInt8] {
    let syllables = [
      "ka", "lo", "mer", "tin", "su", "ral", "ven", "do", "pi", "shan", "wick", "ford", "bel",
      "gor",
      "hal", "es",
    ]
    var name: [UInt8] = []
    for _ in 0..<2 + random.next(3) { name += syllables[random.next(syllables.count)].utf8 }
    name[0] -= 32
    return name + [32]
  }
}

/// Draws words as often as they come in real texts (alias method; Walker, 1977).
struct WordBag: Sendable {
  private var bytes: [UInt8] = []
  private var starts: [Int] = [0]
  private var shares: [UInt32] = []
  private var aliases: [UInt32] = []

  init() {
    let table = UnsafeBufferPointer(
      start: fons_frequency_table_start(), count: fons_frequency_table_size())
    var weights: [Double] = []
    for line in table.split(separator: UInt8(ascii: "\n")) {
      let fields = line.split(separator: UInt8(ascii: " "), maxSplits: 1)
      guard fields.count == 2, let bits = Double(String(decoding: fields[0], as: UTF8.self)) else {
        continue
      }
      for word in fields[1].split(separator: 32) where word.allSatisfy({ $0 < 0x80 }) {
        bytes += word + [32]
        starts.append(bytes.count)
        weights.append(exp2(-bits / 2))
      }
    }
    let mean = weights.reduce(0, +) / Double(weights.count)
    var scaled = weights.map { $0 / mean }
    shares = [UInt32](repeating: .max, count: scaled.count)
    aliases = scaled.indices.map { UInt32($0) }
    var small = scaled.indices.filter { scaled[$0] < 1 }
    var large = scaled.indices.filter { scaled[$0] >= 1 }
    while let low = small.popLast(), let high = large.last {
      shares[low] = UInt32(scaled[low] * 0xFFFF_FFFF)
      aliases[low] = UInt32(high)
      scaled[high] -= 1 - scaled[low]
      if scaled[high] < 1 {
        large.removeLast()
        small.append(high)
      }
    }
  }

  /// Appends a word and a space.
  func append(to text: inout [UInt8], _ random: inout SplitMix) {
    let draw = random.next()
    var word = Int(((draw >> 32) &* UInt64(shares.count)) >> 32)
    if UInt32(truncatingIfNeeded: draw) > shares[word] { word = Int(aliases[word]) }
    text += bytes[starts[word]..<starts[word + 1]]
  }
}

/// Numbers that look random and are the same in every run (Steele, Lea and Flood, 2014).
struct SplitMix {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = state
    value = (value ^ value >> 30) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ value >> 27) &* 0x94D0_49BB_1331_11EB
    return value ^ value >> 31
  }

  /// From 0 to below `bound`.
  mutating func next(_ bound: Int) -> Int {
    Int(((next() >> 32) &* UInt64(bound)) >> 32)
  }

  /// From 0 to below `bound`, low numbers far more often.
  mutating func skewed(_ bound: Int) -> Int {
    let share = Double(next() >> 11) / 0x1p53
    return min(bound - 1, Int(Double(bound) * share * share * share))
  }
}
