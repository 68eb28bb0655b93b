/// The names under which a file is known.
struct ItemName {
  let path: String
  /// The source that it belongs to.
  let root: String

  var fileName: Substring { path.split(separator: "/").last ?? "" }

  /// The file's name without its ending.
  var title: String {
    guard let dot = fileName.lastIndex(of: "."), dot > fileName.startIndex else {
      return String(fileName)
    }
    return String(fileName[..<dot])
  }

  /// Other names of the file: its path, its path within the source, its name with spaces.
  var aliases: [String] {
    var aliases = [path]
    if path.hasPrefix(root), path != root {
      let rest = path.dropFirst(root.count).drop { $0 == "/" }
      aliases.append(String(rest))
    }
    if title.contains("_") { aliases.append(String(title.map { $0 == "_" ? " " : $0 })) }
    return aliases
  }
}
