public import FonsText

// The properties of the contract in the order in which a reader wants them. The tests hold these
// lists against the schema, and against the decoder by a round trip.

extension Report: ReportNode {
  public var json: JSON {
    .object(
      ("schema", schema), ("generator", generator), ("policy", policy), ("document", document),
      ("searched", searched), ("quotations", quotations), ("commentary", commentary),
      ("warnings", warnings))
  }
}

extension Report.DocumentInfo: ReportNode {
  public var json: JSON { .object(("path", path), ("sha256", sha256), ("bytes", bytes)) }
}

extension Report.Searched: ReportNode {
  public var json: JSON { .object(("libraries", libraries), ("fetched", fetched)) }
}

extension Report.LibraryInfo: ReportNode {
  public var json: JSON {
    .object(
      ("name", name), ("works", works), ("revisions", revisions), ("bytes", bytes),
      ("asOf", asOf))
  }
}

extension Report.Commentary: ReportNode {
  public var json: JSON { .object(("range", range), ("line", line), ("text", text)) }
}

extension ByteRange: JSONConvertible {
  public var json: JSON { .object(("start", start), ("end", end)) }
}
