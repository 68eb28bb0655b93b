internal import FonsReport
internal import HTTPTypes
internal import HummingbirdCore
internal import NIOCore

/// What went wrong with a request, as RFC 9457 tells it. Thrown by what answers requests.
struct Problem: Error {
  var status: HTTPResponse.Status
  /// Stable, and the end of the problem's `type`.
  var code: String
  var title: String
  var detail: String
  var headers: HTTPFields = [:]

  init(_ status: HTTPResponse.Status, _ code: String, _ title: String, _ detail: String) {
    self.status = status
    self.code = code
    self.title = title
    self.detail = detail
  }

  /// With the seconds after which another attempt may succeed.
  func retrying(after seconds: Int) -> Problem {
    var problem = self
    problem.headers[.retryAfter] = String(seconds)
    return problem
  }

  var json: JSON {
    .object(
      ("type", "urn:fons:problem:\(code)"), ("title", title), ("status", status.code),
      ("detail", detail))
  }

  var response: Response {
    var fields = headers
    fields[.contentType] = "application/problem+json"
    return Response(
      status: status, headers: fields,
      body: ResponseBody(byteBuffer: ByteBuffer(string: json.text(pretty: true) + "\n")))
  }
}

extension Problem {
  static func invalid(_ detail: String) -> Problem {
    Problem(.badRequest, "invalid", "The request is not valid", detail)
  }

  static func unreadable(_ detail: String) -> Problem {
    Problem(.unprocessableContent, "unreadable", "The document cannot be read", detail)
  }

  static func tooLarge(_ limit: Int) -> Problem {
    Problem(
      .contentTooLarge, "too-large", "The request is too large",
      "At most \(limit) bytes are taken. Divide the document and check its parts.")
  }

  static let notFound = Problem(
    .notFound, "not-found", "There is nothing here", "No such page, or a check that is not kept.")

  static let busy = Problem(
    .serviceUnavailable, "busy", "The server is busy", "Too many requests are waiting."
  ).retrying(after: 2)

  static let tooLong = Problem(
    .serviceUnavailable, "too-long", "The check took too long",
    "It was given up. Divide the document and check its parts.")

  static let mediaType = Problem(
    .unsupportedMediaType, "media-type", "This type of content is not taken",
    "Send application/json, application/x-ndjson, or a document as text/plain, text/markdown or text/html."
  )
}
