internal import CZstd
internal import Synchronization

/// Contexts for decompression, kept for the next reader: making one costs more than a block.
final class DecompressionPool: Sendable {
  private struct Contexts: @unchecked Sendable {
    var free: [OpaquePointer] = []
  }

  private let contexts = Mutex(Contexts())

  func take() -> OpaquePointer? {
    struct Taken: @unchecked Sendable { var context: OpaquePointer? }
    return contexts.withLock { Taken(context: $0.free.popLast()) }.context ?? ZSTD_createDCtx()
  }

  func give(_ context: OpaquePointer?) {
    guard let context else { return }
    nonisolated(unsafe) let returned = context
    contexts.withLock { $0.free.append(returned) }
  }

  deinit {
    contexts.withLock { state in
      for context in state.free { ZSTD_freeDCtx(context) }
    }
  }
}
