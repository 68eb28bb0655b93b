#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// Reports as JSON text, and back.
public struct JSONRenderer: Sendable {
  public init() {}

  /// Pretty printed, without a line break at the end. Several reports are an array.
  public func render(_ report: Report) -> String {
    report.json.text(pretty: true)
  }

  /// An array of reports, pretty printed, without a line break at the end.
  public func render(_ reports: [Report]) -> String {
    reports.json.text(pretty: true)
  }

  /// One line of NDJSON, without its line break. `id` is what came with a streamed text: it is
  /// given back as it was, before everything else.
  public func line(_ report: Report, id: JSON? = nil) -> String {
    let line = lineBytes(report, id: id)
    return String(decoding: line.dropLast(), as: UTF8.self)
  }

  /// The same in UTF-8, with its line break.
  public func lineBytes(_ report: Report, id: JSON? = nil) -> [UInt8] {
    var sink = JSONTextSink()
    sink.beginObject()
    if let id { sink.put("id", id) }
    report.writeMembers(to: &sink)
    sink.endObject()
    sink.breakLine()
    return sink.bytes
  }

  /// One line of NDJSON for one quotation, as `fons find` streams it: with its `id` first.
  public func line(_ entry: Report.Entry, id: JSON? = nil) -> String {
    String(decoding: lineBytes(entry, id: id).dropLast(), as: UTF8.self)
  }

  /// The same in UTF-8, with its line break.
  public func lineBytes(_ entry: Report.Entry, id: JSON? = nil) -> [UInt8] {
    var sink = JSONTextSink()
    sink.beginObject()
    if let id {
      entry.writeMembers(to: &sink, id: id)
    } else {
      entry.writeMembers(to: &sink)
    }
    sink.endObject()
    sink.breakLine()
    return sink.bytes
  }

  /// Reads a report that was written before; unknown properties are left alone.
  public static func decode(_ bytes: [UInt8]) throws -> Report {
    try JSONDecoder().decode(Report.self, from: Data(bytes))
  }
}
