// swift-tools-version: 6.2
import PackageDescription

// One program for all fuzzers; `Fuzz/run` builds and runs it. A package of its own, so that nobody
// who builds Fons pays for it.
let package = Package(
  name: "fuzz",
  platforms: [.macOS(.v15)],
  dependencies: [.package(name: "fons", path: "..")],
  targets: [
    .executableTarget(
      name: "fuzz",
      dependencies: [.product(name: "Fons", package: "fons")],
      path: "Sources",
      // libFuzzer brings its own `main`.
      swiftSettings: [.unsafeFlags(["-parse-as-library"])])
  ],
  swiftLanguageModes: [.v6]
)
