/// Dates of mail: `Tue, 3 Feb 2009 14:05:09 +0100 (CET)`.
package enum MailDate {
  private static let months = [
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
  ]

  /// The date as ISO 8601 in UTC; nil where it is none.
  package static func iso(_ text: String) -> String? {
    var words = text.split { $0 == " " || $0 == "\t" || $0 == "," }[...]
    if let first = words.first, Int(first) == nil { words = words.dropFirst() }
    guard words.count >= 4 else { return nil }
    let parts = Array(words)
    guard let day = Int(parts[0]), (1...31).contains(day),
      let month = months.firstIndex(of: parts[1].lowercased().prefix(3).description),
      var year = Int(parts[2])
    else { return nil }
    if year < 100 { year += year < 70 ? 2000 : 1900 }
    let clock = parts[3].split(separator: ":").compactMap { Int($0) }
    guard (1970...9999).contains(year), clock.count >= 2, (0...23).contains(clock[0]),
      (0...59).contains(clock[1])
    else { return nil }
    let second = clock.count > 2 ? min(59, max(0, clock[2])) : 0
    let zone = parts.count > 4 ? offset(parts[4]) : 0
    let minutes = days(year, month + 1, day) * 1_440 + clock[0] * 60 + clock[1] - zone
    return written(minutes, second)
  }

  /// Minutes east of Greenwich.
  private static func offset(_ zone: Substring) -> Int {
    guard let sign = zone.first, sign == "+" || sign == "-", zone.utf8.count == 5,
      let value = Int(zone.dropFirst())
    else { return 0 }
    return (sign == "-" ? -1 : 1) * (value / 100 * 60 + value % 100)
  }

  /// Days since 1 January 1970 (H. Hinnant, "chrono-compatible low-level date algorithms").
  static func days(_ year: Int, _ month: Int, _ day: Int) -> Int {
    let shifted = month <= 2 ? year - 1 : year
    let era = shifted / 400
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
  }

  /// ISO 8601 of minutes since 1970, and seconds.
  static func written(_ minutes: Int, _ second: Int) -> String {
    let day = (minutes >= 0 ? minutes : minutes - 1_439) / 1_440
    let rest = minutes - day * 1_440
    let shifted = day + 719_468
    let era = shifted / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra =
      (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let part = (5 * dayOfYear + 2) / 153
    let month = part < 10 ? part + 3 : part - 9
    let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    let date = dayOfYear - (153 * part + 2) / 5 + 1
    return "\(year)-\(two(month))-\(two(date))T\(two(rest / 60)):\(two(rest % 60)):\(two(second))Z"
  }

  static func two(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }
}
