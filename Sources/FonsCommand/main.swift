internal import ArgumentParser
internal import Foundation

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

StandardStreams.occupy()
// A reader that goes away ends the run quietly; a file that may not grow is an error like a full disk.
signal(SIGPIPE, SIG_DFL)
signal(SIGXFSZ, SIG_IGN)

do {
  var command = try FonsCommand.parseAsRoot()
  try command.run()
} catch let status as ExitStatus {
  exit(status.rawValue)
} catch {
  // Help and version are no errors; what ArgumentParser refuses is wrong usage; all else could not
  // be read or written.
  switch FonsCommand.exitCode(for: error) {
  case .success:
    do {
      try Console.write(FonsCommand.fullMessage(for: error) + "\n")
    } catch {
      Console.sayError("\(error)")
      exit(ExitStatus.unreadable.rawValue)
    }
    exit(ExitStatus.success.rawValue)
  case .validationFailure:
    Console.say(FonsCommand.fullMessage(for: error))
    exit(ExitStatus.usage.rawValue)
  default:
    Console.sayError("\(error)")
    exit(ExitStatus.unreadable.rawValue)
  }
}
