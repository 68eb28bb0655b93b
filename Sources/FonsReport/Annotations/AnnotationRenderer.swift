import FonsText

/// Reports as W3C Web Annotations (Recommendation of 23 February 2017), a collection for each
/// document: an annotation assesses each quotation, and one proposes an edit for each difference
/// that matters.
public struct AnnotationRenderer: Sendable {
  /// Code points of text given before and after what is annotated.
  private static let context = 32

  public init() {}

  /// A collection, or an array of them where there are several documents.
  public func render(_ documents: [CheckedText]) -> String {
    let collections = documents.map(collection)
    return (collections.count == 1 ? collections[0] : JSON.array(collections)).text(pretty: true)
  }

  private func collection(_ document: CheckedText) -> JSON {
    let base = "urn:fons:\(document.report.document.sha256)"
    let places = document.isPlain ? document.fileBytes.map(TextPlaces.init) : nil
    let items = document.report.quotations.flatMap { entry in
      annotations(of: entry, document, places, base)
    }
    let page = JSON.object(
      ("id", "\(base):page"), ("type", "AnnotationPage"), ("partOf", base), ("startIndex", 0),
      ("items", items))
    return .object(
      ("@context", "http://www.w3.org/ns/anno.jsonld"), ("id", base),
      ("type", "AnnotationCollection"), ("label", document.report.summaryLine),
      ("generator", generator(document.report)), ("total", items.count), ("first", page))
  }

  private func generator(_ report: Report) -> JSON {
    .object(("type", "Software"), ("name", report.generator))
  }

  private func annotations(
    of entry: Report.Entry, _ document: CheckedText, _ places: TextPlaces?, _ base: String
  ) -> [JSON] {
    let id = "\(base):\(WebAddress.encodedPath(entry.id))"
    let assessment = annotation(
      id, "assessing", bodies(entry), target(entry.range, entry.text, document, places))
    let edits = entry.differences.indices.compactMap { index -> JSON? in
      let difference = entry.differences[index]
      guard !difference.isHarmless, difference.quoted.range.count > 0 else { return nil }
      return annotation(
        "\(id):\(index + 1)", "editing",
        [
          Self.text(difference.source.text, purpose: "editing"),
          Self.text("\(difference.label), \(difference.weight.rawValue)", purpose: "classifying"),
        ],
        target(difference.quoted.range, difference.quoted.text, document, places))
    }
    return [assessment] + edits
  }

  private func annotation(_ id: String, _ motivation: String, _ bodies: [JSON], _ target: JSON)
    -> JSON
  {
    .object(
      ("id", id), ("type", "Annotation"), ("motivation", motivation), ("body", bodies),
      ("target", target))
  }

  private func bodies(_ entry: Report.Entry) -> [JSON] {
    let sentences = "\(entry.verdict.word): \(entry.reason)"
    return [
      Self.text(VisibleText()(sentences), purpose: "assessing"),
      Self.text(entry.verdict.rawValue, purpose: "tagging"),
    ] + entry.passages.compactMap(source)
  }

  /// The passage that the words are from, in the page where it stands.
  private func source(_ passage: Passage) -> JSON? {
    let match = passage.match
    guard let address = match.work.url.flatMap({ WebAddress($0) }) else { return nil }
    return .object(
      ("type", "SpecificResource"), ("purpose", "linking"), ("source", address.ascii),
      ("selector", quote(match.text, before: match.before, after: match.after)))
  }

  private static func text(_ value: String, purpose: String) -> JSON {
    .object(
      ("type", "TextualBody"), ("value", value), ("format", "text/plain"), ("purpose", purpose))
  }

  // MARK: - Selectors

  /// Positions count code points of plain text. In markup, what a reader sees has another count than
  /// the file, so that the words alone say where they are.
  private func target(
    _ range: ByteRange, _ text: String, _ document: CheckedText, _ places: TextPlaces?
  ) -> JSON {
    var selectors: [JSON] = []
    if let places {
      selectors = [
        quote(
          places.text(range), before: places.text(before: range.start, count: Self.context),
          after: places.text(from: range.end, count: Self.context)),
        .object(
          ("type", "TextPositionSelector"), ("start", places.place(of: range.start).character),
          ("end", places.place(of: range.end).character)),
      ]
    } else {
      selectors = [quote(text, before: "", after: "")]
    }
    return .object(
      ("type", "SpecificResource"), ("source", document.reference), ("selector", selectors))
  }

  private func quote(_ exact: String, before: String, after: String) -> JSON {
    .known(
      ("type", "TextQuoteSelector"), ("exact", exact), ("prefix", before.isEmpty ? nil : before),
      ("suffix", after.isEmpty ? nil : after))
  }
}
