internal import FonsText

/// The corrections of a document as a unified diff, which `git apply` and `patch` read.
public struct PatchRenderer: Sendable {
  /// Lines around a change.
  private static let context = 3

  public init() {}

  /// The patch, after a line for each correction that says what it rests on; empty where there is
  /// nothing to correct.
  public func render(_ checked: CheckedText) -> String {
    let corrections = checked.corrections
    guard !corrections.isEmpty, let bytes = checked.bytes else { return "" }
    let places = TextPlaces(bytes)
    let name = Self.name(checked.report.document.path)
    var output = corrections.map { Self.remark($0, checked.report) }.joined()
    output += "--- \(name.old)\n+++ \(name.new)\n"
    var shift = 0
    for hunk in hunks(corrections, places) {
      output += render(hunk, places, &shift)
    }
    return output
  }

  /// Lines that change together, with those around them.
  private struct Hunk {
    var lines: Range<Int>
    var corrections: [Correction]
  }

  private func hunks(_ corrections: [Correction], _ places: TextPlaces) -> [Hunk] {
    var hunks: [Hunk] = []
    for correction in corrections {
      let first = places.line(of: correction.range.start)
      let last = places.line(of: max(correction.range.start, correction.range.end))
      let lines = max(0, first - Self.context)..<min(places.lineCount, last + Self.context + 1)
      if let previous = hunks.last, lines.lowerBound <= previous.lines.upperBound {
        hunks[hunks.count - 1].lines =
          previous.lines
          .lowerBound..<max(
            previous.lines.upperBound, lines.upperBound)
        hunks[hunks.count - 1].corrections.append(correction)
      } else {
        hunks.append(Hunk(lines: lines, corrections: [correction]))
      }
    }
    return hunks
  }

  private func render(_ hunk: Hunk, _ places: TextPlaces, _ shift: inout Int) -> String {
    var body = ""
    var (removed, added) = (0, 0)
    var line = hunk.lines.lowerBound
    var corrections = hunk.corrections[...]
    while line < hunk.lines.upperBound {
      guard let first = corrections.first, places.line(of: first.range.start) == line else {
        body += Self.line(" ", places.bytes[places.range(ofLine: line)])
        (removed, added) = (removed + 1, added + 1)
        line += 1
        continue
      }
      // Lines that corrections reach over are one change.
      var last = places.line(of: max(first.range.start, first.range.end))
      var taken: [Correction] = []
      while let next = corrections.first, places.line(of: next.range.start) <= last {
        taken.append(next)
        last = max(last, places.line(of: max(next.range.start, next.range.end)))
        corrections.removeFirst()
      }
      let range = places.range(ofLine: line).lowerBound..<places.range(ofLine: last).upperBound
      for old in line...last {
        body += Self.line("-", places.bytes[places.range(ofLine: old)])
        removed += 1
      }
      let changed = Self.applied(taken, to: places.bytes, range)
      for new in Self.lines(changed) {
        body += Self.line("+", new)
        added += 1
      }
      line = last + 1
    }
    let start = hunk.lines.lowerBound + 1
    let header = "@@ -\(start),\(removed) +\(start + shift),\(added) @@\n"
    shift += added - removed
    return header + body
  }

  /// The bytes with corrections in them.
  static func applied(_ corrections: [Correction], to bytes: [UInt8], _ range: Range<Int>)
    -> [UInt8]
  {
    var output: [UInt8] = []
    var position = range.lowerBound
    for correction in corrections {
      output += bytes[position..<correction.range.start]
      output += correction.text.utf8
      position = correction.range.end
    }
    return output + bytes[position..<range.upperBound]
  }

  private static func lines(_ bytes: [UInt8]) -> [ArraySlice<UInt8>] {
    var lines: [ArraySlice<UInt8>] = []
    var start = 0
    for (index, byte) in bytes.enumerated() where byte == 10 {
      lines.append(bytes[start...index])
      start = index + 1
    }
    if start < bytes.count { lines.append(bytes[start...]) }
    return lines
  }

  private static func line(_ sign: String, _ bytes: ArraySlice<UInt8>) -> String {
    let text = sign + String(decoding: bytes, as: UTF8.self)
    return bytes.last == 10 ? text : text + "\n\\ No newline at end of file\n"
  }

  /// Names as `git diff` writes them: relative ones get `a/` and `b/`.
  private static func name(_ path: String?) -> (old: String, new: String) {
    let shown = VisibleText()(path ?? "stdin")
    return shown.hasPrefix("/") ? (shown, shown) : ("a/\(shown)", "b/\(shown)")
  }

  /// `# q2, name slip: Pellgrove → Pellgrave (Tidal Commission)`.
  private static func remark(_ correction: Correction, _ report: Report) -> String {
    guard let entry = report.quotations.first(where: { $0.id == correction.quotation }) else {
      return ""
    }
    let difference = entry.differences[correction.difference]
    let texts = [difference.quoted.text, difference.source.text].map {
      $0.isEmpty ? "nothing" : "“\($0)”"
    }
    let place = entry.passages.first.map { " (\($0.match.place))" } ?? ""
    let remark = "\(entry.id), \(difference.label): \(texts[0]) → \(texts[1])\(place)"
    return "# \(VisibleText()(remark))\n"
  }
}
