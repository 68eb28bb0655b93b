extension Report {
  /// A page that was asked for over the network for this check.
  public struct FetchedPage: Sendable, Codable, Equatable {
    /// As the document cites it, or as it was searched for.
    public var cited: String
    /// Where it was read in the end; nil where it was not.
    public var url: String?
    public var title: String?
    /// When it was asked for, ISO 8601.
    public var time: String?
    /// The state that was read: a wiki's revision, an archive's capture.
    public var revision: RevisionInfo?
    /// `read`, or why not: `dead`, `login`, `blocked`, `not-text`, `timeout`…
    public var outcome: String
    /// A sentence, where it was not read or not at its own address.
    public var reason: String?

    public init(
      cited: String, url: String?, title: String? = nil, time: String?,
      revision: RevisionInfo? = nil, outcome: String = "read", reason: String? = nil
    ) {
      self.cited = cited
      self.url = url
      self.title = title
      self.time = time
      self.revision = revision
      self.outcome = outcome
      self.reason = reason
    }

    /// The page and what became of it, for people.
    var line: String {
      guard outcome == "read" else { return reason ?? "\(cited) could not be read." }
      let state =
        revision?.id.map { ", revision \($0)" } ?? revision?.time.map { ", as of \($0)" } ?? ""
      let other = url == nil || url == cited ? "" : " (cited as \(cited))"
      return "\(url ?? cited)\(other)\(state)" + (reason.map { ". \($0)" } ?? "")
    }
  }
}

extension Report.FetchedPage: ReportNode {
  public func writeMembers(to sink: inout some JSONSink) {
    sink.put("cited", cited)
    sink.put("url", url)
    sink.put("title", title)
    sink.put("time", time)
    sink.put("revision", revision)
    sink.put("outcome", outcome)
    sink.put("reason", reason)
  }
}
