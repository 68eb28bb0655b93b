internal import Foundation

/// A line of time on which the lifetimes of a passage are drawn. All that it shows stands below it as
/// text.
struct HTMLTimeline {
  private let spans: [(start: Double, end: Double)]

  /// Units from the first revision with the passage to the newest that is held.
  private static let width = 1000.0
  /// A lifetime that is shorter is drawn so long.
  private static let least = 3.0

  init(_ entry: Report.Entry) {
    let times = entry.lifetimes.map { lifetime in
      (start: Self.seconds(lifetime.from.time), end: Self.seconds(lifetime.to?.time ?? entry.asOf))
    }
    let known = times.flatMap { [$0.start, $0.end] } + [Self.seconds(entry.asOf)]
    guard let first = known.compactMap(\.self).min(), let last = known.compactMap(\.self).max(),
      first < last
    else {
      spans = []
      return
    }
    spans = times.compactMap { time in
      guard let start = time.start, let end = time.end else { return nil }
      let scale = Self.width / (last - first)
      return ((start - first) * scale, (end - first) * scale)
    }
  }

  private static func seconds(_ time: String?) -> Double? {
    time.flatMap { try? Date($0, strategy: .iso8601) }?.timeIntervalSince1970
  }

  var markup: Markup {
    guard !spans.isEmpty else { return .empty }
    var bars = Markup.empty
    var filled = -1.0
    // Lifetimes that would be drawn over each other are one bar: there may be thousands.
    for span in spans where span.end > filled {
      let start = max(span.start, filled)
      let width = max(Self.least, span.end - start)
      bars +=
        "<rect x=\"\(Figures.rounded(start))\" y=\"4\" width=\"\(Figures.rounded(width))\" height=\"12\"/>"
      filled = start + width
    }
    return """
      <svg class="timeline" viewBox="0 0 1003 20" preserveAspectRatio="none" aria-hidden="true">\
      <path d="M0 10H1003"/>\(bars)</svg>

      """
  }
}
