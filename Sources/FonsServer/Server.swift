internal import Fons
internal import FonsReport
internal import Hummingbird
internal import HummingbirdCore
internal import Logging
internal import NIOCore
internal import ServiceLifecycle
internal import UnixSignals

/// The page, the API and the agents' door.
public struct Server: Sendable {
  let desk: Desk
  let responder: Responder
  private let settings: ServerSettings

  /// - Parameters:
  ///   - settings: how it is to run.
  ///   - libraries: folders to search; they are opened anew when they change.
  /// - Throws: where the checks that are kept cannot be opened.
  public init(_ settings: ServerSettings, libraries: [String]) throws {
    self.settings = settings
    let desk = try Desk(settings, libraries: libraries)
    self.desk = desk
    responder = Responder(
      routes: APIRoutes(desk: desk).routes + PageRoutes(desk: desk).routes
        + MCPRoutes(desk: desk).routes + Served.routes,
      gate: Gate(settings), metrics: desk.metrics, log: settings.logsRequests ? RequestLog() : nil)
  }

  /// What could not be opened, in sentences.
  public var warnings: [String] { desk.shelf.stand.warnings }

  /// Serves until SIGTERM or SIGINT comes; what is being answered then is finished, or given up after
  /// some seconds.
  ///
  /// - Parameter started: told the address once it listens.
  /// - Throws: where it cannot listen.
  public func run(started: @escaping @Sendable (String) -> Void) async throws {
    let limits = settings.limits
    var logger = Logger(label: "fons")
    logger.logLevel = .critical
    let host = settings.host == "localhost" ? "127.0.0.1" : settings.host
    let application = Application(
      responder: responder,
      server: .http1(
        configuration: .init(
          additionalChannelHandlers: [SlowClients(limits)], idleTimeout: nil,
          httpDecoderConfiguration: .init(
            maxHeaderFieldSize: 16 << 10, maxHeaderListSize: 32 << 10, maxHeaderFieldCount: 100))),
      configuration: ApplicationConfiguration(
        address: .hostname(host, port: settings.port), serverName: "fons",
        availableConnectionsDelegate: MaximumAvailableConnections(limits.connections)),
      onServerRunning: { channel in
        let address = channel.localAddress
        let name = address?.ipAddress ?? host
        let shown = name.contains(":") ? "[\(name)]" : name
        started("http://\(shown):\(address?.port ?? settings.port)/")
      },
      logger: logger)
    let group = ServiceGroup(
      configuration: {
        var configuration = ServiceGroupConfiguration(
          services: [application, Closing(desk: desk)],
          gracefulShutdownSignals: [.sigterm, .sigint], logger: logger)
        configuration.maximumGracefulShutdownDuration = .seconds(15)
        return configuration
      }())
    try await group.run()
  }

  /// Answers messages of the Model Context Protocol, one a line (its stdio transport).
  ///
  /// - Returns: the line to write; nil where none is due.
  public func mcpAnswer(_ line: [UInt8]) async -> String? {
    await MCPSession(desk: desk).answer(line)?.text()
  }
}

/// Gives up what still runs some seconds after the server was told to stop.
private struct Closing: Service {
  let desk: Desk

  func run() async throws {
    try await gracefulShutdown()
    try? await Task.sleep(for: .seconds(5))
    desk.stop()
  }
}
