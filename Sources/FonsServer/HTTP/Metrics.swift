internal import FonsReport
internal import Synchronization

/// Counts for Prometheus (text format 0.0.4).
final class Metrics: Sendable {
  private struct Key: Hashable {
    var route: String
    var status: Int
  }

  private struct Durations {
    /// Requests that took at most as long as each of the bounds.
    var counts = [Int](repeating: 0, count: Metrics.bounds.count)
    var count = 0
    var seconds = 0.0
  }

  private struct State {
    var requests: [Key: Int] = [:]
    var durations: [String: Durations] = [:]
    var verdicts: [String: Int] = [:]
  }

  private static let bounds = [0.001, 0.005, 0.02, 0.1, 0.5, 2, 10, 60]
  private let state = Mutex(State())

  func count(_ route: String, _ status: Int, _ seconds: Double) {
    state.withLock { state in
      state.requests[Key(route: route, status: status), default: 0] += 1
      var durations = state.durations[route] ?? Durations()
      for (index, bound) in Self.bounds.enumerated() where seconds <= bound {
        durations.counts[index] += 1
      }
      durations.count += 1
      durations.seconds += seconds
      state.durations[route] = durations
    }
  }

  func count(_ report: Report) {
    state.withLock { state in
      for entry in report.quotations { state.verdicts[entry.verdict.rawValue, default: 0] += 1 }
    }
  }

  /// - Parameter gauges: what is true now: name, what it says, value.
  func text(_ gauges: [(name: String, help: String, value: Int)]) -> String {
    let state = self.state.withLock { $0 }
    var lines = [
      "# HELP fons_requests_total Requests answered.", "# TYPE fons_requests_total counter",
    ]
    for (key, count) in state.requests.sorted(by: {
      ($0.key.route, $0.key.status) < ($1.key.route, $1.key.status)
    }) {
      lines.append("fons_requests_total{route=\"\(key.route)\",status=\"\(key.status)\"} \(count)")
    }
    lines += [
      "# HELP fons_request_seconds Time until an answer begins.",
      "# TYPE fons_request_seconds histogram",
    ]
    for (route, durations) in state.durations.sorted(by: { $0.key < $1.key }) {
      for (bound, count) in zip(Self.bounds, durations.counts) {
        lines.append("fons_request_seconds_bucket{route=\"\(route)\",le=\"\(bound)\"} \(count)")
      }
      lines.append("fons_request_seconds_bucket{route=\"\(route)\",le=\"+Inf\"} \(durations.count)")
      lines.append("fons_request_seconds_sum{route=\"\(route)\"} \(durations.seconds)")
      lines.append("fons_request_seconds_count{route=\"\(route)\"} \(durations.count)")
    }
    lines += [
      "# HELP fons_quotations_total Quotations checked.", "# TYPE fons_quotations_total counter",
    ]
    for (verdict, count) in state.verdicts.sorted(by: { $0.key < $1.key }) {
      lines.append("fons_quotations_total{verdict=\"\(verdict)\"} \(count)")
    }
    for gauge in gauges {
      lines += [
        "# HELP \(gauge.name) \(gauge.help)", "# TYPE \(gauge.name) gauge",
        "\(gauge.name) \(gauge.value)",
      ]
    }
    return lines.joined(separator: "\n") + "\n"
  }
}
