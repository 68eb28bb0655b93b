extension Report.Headline: JSONConvertible {}
extension Report.Wording: JSONConvertible {}
extension Report.Attribution: JSONConvertible {}
extension Report.Currency: JSONConvertible {}
extension Report.Weight: JSONConvertible {}

extension Report.Entry: ReportNode {
  public var json: JSON {
    .object(
      ("id", id), ("range", range), ("line", line), ("text", text), ("marks", marks),
      ("verdict", verdict), ("faithful", faithful), ("passes", passes), ("obstacles", obstacles),
      ("reason", reason), ("rule", rule), ("explanation", explanation),
      ("wording", wording), ("attribution", attribution), ("currency", currency), ("asOf", asOf),
      ("coverage", coverage), ("flags", flags), ("score", score), ("chance", chance),
      ("citation", citation), ("matches", matches), ("parts", parts),
      ("differences", differences), ("lifetimes", lifetimes), ("notes", notes),
      ("evidence", evidence))
  }
}

extension Report.CitationInfo: ReportNode {
  public var json: JSON {
    .object(("kind", kind), ("value", value), ("range", range), ("binding", binding))
  }
}

extension Report.Match: ReportNode {
  public var json: JSON {
    .object(
      ("library", library), ("work", work), ("revision", revision), ("range", range),
      ("text", text), ("before", before), ("after", after), ("section", section),
      ("occurrences", occurrences))
  }
}

extension Report.WorkInfo: ReportNode {
  public var json: JSON { .object(("title", title), ("url", url), ("source", source)) }
}

extension Report.RevisionInfo: ReportNode {
  public var json: JSON { .object(("id", id), ("time", time), ("contributor", contributor)) }
}

extension Report.Part: ReportNode {
  public var json: JSON {
    .object(("range", range), ("match", match), ("attribution", attribution))
  }
}

extension Report.Difference: ReportNode {
  public var json: JSON {
    .object(
      ("kind", kind), ("weight", weight), ("quoted", quoted), ("source", source),
      ("note", note), ("permitted", permitted), ("rule", rule), ("explanation", explanation),
      ("permission", permission))
  }
}

extension Report.RuleInfo: ReportNode {
  public var json: JSON { .object(("rule", rule), ("why", why), ("source", source)) }
}

extension Report.Excerpt: ReportNode {
  public var json: JSON { .object(("range", range), ("text", text)) }
}

extension Report.Lifetime: ReportNode {
  public var json: JSON { .object(("from", from), ("to", to)) }
}

extension Report.NoteInfo: ReportNode {
  public var json: JSON { .object(("marker", marker), ("text", text), ("urls", urls)) }
}

extension Report.Evidence: ReportNode {
  public var json: JSON {
    .object(("url", url), ("time", time), ("sha256", sha256), ("file", file))
  }
}
