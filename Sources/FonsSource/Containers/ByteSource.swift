import FonsFormat

/// Streams the bytes of a file, decompressed, in bounded memory.
///
/// How the file is compressed is told by its first bytes, never by its name. A stream that ends
/// early or is damaged delivers what was read before, then throws.
public final class ByteSource {
  /// Bytes of the file read so far.
  public private(set) var fileOffset = 0
  /// Bytes delivered so far.
  private(set) var offset = 0
  /// Of them, those that a checksum at the end of their stream has confirmed.
  private(set) var confirmed = 0
  public let path: String

  private let source: any RawInput
  private var decoder: (any StreamDecoder)?
  private var input = [UInt8](repeating: 0, count: 256 << 10)
  private var inputStart = 0
  private var inputEnd = 0
  private var isFileEnd = false
  private var isEnd = false
  /// An error that waits until the bytes before it are delivered.
  private var failure: SourceError?

  private static let outputSize = 512 << 10

  /// Opens `path` and looks at its first bytes.
  public convenience init(path: String) throws(SourceError) {
    try self.init(FileInput(FileName(path)), path: path)
  }

  /// - Parameter path: for messages.
  init(_ source: any RawInput, path: String) throws(SourceError) {
    self.path = path
    self.source = source
    try fill()
    decoder = StreamKind.decoder(for: input[..<min(inputEnd, 8)])
  }

  var isCompressed: Bool { decoder != nil }

  /// The first bytes as they are in the file, before anything was read.
  func rawHead(_ count: Int) -> [UInt8] { Array(input[..<min(inputEnd, count)]) }

  /// The next bytes, at most half a megabyte of them; nil at the end.
  public func read() throws(SourceError) -> [UInt8]? {
    if let failure {
      self.failure = nil
      isEnd = true
      throw failure
    }
    if isEnd { return nil }
    guard decoder != nil else { return try readPlain() }
    return try readDecoded()
  }

  private func fill() throws(SourceError) {
    inputStart = 0
    inputEnd = 0
    inputEnd = try source.fill(&input)
    if inputEnd < input.count { isFileEnd = true }
  }

  private func readPlain() throws(SourceError) -> [UInt8]? {
    if inputStart == inputEnd, !isFileEnd { try fill() }
    guard inputStart < inputEnd else {
      isEnd = true
      return nil
    }
    let bytes = Array(input[inputStart..<inputEnd])
    fileOffset += bytes.count
    offset += bytes.count
    confirmed = offset
    inputStart = inputEnd
    return bytes
  }

  private func readDecoded() throws(SourceError) -> [UInt8]? {
    guard let decoder else { return nil }
    var produced = 0
    let output = [UInt8](unsafeUninitializedCapacity: Self.outputSize) { buffer, count in
      while produced < buffer.count, failure == nil, !isEnd {
        if inputStart == inputEnd, !isFileEnd {
          do throws(SourceError) { try fill() } catch { failure = error }
        }
        let step = input[inputStart..<inputEnd].withUnsafeBufferPointer { source in
          decoder.step(
            source, UnsafeMutableBufferPointer(rebasing: buffer[produced...]),
            isLast: isFileEnd)
        }
        inputStart += step.consumed
        fileOffset += step.consumed
        produced += step.produced
        offset += step.produced
        handle(step, decoder)
      }
      count = produced
    }
    if produced > 0 { return output }
    return try read()
  }

  private func handle(_ step: StreamStep, _ decoder: any StreamDecoder) {
    if offset > ArchiveReader.expansionFloor,
      offset / ArchiveReader.expansionLimit > max(1, fileOffset)
    {
      failure = SourceError(
        .tooLarge, path: path, offset: fileOffset,
        message: "expands more than \(ArchiveReader.expansionLimit)-fold, as only files built to "
          + "fill a disk do; the rest of it was left out.")
      return
    }
    switch step.status {
    case .corrupt:
      failure = SourceError(
        .corrupt, path: path, offset: fileOffset,
        message: "the \(decoder.name) stream is damaged after byte \(fileOffset) of the file. "
          + "What came before was read; fetch the file again for the rest.")
    case .end:
      confirmed = offset
      if inputStart == inputEnd, !isFileEnd {
        do throws(SourceError) { try fill() } catch { failure = error }
      }
      // Padding and foreign bytes after the last stream are no data.
      if inputStart == inputEnd || !decoder.startsAgain(input[inputStart..<inputEnd]) {
        isEnd = true
      }
    case .more:
      guard step.consumed == 0, step.produced == 0, inputStart == inputEnd, isFileEnd else {
        return
      }
      failure = SourceError(
        .truncated, path: path, offset: fileOffset,
        message: "the \(decoder.name) stream ends too early, at byte \(fileOffset) of the file. "
          + "What came before was read; fetch the file again for the rest.")
    }
  }
}
