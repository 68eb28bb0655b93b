extension Report.Headline: JSONConvertible {}
extension Report.Wording: JSONConvertible {}
extension Report.Attribution: JSONConvertible {}
extension Report.Currency: JSONConvertible {}
extension Report.Weight: JSONConvertible {}

extension Report.Entry: ReportNode {
  public func writeMembers(to sink: inout some JSONSink) {
    writeMembers(to: &sink, id: id)
  }

  /// With another `id`: the one that came with a streamed text.
  func writeMembers(to sink: inout some JSONSink, id: some JSONConvertible) {
    sink.put("id", id)
    sink.put("range", range)
    sink.put("line", line)
    sink.put("text", text)
    sink.put("marks", marks)
    sink.put("verdict", verdict)
    sink.put("faithful", faithful)
    sink.put("passes", passes)
    sink.put("obstacles", obstacles)
    sink.put("reason", reason)
    sink.put("rule", rule)
    sink.put("explanation", explanation)
    sink.put("wording", wording)
    sink.put("attribution", attribution)
    sink.put("currency", currency)
    sink.put("asOf", asOf)
    sink.put("coverage", coverage)
    sink.put("flags", flags)
    sink.put("score", score)
    sink.put("chance", chance)
    sink.put("citation", citation)
    sink.put("matches", matches)
    sink.put("parts", parts)
    sink.put("differences", differences)
    sink.put("lifetimes", lifetimes)
    sink.put("history", history)
    sink.put("notes", notes)
    sink.put("facts", facts)
    sink.put("evidence", evidence)
  }
}

extension Report.CitationInfo: ReportNode {
  public func writeMembers(to sink: inout some JSONSink) {
    sink.put("kind", kind)
    sink.put("value", value)
    sink.put("range", range)
    sink.put("binding", binding)
  }
}

extension Report.Match: ReportNode {
  public func writeMembers(to sink: inout some JSONSink) {
    sink.put("library", library)
    sink.put("work", work)
    sink.put("revision", revision)
    sink.put("range", range)
    sink.put("text", text)
    sink.put("before", before)
    sink.put("after", after)
    sink.put("section", section)
    sink.put("occurrences", occurrences)
  }
}

extension Report.WorkInfo: ReportNode {
  public func writeMembers(to sink: inout some JSONSink) {
    sink.put("title", title)
    sink.put("url", url)
    sink.put("source", source)
  }
}

extension Report.RevisionInfo: ReportNode {
  public func writeMembers(to sink: inout some JSONSink) {
    sink.put("id", id)
    sink.put("time", time)
    sink.put("contributor", contributor)
  }
}

extension Report.Part: ReportNode {
  public func writeMembers(to sink: inout some JSONSink) {
    sink.put("range", range)
    sink.put("match", match)
    sink.put("attribution", attribution)
  }
}

extension Report.Difference: ReportNode {
  public func writeMembers(to sink: inout some JSONSink) {
    sink.put("kind", kind)
    sink.put("weight", weight)
    sink.put("quoted", quoted)
    sink.put("source", source)
    sink.put("note", note)
    sink.put("permitted", permitted)
    sink.put("rule", rule)
    sink.put("explanation", explanation)
    sink.put("permission", permission)
  }
}

extension Report.RuleInfo: ReportNode {
  public func writeMembers(to sink: inout some JSONSink) {
    sink.put("rule", rule)
    sink.put("why", why)
    sink.put("source", source)
  }
}

extension Report.Excerpt: ReportNode {
  public func writeMembers(to sink: inout some JSONSink) {
    sink.put("range", range)
    sink.put("text", text)
  }
}

extension Report.Lifetime: ReportNode {
  public func writeMembers(to sink: inout some JSONSink) {
    sink.put("from", from)
    sink.put("to", to)
    sink.put("last", last)
    sink.put("revisions", revisions)
  }
}

extension Report.HistoryInfo: ReportNode {
  public func writeMembers(to sink: inout some JSONSink) {
    sink.put("holding", holding)
    sink.put("revisions", revisions)
    sink.put("hidden", hidden)
    sink.put("removed", removed)
    sink.put("restored", restored)
    sink.put("contributors", contributors)
  }
}

extension Report.NoteInfo: ReportNode {
  public func writeMembers(to sink: inout some JSONSink) {
    sink.put("marker", marker)
    sink.put("text", text)
    sink.put("urls", urls)
  }
}

extension Report.Evidence: ReportNode {
  public func writeMembers(to sink: inout some JSONSink) {
    sink.put("url", url)
    sink.put("time", time)
    sink.put("sha256", sha256)
    sink.put("file", file)
    sink.put("record", record)
  }
}
