internal import FonsSource

/// What is known of the revisions of a work beside their text, by time.
struct RevisionTable: Sendable {
  struct Row: Sendable, Equatable {
    var id: Int?
    /// As the source gives it.
    var time: String?
    /// nil where unknown or hidden.
    var contributor: String?
    var parent: Int?
    /// Number of the text; nil where the text is deleted or missing.
    var state: Int?
  }

  private(set) var rows: [Row]

  init(_ rows: [Row]) { self.rows = rows }

  /// Columns one after the other: what is like each other is compressed together.
  func encoded() -> [UInt8] {
    var writer = ByteWriter()
    writer.put(rows.count)
    putOptionals(&writer, rows.map(\.id))
    // Most often the parent is the revision before.
    var parents: [Int?] = []
    for (index, row) in rows.enumerated() {
      let before = index > 0 ? rows[index - 1].id : nil
      parents.append(row.parent.map { $0 &- (before ?? 0) })
    }
    putOptionals(&writer, parents, isDelta: false)
    let seconds = rows.map { $0.time.flatMap(RevisionTime.seconds) }
    putOptionals(&writer, seconds)
    for (row, second) in zip(rows, seconds) where second == nil { writer.put(row.time) }
    var names: [String: Int] = [:]
    var order: [String] = []
    let contributors = rows.map { row -> Int in
      guard let name = row.contributor else { return 0 }
      if let known = names[name] { return known }
      order.append(name)
      names[name] = order.count
      return order.count
    }
    writer.put(order.count)
    for name in order { writer.put(name) }
    for contributor in contributors { writer.put(contributor) }
    var next = 0
    for row in rows {
      // 0 is a hidden text, 1 the first that is new, 2 and more say how far back.
      guard let state = row.state else {
        writer.putSigned(0)
        continue
      }
      writer.putSigned(state >= next ? -1 - (state - next) : next - state)
      next = max(next, state + 1)
    }
    return writer.bytes
  }

  private func putOptionals(_ writer: inout ByteWriter, _ values: [Int?], isDelta: Bool = true) {
    let missing = values.indices.filter { values[$0] == nil }
    writer.put(missing.count)
    var last = 0
    for index in missing {
      writer.put(index - last)
      last = index
    }
    last = 0
    for value in values {
      guard let value else { continue }
      writer.putSigned(isDelta ? value &- last : value)
      last = value
    }
  }

  init?(_ bytes: [UInt8]) {
    let rows = bytes.withUnsafeBytes { buffer -> [Row]? in
      var reader = ByteReader(buffer)
      return Self.read(&reader)
    }
    guard let rows else { return nil }
    self.rows = rows
  }

  private static func read(_ reader: inout ByteReader) -> [Row]? {
    guard let count = reader.count(), let ids = optionals(&reader, count),
      let parents = optionals(&reader, count, isDelta: false),
      let seconds = optionals(&reader, count)
    else { return nil }
    var rows: [Row] = []
    rows.reserveCapacity(count)
    for index in 0..<count {
      var time: String?
      if let second = seconds[index] {
        guard RevisionTime.range.contains(second) else { return nil }
        time = RevisionTime.text(second)
      } else {
        guard let text = reader.optionalString() else { return nil }
        time = text
      }
      let before = index > 0 ? ids[index - 1] ?? 0 : 0
      rows.append(
        Row(id: ids[index], time: time, parent: parents[index].map { $0 &+ before }))
    }
    guard let size = reader.count() else { return nil }
    var names: [String?] = [nil]
    for _ in 0..<size {
      guard let name = reader.string() else { return nil }
      names.append(name)
    }
    for index in 0..<count {
      guard let number = reader.int(), names.indices.contains(number) else { return nil }
      rows[index].contributor = names[number]
    }
    var next = 0
    for index in 0..<count {
      // `next` grows by what was read, so that both are bounded.
      guard let code = reader.signed(), (-1 << 31...1 << 31).contains(code) else { return nil }
      if code == 0 { continue }
      let state = code < 0 ? next - 1 - code : next - code
      guard state >= 0, state < 1 << 31 else { return nil }
      rows[index].state = state
      next = max(next, state + 1)
    }
    return rows
  }

  private static func optionals(
    _ reader: inout ByteReader, _ count: Int, isDelta: Bool = true
  ) -> [Int?]? {
    guard let gaps = reader.count(), gaps <= count else { return nil }
    var isMissing = [Bool](repeating: false, count: count)
    var index = 0
    for _ in 0..<gaps {
      guard let step = reader.int(), step >= 0, step < count - index else { return nil }
      index += step
      isMissing[index] = true
    }
    var last = 0
    var result: [Int?] = []
    result.reserveCapacity(count)
    for index in 0..<count {
      guard !isMissing[index] else {
        result.append(nil)
        continue
      }
      guard let value = reader.signed() else { return nil }
      last = isDelta ? last &+ value : value
      result.append(last)
    }
    return result
  }
}

/// `2005-07-21T16:23:17Z` as seconds, where it is written so.
enum RevisionTime {
  /// The years 0 to 9999: what is written with four digits.
  static let range = -62_167_219_200...253_402_300_799

  static func seconds(_ text: String) -> Int? {
    let bytes = Array(text.utf8)
    guard bytes.count == 20 else { return nil }
    func number(_ range: Range<Int>) -> Int? {
      var value = 0
      for byte in bytes[range] {
        guard byte >= 48, byte <= 57 else { return nil }
        value = value * 10 + Int(byte) - 48
      }
      return value
    }
    guard let year = number(0..<4), let month = number(5..<7), let day = number(8..<10),
      let hour = number(11..<13), let minute = number(14..<16), let second = number(17..<19)
    else { return nil }
    let result = (days(year, month, day) * 24 + hour) * 3600 + minute * 60 + second
    return self.text(result) == text ? result : nil
  }

  static func text(_ seconds: Int) -> String {
    let day = Int((Double(seconds) / 86400).rounded(.down))
    let rest = seconds - day * 86400
    let date = civil(day)
    func two(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }
    let year = String(date.year)
    let zeros = String(repeating: "0", count: max(0, 4 - year.count))
    return
      "\(zeros)\(year)-\(two(date.month))-\(two(date.day))T\(two(rest / 3600)):\(two(rest / 60 % 60)):\(two(rest % 60))Z"
  }

  /// Days since 1970 (H. Hinnant, "chrono-compatible low-level date algorithms").
  private static func days(_ year: Int, _ month: Int, _ day: Int) -> Int {
    let y = month <= 2 ? year - 1 : year
    let era = (y >= 0 ? y : y - 399) / 400
    let yearOfEra = y - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
  }

  private static func civil(_ days: Int) -> (year: Int, month: Int, day: Int) {
    let z = days + 719_468
    let era = (z >= 0 ? z : z - 146_096) / 146_097
    let dayOfEra = z - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let part = (5 * dayOfYear + 2) / 153
    let month = part < 10 ? part + 3 : part - 9
    return (
      yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * part + 2) / 5 + 1
    )
  }
}
