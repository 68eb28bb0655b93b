internal import Foundation
internal import Synchronization

/// The `Date` of answers, in the one form of RFC 9110, section 5.6.7.
enum ResponseDate {
  private static let made = Mutex<(second: Int, text: String)>((0, ""))

  /// Now; made once a second.
  static var now: String {
    let second = Int(Date().timeIntervalSince1970)
    return made.withLock { made in
      if made.second != second { made = (second, text(second)) }
      return made.text
    }
  }

  private static let days = ["Thu", "Fri", "Sat", "Sun", "Mon", "Tue", "Wed"]
  private static let months = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]

  /// - Parameter second: since 1970, which began on a Thursday.
  static func text(_ second: Int) -> String {
    let clock = Clock.text(Date(timeIntervalSince1970: Double(second)))
    let parts = clock.split { "-T:Z".contains($0) }
    guard parts.count == 6, let month = Int(parts[1]) else { return clock }
    let day = days[second / 86_400 % 7]
    return
      "\(day), \(parts[2]) \(months[month - 1]) \(parts[0]) \(parts[3]):\(parts[4]):\(parts[5]) GMT"
  }
}
