import FonsLibrary
import FonsSource
import Foundation

/// Compares every revision that a library can make again with the dump that it was made of.
struct Verification {
  let library: Library

  init(library path: String) throws { library = try Library(path) }

  func run(dump: String) throws {
    var options = SourceOptions(namespaces: Set(-2...2600), revisions: .history)
    options.keepsMarkup = true
    var histories: [String: History?] = [:]
    var place: [String: Int] = [:]
    var (same, wrong, hidden, missing) = (0, 0, 0, 0)
    let start = Date()
    // The dump gives a text once: its copies are known by their digest.
    var texts: [String: [PageRevision.Digest: [UInt8]]] = [:]
    try Source(path: dump).read(options: options) { event in
      guard case .revision(let revision) = event else { return }
      let title = revision.page.title
      if histories[title] == nil {
        histories[title] = library.works(named: title).lazy.compactMap { library.history(of: $0) }
          .first { $0.page.title == title }
        texts = [title: [:]]
      }
      guard let history = histories[title] ?? nil else {
        missing += 1
        return
      }
      if case .new(let markup, _) = revision.content { texts[title]?[revision.digest] = markup }
      let index =
        revision.revision.id.flatMap { history.index(of: $0) } ?? place[title, default: 0]
      place[title, default: 0] += 1
      guard case .hidden = revision.content else {
        let markup = texts[title]?[revision.digest] ?? []
        let isNew = if case .new = revision.content { true } else { false }
        let isRight =
          history.markup(of: index) == markup && history.revision(index) == revision.revision
          && (!isNew || history.work(of: index)?.text == history.text(of: index))
        if isRight { same += 1 } else { wrong += 1 }
        return
      }
      if history.isHidden(index) { hidden += 1 } else { wrong += 1 }
    }
    let time = Date().timeIntervalSince(start)
    print(
      "\(same) revisions as in the dump, byte for byte (markup, and plain text as rendered); "
        + "\(hidden) hidden, \(wrong) wrong, \(missing) without a history; "
        + String(format: "%.1f s", time))
    if wrong > 0 { exit(1) }
  }
}
