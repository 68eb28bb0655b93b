/// What kind of date a template prints.
enum TemplateDate: Sendable {
  /// Year, month, day; or words that are printed as they are.
  case simple
  /// A death, followed by a birth.
  case withAge
  /// `c. 1200`, `fl. 1200`, `r. 1200–1210`.
  case circa, floruit, reign

  static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
  ]

  /// `January 2, 1950`, `2 January 1950`, `January 1950` or `1950`.
  static func text(year: String, month: Int, day: Int, dayFirst: Bool) -> String {
    guard (1...12).contains(month) else { return year }
    let name = months[month - 1]
    guard (1...31).contains(day) else { return "\(name) \(year)" }
    return dayFirst ? "\(day) \(name) \(year)" : "\(name) \(day), \(year)"
  }

  /// The number of a month given as digits or as its English name; 0 for anything else.
  static func month(_ text: String) -> Int {
    if let number = Int(text), (1...12).contains(number) { return number }
    guard text.count >= 3 else { return 0 }
    let prefix = text.prefix(3).lowercased()
    guard let index = months.firstIndex(where: { $0.prefix(3).lowercased() == prefix }) else {
      return 0
    }
    return months[index].lowercased().hasPrefix(text.lowercased()) ? index + 1 : 0
  }
}
