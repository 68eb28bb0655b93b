internal import HTTPTypes
internal import HummingbirdCore
internal import NIOCore

extension Request {
  /// Reads the body, within the limit and the budget.
  ///
  /// - Throws: `Problem` with status 413, before anything is read where the head says so.
  func read(atMost limit: Int, of budget: Budget) async throws -> Body {
    if let length = headers[.contentLength].flatMap({ Int($0) }), length > limit {
      throw Problem.tooLarge(limit).closing
    }
    var bytes: [UInt8] = []
    var share = 0
    do {
      for try await var part in body {
        let count = part.readableBytes
        guard bytes.count + count <= limit else { throw Problem.tooLarge(limit).closing }
        try budget.take(count)
        share += count
        part.readWithUnsafeReadableBytes { buffer in
          bytes.append(contentsOf: buffer)
          return buffer.count
        }
      }
    } catch {
      budget.give(share)
      throw error
    }
    return Body(bytes, share: share, of: budget)
  }
}

extension Problem {
  /// The connection ends with the answer: what is still to come of the body is of no use.
  var closing: Problem {
    var problem = self
    problem.headers[.connection] = "close"
    return problem
  }
}
