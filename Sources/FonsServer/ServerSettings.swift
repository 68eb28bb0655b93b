public import Fons

/// How a server is to run; each default is the careful choice.
public struct ServerSettings: Sendable {
  /// Only loopback unless the owner says otherwise.
  public var host = "127.0.0.1"
  /// 0 lets the system choose.
  public var port = 8765
  /// Names by which the server may be called, besides those of loopback; where it listens on
  /// loopback, any other is refused, so that no page can reach it under a name of its own.
  public var names: [String] = []
  /// Asked of everybody where it is set: as a bearer token, or as a password by browsers.
  public var token: String?
  /// Origins of pages that may call the API; none unless asked.
  public var origins: [String] = []
  /// Where checks are kept; nil keeps them in memory while the server runs.
  public var store: String?
  /// Whether documents are kept with their reports.
  public var keepsText = true
  /// Days after which a check is deleted; nil for never.
  public var keepDays: Int? = 30
  /// Quotations of one check that are looked for at once, and checks that run at once.
  public var jobs = 2
  /// Requests a second from one address; nil for any number.
  public var rate: Int?
  public var limits = Limits()
  /// Whether each request is told on standard error, as a line of JSON.
  public var logsRequests = false
  /// How pages are read that are to be checked or that a document cites; nil, unless the owner turns
  /// fetching on.
  public var web: WebOptions?

  public init() {}

  /// What one client may take of the server.
  public struct Limits: Sendable {
    /// Bytes of a request's body.
    public var body = 16 << 20
    /// Bytes of all bodies that are being worked on.
    public var bodies = 256 << 20
    /// Bytes of the text for `find`.
    public var findText = 64 << 10
    public var connections = 1024
    /// Requests that wait for a worker.
    public var waiting = 512
    /// Lines of a batch.
    public var lines = 10_000
    /// Seconds in which the head of a request, and then its body, must have come.
    public var headSeconds = 10
    public var bodySeconds = 60
    /// Seconds for which a client may take nothing of what is written to it, or keep a connection
    /// without asking for anything.
    public var stallSeconds = 30
    /// Seconds of work for one request.
    public var workSeconds = 60
    /// Checks that are kept; the oldest go first.
    public var checks = 10_000
    /// Checks that read pages at once, and those that wait for it.
    public var fetching = 4
    public var fetchingWaiting = 64
    /// Cited pages that are read for one check, bytes of the text of all, so many at once, and bytes of
    /// each.
    public var pages = 50
    public var pagesBytes = 64 << 20
    public var pagesAtOnce = 8
    public var pageBytes = 8 << 20

    public init() {}
  }

  /// Whether this machine alone can reach the server.
  public var isLoopback: Bool { HostNames.isLoopback(host) }
}
