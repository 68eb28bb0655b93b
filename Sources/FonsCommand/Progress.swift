internal import Foundation

/// A line on standard error that tells how far long work is; nothing where that is no terminal.
struct Progress {
  private let label: String
  private let total: Int
  private let start = ContinuousClock.now
  private var last: ContinuousClock.Instant?

  init(_ label: String, total: Int) {
    self.label = label
    self.total = total
  }

  /// - Parameter done: of `total`, in bytes.
  mutating func update(_ done: Int, detail: String) {
    guard Console.errorIsTerminal else { return }
    let now = ContinuousClock.now
    if let last, now - last < .milliseconds(200) { return }
    last = now
    let seconds = Self.seconds(now - start)
    let rate = Double(done) / max(seconds, 0.001)
    var line = "\(label): "
    if total > 0 { line += "\(min(100, done * 100 / total)) %, " }
    line += "\(Self.megabytes(rate)) MB/s, \(detail)"
    if rate > 0, total > done, seconds > 1 {
      line += ", \(Self.duration(Double(total - done) / rate)) left"
    }
    FileHandle.standardError.write(Data("\r\u{1B}[K\(line)".utf8))
  }

  /// Clears the line.
  func end() {
    guard Console.errorIsTerminal, last != nil else { return }
    FileHandle.standardError.write(Data("\r\u{1B}[K".utf8))
  }

  var elapsed: Double { Self.seconds(ContinuousClock.now - start) }

  private static func seconds(_ duration: Duration) -> Double {
    Double(duration.components.seconds) + Double(duration.components.attoseconds) * 1e-18
  }

  static func megabytes(_ bytes: Double) -> String { String(format: "%.1f", bytes / 1e6) }

  private static func duration(_ seconds: Double) -> String {
    if seconds < 90 { return "\(Int(seconds.rounded())) s" }
    if seconds < 5400 { return "\(Int((seconds / 60).rounded())) min" }
    return String(format: "%.1f h", seconds / 3600)
  }
}
