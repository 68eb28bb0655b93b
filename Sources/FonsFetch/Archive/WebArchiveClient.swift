internal import FonsFormat
internal import Foundation

/// Asks a web archive for what a page was: by its list of captures (CDX), or by Memento (RFC 7089).
public struct WebArchiveClient: Sendable {
  /// A capture of a page.
  public struct Capture: Sendable, Equatable {
    /// The page's own address.
    public var url: String
    /// When it was made, ISO 8601.
    public var time: String
    /// Where its untouched bytes are.
    public var address: String
    /// Tells whether two captures are of the same bytes.
    var digest: String
  }

  /// The address before that of a page: `https://web.archive.org/web`.
  public let base: String
  private let fetcher: Fetcher

  public static let standard = "https://web.archive.org/web"

  public init(base: String, fetcher: Fetcher) {
    self.base = base.hasSuffix("/") ? String(base.dropLast()) : base
    self.fetcher = fetcher
  }

  /// Captures of the page that were answered with success, different from each other, oldest first;
  /// empty where the archive has none.
  public func captures(
    of page: String, deadline: ContinuousClock.Instant
  ) throws(FetchFailure) -> [Capture] {
    let listed = try? list(page, deadline)
    if let listed, !listed.isEmpty { return listed }
    // No list: what Memento gives at once.
    do throws(FetchFailure) {
      return [try memento(of: page, deadline: deadline)]
    } catch {
      if error.kind == .dead { return [] }
      throw error
    }
  }

  /// The untouched bytes of a capture.
  public func read(
    _ capture: Capture, deadline: ContinuousClock.Instant
  ) throws(FetchFailure) -> Fetched {
    try fetcher.fetch(capture.address, deadline: deadline)
  }

  // MARK: Memento

  /// The capture that the archive's TimeGate leads to: the newest one.
  private func memento(
    of page: String, deadline: ContinuousClock.Instant
  ) throws(FetchFailure) -> Capture {
    let found = try fetcher.fetch("\(base)/\(page)", deadline: deadline)
    guard let time = found.answer.fields["memento-datetime"].flatMap(HTTPDate.iso(field:)) else {
      throw FetchFailure(.dead, "\(base) holds no capture of \(page).")
    }
    // `…/20200601000000/…` shows a page with the archive's own marks, `…id_/…` as it was.
    let address = found.address.description
    let raw = address.replacing(/\/(\d{14})([a-z]{2}_)?\//, maxReplacements: 1) { "/\($0.1)id_/" }
    return Capture(url: page, time: time, address: raw, digest: "")
  }

  // MARK: CDX

  private func list(
    _ page: String, _ deadline: ContinuousClock.Instant
  ) throws(FetchFailure) -> [Capture] {
    let escaped =
      page.addingPercentEncoding(
        withAllowedCharacters: .alphanumerics.union(.init(charactersIn: "-._~")))
      ?? page
    let found = try fetcher.fetch(
      "\(index)?url=\(escaped)&output=json&limit=5000", deadline: deadline)
    var seen = Set<String>()
    var captures: [Capture] = []
    for row in Self.rows(found.content) {
      guard let stamp = row["timestamp"], let time = HTTPDate.iso(digits: stamp),
        let url = row["url"] ?? row["original"], let digest = row["digest"],
        (row["status"] ?? row["statuscode"])?.hasPrefix("2") == true, seen.insert(digest).inserted
      else { continue }
      captures.append(
        Capture(url: url, time: time, address: "\(base)/\(stamp)id_/\(url)", digest: digest))
    }
    return captures.sorted { $0.time < $1.time }
  }

  /// The list of the Wayback Machine stands beside its pages; that of pywb in the collection.
  private var index: String {
    guard let address = try? PageAddress(base), address.host == "web.archive.org" else {
      return base + "/cdx"
    }
    return address.origin + "/cdx/search/cdx"
  }

  /// A line of JSON for each capture (pywb), or one array whose first row names the columns.
  private static func rows(_ content: [UInt8]) -> [[String: String]] {
    let data = Data(content)
    if let table = try? JSONDecoder().decode([[String]].self, from: data) {
      guard let names = table.first else { return [] }
      return table.dropFirst().map { row in
        Dictionary(zip(names, row), uniquingKeysWith: { first, _ in first })
      }
    }
    return content.split(separator: 0x0A).compactMap { line in
      try? JSONDecoder().decode([String: String].self, from: Data(line))
    }
  }
}
