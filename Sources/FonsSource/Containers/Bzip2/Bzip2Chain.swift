/// Follows the permutation of a block's Burrows-Wheeler transform.
///
/// Each step is a read that depends on the one before it and misses the cache. The permutation is
/// therefore entered at many places, and followed from four of them at once, so that the misses overlap
/// while the links of a single block are all that has to stay in the cache. A stretch ends where
/// another begins; in the end they are put in order.
final class Bzip2Chain {
  /// Stretches that a whole block is followed in.
  private static let mostStretches = 64
  private static let fewestBytes = 4096
  private static let lanes = 4
  /// Marks the places at which stretches begin; links leave four bits free.
  private static let mark: UInt32 = 1 << 31

  /// A stretch that is being followed.
  private struct Lane {
    /// Where it began.
    var start: UInt32 = 0
    /// The place that is read next.
    var place: UInt32 = 0
    var begin: UnsafeMutablePointer<UInt8>
    /// Where the next byte goes.
    var output: UnsafeMutablePointer<UInt8>
  }

  private struct Stretch {
    var bytes: UnsafeBufferPointer<UInt8>
    /// The start of the stretch that follows.
    var next: UInt32
  }

  /// Room for all bytes of a block in each lane.
  private let room: UnsafeMutablePointer<UInt8>
  private let capacity: Int

  /// - Parameter capacity: bytes of the longest block.
  init(capacity: Int) {
    self.capacity = capacity
    room = .allocate(capacity: capacity * Self.lanes)
  }

  deinit { room.deallocate() }

  /// Writes the `count` bytes that the links give, from the place `first` on.
  ///
  /// - Parameter links: a permutation: for each place its byte, and above it the place that follows.
  ///   The marks put there stay.
  func follow(
    _ links: UnsafeMutablePointer<UInt32>, count: Int, from first: UInt32,
    into output: UnsafeMutablePointer<UInt8>
  ) {
    let starts = Self.starts(first, count)
    for start in starts { links[Int(start)] |= Self.mark }
    let stretches = stretches(links, starts)
    var filled = 0
    var place = first
    // Where a text repeats itself the permutation is several cycles, of which one is gone through
    // again and again.
    while filled < count, let stretch = stretches[place], let bytes = stretch.bytes.baseAddress {
      let taken = min(stretch.bytes.count, count - filled)
      (output + filled).update(from: bytes, count: taken)
      filled += taken
      place = stretch.next
    }
  }

  /// The first place, and others from all over.
  private static func starts(_ first: UInt32, _ count: Int) -> [UInt32] {
    let stretches = min(mostStretches, count / fewestBytes)
    let others = (0..<stretches).map { UInt32($0 * count / stretches) }
    return [first] + others.filter { $0 != first }
  }

  private func stretches(
    _ links: UnsafePointer<UInt32>, _ starts: [UInt32]
  ) -> [UInt32: Stretch] {
    var result: [UInt32: Stretch] = [:]
    var waiting = starts[...]
    var lanes: [Lane] = []
    func begin(at output: UnsafeMutablePointer<UInt8>) -> Lane? {
      guard let start = waiting.popFirst() else { return nil }
      let link = links[Int(start)]
      output.pointee = UInt8(truncatingIfNeeded: link)
      return Lane(start: start, place: Self.next(link), begin: output, output: output + 1)
    }
    func end(_ lane: Lane) {
      result[lane.start] = Stretch(
        bytes: UnsafeBufferPointer(start: lane.begin, count: lane.output - lane.begin),
        next: lane.place)
    }
    for index in 0..<Self.lanes {
      if let lane = begin(at: room + index * capacity) { lanes.append(lane) }
    }
    while lanes.count == Self.lanes {
      Self.run(links, &lanes)
      lanes = lanes.compactMap { lane in
        guard links[Int(lane.place)] & Self.mark != 0 else { return lane }
        end(lane)
        return begin(at: lane.output)
      }
    }
    for var lane in lanes {
      Self.run(links, &lane)
      end(lane)
    }
    return result
  }

  @inline(__always)
  private static func next(_ link: UInt32) -> UInt32 { (link & ~mark) &>> 8 }

  /// Follows four lanes until one of them, or more, stand at a mark.
  private static func run(_ links: UnsafePointer<UInt32>, _ lanes: inout [Lane]) {
    var (placeA, placeB) = (lanes[0].place, lanes[1].place)
    var (placeC, placeD) = (lanes[2].place, lanes[3].place)
    let (bytesA, bytesB) = (lanes[0].output, lanes[1].output)
    let (bytesC, bytesD) = (lanes[2].output, lanes[3].output)
    var index = 0
    while true {
      let (linkA, linkB) = (links[Int(placeA)], links[Int(placeB)])
      let (linkC, linkD) = (links[Int(placeC)], links[Int(placeD)])
      guard (linkA | linkB | linkC | linkD) & mark == 0 else { break }
      bytesA[index] = UInt8(truncatingIfNeeded: linkA)
      bytesB[index] = UInt8(truncatingIfNeeded: linkB)
      bytesC[index] = UInt8(truncatingIfNeeded: linkC)
      bytesD[index] = UInt8(truncatingIfNeeded: linkD)
      index &+= 1
      placeA = linkA &>> 8
      placeB = linkB &>> 8
      placeC = linkC &>> 8
      placeD = linkD &>> 8
    }
    (lanes[0].place, lanes[1].place, lanes[2].place, lanes[3].place) =
      (placeA, placeB, placeC, placeD)
    for lane in 0..<Self.lanes { lanes[lane].output += index }
  }

  private static func run(_ links: UnsafePointer<UInt32>, _ lane: inout Lane) {
    var link = links[Int(lane.place)]
    while link & mark == 0 {
      lane.output.pointee = UInt8(truncatingIfNeeded: link)
      lane.output += 1
      lane.place = link &>> 8
      link = links[Int(lane.place)]
    }
  }
}
