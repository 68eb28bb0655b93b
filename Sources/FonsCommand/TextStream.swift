internal import ArgumentParser
internal import Dispatch
internal import FonsReport
internal import Synchronization

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

  /// Bytes of the longest line.
  private static let longestLine = 64 << 20

  /// - Returns: the exit status of the run.
  func run(
    _ inputs: [String],
    _ answer: @escaping @Sendable (TextLine) throws -> (line: [UInt8], passes: Bool)
  ) throws -> ExitStatus {
    guard inputs == ["-"], output.output == nil else {
      throw ValidationError(
        "A stream of NDJSON is read from standard input and written to standard output.")
    }
    var reader = LineReader(descriptor: 0, longest: Self.longestLine)
    var status = status
    var number = 0
    var said = Set<String>()
    while true {
      let lines = try reader.next()
      guard !lines.isEmpty else { return status }
      let results = answers(lines, after: number, answer)
      number += lines.count
      var output: [UInt8] = []
      output.reserveCapacity(results.reduce(0) { $0 + $1.line.count })
      for result in results { output += result.line }
      try Console.write(output)
      for result in results { status = result.status.worse(than: status) }
      for warning in warnings() where said.insert(warning).inserted {
        Console.sayError(warning)
        status = .unreadable
      }
    }
  }

  /// Numbers from 0, each to one taker.
  private final class Counter: Sendable {
    private let next = Atomic(0)
    func take() -> Int { next.add(1, ordering: .relaxed).oldValue }
  }

  private struct Answer: Sendable {
    /// With its line break; nothing for a blank line.
    var line: [UInt8] = []
    var status = ExitStatus.success
  }

  /// Each worker takes the next line that nobody has taken; the answers stand in the lines' order.
  private func answers(
    _ lines: [LineReader.Line], after number: Int,
    _ answer: @escaping @Sendable (TextLine) throws -> (line: [UInt8], passes: Bool)
  ) -> [Answer] {
    var results = [Answer](repeating: Answer(), count: lines.count)
    results.withUnsafeMutableBufferPointer { buffer in
      nonisolated(unsafe) let results = buffer
      let next = Counter()
      let work: @Sendable () -> Void = {
        while true {
          let index = next.take()
          guard index < lines.count else { return }
          if lines[index].isBlank { continue }
          results[index] = Self.one(number + index + 1, lines[index], answer)
        }
      }
      let workers = min(jobs, lines.count)
      if workers == 1 {
        work()
      } else {
        DispatchQueue.concurrentPerform(iterations: workers) { _ in work() }
      }
    }
    return results
  }

  private static func one(
    _ number: Int, _ line: LineReader.Line,
    _ answer: (TextLine) throws -> (line: [UInt8], passes: Bool)
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
      return Answer(line: Array((answer.text() + "\n").utf8), status: .unreadable)
    }
  }
}
