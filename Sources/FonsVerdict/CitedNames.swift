internal import Foundation

/// The names under which a library may hold what a document cites, the most exact first.
enum CitedNames {
  // MARK: Addresses

  /// The address, and where it is a copy of another site's page, that page.
  static func ofAddress(_ address: String) -> [String] {
    var names = [address]
    guard let parts = URLComponents(string: address) else { return names }
    let host = parts.host?.lowercased() ?? ""
    if parts.scheme == "urn" { return names + numbers(address) }
    if parts.scheme == "file" { return names + path(parts.path) }
    if ["doi.org", "dx.doi.org", "www.doi.org"].contains(host), parts.path.count > 1 {
      let number = String(parts.path.dropFirst())
      names += ["https://doi.org/" + number, "doi:" + number, number]
    }
    if host.hasSuffix("wikiwand.com") { names += wikiwand(parts.path) }
    names += mirrored(parts)
    return names
  }

  /// `978…` without its name.
  private static func numbers(_ urn: String) -> [String] {
    guard let number = urn.split(separator: ":").last else { return [] }
    return ["ISBN \(number)", String(number)]
  }

  /// A file: its path, and its name without the ending.
  private static func path(_ path: String) -> [String] {
    let name = path.split(separator: "/").last.map(String.init) ?? ""
    guard !name.isEmpty else { return [] }
    let stem = name.split(separator: ".").dropLast().joined(separator: ".")
    return [path, name] + (stem.isEmpty ? [] : [stem])
  }

  private static func wikiwand(_ path: String) -> [String] {
    var parts = path.split(separator: "/").map(String.init)
    parts.removeAll { $0 == "articles" }
    guard parts.count == 2 else { return [] }
    return ["https://\(parts[0]).wikipedia.org/wiki/\(parts[1])"]
  }

  /// The page that a kiwix server shows: `/content/wikipedia_en_all/A/River`, `/viewer#book/A/River`.
  private static func mirrored(_ parts: URLComponents) -> [String] {
    var path = parts.path.split(separator: "/").map(String.init)
    if path.last == "viewer", let fragment = parts.fragment {
      path = ["content"] + fragment.split(separator: "/").map(String.init)
    }
    guard path.first == "content" || path.dropFirst().first == "A", path.count >= 3 else {
      return []
    }
    var rest = path.dropFirst(path.first == "content" ? 2 : 1)
    if rest.first?.count == 1 { rest = rest.dropFirst() }
    let title = rest.joined(separator: "/").replacingOccurrences(of: "_", with: " ")
    return title.isEmpty ? [] : [title]
  }

  // MARK: Titles

  /// The title, then without what follows a comma ("Title, p. 12"), then the work of a place in it
  /// ("Romans 1:28", "Hamlet 3.1.56").
  static func ofTitle(_ title: String) -> [String] {
    var names = [title]
    if let comma = title.firstIndex(of: ",") { names.append(String(title[..<comma])) }
    if let space = title.lastIndex(of: " "), let last = title.split(separator: " ").last,
      last.contains(where: { $0 == ":" || $0 == "." }),
      last.allSatisfy({ $0.isNumber || $0 == ":" || $0 == "." })
    {
      let work = String(title[..<space])
      let chapter = last.prefix { $0.isNumber }
      names += ["\(work) \(chapter)", work]
    }
    return names
  }

  /// Titles that differ by an article, a subtitle, or what brackets add.
  static func near(_ title: String) -> [String] {
    var cores = [title]
    for mark in [":", " (", " – ", " — ", ";"] {
      guard let cut = title.range(of: mark) else { continue }
      cores.append(String(title[..<cut.lowerBound]))
    }
    var names: [String] = []
    for core in cores {
      names.append(core)
      let words = core.split(separator: " ")
      if let first = words.first?.lowercased(), articles.contains(first), words.count > 2 {
        names.append(words.dropFirst().joined(separator: " "))
      } else if words.count > 1 {
        names.append("The " + core)
      }
    }
    // One short word is no title to be guessed at.
    return names.filter { $0 != title && $0.split(separator: " ").count > 1 }
  }

  private static let articles: Set<String> = [
    "the", "a", "an", "der", "die", "das", "le", "la", "les", "il", "el", "los",
  ]
}
