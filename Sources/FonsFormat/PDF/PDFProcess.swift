#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// Runs poppler's `pdftotext` in a process of its own, with bounded time, memory and output: PDF is
/// a format in which much can be hidden, and its reader is not ours.
enum PDFProcess {
  struct Limits {
    /// Of the processor, and half as much again by the clock.
    var seconds = 120
    var memoryMegabytes = 2_048
    var outputBytes = 512 << 20
    /// Where pdftotext is looked for; nil for this process's own `PATH`.
    var searchPath: String?
  }

  private static let advice =
    "needs pdftotext to be read, which is not installed. Install poppler-utils (Debian, Ubuntu) or "
    + "poppler (Homebrew)."

  /// The layout of the PDF at `name`, as XHTML with a box for each word.
  ///
  /// - Parameter name: a path as the system knows it, with its final NUL.
  static func layout(of name: [CChar], limits: Limits) throws(PDFError) -> [UInt8] {
    // A name that begins with a hyphen would be an option.
    let name = name.first == 0x2D ? [0x2E, 0x2F] + name : name
    let script =
      "ulimit -c 0; ulimit -v \(limits.memoryMegabytes << 10) 2>/dev/null; "
      + "ulimit -t \(limits.seconds) 2>/dev/null; command -v pdftotext >/dev/null || exit 127; "
      + "exec pdftotext -bbox-layout -enc UTF-8 \"$1\" -"
    var output: [Int32] = [-1, -1]
    var messages: [Int32] = [-1, -1]
    guard openPipe(&output) else { throw failed() }
    guard openPipe(&messages) else {
      close(output[0])
      close(output[1])
      throw failed()
    }
    let process = spawn(
      script, name, output: output[1], messages: messages[1], path: limits.searchPath)
    close(output[1])
    close(messages[1])
    defer {
      close(output[0])
      close(messages[0])
    }
    guard let process else { throw failed() }
    let read = drain(output[0], messages[0], limits)
    if read.isStopped { kill(process, SIGKILL) }
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0, errno == EINTR {}
    try judge(status, read, limits)
    return read.output
  }

  private static func failed() -> PDFError {
    PDFError(
      kind: .noReader,
      message: "was not read: pdftotext cannot be started (\(String(cString: strerror(errno)))).")
  }

  private static func openPipe(_ ends: inout [Int32]) -> Bool {
    guard pipe(&ends) == 0 else { return false }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    return true
  }

  private static func spawn(
    _ script: String, _ name: [CChar], output: Int32, messages: Int32, path: String?
  ) -> pid_t? {
    #if canImport(Glibc)
      var actions = posix_spawn_file_actions_t()
    #else
      var actions: posix_spawn_file_actions_t?
    #endif
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_adddup2(&actions, output, 1)
    posix_spawn_file_actions_adddup2(&actions, messages, 2)
    let path = path ?? getenv("PATH").map { String(cString: $0) } ?? "/usr/bin:/bin"
    let given = ["sh", "-c", script, "sh"].map { Array($0.utf8CString) } + [name]
    var arguments: [UnsafeMutablePointer<CChar>?] = given.map { strdup($0) } + [nil]
    let variables = ["PATH=\(path)", "LC_ALL=C"].map { Array($0.utf8CString) }
    var environment: [UnsafeMutablePointer<CChar>?] = variables.map { strdup($0) } + [nil]
    defer { for text in arguments + environment { free(text) } }
    var process = pid_t()
    let code = posix_spawn(&process, "/bin/sh", &actions, nil, &arguments, &environment)
    return code == 0 ? process : nil
  }

  private struct Reading {
    var output: [UInt8] = []
    var messages: [UInt8] = []
    var isLate = false
    var isTooLarge = false
    var isStopped: Bool { isLate || isTooLarge }
  }

  /// Reads both ends until they close, or a limit is reached.
  private static func drain(_ output: Int32, _ messages: Int32, _ limits: Limits) -> Reading {
    var reading = Reading()
    var ends = [output, messages].map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
    var buffer = [UInt8](repeating: 0, count: 256 << 10)
    let deadline = now() + limits.seconds * 3 / 2
    while ends.contains(where: { $0.fd >= 0 }) {
      let left = deadline - now()
      guard left > 0 else {
        reading.isLate = true
        break
      }
      let ready = poll(&ends, nfds_t(ends.count), Int32(min(left, 10) * 1_000))
      if ready < 0, errno != EINTR { break }
      guard ready > 0 else { continue }
      for index in ends.indices where ends[index].fd >= 0 && ends[index].revents != 0 {
        let count = read(ends[index].fd, &buffer, buffer.count)
        if count <= 0 {
          ends[index].fd = -1
        } else if index == 0 {
          reading.output += buffer[..<count]
        } else if reading.messages.count < 4_096 {
          reading.messages += buffer[..<count]
        }
      }
      if reading.output.count > limits.outputBytes {
        reading.isTooLarge = true
        break
      }
    }
    return reading
  }

  private static func now() -> Int {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return time.tv_sec
  }

  private static func judge(
    _ status: Int32, _ reading: Reading, _ limits: Limits
  ) throws(PDFError) {
    if reading.isTooLarge {
      throw PDFError(
        kind: .tooLarge,
        message: "is a PDF of more than \(limits.outputBytes >> 20) MB of text with its places. "
          + "Split it.")
    }
    let signal = status & 0x7F
    if reading.isLate || signal == SIGXCPU || signal == SIGKILL {
      throw PDFError(
        kind: .tooLarge,
        message: "is a PDF that takes more than \(limits.seconds) seconds to read. Split it, or "
          + "convert it to text by hand.")
    }
    let code = (status >> 8) & 0xFF
    guard signal != 0 || code != 0 else { return }
    if code == 127 { throw PDFError(kind: .noReader, message: advice) }
    let said = String(decoding: reading.messages, as: UTF8.self)
    if said.contains("password") {
      throw PDFError(
        kind: .corrupt, message: "is a PDF behind a password. Save a copy without one.")
    }
    let reason = said.split(separator: "\n").last { !$0.isEmpty }.map { " (\($0.prefix(200)))" }
    throw PDFError(
      kind: .corrupt, message: "is a PDF that pdftotext cannot read\(reason ?? "").")
  }
}
