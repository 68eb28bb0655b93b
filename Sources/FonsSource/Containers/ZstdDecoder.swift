import CZstd

/// zstd whose first frame is a dictionary for the others, as in web archives (`.warc.zst`).
///
/// See <https://iipc.github.io/warc-specifications/specifications/warc-zstd/>.
final class ZstdDecoder: StreamDecoder {
  /// How such a file begins: a skippable frame with this number, little-endian.
  static let magic: [UInt8] = [0x5D, 0x2A, 0x4D, 0x18]

  let name = "zstd"
  private let context = ZSTD_createDCtx()
  /// Number and length of the first frame.
  private var header: [UInt8] = []
  private var dictionary: [UInt8] = []
  /// Bytes of the dictionary that are to come.
  private var missing = 0
  private var isLoaded = false

  private static let dictionaryLimit = 16 << 20

  deinit { ZSTD_freeDCtx(context) }

  func step(
    _ input: UnsafeBufferPointer<UInt8>, _ output: UnsafeMutableBufferPointer<UInt8>, isLast: Bool
  ) -> StreamStep {
    guard isLoaded else { return readDictionary(input) }
    var source = ZSTD_inBuffer(src: input.baseAddress, size: input.count, pos: 0)
    var target = ZSTD_outBuffer(dst: output.baseAddress, size: output.count, pos: 0)
    let code = ZSTD_decompressStream(context, &target, &source)
    let status: StreamStep.Status = ZSTD_isError(code) != 0 ? .corrupt : code == 0 ? .end : .more
    return StreamStep(consumed: source.pos, produced: target.pos, status: status)
  }

  func startsAgain(_ rest: ArraySlice<UInt8>) -> Bool {
    let isFrame = rest.starts(with: [0x28, 0xB5, 0x2F, 0xFD])
    let isSkippable = rest.dropFirst().starts(with: [0x2A, 0x4D, 0x18])
    return isFrame || isSkippable
  }

  private func readDictionary(_ input: UnsafeBufferPointer<UInt8>) -> StreamStep {
    var consumed = 0
    while header.count < 8, consumed < input.count {
      header.append(input[consumed])
      consumed += 1
      if header.count == 8 {
        missing = (4..<8).reduce(0) { $0 | Int(header[$1]) << (8 * ($1 - 4)) }
      }
    }
    guard missing <= Self.dictionaryLimit else {
      return StreamStep(consumed: consumed, produced: 0, status: .corrupt)
    }
    let taken = min(missing, input.count - consumed)
    dictionary += input[consumed..<(consumed + taken)]
    consumed += taken
    missing -= taken
    if header.count == 8, missing == 0 {
      guard load() else { return StreamStep(consumed: consumed, produced: 0, status: .corrupt) }
      isLoaded = true
    }
    return StreamStep(consumed: consumed, produced: 0, status: .more)
  }

  /// Gives the dictionary to the decoder; it may be compressed itself.
  private func load() -> Bool {
    var content = dictionary
    if dictionary.starts(with: [0x28, 0xB5, 0x2F, 0xFD]) {
      let size = ZSTD_getFrameContentSize(dictionary, dictionary.count)
      let room = size <= UInt64(Self.dictionaryLimit) ? Int(size) : Self.dictionaryLimit
      var count = 0
      content = [UInt8](unsafeUninitializedCapacity: room) { buffer, filled in
        count = ZSTD_decompress(buffer.baseAddress, room, dictionary, dictionary.count)
        filled = ZSTD_isError(count) != 0 ? 0 : count
      }
      if ZSTD_isError(count) != 0 { return false }
    }
    dictionary = []
    return ZSTD_isError(ZSTD_DCtx_loadDictionary(context, content, content.count)) == 0
  }
}
