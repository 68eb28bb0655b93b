internal import Synchronization

/// Decompresses bzip2, also of several streams as Wikimedia's dumps are, its blocks on all cores.
///
/// Every block and every stream is checked against its checksum before anything that came after it
/// is handed on.
final class Bzip2Stream {
  /// Why there is no more.
  enum Failure {
    case truncated, corrupt
  }

  private typealias Piece = Bzip2Splitter.Piece

  private struct Decoded: Sendable {
    var piece: Piece
    /// nil where the piece is no block, or the block cannot be read.
    var text: [UInt8]?
    var checksum: UInt32 = 0
    /// Whether the block ends where the next piece begins.
    var isExact = false
    /// Whether the bits ended before the block.
    var isShort = false
  }

  /// Room for blocks, used again.
  private final class Room: Sendable {
    private struct Blocks: @unchecked Sendable { var free: [Bzip2Block] = [] }
    private let blocks = Mutex(Blocks())

    func take() -> Bzip2Block {
      struct Taken: @unchecked Sendable { var block: Bzip2Block? }
      return blocks.withLock { Taken(block: $0.free.popLast()) }.block ?? Bzip2Block()
    }

    func give(_ block: Bzip2Block) {
      nonisolated(unsafe) let block = block
      blocks.withLock { $0.free.append(block) }
    }
  }

  private let tasks: OrderedTasks<Decoded>
  private let room = Room()
  private var splitter = Bzip2Splitter()
  /// A block that cannot be read up to the next magic number, which may be one by chance.
  private var held: Piece?
  private var checksum: UInt32 = 0
  private var texts: [[UInt8]] = []
  private(set) var failure: Failure?
  /// Where what was handed on ends in the file.
  private(set) var fileOffset = 0
  private(set) var isEnd = false

  init(_ workers: Workers) { tasks = OrderedTasks(workers) }

  /// What is ready, in order.
  func takeTexts() -> [[UInt8]] {
    defer { texts = [] }
    return texts
  }

  /// Takes the next bytes of the file.
  func take(_ bytes: ArraySlice<UInt8>) {
    var pieces: [Piece] = []
    splitter.take(bytes) { pieces.append($0) }
    for piece in pieces { add(piece) }
    if splitter.isOverlong { finish() }
    tasks.deliverFinished(deliver)
  }

  /// Says that there is no more.
  func finish() {
    add(splitter.rest())
    tasks.finish(deliver)
    isEnd = true
  }

  private func add(_ piece: Piece) {
    let room = room
    tasks.submit({ Self.decode(piece, room) }, deliver: deliver)
  }

  // MARK: Blocks

  private static func decode(_ piece: Piece, _ room: Room) -> Decoded {
    var result = Decoded(piece: piece)
    guard piece.kind == .block else { return result }
    let block = room.take()
    defer { room.give(block) }
    do throws(Bzip2Block.Failure) {
      try piece.bytes.withUnsafeBufferPointer { bytes throws(Bzip2Block.Failure) in
        try block.read(bytes, at: piece.bit, end: piece.end)
      }
      result.checksum = block.checksum
      result.isExact = block.endBit == piece.end
      result.text = try block.text()
    } catch {
      result.isShort = error == .short
    }
    return result
  }

  // MARK: In order

  private func deliver(_ result: Decoded) {
    guard failure == nil, !isEnd else { return }
    fileOffset = result.piece.offset + result.piece.bytes.count
    deliverPiece(result)
    // What is told is where the trouble begins.
    if failure != nil { fileOffset = result.piece.offset }
  }

  private func deliverPiece(_ result: Decoded) {
    let piece = result.piece
    if let before = held {
      held = nil
      let joined = Self.decode(before.joined(with: piece), room)
      if joined.text == nil { failure = piece.isLast && joined.isShort ? .truncated : .corrupt }
      return deliverBlock(joined)
    }
    switch piece.kind {
    case .head: deliverHead(piece)
    case .block: deliverBlock(result)
    case .end: deliverEnd(piece)
    }
  }

  private func deliverHead(_ piece: Piece) {
    guard Self.isHead(piece.bytes[...]), piece.end == 32 else {
      failure = piece.isLast && piece.bytes.count <= 10 ? .truncated : .corrupt
      return
    }
    if piece.isLast { failure = .truncated }
  }

  private func deliverBlock(_ result: Decoded) {
    guard failure == nil else { return }
    guard let text = result.text else {
      if result.piece.isLast {
        failure = result.isShort ? .truncated : .corrupt
      } else {
        held = result.piece
      }
      return
    }
    texts.append(text)
    checksum = Bzip2Checksum.combined(checksum, result.checksum)
    if result.piece.isLast {
      failure = .truncated
    } else if !result.isExact {
      failure = .corrupt
    }
  }

  private func deliverEnd(_ piece: Piece) {
    let last = piece.bit + 80
    guard last <= piece.end else {
      failure = piece.isLast ? .truncated : .corrupt
      return
    }
    let stated = piece.bytes.withUnsafeBufferPointer { bytes in
      var bits = Bzip2Bits(bytes, at: piece.bit)
      _ = bits.read(24)
      _ = bits.read(24)
      return UInt32(bits.read(32))
    }
    guard stated == checksum else {
      failure = .corrupt
      return
    }
    checksum = 0
    let rest = piece.bytes[((last + 7) >> 3)...]
    // Padding and foreign bytes after the last stream are no data.
    guard rest.first == UInt8(ascii: "B") else {
      isEnd = true
      return
    }
    guard Self.isHead(rest), rest.count == 4, piece.end & 7 == 0 else {
      failure = piece.isLast && rest.count < 14 ? .truncated : .corrupt
      return
    }
    if piece.isLast { failure = .truncated }
  }

  private static func isHead(_ bytes: ArraySlice<UInt8>) -> Bool {
    bytes.starts(with: "BZh".utf8) && bytes.count >= 4
      && (UInt8(ascii: "1")...UInt8(ascii: "9")).contains(bytes[bytes.startIndex + 3])
  }
}
