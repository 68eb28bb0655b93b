internal import ArgumentParser
internal import Dispatch
internal import FonsReport
internal import Foundation

/// One line of an NDJSON stream: `{"id", "text"}`.
struct TextLine: Sendable {
  var id: JSON
  var bytes: [UInt8]
}

/// Answers lines of NDJSON in order, on all cores, in bounded memory; a bad line never stops the
/// rest.
struct TextStream {
  let jobs: Int
  let output: OutputOptions
  let status: ExitStatus
  /// What was found damaged so far, in sentences.
  let warnings: () -> [String]

  /// Lines that are worked on together.
  private var batch: Int { jobs * 32 }
  /// Bytes of the longest line.
  private static let longestLine = 64 << 20

  /// - Returns: the exit status of the run.
  func run(
    _ inputs: [String],
    _ answer: @escaping @Sendable (TextLine) throws -> (line: String, passes: Bool)
  ) throws -> ExitStatus {
    guard inputs == ["-"], output.output == nil else {
      throw ValidationError(
        "A stream of NDJSON is read from standard input and written to standard output.")
    }
    var lines = LineReader(FileHandle.standardInput, longest: Self.longestLine)
    var status = status
    var number = 0
    var said = Set<String>()
    while true {
      var group: [(number: Int, line: LineReader.Line)] = []
      while group.count < batch, let line = try lines.next() {
        number += 1
        group.append((number, line))
      }
      guard !group.isEmpty else { return status }
      for result in answers(group, answer) {
        try Console.write(result.line + "\n")
        status = result.status.worse(than: status)
      }
      for warning in warnings() where said.insert(warning).inserted {
        Console.sayError(warning)
        status = .unreadable
      }
    }
  }

  private struct Answer: Sendable {
    var line = ""
    var status = ExitStatus.success
  }

  private func answers(
    _ group: [(number: Int, line: LineReader.Line)],
    _ answer: @escaping @Sendable (TextLine) throws -> (line: String, passes: Bool)
  ) -> [Answer] {
    let group = group.filter { !$0.line.isBlank }
    var results = [Answer](repeating: Answer(), count: group.count)
    results.withUnsafeMutableBufferPointer { buffer in
      nonisolated(unsafe) let results = buffer
      let size = buffer.count
      let stride = max(1, (size + jobs * 4 - 1) / (jobs * 4))
      DispatchQueue.concurrentPerform(iterations: (size + stride - 1) / stride) { run in
        for index in run * stride..<min(size, (run + 1) * stride) {
          results[index] = Self.one(group[index].number, group[index].line, answer)
        }
      }
    }
    return results
  }

  private static func one(
    _ number: Int, _ line: LineReader.Line,
    _ answer: (TextLine) throws -> (line: String, passes: Bool)
  ) -> Answer {
    var id = JSON.null
    do {
      guard case .bytes(let bytes) = line else {
        throw InputError("is longer than \(longestLine >> 20) MB")
      }
      let value: JSON
      do { value = try JSON(parsing: bytes) } catch { throw InputError("is not JSON") }
      id = value["id"] ?? .null
      guard case .string(let text)? = value["text"] else { throw InputError("has no “text”") }
      let result = try answer(TextLine(id: id, bytes: Array(text.utf8)))
      return Answer(line: result.line, status: result.passes ? .success : .failed)
    } catch {
      let message = "line \(number) \(error)"
      let answer = JSON.object(("id", id), ("error", JSON.string(message)))
      return Answer(line: answer.text(), status: .unreadable)
    }
  }
}
