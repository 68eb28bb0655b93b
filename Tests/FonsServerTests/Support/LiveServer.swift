import Foundation
import Synchronization

@testable import FonsServer

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A server that listens on loopback, for those clients that no library would be.
final class LiveServer {
  let port: UInt16
  let server: FonsServer.Server
  private let task: Task<Void, any Error>

  init(_ settings: ServerSettings) async throws {
    var settings = settings
    settings.port = 0
    let server = try TestServer(settings).server
    self.server = server
    let (addresses, continuation) = AsyncStream<String>.makeStream()
    task = Task {
      defer { continuation.finish() }
      try await server.run { continuation.yield($0) }
    }
    var address: String?
    for await each in addresses {
      address = each
      break
    }
    guard let port = address?.split(separator: ":").last?.dropLast(), let number = UInt16(port)
    else { throw CocoaError(.featureUnsupported) }
    self.port = number
  }

  /// Stops it, and waits until it has.
  func stop() async throws {
    task.cancel()
    _ = await task.result
  }

  deinit { task.cancel() }

  /// Runs what blocks on a thread of its own.
  func talk<Answer: Sendable>(_ work: @escaping @Sendable (Connection) throws -> Answer)
    async throws
    -> Answer
  {
    let port = port
    return try await withCheckedThrowingContinuation { continuation in
      Thread.detachNewThread {
        continuation.resume(
          with: Result {
            let connection = try Connection(port)
            defer { connection.close() }
            return try work(connection)
          })
      }
    }
  }
}

/// A connection that sends what it is told, byte by byte if need be.
struct Connection {
  private let descriptor: Int32

  init(_ port: UInt16) throws {
    #if canImport(Darwin)
      descriptor = socket(AF_INET, SOCK_STREAM, 0)
    #else
      descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    #endif
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = port.bigEndian
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    let done = withUnsafePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
      }
    }
    guard done == 0 else { throw POSIXError(.ECONNREFUSED) }
  }

  func close() { shut(descriptor) }

  /// Whether all of it was taken.
  @discardableResult
  func send(_ text: String) -> Bool { send(Array(text.utf8)) }

  func send(_ bytes: [UInt8]) -> Bool {
    var done = 0
    while done < bytes.count {
      let count = bytes.withUnsafeBytes {
        sendQuietly(descriptor, $0.baseAddress! + done, bytes.count - done)
      }
      if count <= 0 { return false }
      done += count
    }
    return true
  }

  /// What comes until the server closes, or until nothing comes for so long; nil at the latter.
  func readToEnd(within seconds: Int) -> String? {
    var bytes: [UInt8] = []
    var piece = [UInt8](repeating: 0, count: 65_536)
    while true {
      guard waits(seconds) else { return nil }
      let count = recv(descriptor, &piece, piece.count, 0)
      if count <= 0 { return String(decoding: bytes, as: UTF8.self) }
      bytes += piece[..<count]
    }
  }

  /// Whether such words come, before the server closes or nothing comes for so long.
  func reads(_ words: String, within seconds: Int) -> Bool {
    var text = ""
    var piece = [UInt8](repeating: 0, count: 65_536)
    while !text.contains(words) {
      guard waits(seconds) else { return false }
      let count = recv(descriptor, &piece, piece.count, 0)
      if count <= 0 { return false }
      text += String(decoding: piece[..<count], as: UTF8.self)
    }
    return true
  }

  /// The status of the next answer; nil where none comes.
  func status(within seconds: Int) -> Int? {
    guard waits(seconds) else { return nil }
    var piece = [UInt8](repeating: 0, count: 65_536)
    let count = recv(descriptor, &piece, piece.count, 0)
    guard count > 12 else { return nil }
    return Int(String(decoding: piece[9..<12], as: UTF8.self))
  }

  private func waits(_ seconds: Int) -> Bool {
    var polled = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    return poll(&polled, 1, Int32(seconds * 1000)) > 0
  }
}

private func shut(_ descriptor: Int32) { close(descriptor) }

private func sendQuietly(_ descriptor: Int32, _ bytes: UnsafeRawPointer, _ count: Int) -> Int {
  #if canImport(Darwin)
    send(descriptor, bytes, count, 0)
  #else
    send(descriptor, bytes, count, Int32(MSG_NOSIGNAL))
  #endif
}
