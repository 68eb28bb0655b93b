import FonsFormat
import FonsText

/// Finds the quotations of a document, binds their citations, and says what is left.
struct QuotationFinder {
  let context: DocumentContext
  /// The bytes that ranges and lines count in.
  let bytes: [UInt8]

  private let format: InputFormat

  init(_ structured: StructuredText, bytes: [UInt8], format: InputFormat) {
    context = DocumentContext(structured)
    self.bytes = bytes
    self.format = format
  }

  func find() -> (quotations: [Quotation], commentary: [ByteRange]) {
    var found = BlockQuotations(context).find()
    let inline = InlineQuotations(context)
    found += inline.find()
    found.sort { $0.outer < $1.outer }
    found = Self.withoutOverlaps(found)
    var binder = CitationBinder(context, found)
    var lines = LineCounter(bytes)
    let quotations = found.indices.map { index in
      var quotation = QuotationBuilder.make(found[index], context)
      if format == .text, found[index].isBlock { quotation.marks = .lines }
      quotation.citations = binder.citations(of: index)
      quotation.line = lines.line(of: quotation.range.start)
      return quotation
    }
    let commentary = Commentary(context, found).ranges()
    return (quotations, commentary)
  }

  private static func withoutOverlaps(_ found: [FoundQuotation]) -> [FoundQuotation] {
    var result: [FoundQuotation] = []
    for quotation in found where quotation.outer.start >= (result.last?.outer.end ?? 0) {
      result.append(quotation)
    }
    return result
  }
}

/// Line numbers of ascending offsets.
struct LineCounter {
  private let bytes: [UInt8]
  private var offset = 0
  private var number = 1

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  /// The line of an offset, from 1; offsets that go back give the line last reached.
  ///
  /// - Complexity: O(bytes since the last call)
  mutating func line(of target: Int) -> Int {
    while offset < min(target, bytes.count) {
      let byte = bytes[offset]
      offset += 1
      let isReturn = byte == 0x0D && (offset == bytes.count || bytes[offset] != 0x0A)
      if byte == 0x0A || isReturn { number += 1 }
    }
    return number
  }
}
