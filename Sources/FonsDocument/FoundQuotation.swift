import FonsText

/// A quotation before its text is taken apart; all ranges are bytes of the structured text.
struct FoundQuotation {
  /// Marks included.
  var outer: ByteRange
  /// What is quoted, in order; several where paragraphs reopen the marks.
  var pieces: [ByteRange]
  var marks: Quotation.Marks
  /// The first and last block that it touches.
  var blocks: ClosedRange<Int>
  var speaker: String?
  /// Address in the markup.
  var cite: String?
  /// A citation inside a block quotation, behind the quoted words.
  var source: ByteRange?

  var isBlock: Bool {
    switch marks {
    case .block, .lines: return true
    default: return false
    }
  }

  var content: ByteRange { ByteRange(pieces[0].start, pieces[pieces.count - 1].end) }
}
