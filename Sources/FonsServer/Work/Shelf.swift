internal import Fons
internal import FonsLibrary
internal import FonsText
internal import FonsVerdict
internal import Foundation
internal import Synchronization

/// The libraries that are searched. A library that is added to while the server runs is opened anew.
final class Shelf: Sendable {
  /// Libraries as they were at one time.
  struct Stand: Sendable {
    var libraries: [Library]
    /// Changes with what the libraries hold.
    var version: String
    /// What could not be opened, in sentences.
    var warnings: [String]

    func checker(_ policy: Policy, explains: Bool) -> Checker {
      Checker(libraries: libraries, policy: policy, explains: explains)
    }

    var works: Int { libraries.reduce(0) { $0 + $1.extent.works } }
  }

  private struct State {
    var stand: Stand
    var manifests: [Data?]
    var lookedAt: ContinuousClock.Instant
  }

  private let folders: [String]
  private let state: Mutex<State>
  /// Time between two looks at the folders.
  private static let pause = Duration.seconds(2)

  init(_ folders: [String]) {
    self.folders = folders
    let manifests = Self.manifests(folders)
    let stand = Self.open(folders, manifests)
    state = Mutex(State(stand: stand, manifests: manifests, lookedAt: .now))
  }

  var stand: Stand {
    let (stand, isDue) = state.withLock { state in
      let isDue = state.lookedAt.duration(to: .now) > Self.pause
      if isDue { state.lookedAt = .now }
      return (state.stand, isDue)
    }
    guard isDue else { return stand }
    let manifests = Self.manifests(folders)
    guard manifests != state.withLock({ $0.manifests }) else { return stand }
    let opened = Self.open(folders, manifests)
    state.withLock { ($0.stand, $0.manifests) = (opened, manifests) }
    return opened
  }

  private static func manifests(_ folders: [String]) -> [Data?] {
    folders.map { FileManager.default.contents(atPath: $0 + "/" + Manifest.fileName) }
  }

  private static func open(_ folders: [String], _ manifests: [Data?]) -> Stand {
    var libraries: [Library] = []
    var warnings: [String] = []
    for folder in folders {
      do { libraries.append(try Library(folder)) } catch { warnings.append("\(error)") }
    }
    var all: [UInt8] = []
    for manifest in manifests { all += [UInt8](manifest ?? Data()) + [0] }
    return Stand(
      libraries: libraries, version: String(SHA256.hex(all).prefix(16)), warnings: warnings)
  }
}
