import Foundation

#if canImport(Glibc)
  import Glibc
#endif

/// Files out of memory, and the time that processes took.
enum ColdFiles {
  /// Puts a library's files out of the page cache. Returns pages that are there all the same.
  static func evict(_ folder: String) throws -> Int {
    var resident = 0
    for file in try FileManager.default.contentsOfDirectory(atPath: folder) {
      let descriptor = open(folder + "/" + file, O_RDONLY)
      guard descriptor >= 0 else { continue }
      defer { close(descriptor) }
      let size = Int(lseek(descriptor, 0, SEEK_END))
      #if canImport(Glibc)
        fdatasync(descriptor)
        posix_fadvise(descriptor, 0, 0, POSIX_FADV_DONTNEED)
      #endif
      guard size > 0, let address = mmap(nil, size, PROT_READ, MAP_SHARED, descriptor, 0),
        address != MAP_FAILED
      else { continue }
      defer { munmap(address, size) }
      var pages = [UInt8](repeating: 0, count: (size + 4095) / 4096)
      guard mincore(address, size, &pages) == 0 else { continue }
      resident += pages.count { $0 & 1 == 1 }
    }
    return resident
  }

  /// Seconds of processor that this thread took.
  static func threadSeconds() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }

  /// Seconds of processor that finished children took.
  static func childSeconds() -> Double {
    var usage = rusage()
    // RUSAGE_CHILDREN, which Swift imports with another type on each system.
    getrusage(-1, &usage)
    func seconds(_ time: timeval) -> Double { Double(time.tv_sec) + Double(time.tv_usec) / 1e6 }
    return seconds(usage.ru_utime) + seconds(usage.ru_stime)
  }
}
