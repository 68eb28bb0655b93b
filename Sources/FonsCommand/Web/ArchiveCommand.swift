internal import ArgumentParser
internal import Fons
internal import FonsEvidence
internal import FonsFetch
internal import FonsSource
internal import Foundation

/// `fons archive`: keep copies of pages.
struct ArchiveCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "archive",
    abstract: "Keep copies of pages as evidence.",
    discussion: """
      Each answer is kept as it came, in a file of web archive (WARC 1.1) that you alone can read.

      A copy shows what was received and when, not that the site vouches for it.

      EXAMPLES:
        fons archive https://example.org/page
        fons archive --wacz pages.wacz https://example.org/one https://example.org/two
      """)

  @Argument(help: ArgumentHelp("Addresses of pages.", valueName: "address"))
  var addresses: [String]

  @OptionGroup var hosts: HostArguments
  @OptionGroup var evidence: EvidenceArguments

  @Option(
    name: .long,
    help: ArgumentHelp("Pack the copies as WACZ, with index and list of pages.", valueName: "file"))
  var wacz: String?

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Server that stamps the time on the file (RFC 3161).",
      discussion:
        "It is sent the file's SHA-256 alone, and its reply is kept beside the file, as .tsr.",
      valueName: "address"))
  var timestamp: String?

  @Option(
    name: .long,
    help: ArgumentHelp("Seconds for all that is fetched.", valueName: "seconds"))
  var fetchTime: Double = 120

  func validate() throws {
    guard !addresses.isEmpty else { throw ValidationError("Name an address to keep a copy of.") }
  }

  func run() throws {
    guard let folder = try evidence.folder() else {
      throw ValidationError("--evidence none would keep nothing.")
    }
    var options = try hosts.fetchOptions()
    // A copy is what the server sends now.
    options.cache = nil
    let store = EvidenceStore(folder: folder, software: "fons \(Checker.version)")
    let fetcher = Fetcher(options) { store.keep($0, notModified: $1) }
    let outcomes = FetchQueue(options).run(
      addresses, deadline: .now + .seconds(fetchTime)
    ) { address, deadline -> Result<Fetched, FetchFailure> in
      Result { () throws(FetchFailure) in try fetcher.fetch(address, deadline: deadline) }
    }
    var status = ExitStatus.success
    var pages: [(url: String, title: String?)] = []
    for (address, outcome) in zip(addresses, outcomes) {
      switch outcome {
      case .success(let page):
        guard let last = page.exchanges.last, let copy = store.copy(of: last) else { continue }
        pages.append((copy.url, Self.title(page)))
        try Console.line("\(copy.url)  \(copy.time)  sha256:\(copy.sha256)  \(copy.file)")
      case .failure(let failure):
        store.keep(failure: failure, of: address, time: Date().formatted(.iso8601))
        Console.sayError("\(failure)")
        status = .unreadable
      }
    }
    if let failure = store.failure { throw InputError("No copy was kept: \(failure)") }
    if let wacz, !pages.isEmpty { try WACZWriter.write(store, pages: pages, to: wacz) }
    if let timestamp, !store.kept.isEmpty { try stamp(store, at: timestamp, fetcher) }
    throw status
  }

  private static func title(_ page: Fetched) -> String? {
    let works = try? WebPageReader().works(
      page.content, type: page.type, url: page.address.description, time: page.time)
    return works?.first?.title
  }

  private func stamp(_ store: EvidenceStore, at server: String, _ fetcher: Fetcher) throws {
    // What the fetcher keeps of the exchange itself would change the file that is stamped.
    let quiet = Fetcher(fetcher.options)
    let bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: store.path)))
    let reply = try TimestampClient.stamp(bytes, at: server, by: quiet)
    try PrivateFile.write(reply, to: store.path + ".tsr")
    try Console.line("\(server)  \(store.path).tsr")
  }
}
