internal import FonsFormat
internal import Foundation

/// Times as HTTP and as reports write them.
package enum HTTPDate {
  /// ISO 8601 in UTC, to the second.
  package static var now: String { Date().formatted(.iso8601) }

  /// The time of a field as ISO 8601: `Wed, 21 Oct 2015 07:28:00 GMT`; nil where it is none.
  package static func iso(field: String) -> String? { MailDate.iso(field) }

  /// Seconds since 1970 of an ISO 8601 time.
  package static func seconds(_ iso: String) -> Double? {
    (try? Date(iso, strategy: .iso8601))?.timeIntervalSince1970
  }

  /// Seconds that `Retry-After` asks to wait: a number or a time, from 0.
  package static func wait(_ field: String?) -> Int? {
    guard let text = field?.trimmingCharacters(in: .whitespaces), !text.isEmpty else { return nil }
    if text.allSatisfy(\.isASCIIDigit) { return Int(text) ?? .max }
    guard let time = iso(field: text).flatMap(seconds) else { return nil }
    return max(0, Int((time - Date().timeIntervalSince1970).rounded(.up)))
  }

  /// `2020-06-01T00:00:00Z` of the fourteen digits with which archives write times.
  package static func iso(digits: String) -> String? {
    guard digits.utf8.count == 14, digits.allSatisfy(\.isASCIIDigit) else { return nil }
    let parts = Array(digits)
    let part = { (start: Int, count: Int) in String(parts[start..<start + count]) }
    return "\(part(0, 4))-\(part(4, 2))-\(part(6, 2))T\(part(8, 2)):\(part(10, 2)):\(part(12, 2))Z"
  }
}

extension Character {
  fileprivate var isASCIIDigit: Bool { self >= "0" && self <= "9" }
}
