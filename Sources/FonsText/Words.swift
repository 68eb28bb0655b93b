/// Turning UTF-8 bytes into words.
public enum Words {
  /// The words of `bytes`, in order, at offsets counted from `base`.
  ///
  /// - Complexity: O(*n*), with no allocation per word.
  public static func scan(
    _ bytes: UnsafeBufferPointer<UInt8>, base: Int = 0, into words: inout [Word]
  ) {
    words.reserveCapacity(words.count + bytes.count / 5 + 8)
    var scanner = WordScanner(bytes)
    let ends = WordScanner.ends
    // Words are handed over in pieces: to append each by itself costs as much as to find it.
    withUnsafeTemporaryAllocation(of: Word.self, capacity: pieceSize) { piece in
      var count = 0
      func flush() {
        words.append(contentsOf: UnsafeBufferPointer(rebasing: piece[..<count]))
        count = 0
      }
      while true {
        while let plain = scanner.nextPlain(ends) {
          piece.initializeElement(
            at: count,
            to: Word(
              hash: plain.hash, start: UInt32(truncatingIfNeeded: base + plain.start),
              length: UInt16(truncatingIfNeeded: scanner.position - plain.start)))
          count += 1
          if count == pieceSize { flush() }
        }
        var hash = WordHash()
        guard let (start, flags) = scanner.next(into: &hash) else { break }
        // A lone mark folds to nothing.
        guard hash.count > 0 else { continue }
        piece.initializeElement(
          at: count,
          to: Word(
            hash: hash.finish(), start: UInt32(truncatingIfNeeded: base + start),
            length: UInt16(truncatingIfNeeded: scanner.position - start), flags: flags))
        count += 1
        if count == pieceSize { flush() }
      }
      flush()
    }
  }

  private static let pieceSize = 128

  /// The same without the quick way: what tests hold it against.
  static func scanSlowly(_ bytes: [UInt8]) -> [Word] {
    var words: [Word] = []
    bytes.withUnsafeBufferPointer { bytes in
      var scanner = WordScanner(bytes)
      while true {
        var hash = WordHash()
        guard let (start, flags) = scanner.next(into: &hash) else { return }
        guard hash.count > 0 else { continue }
        words.append(
          Word(
            hash: hash.finish(), start: UInt32(start), length: UInt16(scanner.position - start),
            flags: flags))
      }
    }
    return words
  }

  public static func scan(_ bytes: [UInt8], base: Int = 0) -> [Word] {
    var words: [Word] = []
    bytes.withUnsafeBufferPointer { scan($0, base: base, into: &words) }
    return words
  }

  public static func scan(_ bytes: ArraySlice<UInt8>, base: Int = 0) -> [Word] {
    var words: [Word] = []
    bytes.withUnsafeBufferPointer { scan($0, base: base, into: &words) }
    return words
  }

  /// The folded bytes of each word of `bytes`, in order: what hashes are made of. For the few words
  /// that an alignment looks at closely.
  public static func folded(_ bytes: some Collection<UInt8>) -> [[UInt8]] {
    Array(bytes).withUnsafeBufferPointer { buffer in
      var scanner = WordScanner(buffer)
      var result: [[UInt8]] = []
      while true {
        var sink = FoldedBytes()
        guard scanner.next(into: &sink) != nil else { return result }
        if !sink.bytes.isEmpty { result.append(sink.bytes) }
      }
    }
  }
}

/// Collects folded bytes.
private struct FoldedBytes: FoldSink {
  var bytes: [UInt8] = []
  var count: Int { bytes.count }
  mutating func push(_ byte: UInt8) { bytes.append(byte) }
}
