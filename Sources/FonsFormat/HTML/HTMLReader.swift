import CGumbo
import FonsText

/// The main text of an HTML page: its blocks, quotations, links and notes, without navigation.
public struct HTMLReader: Sendable {
  /// Pages larger than this are refused.
  public static let sizeLimit = 512 << 20

  public init() {}

  /// Reads bytes in any usual encoding; `origin` leads to these bytes.
  ///
  /// - Throws: `HTMLError` where the page is too large.
  public func read(_ bytes: [UInt8]) throws -> StructuredText {
    let decoded = TextDecoding.decode(bytes, declared: Self.declaredCharset(bytes))
    var result = try read(text: decoded.text)
    result.origin = result.origin.composed(with: decoded.origin)
    return result
  }

  /// Reads valid UTF-8; `origin` leads to this text.
  public func read(text: [UInt8]) throws -> StructuredText {
    guard text.count <= Self.sizeLimit else { throw HTMLError.tooLarge(bytes: text.count) }
    let guarded = HTMLGuard.prepare(text)
    return guarded.withUnsafeBytes { buffer in
      var options = kGumboDefaultOptions
      options.max_errors = 0
      guard let base = buffer.baseAddress?.assumingMemoryBound(to: CChar.self),
        let output = gumbo_parse_with_options(&options, base, buffer.count)
      else { return StructuredText(text: [], origin: OffsetMap()) }
      defer { gumbo_destroy_output(&options, output) }
      let page = HTMLPage(root: output.pointee.root)
      var walk = HTMLWalk(source: guarded, base: base, page: page)
      walk.run(from: page.content)
      if walk.builder.blocks.isEmpty, page.content != page.body {
        walk = HTMLWalk(source: guarded, base: base, page: page)
        walk.run(from: page.body)
      }
      return walk.finish()
    }
  }

  /// The charset that a `<meta>` in the first kilobytes names.
  public static func declaredCharset(_ bytes: [UInt8]) -> String? {
    let limit = min(bytes.count, 4096)
    guard let at = (0..<limit).first(where: { bytes.hasIgnoringCase("charset", at: $0) }) else {
      return nil
    }
    var start = at + 7
    while start < limit, [0x20, 0x3D, 0x22, 0x27].contains(bytes[start]) { start += 1 }
    var end = start
    while end < limit, ASCII.isAlphanumeric(bytes[end]) || [0x2D, 0x5F].contains(bytes[end]) {
      end += 1
    }
    return end > start ? bytes.string(start, end) : nil
  }
}

/// Why a page was not read.
public enum HTMLError: Error, Sendable, Equatable {
  case tooLarge(bytes: Int)
}
