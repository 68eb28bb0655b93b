internal import CXXHash

/// Weaves the states of a text, one after the other: each strand is kept once, and each state as what
/// it changes of a state before it.
///
/// Time and room go with what is new. A strand that comes back, or moves, is known by its bytes.
struct Weaver {
  /// States that a new one is compared with: the edit after a vandal's is one of the state before.
  private static let compared = 8

  /// The bytes of all strands, in order of their first appearance, and where each ends.
  private(set) var pool: [UInt8] = []
  private(set) var ends: [Int] = []
  /// What each state changes; see `Weave.init`.
  private(set) var changes = ByteWriter()
  private(set) var states = 0

  private var known: [UInt64: UInt32] = [:]
  /// The states that were used last, the last one first.
  private var recent: [(state: Int, strands: [UInt32])] = []

  /// Adds a state and returns its number.
  mutating func add(_ text: [UInt8]) -> Int {
    let before = UInt32(ends.count)
    var strands: [UInt32] = []
    strands.reserveCapacity(text.count / 96 + 1)
    text.withUnsafeBufferPointer { bytes in
      StrandCutter.cut(bytes) { range in
        strands.append(strand(UnsafeBufferPointer(rebasing: bytes[range])))
      }
    }
    put(strands, new: before)
    let state = states
    states += 1
    remember(state, strands)
    return state
  }

  /// Says that an earlier state stands again: the next edit is likely to be one of it.
  mutating func use(_ state: Int) {
    guard let index = recent.firstIndex(where: { $0.state == state }) else { return }
    recent.insert(recent.remove(at: index), at: 0)
  }

  private mutating func remember(_ state: Int, _ strands: [UInt32]) {
    recent.insert((state, strands), at: 0)
    guard recent.count > Self.compared else { return }
    // An empty page is nothing to compare with, a long one worth keeping.
    let shortest = recent.indices.dropFirst().min {
      (recent[$0].strands.count > 8 ? 1 : 0, -$0) < (recent[$1].strands.count > 8 ? 1 : 0, -$1)
    }
    recent.remove(at: shortest ?? recent.count - 1)
  }

  private mutating func strand(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt32 {
    var hash = XXH3_64bits(bytes.baseAddress, bytes.count)
    while let id = known[hash] {
      let end = ends[Int(id)]
      let start = id == 0 ? 0 : ends[Int(id) - 1]
      if end - start == bytes.count, pool[start..<end].elementsEqual(bytes) { return id }
      hash &+= 1
    }
    let id = UInt32(ends.count)
    known[hash] = id
    pool.append(contentsOf: bytes)
    ends.append(pool.count)
    return id
  }

  private mutating func put(_ strands: [UInt32], new first: UInt32) {
    var base: (state: Int, strands: [UInt32])?
    var mostShared = 0
    for candidate in recent {
      let shared = Self.shared(candidate.strands, strands)
      if shared > mostShared {
        mostShared = shared
        base = candidate
        if shared == strands.count { break }
      }
    }
    let splices = SpliceFinder(old: base?.strands ?? [], new: strands).splices()
    changes.put(base.map { states - $0.state } ?? 0)
    changes.put(splices.count)
    var at = 0
    var next = first
    for splice in splices {
      changes.put(splice.removed.lowerBound - at)
      changes.put(splice.removed.count)
      changes.put(splice.inserted.count)
      at = splice.removed.upperBound
      for index in splice.inserted {
        let id = strands[index]
        if id >= next {
          changes.put(0)
          next = id + 1
        } else {
          changes.put(Int(next - id))
        }
      }
    }
  }

  /// Strands that two sequences share at their ends.
  private static func shared(_ old: [UInt32], _ new: [UInt32]) -> Int {
    let least = min(old.count, new.count)
    var start = 0
    while start < least, old[start] == new[start] { start += 1 }
    var end = 0
    while end < least - start, old[old.count - 1 - end] == new[new.count - 1 - end] { end += 1 }
    return start + end
  }
}
