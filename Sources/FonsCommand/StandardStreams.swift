#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// Standard input, output and error.
enum StandardStreams {
  /// Puts something that can be neither read nor written in the place of those that are closed.
  ///
  /// Otherwise the next file that is opened would get the number of a closed one, and a message
  /// would be written into a library.
  static func occupy() {
    for descriptor: Int32 in 0...2 where fcntl(descriptor, F_GETFD) < 0 {
      _ = open("/dev/null", descriptor == 0 ? O_WRONLY : O_RDONLY)
    }
  }
}
