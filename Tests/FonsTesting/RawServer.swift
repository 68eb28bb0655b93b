import Foundation
import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A server on loopback that sends what it is told to, byte for byte: what no real one would send.
public final class RawServer: Sendable {
  /// What becomes of a request.
  public enum Answer: Sendable {
    case bytes([UInt8])
    /// Sends the first, then the second over and over until the other side goes away.
    case endless([UInt8], [UInt8])
    /// Waits so many seconds, then sends.
    case late(Double, [UInt8])
    /// Sends and resets the connection.
    case reset([UInt8])
    /// Sends nothing and keeps the connection.
    case silence
  }

  public let port: Int
  private let listener: Int32
  private let respond: @Sendable (_ request: String, _ number: Int) -> Answer
  private let state = Mutex<(requests: [String], active: Int, most: Int)>(([], 0, 0))

  /// - Parameter respond: takes a request's header, and how many came before it.
  public init(_ respond: @escaping @Sendable (_ request: String, _ number: Int) -> Answer) throws {
    self.respond = respond
    #if canImport(Glibc)
      let kind = Int32(SOCK_STREAM.rawValue)
    #else
      let kind = SOCK_STREAM
    #endif
    let listener = socket(AF_INET, kind, 0)
    self.listener = listener
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = inet_addr("127.0.0.1")
    var size = socklen_t(MemoryLayout<sockaddr_in>.size)
    let code = withUnsafeMutablePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { address -> Int32 in
        guard bind(listener, address, size) == 0, listen(listener, 128) == 0 else { return -1 }
        return getsockname(listener, address, &size)
      }
    }
    guard code == 0 else { throw CocoaError(.fileWriteUnknown) }
    port = Int(UInt16(bigEndian: address.sin_port))
    Thread { [self] in accept() }.start()
  }

  public var origin: String { "http://127.0.0.1:\(port)" }
  public var site: String { "127.0.0.1:\(port)" }
  public var requests: [String] { state.withLock { $0.requests } }
  /// The most requests that were open at one time.
  public var mostAtOnce: Int { state.withLock { $0.most } }

  public func stop() { shutdown(listener, Int32(SHUT_RDWR)) }

  private func accept() {
    while true {
      #if canImport(Glibc)
        let peer = Glibc.accept(listener, nil, nil)
      #elseif canImport(Musl)
        let peer = Musl.accept(listener, nil, nil)
      #else
        let peer = Darwin.accept(listener, nil, nil)
      #endif
      guard peer >= 0 else {
        close(listener)
        return
      }
      Thread { [self] in serve(peer) }.start()
    }
  }

  private func serve(_ peer: Int32) {
    defer { close(peer) }
    var request: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 4_096)
    while !request.suffix(4).elementsEqual("\r\n\r\n".utf8), request.count < 65_536 {
      let count = recv(peer, &buffer, buffer.count, 0)
      guard count > 0 else { return }
      request += buffer[..<count]
    }
    let text = String(decoding: request, as: UTF8.self)
    let number = state.withLock { state in
      state.requests.append(text)
      state.active += 1
      state.most = max(state.most, state.active)
      return state.requests.count - 1
    }
    defer { state.withLock { $0.active -= 1 } }
    switch respond(text, number) {
    case .bytes(let bytes): _ = send(peer, bytes)
    case .late(let seconds, let bytes):
      Thread.sleep(forTimeInterval: seconds)
      _ = send(peer, bytes)
    case .endless(let first, let more):
      var goesOn = send(peer, first)
      while goesOn { goesOn = send(peer, more) }
    case .reset(let bytes):
      _ = send(peer, bytes)
      var option = linger(l_onoff: 1, l_linger: 0)
      setsockopt(
        peer, SOL_SOCKET, SO_LINGER, &option, socklen_t(MemoryLayout<linger>.size))
    case .silence:
      while recv(peer, &buffer, buffer.count, 0) > 0 {}
    }
  }

  private func send(_ peer: Int32, _ bytes: [UInt8]) -> Bool {
    #if canImport(Darwin)
      let flags: Int32 = 0
    #else
      let flags = Int32(MSG_NOSIGNAL)
    #endif
    var done = 0
    while done < bytes.count {
      let count = bytes.withUnsafeBytes {
        write(peer, $0.baseAddress! + done, $0.count - done, flags)
      }
      guard count > 0 else { return false }
      done += count
    }
    return true
  }

  private func write(_ peer: Int32, _ start: UnsafeRawPointer, _ count: Int, _ flags: Int32) -> Int
  {
    #if canImport(Glibc)
      Glibc.send(peer, start, count, flags)
    #elseif canImport(Musl)
      Musl.send(peer, start, count, flags)
    #else
      Darwin.send(peer, start, count, flags)
    #endif
  }
}

extension RawServer {
  /// An answer with its length.
  public static func answer(
    _ body: [UInt8], _ status: String = "200 OK", type: String = "text/html; charset=utf-8",
    fields: String...
  ) -> Answer {
    let lines =
      ["HTTP/1.1 \(status)", "Content-Type: \(type)", "Content-Length: \(body.count)"] + fields
    return .bytes(Array((lines.joined(separator: "\r\n") + "\r\n\r\n").utf8) + body)
  }

  public static func page(_ text: String, fields: String...) -> Answer {
    let body =
      "<!DOCTYPE html><html><head><title>Page</title></head><body><p>\(text)</p></body></html>"
    let lines =
      [
        "HTTP/1.1 200 OK", "Content-Type: text/html; charset=utf-8",
        "Content-Length: \(body.utf8.count)",
      ] + fields
    return .bytes(Array((lines.joined(separator: "\r\n") + "\r\n\r\n" + body).utf8))
  }

  public static func redirect(_ target: String) -> Answer {
    .bytes(
      Array("HTTP/1.1 302 Found\r\nLocation: \(target)\r\nContent-Length: 0\r\n\r\n".utf8))
  }
}
