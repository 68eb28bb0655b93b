/// HTML that is safe to put into a page: literals are taken as they are, every string that is
/// interpolated is escaped, so that forgetting to escape takes an effort.
package struct Markup: Sendable, ExpressibleByStringInterpolation {
  package private(set) var html: String

  package static let empty = Markup(stringLiteral: "")

  package init(stringLiteral html: String) { self.html = html }

  package init(stringInterpolation: StringInterpolation) { html = stringInterpolation.html }

  package var isEmpty: Bool { html.isEmpty }

  package static func + (left: Markup, right: Markup) -> Markup {
    Markup(stringLiteral: left.html + right.html)
  }

  package static func += (left: inout Markup, right: Markup) { left.html += right.html }

  /// Text from anywhere, without what steers the display, escaped for content and attributes.
  static func escape(_ text: String) -> String {
    var output: [UInt8] = []
    output.reserveCapacity(text.utf8.count + 16)
    for byte in VisibleText(keepsLines: true)(text).utf8 {
      switch byte {
      case UInt8(ascii: "&"): output += "&amp;".utf8
      case UInt8(ascii: "<"): output += "&lt;".utf8
      case UInt8(ascii: ">"): output += "&gt;".utf8
      case UInt8(ascii: "\""): output += "&quot;".utf8
      case UInt8(ascii: "'"): output += "&#39;".utf8
      default: output.append(byte)
      }
    }
    return String(decoding: output, as: UTF8.self)
  }

  package struct StringInterpolation: StringInterpolationProtocol {
    var html: String

    package init(literalCapacity: Int, interpolationCount: Int) {
      html = ""
      html.reserveCapacity(literalCapacity + interpolationCount * 32)
    }

    package mutating func appendLiteral(_ literal: String) { html += literal }
    package mutating func appendInterpolation(_ text: String) { html += Markup.escape(text) }
    package mutating func appendInterpolation(_ number: Int) { html += String(number) }
    package mutating func appendInterpolation(_ markup: Markup) { html += markup.html }
  }
}

extension Sequence<Markup> {
  package func joined(by separator: Markup = .empty) -> Markup {
    var result = Markup.empty
    for (index, markup) in self.enumerated() {
      if index > 0 { result += separator }
      result += markup
    }
    return result
  }
}
