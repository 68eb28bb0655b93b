internal import Fons
internal import FonsDocument
internal import FonsFetch
internal import FonsFormat
internal import FonsReport
internal import FonsVerdict
internal import HTTPTypes
internal import HummingbirdCore

/// What a request to check or to find says.
struct CheckRequest {
  var text: [UInt8]?
  var url: String?
  var name: String?
  var format: InputFormat?
  var policy = Policy.standard
  var explains = false
  var keeps = true
  var hasCommentary = true
  /// Whether the pages that the document cites are read; nil for where the server does that.
  var fetches: Bool?

  /// - Throws: `Problem` where a member is of another type, or unknown.
  init(_ json: JSON, members: Set<String> = CheckRequest.members) throws {
    guard case .object(let given) = json else {
      throw Problem.invalid("The body is not a JSON object.")
    }
    for member in given {
      guard members.contains(member.key) else {
        throw Problem.invalid(
          "There is no “\(member.key)”: \(members.sorted().joined(separator: ", ")) are known.")
      }
      try take(member.key, member.value)
    }
  }

  static let members: Set = [
    "text", "url", "name", "format", "policy", "explain", "keep", "commentary", "fetch",
  ]

  /// A document as it is, with its type.
  init(_ bytes: [UInt8], type: String) throws {
    text = bytes
    switch type {
    case "text/plain": format = nil
    case "text/markdown": format = .markdown
    case "text/html", "application/xhtml+xml": format = .html
    case "message/rfc822": format = .email
    case "application/x-tex", "text/x-tex": format = .latex
    case "application/pdf", "application/octet-stream", "application/epub+zip": format = nil
    default: throw Problem.mediaType
    }
  }

  private mutating func take(_ key: String, _ value: JSON) throws {
    switch (key, value) {
    case ("id", _), (_, .null): break
    case ("text", .string(let value)): text = Array(value.utf8)
    case ("url", .string(let value)): url = value
    case ("name", .string(let value)):
      guard value.unicodeScalars.count <= 250 else { throw Problem.invalid("“name” is too long.") }
      name = value
    case ("format", .string(let value)): format = try Self.format(value)
    case ("policy", .string(let value)): policy = try Self.policy(value)
    case ("explain", .bool(let value)): explains = value
    case ("keep", .bool(let value)): keeps = value
    case ("commentary", .bool(let value)): hasCommentary = value
    case ("fetch", .bool(let value)): fetches = value
    default: throw Problem.invalid("“\(key)” is of another type.")
    }
  }

  static func format(_ name: String) throws -> InputFormat? {
    if name == "auto" { return nil }
    guard let format = InputFormat(rawValue: name) else {
      throw Problem.invalid(
        "There is no format “\(name)”: it is one of \(InputFormat.allCases.map(\.rawValue).joined(separator: ", "))."
      )
    }
    return format
  }

  static func policy(_ name: String) throws -> Policy {
    guard let policy = Policy.named(name) else {
      throw Problem.invalid(
        "There is no policy “\(name)”: it is one of \(Policy.all.map(\.name).joined(separator: ", "))."
      )
    }
    return policy
  }
}

extension Desk {
  /// What is to be checked; a page is read where that is on.
  ///
  /// - Throws: `Problem` where the request asks for what this server does not do, or the page cannot be
  ///   read.
  func task(_ request: CheckRequest, _ body: Body) async throws -> Task {
    let online = try reader(for: request)
    guard let url = request.url else {
      guard let text = request.text else { throw Problem.invalid("There is no “text”.") }
      try budget.take(text.count)
      return Task(
        body: Body(text, share: text.count, of: budget), name: request.name,
        format: request.format, policy: request.policy, explains: request.explains, online: online)
    }
    guard request.text == nil else { throw Problem.invalid("“text” or “url”: not both.") }
    guard let pages else { throw Problem.fetching }
    let own = online ?? pages.checker(shelf.stand, request.policy, explains: request.explains)
    let page = try await pages.page(url, by: own)
    try budget.take(page.content.count)
    return Task(
      body: Body(page.content, share: page.content.count, of: budget),
      name: page.address.description, format: request.format,
      charset: MediaType.charset(page.type), policy: request.policy, explains: request.explains,
      online: online)
  }

  /// What reads the pages that a document cites; nil where none are read.
  private func reader(for request: CheckRequest) throws -> OnlineChecker? {
    guard let pages else {
      if request.fetches == true { throw Problem.fetching }
      return nil
    }
    guard request.fetches != false else { return nil }
    return pages.checker(shelf.stand, request.policy, explains: request.explains)
  }
}
