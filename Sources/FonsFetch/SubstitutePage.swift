internal import CTables
internal import Foundation

/// Tells a page from what is shown in its place with a status of success: "not found", a login, a
/// challenge for robots. The phrases are in `Sources/CTables/data/pages.txt`.
public enum SubstitutePage {
  /// Words of text; a page with more has something to say of its own.
  private static let mostWords = 150

  /// - Parameters:
  ///   - title: of the page.
  ///   - text: the page's main text.
  public static func failure(_ page: Fetched, title: String?, text: [UInt8]) -> FetchFailure? {
    let address = page.address
    if leadsToFront(page) {
      return FetchFailure(
        .dead, "\(page.requested) is gone: it leads to the front page of \(address.site).")
    }
    let shown = String(decoding: text.prefix(8_192), as: UTF8.self).lowercased()
    guard text.count < 8_192, shown.split(whereSeparator: \.isWhitespace).count <= mostWords else {
      return nil
    }
    let title = (title ?? "").lowercased()
    let lines = [title, shown.split(separator: "\n").first.map(String.init) ?? ""]
    for (kind, phrase) in table {
      let stands =
        phrase.hasPrefix("^")
        ? lines.contains { $0.hasPrefix(phrase.dropFirst()) }
        : lines[0].contains(phrase) || shown.contains(phrase)
      guard stands else { continue }
      let said = phrase.drop { $0 == "^" }
      switch kind {
      case .login:
        return FetchFailure(
          .login, "\(address) needs a login (it says “\(said)”), which Fons never sends.")
      case .blocked:
        return FetchFailure(
          .blocked, "\(address) is blocked: it shows a page for robots (“\(said)”).")
      default:
        return FetchFailure(
          .dead, "\(address) is gone: it says “\(said)” with a status of success.")
      }
    }
    return nil
  }

  /// Pages that are gone are often led to the front page instead.
  private static func leadsToFront(_ page: Fetched) -> Bool {
    guard page.exchanges.count > 1, page.address.target == "/" else { return false }
    let names = page.requested.path.split(separator: "/")
    guard let last = names.last?.lowercased() else { return false }
    return !last.hasPrefix("index.") && last != "home"
  }

  private static let table: [(FetchFailure.Kind, String)] = {
    let bytes = UnsafeBufferPointer(start: fons_page_table_start(), count: fons_page_table_size())
    var table: [(FetchFailure.Kind, String)] = []
    for line in bytes.split(separator: UInt8(ascii: "\n")) where line.first != UInt8(ascii: "#") {
      let fields = String(decoding: line, as: UTF8.self).split(separator: "|").map {
        $0.trimmingCharacters(in: .whitespaces)
      }
      guard let kind = fields.first.flatMap(FetchFailure.Kind.init) else { continue }
      table += fields.dropFirst().map { (kind, $0) }
    }
    return table
  }()
}
