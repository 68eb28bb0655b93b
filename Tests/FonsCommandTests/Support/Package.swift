import FonsReport
import Foundation

/// Where things of this package are.
enum Package {
  static let root = String(#filePath.split(separator: "/").dropLast(4).reduce("") { $0 + "/" + $1 })

  /// The built command. It lies beside the test bundle on Linux and some folders above what runs
  /// in it on macOS.
  static let fons: String = {
    let places = CommandLine.arguments + [Bundle.main.executablePath ?? ""]
    for place in places where place.contains("/") {
      var folder = URL(fileURLWithPath: place)
      while folder.path.count > 1 {
        folder.deleteLastPathComponent()
        let found = folder.appendingPathComponent("fons").path
        var isFolder: ObjCBool = false
        if FileManager.default.fileExists(atPath: found, isDirectory: &isFolder),
          !isFolder.boolValue,
          FileManager.default.isExecutableFile(atPath: found)
        {
          return found
        }
      }
    }
    return root + "/.build/debug/fons"
  }()

  static func example(_ name: String) -> String { root + "/Examples/" + name }

  static func exampleBytes(_ name: String) throws -> [UInt8] {
    [UInt8](try Data(contentsOf: URL(fileURLWithPath: example(name))))
  }
}

/// The example encyclopedia as a library, built once for all tests; never written to.
enum ExampleLibrary {
  static var path: String { get throws { try built.get() } }

  /// A copy to damage.
  static func copy(to folder: TemporaryFolder, _ name: String = "library") throws -> String {
    let copy = folder.path(name)
    try FileManager.default.copyItem(atPath: try path, toPath: copy)
    return copy
  }

  /// The command with this library.
  static func fons() throws -> Fons { try Fons(library: path) }

  private static let folder = Result { try TemporaryFolder() }

  private static let built = Result {
    let folder = try ExampleLibrary.folder.get()
    atexit { try? ExampleLibrary.folder.get().remove() }
    let path = folder.path("encyclopedia")
    let run = try Fons().run(
      "library", "add", "--library", path, Package.example("encyclopedia.xml"))
    guard run.status == 0 else { throw CannotBuild(errors: run.errors) }
    return path
  }

  struct CannotBuild: Error {
    var errors: String
  }
}
