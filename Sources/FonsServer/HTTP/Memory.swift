internal import CAllocator

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// Memory of this process.
enum Memory {
  /// What is freed is handed back to the system, as far as its allocator can be told so.
  ///
  /// - Returns: whether it can.
  @discardableResult
  static func handBack() -> Bool { fons_allocator_hand_back() != 0 }

  /// Bytes that are resident now; 0 where the system does not tell.
  static var resident: Int {
    if let file = fopen("/proc/self/statm", "r") {
      defer { fclose(file) }
      var text = [CChar](repeating: 0, count: 128)
      if fgets(&text, 128, file) != nil {
        let fields = text.prefix { $0 != 0 }.split(separator: 32)
        if fields.count > 1 {
          let pages = fields[1].reduce(0) { $0 * 10 + Int($1) - 48 }
          return pages * Int(sysconf(Int32(_SC_PAGESIZE)))
        }
      }
    }
    return 0
  }
}
