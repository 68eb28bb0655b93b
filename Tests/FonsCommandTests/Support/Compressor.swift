import Foundation

/// Ways in which dumps come, made by the tools that people use.
enum Compressor: String, CaseIterable, Sendable {
  case plain = ""
  case bzip2, gzip, xz

  var suffix: String {
    switch self {
    case .plain: ""
    case .bzip2: ".bz2"
    case .gzip: ".gz"
    case .xz: ".xz"
    }
  }

  /// nil where the tool is not installed.
  func compress(_ bytes: [UInt8]) throws -> [UInt8]? {
    guard self != .plain else { return bytes }
    let folder = try TemporaryFolder()
    let source = try folder.write("plain", bytes)
    let run = try Fons().shell(
      "command -v \(rawValue) > /dev/null && \(rawValue) -1 -c < '\(source)'")
    return run.status == 0 ? run.output : nil
  }
}

/// Numbers that look random and are the same in every run (SplitMix64).
struct Seeded: RandomNumberGenerator {
  private var state: UInt64

  init(_ seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = state
    value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
    return value ^ (value >> 31)
  }
}

/// Text that quotes nothing and repeats little.
enum Prose {
  private static let words = """
    harbour window letter winter candle river market orchard engine shadow teacher garden signal \
    mountain paper morning silver captain village thunder blanket corner basket soldier kitchen \
    feather meadow bridge copper lantern journey ribbon castle stranger cellar barrel whisper
    """.split(separator: " ").map(String.init)

  /// About `count` bytes of sentences.
  static func text(_ count: Int, seed: UInt64 = 1) -> String {
    var random = Seeded(seed)
    var text = ""
    while text.utf8.count < count {
      text += sentences[Int.random(in: 0..<sentences.count, using: &random)]
    }
    return text
  }

  private static let sentences: [String] = {
    var random = Seeded(0)
    return (0..<4000).map { _ in
      let chosen = (0..<12).map { _ in words[Int.random(in: 0..<words.count, using: &random)] }
      return "The \(chosen.joined(separator: " ")).\n"
    }
  }()

  /// A MediaWiki export of `pages` invented pages.
  static func export(pages: Int, bytesEach: Int, seed: UInt64 = 1) -> String {
    var text = "<mediawiki version=\"0.11\" xml:lang=\"en\">\n"
    for page in 1...pages {
      text += """
        <page><title>Page \(page)</title><ns>0</ns><id>\(page)</id><revision><id>\(page)</id>\
        <timestamp>2025-01-01T00:00:00Z</timestamp><text>\
        \(self.text(bytesEach, seed: seed &* 1_000_003 &+ UInt64(page)))</text></revision></page>

        """
    }
    return text + "</mediawiki>\n"
  }
}
