import Testing

@testable import FonsText

/// The quick way through plain words finds what the general way finds.
@Suite struct PlainWordTests {
  @Test func everyPairAndTripleOfBytes() {
    let interesting =
      Array("aZ09 .,'`-[]$%&\u{1}\n\t_^#{é²½灯\u{301}\u{AD}".utf8) + [0x80, 0xC3, 0xFF]
    for first in interesting {
      for second in interesting {
        let bytes = Array("word".utf8) + [first, second] + Array("more 7 [note 3] x".utf8)
        #expect(Words.scan(bytes) == Words.scanSlowly(bytes), "\(first) \(second)")
      }
    }
  }

  @Test func everyLengthOfText() {
    var state: UInt64 = 7
    let alphabet = Array("abcdefgh     .,-'\n12éß[".utf8)
    for count in 0...130 {
      for _ in 0..<40 {
        let bytes = (0..<count).map { _ in
          state = mix(state &+ 1, 0x9E37_79B9_7F4A_7C15)
          return alphabet[Int(state % UInt64(alphabet.count))]
        }
        #expect(Words.scan(bytes) == Words.scanSlowly(bytes))
      }
    }
  }

  @Test func longWords() {
    for count in [7, 8, 9, 55, 56, 57, 63, 64, 65, 71, 72, 80, 1023, 1024, 1025, 3000] {
      let bytes = [UInt8](repeating: UInt8(ascii: "Q"), count: count) + Array(" end".utf8)
      #expect(Words.scan(bytes) == Words.scanSlowly(bytes), "\(count)")
    }
  }
}
