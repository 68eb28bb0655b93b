import FonsText

/// When something was written, as documents say it.
enum WrittenDate {
  /// Reads ISO 8601 (`2004-05-01`, `2004/05/01`, `2004-05-01T10:00:00+02:00`), the date of a mail
  /// (`Sat, 1 May 2004 10:00:00 +0200`), and seconds or milliseconds since 1970.
  ///
  /// - Returns: ISO 8601, in UTC where an hour and its zone are told, else what is sure: a day, a month, a
  ///   year; nil where it is no date.
  static func read(_ text: String) -> String? {
    guard text.utf8.count <= longest else { return nil }
    let text = text.trimmingSpaces()
    return seconds(text) ?? iso(Array(text.utf8)) ?? MailDate.iso(text)
  }

  private static let longest = 100

  /// `1083398400`, `1083398400.000200`, `1083398400000`.
  private static func seconds(_ text: String) -> String? {
    let whole = text.prefix { $0 != "." }
    guard [9, 10, 13].contains(whole.utf8.count), var value = Int(whole), value > 0 else {
      return nil
    }
    if whole.utf8.count == 13 { value /= 1000 }
    // "2024050112" is a day and an hour.
    if whole.utf8.count == 10, [19, 20].contains(value / 100_000_000),
      (1...12).contains(value / 10_000 % 100), (1...31).contains(value / 100 % 100)
    {
      return nil
    }
    return MailDate.written(value / 60, value % 60)
  }

  private static func iso(_ text: [UInt8]) -> String? {
    var reader = Digits(text)
    guard let year = reader.number(4, 1000...9999) else { return nil }
    guard reader.skip([0x2D, 0x2F]), let month = reader.number(2, 1...12) else {
      return reader.isAtEnd ? "\(year)" : nil
    }
    guard reader.skip([0x2D, 0x2F]), let day = reader.number(2, 1...31) else {
      return reader.isAtEnd ? "\(year)-\(MailDate.two(month))" : nil
    }
    let date = "\(year)-\(MailDate.two(month))-\(MailDate.two(day))"
    guard reader.skip([0x54, 0x74, 0x20]), let hour = reader.number(2, 0...23), reader.skip([0x3A]),
      let minute = reader.number(2, 0...59)
    else { return date }
    var second = 0
    if reader.skip([0x3A]) { second = min(59, reader.number(2, 0...60) ?? 0) }
    reader.skipFraction()
    guard let zone = reader.zone() else { return date }
    return MailDate.written(
      MailDate.days(year, month, day) * 1_440 + hour * 60 + minute - zone, second)
  }

  /// The day in the head of an imageboard's post: `01/02/24(Tue)12:34:56`. The hour is that of whoever
  /// saved it; the weekday says that the month comes first.
  static func ofPost(_ line: ArraySlice<UInt8>) -> String? {
    let text = Array(line)
    for place in text.indices.dropLast(12) where text[place] == 0x28 && text[place + 4] == 0x29 {
      guard place >= 8 else { continue }
      var reader = Digits(Array(text[place - 8..<place]))
      guard let month = reader.number(2, 1...12), reader.skip([0x2F]),
        let day = reader.number(2, 1...31), reader.skip([0x2F]),
        let short = reader.number(2, 0...99)
      else { continue }
      let year = 2000 + short
      let days = MailDate.days(year, month, day)
      let name = weekdays[(days % 7 + 11) % 7]
      guard text[place + 1..<place + 4].elementsEqual(name.utf8) else { continue }
      return "\(year)-\(MailDate.two(month))-\(MailDate.two(day))"
    }
    return nil
  }

  private static let weekdays = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"]
}

/// Reads numbers of so many digits one after the other.
private struct Digits {
  private let text: [UInt8]
  private var at = 0

  init(_ text: [UInt8]) { self.text = text }

  var isAtEnd: Bool { at == text.count }

  mutating func number(_ digits: Int, _ allowed: ClosedRange<Int>) -> Int? {
    guard at + digits <= text.count, text[at..<at + digits].allSatisfy(ASCII.isDigit),
      let value = Int(text.string(at, at + digits)), allowed.contains(value)
    else { return nil }
    at += digits
    return value
  }

  /// Passes over one of these marks where it comes next.
  mutating func skip(_ marks: [UInt8]) -> Bool {
    guard at < text.count, marks.contains(text[at]) else { return false }
    at += 1
    return true
  }

  mutating func skipFraction() {
    guard skip([0x2E, 0x2C]) else { return }
    while at < text.count, ASCII.isDigit(text[at]) { at += 1 }
  }

  /// Minutes east of Greenwich; nil where no zone is told.
  mutating func zone() -> Int? {
    _ = skip([0x20])
    if skip([0x5A, 0x7A]) { return 0 }
    let isWest = at < text.count && text[at] == 0x2D
    guard skip([0x2B, 0x2D]), let hours = number(2, 0...15) else { return nil }
    _ = skip([0x3A])
    let minutes = hours * 60 + (number(2, 0...59) ?? 0)
    return isWest ? -minutes : minutes
  }
}
