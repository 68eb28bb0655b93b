#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// The few system calls that a library needs, as functions that throw.
enum System {
  static func failure(_ operation: String, _ path: String) -> LibraryError {
    let code = errno
    return .system(
      operation: operation, path: path, code: code, message: String(cString: strerror(code)))
  }

  static func open(_ path: String, writing: Bool = false) throws -> Int32 {
    let flags = writing ? O_RDWR | O_CREAT | O_CLOEXEC : O_RDONLY | O_CLOEXEC
    #if canImport(Darwin)
      let descriptor = Darwin.open(path, flags, 0o644)
    #elseif canImport(Musl)
      let descriptor = Musl.open(path, flags, 0o644)
    #else
      let descriptor = Glibc.open(path, flags, 0o644)
    #endif
    guard descriptor >= 0 else { throw failure("open", path) }
    return descriptor
  }

  /// Opens a pipe or a device for writing.
  static func openExisting(_ path: String) throws -> Int32 {
    #if canImport(Darwin)
      let descriptor = Darwin.open(path, O_WRONLY | O_CLOEXEC)
    #elseif canImport(Musl)
      let descriptor = Musl.open(path, O_WRONLY | O_CLOEXEC)
    #else
      let descriptor = Glibc.open(path, O_WRONLY | O_CLOEXEC)
    #endif
    guard descriptor >= 0 else { throw failure("open", path) }
    return descriptor
  }

  /// Whether something is there that is neither a file nor a folder.
  static func isSpecial(_ path: String) -> Bool {
    var information = stat()
    guard stat(path, &information) == 0 else { return false }
    let kind = information.st_mode & S_IFMT
    return kind != S_IFREG && kind != S_IFDIR
  }

  /// The path behind links; `path` itself where nothing is there yet.
  static func resolved(_ path: String) -> String {
    guard let real = realpath(path, nil) else { return path }
    defer { free(real) }
    return String(cString: real)
  }

  /// Makes a folder with those above it.
  static func makeFolder(_ path: String) throws {
    var information = stat()
    if stat(path, &information) == 0, information.st_mode & S_IFMT == S_IFDIR { return }
    if let slash = path.lastIndex(of: "/"), slash > path.startIndex {
      try makeFolder(String(path[..<slash]))
    }
    guard mkdir(path, 0o777) == 0 || errno == EEXIST && path.hasSuffix("/") else {
      throw failure("create", path)
    }
  }

  static func close(_ descriptor: Int32) {
    #if canImport(Darwin)
      _ = Darwin.close(descriptor)
    #elseif canImport(Musl)
      _ = Musl.close(descriptor)
    #else
      _ = Glibc.close(descriptor)
    #endif
  }

  static func size(_ descriptor: Int32, _ path: String) throws -> Int {
    var information = stat()
    guard fstat(descriptor, &information) == 0 else { throw failure("read the size of", path) }
    return Int(information.st_size)
  }

  /// Writes all of `bytes`; a short write goes on where it stopped.
  static func writeAll(_ descriptor: Int32, _ bytes: UnsafeRawBufferPointer, _ path: String) throws
  {
    var done = 0
    while done < bytes.count {
      let count = write(descriptor, bytes.baseAddress! + done, bytes.count - done)
      if count < 0 {
        if errno == EINTR { continue }
        throw failure("write", path)
      }
      done += count
    }
  }

  /// Writes some of `bytes`; returns how many.
  static func writeSome(
    _ descriptor: Int32, _ bytes: UnsafeRawBufferPointer, at offset: Int, _ path: String
  ) throws -> Int {
    guard !bytes.isEmpty else { return 0 }
    while true {
      let count = pwrite(descriptor, bytes.baseAddress, bytes.count, off_t(offset))
      if count > 0 { return count }
      if count < 0, errno == EINTR { continue }
      throw failure("write", path)
    }
  }

  /// Reads some bytes; returns how many, 0 at the end.
  static func readSome(
    _ descriptor: Int32, into bytes: UnsafeMutableRawBufferPointer, at offset: Int, _ path: String
  ) throws -> Int {
    while true {
      let count = pread(descriptor, bytes.baseAddress, bytes.count, off_t(offset))
      if count >= 0 { return count }
      if errno == EINTR { continue }
      throw failure("read", path)
    }
  }

  static func sync(_ descriptor: Int32, _ path: String) throws {
    guard fsync(descriptor) == 0 else { throw failure("sync", path) }
  }

  static func syncFolder(_ path: String) throws {
    let descriptor = try open(path)
    defer { close(descriptor) }
    // Some file systems cannot sync a folder; the rename is still atomic there.
    if fsync(descriptor) != 0, errno != EINVAL { throw failure("sync", path) }
  }

  static func renameFile(_ from: String, to: String) throws {
    guard rename(from, to) == 0 else { throw failure("replace", to) }
  }

  static func remove(_ path: String) {
    _ = unlink(path)
  }

  /// Takes the exclusive lock without waiting; false where another process holds it.
  static func tryLock(_ descriptor: Int32) -> Bool {
    flock(descriptor, LOCK_EX | LOCK_NB) == 0
  }

  static func map(_ descriptor: Int32, count: Int, _ path: String) throws -> UnsafeRawPointer {
    let address = mmap(nil, count, PROT_READ, MAP_SHARED, descriptor, 0)
    guard let address, address != MAP_FAILED else { throw failure("map", path) }
    return UnsafeRawPointer(address)
  }

  static func release(_ address: UnsafeRawPointer, count: Int) {
    _ = madvise(UnsafeMutableRawPointer(mutating: address), count, MADV_DONTNEED)
  }

  /// Whole pages from the one that holds `address`.
  static func willNeed(_ address: UnsafeRawPointer, count: Int) {
    let inside = Int(bitPattern: address) % Int(getpagesize())
    madvise(
      UnsafeMutableRawPointer(mutating: address - inside), count + inside, Int32(MADV_WILLNEED))
  }

  /// A map that is read here and there: what lies around a place is not worth reading with it.
  static func readsAnywhere(_ bytes: UnsafeRawBufferPointer) {
    guard let base = bytes.baseAddress else { return }
    madvise(UnsafeMutableRawPointer(mutating: base), bytes.count, Int32(MADV_RANDOM))
  }

  /// A clock that only goes forward.
  static func nanoseconds() -> UInt64 {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return UInt64(time.tv_sec) &* 1_000_000_000 &+ UInt64(time.tv_nsec)
  }

  static func unmap(_ address: UnsafeRawPointer, count: Int) {
    munmap(UnsafeMutableRawPointer(mutating: address), count)
  }
}
