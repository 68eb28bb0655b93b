internal import FonsReport
internal import HTTPTypes
internal import HummingbirdCore
internal import NIOCore
internal import NIOHTTP1

/// Answers requests: finds the route, asks the guard, and puts on every answer what all carry.
struct Responder: Sendable {
  let routes: [Route]
  let gate: Gate
  let metrics: Metrics
  let log: RequestLog?

  /// - Parameters:
  ///   - client: its address, without the port.
  ///   - presence: tells when it is gone.
  /// - Throws: `HTTPParserError` alone, which belongs to whoever reads the connection.
  func respond(
    to request: Request, from client: String, presence: Presence = Presence()
  ) async throws -> Response {
    let start = ContinuousClock.now
    let path = request.head.path.map { $0.prefix { $0 != "?" } } ?? ""
    let found = find(request, path)
    var response: Response
    do {
      try gate.admit(request, from: client, isOpen: found.route?.isOpen ?? false)
      if let preflight = gate.preflight(request, allowed: found.allowed) {
        response = preflight
      } else {
        guard let route = found.route, var arguments = found.arguments else {
          throw found.allowed.isEmpty ? Problem.notFound : Self.notAllowed(found.allowed)
        }
        arguments.client = client
        arguments.presence = presence
        response = try await route.answer(request, arguments)
      }
    } catch {
      response = try failure(error, isPage: found.route?.isPage ?? Self.wantsPage(request))
    }
    gate.sign(&response, for: request)
    if request.method == .head { response.body = ResponseBody() }
    let seconds = Self.seconds(since: start)
    metrics.count(found.route?.pattern ?? "none", response.status.code, seconds)
    log?.write(request, response.status.code, client: client, seconds: seconds)
    return response
  }

  private struct Found {
    var route: Route?
    var arguments: Route.Arguments?
    /// Methods that the path has.
    var allowed: [HTTPRequest.Method] = []
  }

  private func find(_ request: Request, _ path: Substring) -> Found {
    var found = Found()
    let method = request.method == .head ? .get : request.method
    for route in routes {
      guard let arguments = route.arguments(of: path) else { continue }
      found.allowed.append(route.method)
      if route.method == method { (found.route, found.arguments) = (route, arguments) }
    }
    return found
  }

  private func failure(_ error: any Error, isPage: Bool) throws -> Response {
    let problem: Problem
    switch error {
    case let error as Problem: problem = error
    case is CancellationError: problem = .busy
    case is HTTPParserError: throw error
    default:
      problem = Problem(
        .internalServerError, "internal", "Something went wrong",
        "The server could not answer. Its log says why.")
      RequestLog.failure(error)
    }
    return isPage ? ProblemPage(problem).response : problem.response
  }

  private static func wantsPage(_ request: Request) -> Bool {
    request.headers[.accept]?.contains("text/html") == true
  }

  private static func notAllowed(_ methods: [HTTPRequest.Method]) -> Problem {
    var problem = Problem(
      .methodNotAllowed, "method", "This method is not taken here",
      "Taken are \(methods.map(\.rawValue).joined(separator: ", ")).")
    problem.headers[.allow] = Gate.list(methods)
    return problem
  }

  static func seconds(since start: ContinuousClock.Instant) -> Double {
    let passed = start.duration(to: .now).components
    return Double(passed.seconds) + Double(passed.attoseconds) * 1e-18
  }
}
