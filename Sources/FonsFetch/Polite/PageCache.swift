internal import FonsFormat
internal import FonsText
internal import Foundation
internal import Synchronization

/// Answers that say how to ask whether they still hold, on disk, for their owner alone.
///
/// A file for each address: a line of magic, a line of JSON, then the bytes that went over the wire.
/// What cannot be read or written is as if it were not there.
struct PageCache: Sendable {
  let folder: String
  let mostBytes: Int

  private static let magic = "fons.page/1\n"

  private struct Header: Codable {
    var address: String
    var time: String
    var server: String?
    var request: Int
    var head: Int
    var body: Int
  }

  private func path(_ address: PageAddress) -> String {
    "\(folder)/\(SHA256.hex(Array(address.description.utf8))).page"
  }

  func exchange(of address: PageAddress) -> Exchange? {
    guard let data = FileManager.default.contents(atPath: path(address)) else { return nil }
    let bytes = [UInt8](data)
    guard bytes.starts(with: Self.magic.utf8),
      let end = bytes.dropFirst(Self.magic.utf8.count).firstIndex(of: 0x0A),
      let header = try? JSONDecoder().decode(
        Header.self, from: Data(bytes[Self.magic.utf8.count..<end])),
      header.address == address.description,
      header.request >= 0, header.head >= 0, header.body >= 0,
      header.request + header.head + header.body == bytes.count - end - 1
    else { return nil }
    let head = end + 1 + header.request
    return Exchange(
      address: address, time: header.time, server: header.server,
      request: Array(bytes[(end + 1)..<head]), head: Array(bytes[head..<head + header.head]),
      rawBody: Array(bytes[(head + header.head)...]))
  }

  /// Keeps an answer that is whole and can be asked about.
  func keep(_ exchange: Exchange) {
    let answer = exchange.answer
    guard answer.status == 200, answer.fields["etag"] ?? answer.fields["last-modified"] != nil,
      answer.fields["cache-control"]?.lowercased().contains("no-store") != true
    else { return }
    let header = Header(
      address: exchange.address.description, time: exchange.time, server: exchange.server,
      request: exchange.request.count, head: exchange.head.count, body: exchange.rawBody.count)
    guard let line = try? JSONEncoder().encode(header) else { return }
    let bytes =
      Array(Self.magic.utf8) + [UInt8](line) + [0x0A] + exchange.request + exchange.head
      + exchange.rawBody
    guard bytes.count <= mostBytes / 4, PrivateFile.makeFolder(folder) else { return }
    try? PrivateFile.write(bytes, to: path(exchange.address))
    tidy()
  }

  /// Removes the oldest pages until the rest is no more than is allowed.
  private func tidy() {
    let files = FileManager.default
    let names = (try? files.contentsOfDirectory(atPath: folder)) ?? []
    var pages: [(path: String, size: Int, date: Date)] = []
    for name in names where name.hasSuffix(".page") {
      let path = folder + "/" + name
      guard let values = try? files.attributesOfItem(atPath: path) else { continue }
      pages.append(
        (path, (values[.size] as? Int) ?? 0, (values[.modificationDate] as? Date) ?? .distantPast))
    }
    var total = pages.reduce(0) { $0 + $1.size }
    guard total > mostBytes else { return }
    for page in pages.sorted(by: { $0.date < $1.date }) where total > mostBytes {
      try? files.removeItem(atPath: page.path)
      total -= page.size
    }
  }
}
