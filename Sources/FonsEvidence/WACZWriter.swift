internal import FonsFetch
internal import FonsFormat
internal import FonsText
internal import Foundation

/// Packs a file of web archive with its index and its list of pages (WACZ 1.1.1, Webrecorder).
public enum WACZWriter {
  /// - Parameters:
  ///   - store: what was kept.
  ///   - pages: addresses that a reader would open, with their titles.
  /// - Throws: where the web archive cannot be read or the file not be written.
  public static func write(
    _ store: EvidenceStore, pages: [(url: String, title: String?)], to path: String
  ) throws {
    let warc = [UInt8](try Data(contentsOf: URL(fileURLWithPath: store.path)))
    let name = store.path.split(separator: "/").last.map(String.init) ?? "data.warc.gz"
    let index = index(store.kept, file: name)
    let parts: [(name: String, content: [UInt8])] = [
      ("archive/\(name)", warc), ("indexes/index.cdx.gz", index.lines),
      ("indexes/index.idx", index.blocks), ("pages/pages.jsonl", try list(pages, store.kept)),
    ]
    let description = try describe(parts)
    let digest = try json([
      "path": "datapackage.json", "hash": "sha256:" + SHA256.hex(description),
    ])
    let zip = try ZipWriter.bytes(
      of: parts + [("datapackage.json", description), ("datapackage-digest.json", digest)])
    try PrivateFile.write(zip, to: path)
  }

  private static func json(_ value: Any) throws -> [UInt8] {
    [UInt8](
      try JSONSerialization.data(
        withJSONObject: value, options: [.sortedKeys, .withoutEscapingSlashes]))
  }

  private static func describe(_ parts: [(name: String, content: [UInt8])]) throws -> [UInt8] {
    let resources = parts.map { path, content -> [String: Any] in
      let name = path.split(separator: "/").last.map { $0.lowercased() } ?? path
      return [
        "name": name, "path": path, "hash": "sha256:" + SHA256.hex(content),
        "bytes": content.count,
      ]
    }
    return try json([
      "profile": "data-package", "wacz_version": "1.1.1", "software": "fons",
      "created": Date().formatted(.iso8601), "resources": resources,
    ])
  }

  private static func list(_ pages: [(url: String, title: String?)], _ kept: [Kept]) throws
    -> [UInt8]
  {
    var lines = [
      try json(["format": "json-pages-1.0", "id": "pages", "title": "All Pages"])
    ]
    for (number, page) in pages.enumerated() {
      let time = kept.last { $0.url == page.url }?.time ?? Date().formatted(.iso8601)
      lines.append(
        try json([
          "id": "\(number + 1)", "url": page.url, "ts": time, "title": page.title ?? page.url,
        ]))
    }
    return lines.flatMap { $0 + [0x0A] }
  }

  /// Lines of CDXJ in one block of gzip, and where the block is.
  private static func index(_ kept: [Kept], file: String) -> (lines: [UInt8], blocks: [UInt8]) {
    var lines: [(key: String, rest: String)] = []
    for copy in kept {
      let stamp = copy.time.filter(\.isNumber)
      let fields: [String: Any] = [
        "url": copy.url, "digest": copy.digest, "mime": copy.type, "status": copy.status,
        "offset": copy.offset, "length": copy.length, "filename": file,
      ]
      guard let text = try? json(fields) else { continue }
      lines.append(("\(key(copy.url)) \(stamp)", String(decoding: text, as: UTF8.self)))
    }
    lines.sort { Array($0.key.utf8).lexicographicallyPrecedes(Array($1.key.utf8)) }
    let text = lines.map { "\($0.key) \($0.rest)\n" }.joined()
    let block = GzipEncoder.encode(Array(text.utf8))
    var blocks = "!meta 0 {\"format\": \"cdxj-gzip-1.0\", \"filename\": \"index.cdx.gz\"}\n"
    if let first = lines.first {
      blocks +=
        "\(first.key) {\"offset\": 0, \"length\": \(block.count), "
        + "\"digest\": \"sha256:\(SHA256.hex(block))\", \"filename\": \"index.cdx.gz\"}\n"
    }
    return (block, Array(blocks.utf8))
  }

  /// The address in the order in which archives sort them: `example,host)/path`.
  private static func key(_ url: String) -> String {
    guard let address = try? PageAddress(url) else { return url }
    var host = address.host.split(separator: ".").reversed().joined(separator: ",")
    if address.port != (address.isSecure ? 443 : 80) { host += ":\(address.port)" }
    if host.hasSuffix(",www") { host = String(host.dropLast(4)) }
    return host + ")" + address.target.lowercased()
  }
}
