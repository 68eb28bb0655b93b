internal import HTTPTypes
internal import HummingbirdCore

/// What answers requests of one method to one path.
struct Route: Sendable {
  typealias Answer = @Sendable (Request, Arguments) async throws -> Response

  var method: HTTPRequest.Method
  /// `/v1/checks/{id}`: names in braces stand for one segment each.
  var pattern: String
  /// Whether the answer may be had without the token.
  var isOpen = false
  /// Whether it is a page for people, whose errors are pages too.
  var isPage = false
  var answer: Answer

  /// The segments that names in braces stood for, decoded.
  struct Arguments: Sendable {
    var values: [String: String] = [:]
    var client = "local"
    var presence = Presence()

    subscript(name: String) -> String { values[name] ?? "" }
  }

  private let segments: [Substring]

  init(
    _ method: HTTPRequest.Method, _ pattern: String, isOpen: Bool = false, isPage: Bool = false,
    _ answer: @escaping Answer
  ) {
    self.method = method
    self.pattern = pattern
    self.isOpen = isOpen
    self.isPage = isPage
    self.answer = answer
    segments = pattern.split(separator: "/", omittingEmptySubsequences: false)
  }

  /// nil where the path is another one. Segments are decoded one by one: a slash or dots that come
  /// encoded are part of a name and lead nowhere.
  func arguments(of path: Substring) -> Arguments? {
    let parts = path.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == segments.count else { return nil }
    var arguments = Arguments()
    for (segment, part) in zip(segments, parts) {
      if segment.first == "{" {
        let value = String(validating: PercentCoding.decode(part.utf8), as: UTF8.self)
        guard let value, !value.isEmpty else { return nil }
        arguments.values[String(segment.dropFirst().dropLast())] = value
      } else if segment != part {
        return nil
      }
    }
    return arguments
  }
}
