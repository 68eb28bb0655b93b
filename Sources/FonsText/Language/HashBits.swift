/// Up to 32 flags for each of some words, by their hashes: open addressing, since the hashes are
/// mixed already and a look-up in a dictionary costs ten times as much.
struct HashBits: Sendable {
  private var hashes = [UInt64](repeating: 0, count: 64)
  private var flags = [UInt32](repeating: 0, count: 64)
  private var count = 0

  /// Slots; those of `slot(of:)` are below it.
  var capacity: Int { hashes.count }

  /// The flags of a word; none where it is unknown.
  subscript(hash: UInt64) -> UInt32 {
    get { flags[place(of: hash)] }
    set {
      if (count + 1) * 2 > hashes.count { grow() }
      let place = place(of: hash)
      if flags[place] == 0, newValue != 0 { count += 1 }
      hashes[place] = hash
      flags[place] = newValue
    }
  }

  /// The slot of a word that has flags.
  func slot(of hash: UInt64) -> Int? {
    let place = place(of: hash)
    return flags[place] == 0 ? nil : place
  }

  func bits(at slot: Int) -> UInt32 { flags[slot] }

  /// All words that have flags.
  var entries: [(hash: UInt64, flags: UInt32)] {
    hashes.indices.filter { flags[$0] != 0 }.map { (hashes[$0], flags[$0]) }
  }

  /// Where the word stands, or the empty slot where it would.
  @inline(__always)
  private func place(of hash: UInt64) -> Int {
    hashes.withUnsafeBufferPointer { hashes in
      flags.withUnsafeBufferPointer { flags in
        let mask = hashes.count - 1
        var place = Int(truncatingIfNeeded: hash) & mask
        while flags[place] != 0, hashes[place] != hash { place = (place + 1) & mask }
        return place
      }
    }
  }

  private mutating func grow() {
    let old = self
    hashes = [UInt64](repeating: 0, count: old.hashes.count * 2)
    flags = [UInt32](repeating: 0, count: old.hashes.count * 2)
    count = 0
    for entry in old.entries { self[entry.hash] = entry.flags }
  }
}
