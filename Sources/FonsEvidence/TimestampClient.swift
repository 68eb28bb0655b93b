public import FonsFetch
internal import FonsText
internal import Foundation

/// Has a time stamped on a file by a server that both sides trust (RFC 3161).
public enum TimestampClient {
  /// The server's reply for the SHA-256 of `bytes`, as `openssl ts -reply -in` reads it.
  ///
  /// - Throws: `FetchFailure` where there is none, or the server refuses.
  public static func stamp(
    _ bytes: [UInt8], at server: String, by fetcher: Fetcher
  ) throws(FetchFailure) -> [UInt8] {
    let reply = try fetcher.post(
      server, request(for: SHA256.digest(bytes), nonce: UInt64.random(in: 1...UInt64.max >> 1)),
      type: "application/timestamp-query")
    guard isGranted(reply.content) else {
      throw FetchFailure(.other, "\(server) did not stamp the time of the file.")
    }
    return reply.content
  }

  /// TimeStampReq in DER: version 1, the digest, a number used once, and the wish for the certificate.
  static func request(for digest: [UInt8], nonce: UInt64) -> [UInt8] {
    let sha256: [UInt8] = [0x06, 0x09, 0x60, 0x86, 0x48, 0x01, 0x65, 0x03, 0x04, 0x02, 0x01]
    let algorithm = sequence(sha256 + [0x05, 0x00])
    let imprint = sequence(algorithm + [0x04, UInt8(digest.count)] + digest)
    var number = (0..<8).map { UInt8(truncatingIfNeeded: nonce >> (56 - 8 * $0)) }
    while number.count > 1, number[0] == 0, number[1] < 0x80 { number.removeFirst() }
    return sequence(
      [0x02, 0x01, 0x01] + imprint + [0x02, UInt8(number.count)] + number + [0x01, 0x01, 0xFF])
  }

  /// - Precondition: fewer than 128 bytes.
  private static func sequence(_ content: [UInt8]) -> [UInt8] {
    precondition(content.count < 128)
    return [0x30, UInt8(content.count)] + content
  }

  /// Whether the status of a TimeStampResp is 0 (granted) or 1 (granted with changes).
  private static func isGranted(_ reply: [UInt8]) -> Bool {
    // SEQUENCE, its length, SEQUENCE, its length, INTEGER of one byte.
    guard reply.count > 9, reply[0] == 0x30 else { return false }
    var at = reply[1] < 0x80 ? 2 : 2 + Int(reply[1] & 0x7F)
    guard at + 5 < reply.count, reply[at] == 0x30, reply[at + 1] < 0x80 else { return false }
    at += 2
    return reply[at] == 0x02 && reply[at + 1] == 1 && reply[at + 2] <= 1
  }
}
