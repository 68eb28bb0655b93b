internal import HTTPTypes
internal import NIOCore
internal import NIOHTTPTypes

/// Ends connections whose clients take longer than they may: to send a head, to send a body, or to
/// take an answer.
///
/// A byte now and then does not help them: the time counts for the whole head, and for the whole body.
final class SlowClients: ChannelDuplexHandler, RemovableChannelHandler {
  typealias InboundIn = HTTPRequestPart
  typealias InboundOut = HTTPRequestPart
  typealias OutboundIn = HTTPResponsePart
  typealias OutboundOut = HTTPResponsePart

  private let limits: ServerSettings.Limits
  private var reading: Scheduled<Void>?
  private var writing: Scheduled<Void>?
  /// Whether the answer being written says that it is the connection's last.
  private var isLast = false

  init(_ limits: ServerSettings.Limits) { self.limits = limits }

  func handlerAdded(context: ChannelHandlerContext) {
    reading = close(context, after: limits.headSeconds)
  }

  func handlerRemoved(context: ChannelHandlerContext) { cancel() }

  func channelInactive(context: ChannelHandlerContext) {
    cancel()
    context.fireChannelInactive()
  }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    switch unwrapInboundIn(data) {
    case .head:
      reading?.cancel()
      reading = close(context, after: limits.bodySeconds)
    case .body: break
    case .end:
      reading?.cancel()
      reading = nil
    }
    context.fireChannelRead(data)
  }

  func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
    switch unwrapOutboundIn(data) {
    case .head(let head): isLast = head.headerFields[.connection] == "close"
    case .body: break
    case .end:
      if isLast {
        // Time to take the answer, while what is still being sent is thrown away.
        reading?.cancel()
        reading = close(context, after: 2)
      } else if reading == nil {
        // The connection is kept for another request.
        reading = close(context, after: limits.stallSeconds)
      }
    }
    context.write(data, promise: promise)
  }

  func channelWritabilityChanged(context: ChannelHandlerContext) {
    writing?.cancel()
    writing = context.channel.isWritable ? nil : close(context, after: limits.stallSeconds)
    context.fireChannelWritabilityChanged()
  }

  private func close(_ context: ChannelHandlerContext, after seconds: Int) -> Scheduled<Void> {
    let channel = context.channel
    return context.eventLoop.scheduleTask(in: .seconds(Int64(seconds))) {
      channel.close(promise: nil)
    }
  }

  private func cancel() {
    reading?.cancel()
    writing?.cancel()
  }
}
