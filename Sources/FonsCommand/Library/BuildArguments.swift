internal import ArgumentParser
internal import FonsLibrary
internal import FonsSource
internal import Foundation

/// How much of the machine building may take.
struct BuildArguments: ParsableArguments {
  @Option(
    name: .long,
    help: ArgumentHelp("Cores to build on; all of them without it.", valueName: "n"))
  var jobs: Int = ProcessInfo.processInfo.activeProcessorCount

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Memory to build in, as 500M or 2G; a quarter of the machine's without it.",
      valueName: "size"))
  var memory: ByteSize?

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Megabytes of text after which another segment is begun.", valueName: "mb"))
  var segment: Int = 8192

  @Option(
    name: .long,
    help: ArgumentHelp(
      "How much to index: lean, standard or max; as before, or standard, without it.",
      valueName: "profile"),
    transform: { name in
      guard let profile = Profile(rawValue: name) else {
        throw ValidationError("--profile must be \(Settings.profiles).")
      }
      return profile
    })
  var profile: Profile?

  func validate() throws {
    guard (1...1024).contains(jobs) else {
      throw ValidationError("--jobs must be between 1 and 1024.")
    }
    guard (1...16_384).contains(segment) else {
      throw ValidationError("--segment must be between 1 and 16384.")
    }
    if let memory, memory.bytes < 64 << 20 {
      throw ValidationError("--memory must be at least 64M.")
    }
  }

  /// - Parameter library: the folder; what the settings file says is for libraries that are made.
  /// - Throws: `InputError` where the settings file is not what it should be.
  func options(for library: String) throws -> BuildOptions {
    let exists = FileManager.default.fileExists(atPath: library + "/" + Manifest.fileName)
    return BuildOptions(
      workers: Workers(count: jobs), memory: memory?.bytes, segmentBytes: segment << 20,
      profile: try profile ?? (exists ? nil : Settings.read().indexProfile()))
  }
}

/// A number of bytes, written as `300M`, `1.5G` or plainly.
struct ByteSize: ExpressibleByArgument, Equatable {
  var bytes: Int

  init?(argument: String) {
    var digits = argument.uppercased()
    if digits.hasSuffix("IB") {
      digits.removeLast(2)
    } else if digits.hasSuffix("B") {
      digits.removeLast()
    }
    var unit = 1.0
    if let last = digits.last, let place = "KMGT".firstIndex(of: last) {
      digits.removeLast()
      unit = pow(1024, Double("KMGT".distance(from: "KMGT".startIndex, to: place) + 1))
    }
    guard let number = Double(digits), number > 0, number * unit < 0x1p60 else { return nil }
    bytes = Int(number * unit)
  }
}
