internal import NIOCore
internal import NIOHTTPTypes
internal import Synchronization

/// Whether a client still waits for its answer.
final class Presence: Sendable {
  private struct State {
    var isGone = false
    var next = 0
    var cancels: [Int: @Sendable () -> Void] = [:]
  }

  private let state = Mutex(State())

  /// That of a client who left before anything was done for it.
  static func gone() -> Presence {
    let presence = Presence()
    presence.leave()
    return presence
  }

  /// The client is gone: what is done for it alone is given up.
  func leave() {
    let cancels = state.withLock { state in
      state.isGone = true
      defer { state.cancels = [:] }
      return Array(state.cancels.values)
    }
    for cancel in cancels { cancel() }
  }

  /// Does something that is cancelled when the client goes away.
  ///
  /// - Throws: `CancellationError` where it is gone already, and what the work throws.
  func whileHere<Result: Sendable>(_ work: @escaping @Sendable () async throws -> Result)
    async throws -> Result
  {
    let task = Task { try await work() }
    let number: Int? = state.withLock { state in
      guard !state.isGone else { return nil }
      state.next += 1
      state.cancels[state.next] = { task.cancel() }
      return state.next
    }
    guard let number else {
      task.cancel()
      throw CancellationError()
    }
    defer { state.withLock { _ = $0.cancels.removeValue(forKey: number) } }
    return try await withTaskCancellationHandler {
      try await task.value
    } onCancel: {
      task.cancel()
    }
  }
}

/// Tells when the client of a connection goes away. One that closes its side alone is taken to be gone,
/// too: the two look the same.
final class PresenceHandler: ChannelInboundHandler, RemovableChannelHandler, Sendable {
  typealias InboundIn = HTTPRequestPart
  typealias InboundOut = HTTPRequestPart

  let presence = Presence()

  func channelInactive(context: ChannelHandlerContext) {
    presence.leave()
    context.fireChannelInactive()
  }

  func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
    if case ChannelEvent.inputClosed? = event as? ChannelEvent { presence.leave() }
    context.fireUserInboundEventTriggered(event)
  }
}
