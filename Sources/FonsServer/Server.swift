internal import Fons
internal import FonsReport
internal import HTTPTypes
internal import HummingbirdCore
internal import Logging
internal import NIOCore
internal import NIOHTTP1
internal import NIOPosix
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
    Memory.handBack()
    let limits = settings.limits
    var logger = Logger(label: "fons")
    logger.logLevel = .critical
    let host = settings.host == "localhost" ? "127.0.0.1" : settings.host
    let service = try HTTPServerBuilder.http1(
      configuration: .init(
        additionalChannelHandlers: [SlowClients(limits), PresenceHandler()], idleTimeout: nil,
        httpDecoderConfiguration: .init(
          maxHeaderFieldSize: 16 << 10, maxHeaderListSize: 32 << 10, maxHeaderFieldCount: 100))
    ).buildServer(
      configuration: ServerConfiguration(
        address: .hostname(host, port: settings.port),
        availableConnectionsDelegate: MaximumAvailableConnections(limits.connections)),
      eventLoopGroup: MultiThreadedEventLoopGroup.singleton, logger: logger,
      responder: { [responder] request, writer, channel in
        try await Self.answer(request, writer, channel, by: responder)
      },
      onServerRunning: { channel in
        let address = channel.localAddress
        let name = address?.ipAddress ?? host
        let shown = name.contains(":") ? "[\(name)]" : name
        started("http://\(shown):\(address?.port ?? settings.port)/")
      })
    let group = ServiceGroup(
      configuration: {
        var configuration = ServiceGroupConfiguration(
          services: [Serving(server: service, desk: desk)],
          gracefulShutdownSignals: [.sigterm, .sigint], logger: logger)
        configuration.maximumGracefulShutdownDuration = .seconds(15)
        return configuration
      }())
    try await group.run()
  }

  private static func answer(
    _ request: Request, _ writer: consuming ResponseWriter, _ channel: any Channel,
    by responder: Responder
  ) async throws {
    let client = channel.remoteAddress?.ipAddress ?? "local"
    // A connection that is closed already has no handlers: the client is gone.
    let known = try? await channel.pipeline.handler(type: PresenceHandler.self).map(\.presence)
      .get()
    let presence = known ?? Presence.gone()
    var response = try await responder.respond(to: request, from: client, presence: presence)
    response.headers[.date] = ResponseDate.now
    response.headers[.server] = "fons"
    do {
      try await writer.write(response: response.head, body: response.body)
    } catch is HTTPParserError {
      // As it is, it would be answered once more, in the middle of this answer.
      throw ChannelError.ioOnClosedChannel
    }
  }

  /// Answers messages of the Model Context Protocol, one a line (its stdio transport).
  ///
  /// - Returns: the line to write; nil where none is due.
  public func mcpAnswer(_ line: [UInt8]) async -> String? {
    await MCPSession(desk: desk).answer(line)?.text()
  }
}

/// The server, and what is to be done around it.
private struct Serving: Service {
  let server: any Service
  let desk: Desk

  func run() async throws {
    let pruning = Task {
      while !Task.isCancelled {
        try? await desk.store.prune()
        try await Task.sleep(for: .seconds(3600))
      }
    }
    defer { pruning.cancel() }
    try await withGracefulShutdownHandler {
      try await server.run()
    } onGracefulShutdown: {
      // The server takes nothing new and lets what runs end; what still runs then is given up.
      Task {
        try? await Task.sleep(for: .seconds(5))
        desk.stop()
      }
    }
  }
}
