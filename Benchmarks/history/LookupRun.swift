import FonsLibrary
import Foundation

/// What a look-up costs, and what the revisions of the longest history come to: how both grow is seen on
/// histories of different length.
struct LookupRun {
  private let history: History

  init(library path: String) throws { history = onlyHistory(of: try Library(path)) }

  func run(count: Int = 1000) {
    var random = Seeded(state: 7)
    var all = 0
    for index in 0..<history.count { all += history.text(of: index)?.count ?? 0 }
    let newest = history.newest.flatMap { history.text(of: $0) } ?? []
    print(
      "\(history.count) revisions, \(history.texts) different texts; newest plain text "
        + "\(newest.count) bytes, all \(all)")
    var lookups: [Double] = []
    var rebuilds: [Double] = []
    for _ in 0..<count {
      let revision = Int.random(in: 0..<history.count, using: &random)
      var start = computed()
      guard let text = history.text(of: revision), text.count > 200 else { continue }
      rebuilds.append(Double(computed() - start) / 1e6)
      let from = Int.random(in: 0..<text.count - 150, using: &random)
      let passage = Array(text[from..<from + Int.random(in: 40...150, using: &random)])
      start = computed()
      guard history.lifetimes(of: passage).contains(revision) else {
        print("wrong: revision \(revision) lacks what it holds at \(from)")
        exit(1)
      }
      lookups.append(Double(computed() - start) / 1e6)
    }
    print("a look-up of lifetimes takes \(percentiles(&lookups))")
    print("a revision is made again in \(percentiles(&rebuilds))")
  }
}
