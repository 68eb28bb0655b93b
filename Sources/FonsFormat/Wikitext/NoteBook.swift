/// The notes of a page as MediaWiki's Cite numbers them: by first use within each group.
struct NoteBook {
  struct Entry {
    var group: String
    /// From 1, in order of first use; 0 while only defined.
    var number = 0
    /// Nil until the note is defined.
    var text: String?
    var urls: [String] = []
  }

  /// One place where a marker stands.
  struct Use {
    /// Without brackets.
    var marker: [UInt8]
    /// Index into `entries`, or -1 for a mark such as `[citation needed]`.
    var entry: Int
  }

  private struct Name: Hashable {
    var group: String
    var name: String
    /// How many lists of the group came before.
    var list: Int
  }

  private(set) var entries: [Entry] = []
  private(set) var uses: [Use] = []
  private var named: [Name: Int] = [:]
  private var counts: [String: Int] = [:]
  private var lists: [String: Int] = [:]

  /// Registers a use of a note and returns its number among the uses; names are shared by group.
  mutating func use(group: String, name: String) -> Int {
    let entry = entry(group: group, name: name)
    if entries[entry].number == 0 {
      counts[group, default: 0] += 1
      entries[entry].number = counts[group, default: 1]
    }
    let marker = NoteLabel.text(entries[entry].number, group: group)
    uses.append(Use(marker: Array(marker.utf8), entry: entry))
    return uses.count - 1
  }

  /// Registers a mark that is no note, such as `citation needed`.
  mutating func use(marker: String) -> Int {
    uses.append(Use(marker: Array(marker.utf8), entry: -1))
    return uses.count - 1
  }

  /// The entry of that name, made if need be; every unnamed note is an entry of its own.
  mutating func entry(group: String, name: String) -> Int {
    let key = Name(group: group, name: name, list: lists[group, default: 0])
    if !name.isEmpty, let known = named[key] { return known }
    entries.append(Entry(group: group))
    if !name.isEmpty { named[key] = entries.count - 1 }
    return entries.count - 1
  }

  /// Begins a new list of the group's notes: numbers and names start again.
  mutating func restart(group: String) {
    guard counts[group, default: 0] > 0 else { return }
    counts[group] = 0
    lists[group, default: 0] += 1
  }

  /// Takes what an entry says, to make room for a definition that continues it.
  mutating func take(_ entry: Int) -> Entry {
    let before = entries[entry]
    entries[entry].text = nil
    entries[entry].urls = []
    return before
  }

  /// Puts what an entry said before in front of what it says now. `before` is left empty, so that
  /// the longer text is not copied.
  mutating func putBack(_ entry: Int, before: inout Entry) {
    guard var text = before.text else { return }
    before.text = nil
    if let more = entries[entry].text { text += " " + more }
    entries[entry].text = text
    let added = entries[entry].urls.filter { !before.urls.contains($0) }
    entries[entry].urls = before.urls + added.prefix(max(0, 100 - before.urls.count))
  }

  /// Says what an entry's note is; the first definition holds.
  mutating func define(_ entry: Int, text: String, urls: [String]) {
    guard entries[entry].text == nil, !text.isEmpty else { return }
    entries[entry].text = text
    entries[entry].urls = urls
  }

  /// The entry that a use belongs to.
  func entry(ofUse use: Int) -> Int { uses[use].entry }
}

/// The markers of the groups that number in their own way.
enum NoteLabel {
  static func text(_ number: Int, group: String) -> String {
    switch group {
    case "", "decimal": "\(number)"
    case "lower-alpha": letters(number, first: 0x61, count: 26)
    case "upper-alpha": letters(number, first: 0x41, count: 26)
    case "lower-greek": greek(number)
    case "lower-roman": roman(number)
    case "upper-roman": roman(number).uppercased()
    default: "\(group) \(number)"
    }
  }

  /// a … z, aa, ab …
  private static func letters(_ number: Int, first: UInt32, count: Int) -> String {
    var left = number
    var result = ""
    while left > 0 {
      left -= 1
      if let scalar = Unicode.Scalar(first + UInt32(left % count)) {
        result.insert(Character(scalar), at: result.startIndex)
      }
      left /= count
    }
    return result
  }

  private static func greek(_ number: Int) -> String {
    let alphabet = Array("αβγδεζηθικλμνξοπρστυφχψω")
    var left = number
    var result = ""
    while left > 0 {
      left -= 1
      result.insert(alphabet[left % alphabet.count], at: result.startIndex)
      left /= alphabet.count
    }
    return result
  }

  private static func roman(_ number: Int) -> String {
    let steps = [
      (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"),
      (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
    ]
    var left = number
    var result = ""
    for (value, digits) in steps {
      while left >= value, result.utf8.count < 200 {
        result += digits
        left -= value
      }
    }
    return result
  }
}
