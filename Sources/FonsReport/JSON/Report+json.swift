public import FonsText

// The properties of the contract in the order in which a reader wants them. The tests hold these
// lists against the schema, and against the decoder by a round trip.

extension Report: ReportNode {
  public func writeMembers(to sink: inout some JSONSink) {
    sink.put("schema", schema)
    sink.put("generator", generator)
    sink.put("policy", policy)
    sink.put("document", document)
    sink.put("searched", searched)
    sink.put("quotations", quotations)
    sink.put("commentary", commentary)
    sink.put("warnings", warnings)
  }
}

extension Report.DocumentInfo: ReportNode {
  public func writeMembers(to sink: inout some JSONSink) {
    sink.put("path", path)
    sink.put("sha256", sha256)
    sink.put("bytes", bytes)
    sink.put("date", date)
  }
}

extension Report.Searched: ReportNode {
  public func writeMembers(to sink: inout some JSONSink) {
    sink.put("libraries", libraries)
    sink.put("fetched", fetched)
  }
}

extension Report.LibraryInfo: ReportNode {
  public func writeMembers(to sink: inout some JSONSink) {
    sink.put("name", name)
    sink.put("works", works)
    sink.put("revisions", revisions)
    sink.put("bytes", bytes)
    sink.put("asOf", asOf)
  }
}

extension Report.Commentary: ReportNode {
  public func writeMembers(to sink: inout some JSONSink) {
    sink.put("range", range)
    sink.put("line", line)
    sink.put("text", text)
  }
}

extension ByteRange: JSONObject {
  public func writeMembers(to sink: inout some JSONSink) {
    sink.put("start", start)
    sink.put("end", end)
  }
}
