public import FonsFetch
internal import FonsFormat
internal import FonsText
internal import Foundation
internal import Synchronization

/// Keeps what servers answered, byte for byte, in a file of web archive that its owner alone can read.
///
/// A copy shows what Fons received and when; it does not show that the site vouches for it. The file
/// is made with the first record. It may be written to from many threads.
public final class EvidenceStore: Sendable {
  /// The file, in the folder that was given.
  public let path: String
  private let folder: String
  private let software: String
  private let state = Mutex(State())

  private struct State {
    var size = 0
    var kept: [Kept] = []
    var failure: String?
  }

  /// - Parameters:
  ///   - folder: is made where there is none.
  ///   - software: what writes it, for the head of the file.
  public init(folder: String, software: String) {
    self.folder = folder
    self.software = software
    let stamp = Date().formatted(.iso8601).filter { $0.isNumber }
    path = "\(folder)/fons-\(stamp)-\(UUID().uuidString.prefix(8).lowercased()).warc.gz"
  }

  /// All that was kept so far, in order.
  public var kept: [Kept] { state.withLock { $0.kept } }

  /// Why nothing more could be written; nil where all is well.
  public var failure: String? { state.withLock { $0.failure } }

  /// The copy of an exchange, where one was kept.
  public func copy(of exchange: Exchange) -> Kept? {
    let url = exchange.address.description
    return state.withLock { state in
      state.kept.last { $0.url == url && $0.time == exchange.time }
    }
  }

  /// Keeps a request and its answer; with the server's word that an older answer still holds, too.
  public func keep(_ exchange: Exchange, notModified: Exchange? = nil) {
    state.withLock { state in
      do {
        if state.size == 0 { try begin(&state) }
        try keep(exchange, &state)
        if let notModified { try keep(notModified, revisiting: exchange, &state) }
      } catch {
        state.failure = "\(error)"
      }
    }
  }

  /// Keeps what happened where no answer came.
  public func keep(failure: FetchFailure, of address: String, time: String) {
    let lines = "outcome: \(failure.kind.rawValue)\r\nmessage: \(failure.message)\r\n"
    state.withLock { state in
      do {
        if state.size == 0 { try begin(&state) }
        let record = WARCRecord(
          kind: .metadata, time: time, target: address, type: "application/warc-fields",
          block: Array(lines.utf8))
        _ = try append(record, &state)
      } catch {
        state.failure = "\(error)"
      }
    }
  }

  // MARK: Records

  private func begin(_ state: inout State) throws {
    PrivateFile.makeFolder(folder)
    let name = path.split(separator: "/").last.map(String.init) ?? path
    let lines =
      "software: \(software)\r\nformat: WARC File Format 1.1\r\n"
      + "conformsTo: https://iipc.github.io/warc-specifications/specifications/warc-format/warc-1.1/\r\n"
    let record = WARCRecord(
      kind: .warcinfo, time: Date().formatted(.iso8601), type: "application/warc-fields",
      block: Array(lines.utf8), fields: [("WARC-Filename", name)])
    _ = try append(record, &state)
  }

  private func keep(_ exchange: Exchange, _ state: inout State) throws {
    let url = exchange.address.description
    let answer = exchange.answer
    let response = exchange.response
    var record = WARCRecord(
      kind: .response, time: exchange.time, target: url,
      type: "application/http;msgtype=response", block: response,
      fields: exchange.server.map { [("WARC-IP-Address", $0)] } ?? [])
    // A payload is without its chunks, and a file keeps what came: of that its digest says nothing.
    if answer.fields["transfer-encoding"] == nil { record.payload = exchange.head.count }
    let place = try append(record, &state)
    state.kept.append(
      Kept(
        file: path, record: record.id, url: url, time: exchange.time,
        sha256: SHA256.hex(response), status: answer.status,
        type: String((answer.fields["content-type"] ?? "").prefix { $0 != ";" }),
        offset: place.offset, length: place.length, digest: WARCRecord.digest(exchange.rawBody)))
    try keepRequest(exchange, of: record.id, &state)
  }

  private func keepRequest(
    _ exchange: Exchange, of response: String, _ state: inout State
  ) throws {
    guard !exchange.request.isEmpty else { return }
    let record = WARCRecord(
      kind: .request, time: exchange.time, target: exchange.address.description,
      type: "application/http;msgtype=request", block: exchange.request,
      fields: [("WARC-Concurrent-To", response)])
    _ = try append(record, &state)
  }

  /// A 304 says that the answer that is held is still the page.
  private func keep(
    _ exchange: Exchange, revisiting held: Exchange, _ state: inout State
  ) throws {
    let url = exchange.address.description
    let original = state.kept.last { $0.url == url }?.record ?? ""
    // Without a header of its own, so that it is replayed with the one of the page; the 304 as it came
    // stands beside it.
    let record = WARCRecord(
      kind: .revisit, time: exchange.time, target: url,
      type: "application/http;msgtype=response", block: [],
      fields: [
        ("WARC-Profile", "http://netpreserve.org/warc/1.1/revisit/server-not-modified"),
        ("WARC-Refers-To", original), ("WARC-Refers-To-Target-URI", url),
        ("WARC-Refers-To-Date", held.time),
        ("WARC-Payload-Digest", WARCRecord.digest(held.rawBody)),
      ])
    _ = try append(record, &state)
    let answer = WARCRecord(
      kind: .metadata, time: exchange.time, target: url,
      type: "application/http;msgtype=response", block: exchange.response,
      fields: [("WARC-Concurrent-To", record.id)])
    _ = try append(answer, &state)
    try keepRequest(exchange, of: record.id, &state)
  }

  /// Each record is a member of gzip of its own, so that it can be read from its place.
  private func append(
    _ record: WARCRecord, _ state: inout State
  ) throws -> (offset: Int, length: Int) {
    let member = GzipEncoder.encode(record.bytes)
    try PrivateFile.append(member, to: path)
    let offset = state.size
    state.size += member.count
    return (offset, member.count)
  }
}
