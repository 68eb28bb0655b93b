// swift-tools-version: 6.2
import PackageDescription

let strict: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .treatAllWarnings(as: .error),
]

/// A stage of the way from document to report, with the stages before it that it may see.
func stage(_ name: String, after: [Target.Dependency] = []) -> Target {
  .target(name: name, dependencies: after, swiftSettings: strict)
}

func tests(_ name: String, of dependencies: [Target.Dependency]) -> Target {
  .testTarget(
    name: name, dependencies: dependencies + ["FonsTesting"], swiftSettings: strict)
}

func system(_ name: String, _ pkgConfig: String? = nil, apt: String, brew: String) -> Target {
  .systemLibrary(
    name: name, path: "Sources/System/\(name)", pkgConfig: pkgConfig,
    providers: [.apt([apt]), .brew([brew])])
}

let package = Package(
  name: "fons",
  platforms: [.macOS(.v15)],
  products: [
    .executable(name: "fons", targets: ["FonsCommand"]),
    .library(
      name: "Fons", targets: ["Fons", "FonsSource", "FonsLibrary", "FonsVerdict", "FonsReport"]),
  ],
  traits: [
    .trait(name: "ZIM", description: "Reads ZIM files, through libzim (GPL 2 or later)."),
    .default(enabledTraits: ["ZIM"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    // Without its traits, which would bring swift-configuration and all of Foundation.
    .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1", traits: []),
    .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
    .package(url: "https://github.com/apple/swift-nio-extras", from: "1.35.2"),
    .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
    .package(url: "https://github.com/apple/swift-http-types", from: "1.8.0"),
    .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
  ],
  targets: [
    system("CBzip2", apt: "libbz2-dev", brew: "bzip2"),
    system("CZlib", "zlib", apt: "zlib1g-dev", brew: "zlib"),
    system("CLzma", "liblzma", apt: "liblzma-dev", brew: "xz"),
    system("CZstd", "libzstd", apt: "libzstd-dev", brew: "zstd"),
    system("CXXHash", "libxxhash", apt: "libxxhash-dev", brew: "xxhash"),
    system("CXML", "libxml-2.0", apt: "libxml2-dev", brew: "libxml2"),
    system("CGumbo", "gumbo", apt: "libgumbo-dev", brew: "gumbo-parser"),
    system("CCrypto", "libcrypto", apt: "libssl-dev", brew: "openssl@3"),
    system("CArchive", "libarchive", apt: "libarchive-dev", brew: "libarchive"),
    system("CBrotli", "libbrotlidec", apt: "libbrotli-dev", brew: "brotli"),
    .target(name: "CTables"),
    // libzim's C++ behind C: `--disable-default-traits` builds without it.
    .target(
      name: "CZim",
      linkerSettings: [.linkedLibrary("zim"), .linkedLibrary("lzma"), .linkedLibrary("zstd")]),
    // libcurl's functions with variable arguments behind one without.
    .target(name: "CCurl", linkerSettings: [.linkedLibrary("curl")]),

    stage("FonsText", after: ["CTables", "CCrypto"]),
    stage("FonsFormat", after: ["FonsText", "CGumbo", "CArchive", "CBrotli", "CZlib"]),
    stage("FonsFetch", after: ["FonsText", "FonsFormat", "CTables", "CCurl"]),
    stage("FonsDocument", after: ["FonsText", "FonsFormat", "CTables"]),
    stage(
      "FonsSource",
      after: [
        "FonsText", "FonsFormat", "CZlib", "CLzma", "CXML", "CZstd",
        .target(name: "CZim", condition: .when(traits: ["ZIM"])),
      ]),
    stage(
      "FonsLibrary", after: ["FonsText", "FonsFormat", "FonsSource", "CTables", "CZstd", "CXXHash"]),
    stage("FonsAlignment", after: ["FonsText", "FonsFormat", "FonsDocument"]),
    stage(
      "FonsVerdict",
      after: [
        "CTables", "FonsText", "FonsFormat", "FonsDocument", "FonsSource", "FonsLibrary",
        "FonsAlignment",
      ]),
    stage("FonsEvidence", after: ["FonsText", "FonsFormat", "FonsFetch"]),
    .target(
      name: "FonsReport", dependencies: ["FonsText"], exclude: ["Schema"], swiftSettings: strict),
    stage(
      "Fons",
      after: [
        "FonsText", "FonsFormat", "FonsDocument", "FonsSource", "FonsLibrary", "FonsAlignment",
        "FonsVerdict", "FonsReport", "FonsFetch", "FonsEvidence",
      ]),
    // What the server hands out as it is: style, script, the API's description.
    .target(name: "CServed"),
    .target(name: "CAllocator"),
    .target(
      name: "FonsServer",
      dependencies: [
        "FonsText", "FonsFormat", "FonsFetch", "FonsDocument", "FonsLibrary", "FonsVerdict",
        "FonsReport", "Fons", "CServed", "CAllocator",
        // Without the framework on top, whose router, files and traces nothing here needs.
        .product(name: "HummingbirdCore", package: "hummingbird"),
        .product(name: "GRDB", package: "GRDB.swift"),
        .product(name: "Logging", package: "swift-log"),
        .product(name: "HTTPTypes", package: "swift-http-types"),
        .product(name: "NIOCore", package: "swift-nio"),
        .product(name: "NIOHTTP1", package: "swift-nio"),
        .product(name: "NIOPosix", package: "swift-nio"),
        .product(name: "NIOHTTPTypes", package: "swift-nio-extras"),
        .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
        .product(name: "UnixSignals", package: "swift-service-lifecycle"),
      ],
      swiftSettings: strict),
    .executableTarget(
      name: "FonsCommand",
      dependencies: [
        "FonsText", "FonsFormat", "FonsFetch", "FonsEvidence", "FonsDocument", "FonsSource",
        "FonsLibrary", "FonsVerdict", "FonsReport", "Fons", "FonsServer",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: strict),

    .executableTarget(
      name: "fons-bench",
      dependencies: ["Fons", "FonsLibrary", "FonsReport", "FonsSource", "FonsText", "CTables"],
      path: "Benchmarks/Speed"),
    .executableTarget(
      name: "fons-formats", dependencies: ["FonsSource", "FonsFormat", "FonsText"],
      path: "Benchmarks/formats",
      exclude: ["run.py", "peers.py", "footnotes.py", "pdfnotes.py", "wikitext.py"],
      swiftSettings: strict),
    .executableTarget(
      name: "fons-history",
      dependencies: ["Fons", "FonsLibrary", "FonsReport", "FonsSource"],
      path: "Benchmarks/history", exclude: ["independent.py"]),
    .executableTarget(
      name: "embedding-example",
      dependencies: ["Fons", "FonsSource", "FonsLibrary", "FonsReport"],
      path: "Examples/Embedding", exclude: ["expected.txt"], swiftSettings: strict),

    .target(name: "FonsTesting", path: "Tests/FonsTesting", swiftSettings: strict),
    tests("FonsTextTests", of: ["FonsText"]),
    tests("FonsFormatTests", of: ["FonsFormat", "FonsText"]),
    tests("FonsFetchTests", of: ["FonsFetch", "FonsFormat", "FonsText"]),
    tests("FonsDocumentTests", of: ["FonsDocument", "FonsFormat", "FonsText"]),
    tests(
      "FonsSourceTests",
      of: [
        "FonsSource", "FonsFormat", "FonsText", "CArchive", "CBzip2", "CLzma", "CZlib", "CZstd",
      ]),
    tests("FonsLibraryTests", of: ["FonsLibrary", "FonsSource", "FonsText"]),
    tests("FonsAlignmentTests", of: ["FonsAlignment", "FonsDocument", "FonsText"]),
    tests(
      "FonsVerdictTests",
      of: ["FonsVerdict", "FonsAlignment", "FonsDocument", "FonsLibrary", "FonsSource", "FonsText"]),
    tests("FonsEvidenceTests", of: ["FonsEvidence", "FonsFetch", "FonsFormat", "FonsText"]),
    tests("FonsReportTests", of: ["FonsReport", "FonsText"]),
    tests(
      "FonsServerTests",
      of: [
        "FonsServer", "Fons", "FonsDocument", "FonsFetch", "FonsLibrary", "FonsReport",
        "FonsSource",
        .product(name: "HummingbirdCore", package: "hummingbird"),
        .product(name: "HTTPTypes", package: "swift-http-types"),
        .product(name: "NIOCore", package: "swift-nio"),
      ]),
    tests("FonsCommandTests", of: ["FonsCommand", "FonsLibrary", "FonsReport", "FonsText"]),
    tests(
      "FonsTests",
      of: [
        "Fons", "FonsDocument", "FonsFormat", "FonsLibrary", "FonsReport", "FonsSource", "FonsText",
        "FonsVerdict", "FonsFetch",
      ]),
  ],
  swiftLanguageModes: [.v6],
  cxxLanguageStandard: .cxx17
)
