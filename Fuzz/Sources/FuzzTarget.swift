import FonsDocument
import Foundation

@testable import FonsFormat
@testable import FonsSource

/// A parser, and how it is given an input.
struct FuzzTarget: Sendable {
  var run: @Sendable ([UInt8]) -> Void

  /// Every parser of Fons by name.
  static let all: [String: FuzzTarget] = {
    var targets: [String: FuzzTarget] = [
      "wikitext": FuzzTarget { wikitext($0, language: "en") },
      "wikitext-zh": FuzzTarget { wikitext($0, language: "zh") },
      "pdf-layout": FuzzTarget { bytes in
        check(PDFTextWriter(PDFLayout(bytes)).write().text)
      },
      "charset": FuzzTarget { bytes in
        let decoded = TextDecoding.decode(bytes, declared: HTMLReader.declaredCharset(bytes))
        precondition(String(validating: decoded.text, as: UTF8.self) != nil)
      },
      "bibliography": FuzzTarget { bytes in
        _ = Bibliography.read(TextDecoding.decode(bytes).text)
      },
      "zim": FuzzTarget(run: ZimTarget.run),
      "segment": FuzzTarget(run: LibraryTarget.segment),
      "manifest": FuzzTarget(run: LibraryTarget.manifest),
      "history": FuzzTarget(run: HistoryTarget.run),
    ]
    // Documents: the parser, then quotations and citations out of what it read.
    for format in InputFormat.allCases {
      targets["document-\(format.rawValue)"] = FuzzTarget { document($0, format) }
    }
    targets["document"] = FuzzTarget { document($0, nil) }
    // Sources: one way in for all containers; each name has its own seeds.
    for name in ["dump", "bzip2", "archive", "warc", "book", "office", "mailbox", "page"] {
      targets["source-\(name)"] = FuzzTarget(run: source)
    }
    return targets
  }()

  private static func wikitext(_ bytes: [UInt8], language: String) {
    check(WikitextRenderer(language: language).render(bytes, title: "Title"))
  }

  private static func document(_ bytes: [UInt8], _ format: InputFormat?) {
    guard let document = try? DocumentReader().read(bytes, name: nil, format: format) else {
      return
    }
    for quotation in document.quotations {
      precondition(quotation.range.end <= document.bytes.count)
      for part in quotation.parts { precondition(part.end <= quotation.text.count) }
      for citation in quotation.citations {
        precondition((citation.range.end) <= document.bytes.count)
      }
    }
    for range in document.commentary { precondition(range.end <= document.bytes.count) }
  }

  private static func source(_ bytes: [UInt8]) {
    let options = SourceOptions(fileLimit: 4 << 20)
    let item = Item(path: "input", content: .bytes(bytes))
    try? ItemReader(options: options, root: "").read(item) { event in
      guard case .work(let work) = event else { return }
      for note in work.notes { precondition(note.range.end <= work.text.count) }
      for section in work.sections { precondition(section.start <= work.text.count) }
    }
  }

  /// What every reader of text promises.
  static func check(_ text: StructuredText) {
    precondition(String(validating: text.text, as: UTF8.self) != nil, "Not UTF-8.")
    var end = 0
    for block in text.blocks {
      precondition(block.range.start >= end && block.range.end >= block.range.start)
      end = block.range.end
    }
    precondition(end <= text.text.count)
    for span in text.spans { precondition(span.range.end <= text.text.count) }
    for note in text.notes { precondition(note.range.end <= text.text.count) }
  }
}
