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
  private var blocks: Bzip2Stream?
  /// Decompressed and not yet handed on, the last first.
  private var ready: [[UInt8]] = []
  private var input = [UInt8](repeating: 0, count: 256 << 10)
  private var inputStart = 0
  private var inputEnd = 0
  private var isFileEnd = false
  private var isEnd = false
  /// An error that waits until the bytes before it are delivered.
  private var failure: SourceError?

  private static let outputSize = 512 << 10

  /// Opens `path` and looks at its first bytes.
  ///
  /// - Parameter workers: threads for what can be decompressed on several.
  public convenience init(
    path: String, workers: Workers = Workers(count: 1)
  ) throws(SourceError) {
    try self.init(FileInput(FileName(path)), path: path, workers: workers)
  }

  /// - Parameter path: for messages.
  init(
    _ source: any RawInput, path: String, workers: Workers = Workers(count: 1)
  ) throws(SourceError) {
    self.path = path
    self.source = source
    try fill()
    if input[..<inputEnd].starts(with: "BZh".utf8) {
      blocks = Bzip2Stream(workers)
    } else {
      decoder = StreamKind.decoder(for: input[..<min(inputEnd, 8)])
    }
  }

  /// Whether the file is compressed.
  var isCompressed: Bool { decoder != nil || blocks != nil }

  /// The first bytes as they are in the file, before anything was read.
  func rawHead(_ count: Int) -> [UInt8] { Array(input[..<min(inputEnd, count)]) }

  /// The next bytes, a megabyte of them or so; nil at the end.
  public func read() throws(SourceError) -> [UInt8]? {
    if let failure {
      self.failure = nil
      isEnd = true
      throw failure
    }
    if isEnd { return nil }
    if let blocks { return try readBlocks(blocks) }
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

  private func readBlocks(_ blocks: Bzip2Stream) throws(SourceError) -> [UInt8]? {
    while true {
      if let text = ready.popLast() {
        offset += text.count
        // A block is handed on when its checksum is right.
        confirmed = offset
        if let failure = expansion {
          isEnd = true
          throw failure
        }
        return text
      }
      ready = blocks.takeTexts().reversed()
      fileOffset = blocks.fileOffset
      guard ready.isEmpty else { continue }
      if let failure = blocks.failure {
        isEnd = true
        throw damage("bzip2", failure == .truncated ? .truncated : .corrupt)
      }
      if blocks.isEnd {
        isEnd = true
        return nil
      }
      if inputStart < inputEnd { blocks.take(input[inputStart..<inputEnd]) }
      if isFileEnd {
        inputStart = inputEnd
        blocks.finish()
      } else {
        try fill()
      }
    }
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
    if let expansion {
      failure = expansion
      return
    }
    switch step.status {
    case .corrupt:
      failure = damage(decoder.name, .corrupt)
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
      failure = damage(decoder.name, .truncated)
    }
  }

  /// What is wrong with a stream that grows as no text does.
  private var expansion: SourceError? {
    guard offset > ArchiveReader.expansionFloor,
      offset / ArchiveReader.expansionLimit > max(1, fileOffset)
    else { return nil }
    return SourceError(
      .tooLarge, path: path, offset: fileOffset,
      message: "expands more than \(ArchiveReader.expansionLimit)-fold, as only files built to "
        + "fill a disk do; the rest of it was left out.")
  }

  private func damage(_ name: String, _ kind: SourceError.Kind) -> SourceError {
    let what =
      kind == .truncated
      ? "ends too early, at byte \(fileOffset) of the file"
      : "is damaged after byte \(fileOffset) of the file"
    return SourceError(
      kind, path: path, offset: fileOffset,
      message: "the \(name) stream \(what). What came before was read; fetch the file again for "
        + "the rest.")
  }
}
