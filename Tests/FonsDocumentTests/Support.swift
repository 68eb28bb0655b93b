import FonsDocument
import FonsText

func read(_ text: String, _ format: InputFormat? = nil) throws -> Document {
  try DocumentReader().read(Array(text.utf8), name: nil, format: format)
}

extension Document {
  /// What stands in the document's bytes where each quotation is.
  var quoted: [String] { quotations.map { slice($0.range) } }
  /// The quotations' texts.
  var texts: [String] { quotations.map { String(decoding: $0.text, as: UTF8.self) } }
  var comments: [String] { commentary.map(slice) }

  func slice(_ range: ByteRange) -> String { String(decoding: bytes[range.range], as: UTF8.self) }
}

extension Quotation {
  func slice(_ range: ByteRange) -> String { String(decoding: text[range.range], as: UTF8.self) }

  var partTexts: [String] { parts.map(slice) }
  var omissionTexts: [String] { omissions.map(slice) }
  var insertionTexts: [String] { insertions.map { "\($0.kind.rawValue) \(slice($0.range))" } }
  var markers: [String] { noteMarkers.map(\.marker) }
  /// `kind value` of each candidate.
  var candidates: [String] { citations.map { "\($0.kind.rawValue) \($0.value)" } }
  /// `binding kind value` of each candidate.
  var bound: [String] {
    citations.map { "\($0.binding.rawValue) \($0.kind.rawValue) \($0.value)" }
  }
}
