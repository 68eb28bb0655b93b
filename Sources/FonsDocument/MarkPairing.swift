import FonsFormat

/// Pairs the quotation marks of one block.
///
/// A stack of open marks is enough: a closing mark takes the nearest open one that it fits, and
/// what was opened above that is dropped. So an unbalanced mark costs itself and nothing else.
///
/// - Complexity: O(*n*)
struct MarkPairing {
  struct Pair {
    var open: QuoteMark
    var close: QuoteMark
    /// How many marks were open around it.
    var level: Int
    var isWeak: Bool
  }

  /// Stack entries that a closing mark looks through.
  private static let reach = 16
  private static let stackLimit = 256

  private(set) var pairs: [Pair] = []
  private var stack: [QuoteMark] = []
  /// The latest pair of single and of double marks, which a later mark may turn out to close.
  private var latest: (single: Int?, double: Int?) = (nil, nil)

  /// Marks that nothing closed, in order.
  var unclosed: [QuoteMark] { stack }

  /// - Parameters:
  ///   - carried: a mark that an earlier paragraph left open; it is at the bottom of the stack.
  ///   - isCode: whether the mark at an offset stands in code.
  init(
    _ text: [UInt8], _ block: Range<Int>, from start: Int? = nil, carried: QuoteMark? = nil,
    isCode: (Int) -> Bool
  ) {
    if let carried { stack.append(carried) }
    var index = start ?? block.lowerBound
    while index < block.upperBound {
      guard let found = QuoteGlyph.at(text, index, end: block.upperBound) else {
        index += 1
        continue
      }
      let range = index..<index + found.length
      index = range.upperBound
      if isCode(range.lowerBound) { continue }
      take(QuoteMark(found.glyph, range, in: text, within: block))
    }
  }

  private mutating func take(_ mark: QuoteMark) {
    if mark.closes, let index = opener(for: mark) {
      close(index, with: mark)
    } else if mark.opens {
      if stack.count >= Self.stackLimit { stack.removeFirst(Self.stackLimit / 2) }
      stack.append(mark)
    } else if mark.closes, !mark.isWeak {
      extend(to: mark)
    }
  }

  /// The open mark that `mark` closes; one that may as well open only closes its own kind.
  private func opener(for mark: QuoteMark) -> Int? {
    var index = stack.count - 1
    let bottom = max(0, stack.count - Self.reach)
    while index >= bottom {
      let open = stack[index]
      if open.glyph.closes(with: mark.glyph), open.range.upperBound < mark.range.lowerBound {
        if mark.glyph == .leftSingle, open.glyph != .lowSingle { return nil }
        return index
      }
      index -= 1
    }
    return nil
  }

  private mutating func close(_ index: Int, with mark: QuoteMark) {
    let pair = Pair(open: stack[index], close: mark, level: index, isWeak: mark.isWeak)
    stack.removeSubrange(index...)
    pairs.append(pair)
    if mark.glyph.isSingle {
      latest.single = pairs.count - 1
    } else {
      latest.double = pairs.count - 1
    }
  }

  /// A closing mark without an opening one: the last pair may have ended too early, at `dogs'` or
  /// at `12"`.
  private mutating func extend(to mark: QuoteMark) {
    guard let index = mark.glyph.isSingle ? latest.single : latest.double,
      pairs[index].isWeak, pairs[index].level == stack.count,
      pairs[index].open.glyph.closes(with: mark.glyph)
    else { return }
    pairs[index].close = mark
    pairs[index].isWeak = false
  }

  /// The pairs that lie in no other pair, in order.
  func outermost() -> [Pair] {
    let sorted = pairs.sorted { $0.open.range.lowerBound < $1.open.range.lowerBound }
    var result: [Pair] = []
    var end = Int.min
    for pair in sorted where pair.open.range.lowerBound >= end {
      result.append(pair)
      end = pair.close.range.upperBound
    }
    return result
  }
}
