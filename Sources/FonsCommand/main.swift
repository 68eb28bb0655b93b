internal import ArgumentParser
internal import Foundation

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

// A reader that goes away ends the run quietly; a file that may not grow is an error like a full disk.
signal(SIGPIPE, SIG_DFL)
signal(SIGXFSZ, SIG_IGN)

do {
  var command = try FonsCommand.parseAsRoot()
  try command.run()
} catch let status as ExitStatus {
  exit(status.rawValue)
} catch {
  // Help and version are no errors; what ArgumentParser refuses is wrong usage.
  let isAnswer = FonsCommand.exitCode(for: error) == .success
  let message = FonsCommand.fullMessage(for: error)
  if !message.isEmpty {
    (isAnswer ? FileHandle.standardOutput : .standardError).write(Data((message + "\n").utf8))
  }
  exit(isAnswer ? 0 : ExitStatus.usage.rawValue)
}
