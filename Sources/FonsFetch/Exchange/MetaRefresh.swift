internal import FonsFormat

/// A page that sends its reader on at once: `<meta http-equiv="refresh" content="0; url=…">`.
enum MetaRefresh {
  /// Pages that are no more than a signpost are small.
  private static let mostBytes = 16 << 10
  /// Seconds; a page that stays longer is meant to be read.
  private static let longest = 5.0

  static func target(in content: [UInt8], type: String?) -> String? {
    guard content.count <= mostBytes, type?.lowercased().contains("html") ?? true else {
      return nil
    }
    let page = String(decoding: content, as: UTF8.self)
    guard
      let match = page.firstMatch(
        of: /<meta[^>]{0,200}?http-equiv\s*=\s*["']?refresh["']?[^>]{0,200}?>/.ignoresCase())
    else { return nil }
    guard
      let found = match.output.firstMatch(
        of: /content\s*=\s*["']?\s*([0-9.]{1,6})\s*[;,]\s*url\s*=\s*["']?([^"'>]{1,2000})/
          .ignoresCase()),
      (Double(found.1) ?? .infinity) <= longest
    else { return nil }
    return String(found.2).replacing("&amp;", with: "&")
  }
}
