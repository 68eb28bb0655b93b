import FonsText

/// The results of a run.
struct SARIFResults {
  private let document: CheckedText
  private let places: TextPlaces?
  private let rules: [String]
  private let corrections: [Correction]

  /// - Parameter rules: ids, in the order in which the run describes them.
  init(_ document: CheckedText, rules: [String]) {
    self.document = document
    self.rules = rules
    places = document.fileBytes.map(TextPlaces.init)
    corrections = document.corrections
  }

  func results(_ findings: [SARIFFindings.Finding]) -> [JSON] {
    // The same finding in a document that says the same twice keeps its number.
    var seen: [String: Int] = [:]
    return findings.map { finding in
      let print = Self.fingerprint(finding)
      seen[print, default: 0] += 1
      return result(finding, fingerprint: "\(print):\(seen[print]!)")
    }
  }

  private func result(_ finding: SARIFFindings.Finding, fingerprint: String) -> JSON {
    let entry = finding.entry
    let related = entry.passages.enumerated().map { relatedLocation($1, id: $0 + 1) }
    return .known(
      ("ruleId", finding.rule),
      ("ruleIndex", rules.firstIndex(of: finding.rule)),
      ("level", finding.level),
      ("message", SARIFRenderer.message(finding.text)),
      ("locations", [JSON.object(("physicalLocation", location(finding.range)))]),
      ("relatedLocations", related.isEmpty ? nil : related),
      ("partialFingerprints", JSON.object(("fonsFinding/v1", fingerprint))),
      ("fixes", fixes(finding)),
      ("properties", properties(entry)))
  }

  private func properties(_ entry: Report.Entry) -> JSON {
    .known(
      ("quotation", entry.id), ("verdict", entry.verdict), ("faithful", entry.faithful),
      ("attribution", entry.attribution), ("passes", entry.passes))
  }

  // MARK: - Places

  private func location(_ range: ByteRange) -> JSON {
    let artifact = JSON.object(("uri", document.reference), ("index", 0))
    guard let places else { return .object(("artifactLocation", artifact)) }
    return .object(
      ("artifactLocation", artifact), ("region", Self.region(range, places)))
  }

  /// A region in lines and columns, in code points, and in bytes.
  private static func region(_ range: ByteRange, _ places: TextPlaces) -> JSON {
    let (start, end) = (places.place(of: range.start), places.place(of: range.end))
    let text = places.text(range)
    return .known(
      ("startLine", start.line), ("startColumn", start.column), ("endLine", end.line),
      ("endColumn", end.column), ("charOffset", start.character),
      ("charLength", end.character - start.character),
      ("byteOffset", range.start), ("byteLength", range.count),
      ("snippet", text.isEmpty ? nil : JSON.object(("text", text))))
  }

  /// The passage in its source. Its place counts bytes of the work's plain text, which is no file
  /// that an editor could open: the text itself is given, and where to read it.
  private func relatedLocation(_ passage: Passage, id: Int) -> JSON {
    let match = passage.match
    let artifact =
      match.work.url.flatMap { WebAddress($0) }.map { JSON.object(("uri", $0.ascii)) }
    let region = JSON.object(
      ("byteOffset", match.range.start), ("byteLength", match.range.count),
      ("snippet", JSON.object(("text", match.text))))
    let physical = artifact.map { JSON.object(("artifactLocation", $0), ("region", region)) }
    let logical = JSON.known(("name", match.work.title), ("fullyQualifiedName", match.place))
    return .known(
      ("id", id), ("physicalLocation", physical), ("logicalLocations", [logical]),
      ("message", SARIFRenderer.message("\(match.place): “\(match.text)”")))
  }

  // MARK: - Fixes

  private func fixes(_ finding: SARIFFindings.Finding) -> [JSON]? {
    guard let index = finding.difference, let places,
      let correction = corrections.first(where: {
        $0.difference == index && $0.quotation == finding.entry.id
      })
    else { return nil }
    let replacement = JSON.object(
      ("deletedRegion", Self.region(correction.range, places)),
      ("insertedContent", JSON.object(("text", correction.text))))
    let change = JSON.object(
      ("artifactLocation", JSON.object(("uri", document.reference), ("index", 0))),
      ("replacements", [replacement]))
    let words = finding.entry.differences[index].source.text
    let text = words.isEmpty ? "Leave out what the source has not." : "As the source: “\(words)”."
    return [
      .object(("description", SARIFRenderer.message(text)), ("artifactChanges", [change]))
    ]
  }

  /// What stays the same while the lines above a quotation come and go.
  private static func fingerprint(_ finding: SARIFFindings.Finding) -> String {
    var parts = [finding.rule, finding.entry.text]
    if let index = finding.difference {
      let difference = finding.entry.differences[index]
      parts += [difference.quoted.text, difference.source.text]
    }
    return String(SHA256.hex(Array(parts.joined(separator: "\u{1F}").utf8)).prefix(32))
  }
}
