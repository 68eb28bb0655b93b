internal import FonsText

/// The distinct words of a quotation, numbered: open addressing over hashes that are mixed already.
struct WordIndex: Sendable {
  private var hashes: [UInt64]
  /// Number + 1 of the word in each slot; 0 where it is empty.
  private var numbers: [Int32]
  /// For each word given, the number of its hash.
  private(set) var places: [Int32] = []
  /// Distinct words.
  private(set) var count = 0

  init(_ words: [Word]) {
    var size = 16
    while size < words.count * 2 { size *= 2 }
    hashes = [UInt64](repeating: 0, count: size)
    numbers = [Int32](repeating: 0, count: size)
    places.reserveCapacity(words.count)
    for word in words {
      let slot = slot(of: word.hash)
      if numbers[slot] == 0 {
        count += 1
        hashes[slot] = word.hash
        numbers[slot] = Int32(count)
      }
      places.append(numbers[slot] - 1)
    }
  }

  private func slot(of hash: UInt64) -> Int {
    let mask = hashes.count - 1
    var slot = Int(truncatingIfNeeded: hash) & mask
    while numbers[slot] != 0, hashes[slot] != hash { slot = (slot + 1) & mask }
    return slot
  }

  /// For each number, whether the word is among those given.
  func present(in words: [Word]) -> [Bool] {
    var present = [Bool](repeating: false, count: count + 1)
    hashes.withUnsafeBufferPointer { hashes in
      numbers.withUnsafeBufferPointer { numbers in
        present.withUnsafeMutableBufferPointer { present in
          let mask = hashes.count - 1
          for word in words {
            var slot = Int(truncatingIfNeeded: word.hash) & mask
            while numbers[slot] != 0, hashes[slot] != word.hash { slot = (slot + 1) & mask }
            // Empty slots lead to the place after the last word's.
            let number = numbers[slot] == 0 ? count : Int(numbers[slot]) - 1
            present[number] = true
          }
        }
      }
    }
    return present
  }
}
