import Foundation

/// Forty megabytes of zeros, small.
enum Bombs {
  /// As `brotli.compress(bytes(40 << 20))` of Python gives it.
  static let brotli = [UInt8](
    Data(
      base64Encoded:
        "y///PwAmAOqwxwpA5t4PpHs/gO79ALr3A+jeD6B7P4Du/QC69wPo3g+gez+A7v0AuvcD6N4PoHs/gO79ALr3A+jeD6B7P4Du/QC69wPo3g+gez+A7v0AuvcD6N4PoHs/gO79ALr3A+jeD6B7P4Du/QC69wP4//8HwARAHFZAoHs/UPd+gO79AN37Abr3A3TvB+jeD9C9H6B7P0D3foDu/QDd+wG69wN07wfo3g/QvR+gez9A936A7v0A3fsBuvcDdO8H6N4P0L0foHs/QPd+gO79AN37Abr3A3TvB+jeD9C9H8D//z8AJgDisAB07wd07wd07wd07wd07wd07wd07wd07wd07wd07wd07wd07wd07wd07wd07wd07wd07wd07wd07wd07wd07wd07wd07wd07wd07wd07wd07wd07wd07wd07wd07wd07wf4//8HwARAHBaA7v2A7v2A7v2A7v2A7v2A7v2A7v2A7v2A7v2A7v2A7v2A7v2A7v2A7v2A7v2A7v2A7v2A7v2A7v2A7v2A7v2A7v2A7v2A7v2A7v2A7v2A7v2A7v2A7v2A7v2A7v2A7v1A/v//AZgAiMMC0L0f0L0f0L0f0L0f0L0f0L0f0L0f0L0f0L0f0L0f0L0f0L0f0L0f0L0f0L0f0L0f0L0f0L0f0L0f0L0f0L0f0L0f0L0f0L0f0L0f0L0f0L0f0L0f0L0f0L0f0L0f0L0fAA=="
    ) ?? Data())

  /// A frame of blocks that repeat one byte (RFC 8878, section 3.1.1).
  static let zstd: [UInt8] = {
    var frame: [UInt8] = [0x28, 0xB5, 0x2F, 0xFD, 0x00, 0x38]
    let size = 128 << 10
    for index in 0..<320 {
      let header = (index == 319 ? 1 : 0) | 1 << 1 | size << 3
      frame += [UInt8(header & 255), UInt8(header >> 8 & 255), UInt8(header >> 16 & 255), 0]
    }
    return frame
  }()
}
