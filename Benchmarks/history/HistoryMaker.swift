import Foundation

/// Writes the history of a made page as an export: sentences of a real text, edited, moved, vandalised,
/// blanked and restored.
///
/// Each revision is one of: a word changed (45 %), a sentence added (15 %) or taken out (10 %), a
/// paragraph moved (5 %), vandalism that the next revision reverts (12 %), a blanking that the next one
/// reverts (3 %), a link made (10 %).
struct HistoryMaker {
  private let sentences: [String]
  private let words: [String]
  private var random: Seeded

  init(text path: String, seed: UInt64) throws {
    let text = try String(contentsOfFile: path, encoding: .utf8)
    sentences = text.replacingOccurrences(of: "\n", with: " ").components(separatedBy: ". ")
      .map { $0.trimmingCharacters(in: .whitespaces) }
      .filter { (30...300).contains($0.utf8.count) && !$0.contains("<") && !$0.contains("&") }
    words = sentences.flatMap { $0.split(separator: " ").map(String.init) }
    random = Seeded(state: seed)
    guard sentences.count > 500 else {
      print("the text has too few sentences")
      exit(1)
    }
  }

  func write(revisions: Int) throws {
    var maker = self
    maker.put(
      "<mediawiki version=\"0.11\" xml:lang=\"en\"><siteinfo><base>https://wiki.example/wiki/Main</base></siteinfo><page><title>Made history</title><ns>0</ns><id>1</id>"
    )
    var page = (0..<60).map { _ in (0..<6).map { _ in maker.sentence() } }
    var number = 0
    while number < revisions {
      let chance = Int.random(in: 0..<100, using: &maker.random)
      if chance < 15, number + 1 < revisions {
        var broken = page
        if chance < 3 {
          broken = []
        } else {
          let at = Int.random(in: 0..<broken.count, using: &maker.random)
          broken[at] = ["\(maker.word()) \(maker.word()) \(maker.word())!!!"]
        }
        maker.revision(number, broken)
        number += 1
      } else {
        maker.edit(&page, chance)
      }
      maker.revision(number, page)
      number += 1
    }
    maker.put("</page></mediawiki>\n")
  }

  private mutating func edit(_ page: inout [[String]], _ chance: Int) {
    let at = Int.random(in: 0..<page.count, using: &random)
    let place = Int.random(in: 0..<page[at].count, using: &random)
    switch chance {
    case ..<60:
      var words = page[at][place].split(separator: " ").map(String.init)
      words[Int.random(in: 0..<words.count, using: &random)] = word()
      page[at][place] = words.joined(separator: " ")
    case ..<75: page[at].insert(sentence(), at: place)
    case ..<85:
      if page[at].count > 1 { page[at].remove(at: place) }
    case ..<90:
      let moved = page.remove(at: at)
      page.insert(moved, at: Int.random(in: 0...page.count, using: &random))
    default:
      var words = page[at][place].split(separator: " ").map(String.init)
      let index = Int.random(in: 0..<words.count, using: &random)
      if !words[index].contains("[") { words[index] = "[[\(words[index])]]" }
      page[at][place] = words.joined(separator: " ")
    }
  }

  private mutating func sentence() -> String {
    sentences[Int.random(in: 0..<sentences.count, using: &random)]
  }

  private mutating func word() -> String {
    words[Int.random(in: 0..<words.count, using: &random)]
  }

  private func revision(_ number: Int, _ page: [[String]]) {
    let time = Date(timeIntervalSince1970: 1_000_000_000 + Double(number) * 3000)
      .formatted(.iso8601)
    let text = page.map { $0.joined(separator: ". ") + "." }.joined(separator: "\n\n")
    put(
      "<revision><id>\(number + 1)</id><parentid>\(number)</parentid><timestamp>\(time)</timestamp><contributor><username>Editor \(number % 97)</username></contributor><text>\(text)</text></revision>\n"
    )
  }

  private func put(_ text: String) { FileHandle.standardOutput.write(Data(text.utf8)) }
}
