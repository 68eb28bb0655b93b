internal import ArgumentParser
internal import Fons
internal import FonsFetch
internal import Foundation
internal import Synchronization

/// What may be fetched, from where, and what is kept of it.
struct WebArguments: ParsableArguments {
  @Flag(name: .long, help: "Send nothing over the network; FONS_OFFLINE=1 does the same.")
  var offline = false

  @Flag(name: .long, help: "Read cited pages anew even where a library holds them.")
  var fresh = false

  @OptionGroup var hosts: HostArguments

  @Option(
    name: .long,
    help: ArgumentHelp(
      "A wiki to search for quotations that cite nothing; may be repeated.",
      discussion: "Wikis that the document cites are searched first; words are sent to them.",
      valueName: "address"))
  var wiki: [String] = []

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Web archive to ask for pages that are gone, or none.",
      discussion: "Without it, the settings, then \(WebArchiveClient.standard).",
      valueName: "address"))
  var archive: String?

  @OptionGroup var evidence: EvidenceArguments

  @Option(
    name: .long,
    help: ArgumentHelp("Seconds for all that is fetched for one document.", valueName: "seconds"))
  var fetchTime: Double = 120

  func validate() throws {
    guard (1...86_400).contains(fetchTime) else {
      throw ValidationError("--fetch-time must be between 1 and 86400 seconds.")
    }
  }

  /// Whether nothing may be sent: by the command line, the environment, or the settings.
  func isOffline() throws -> Bool {
    let variable = ProcessInfo.processInfo.environment["FONS_OFFLINE"] ?? ""
    return try offline || !["", "0"].contains(variable) || Settings.read().offline ?? false
  }

  func options() throws -> WebOptions {
    let settings = try Settings.read()
    var options = WebOptions()
    options.fetch = try hosts.fetchOptions()
    options.fetch.totalSeconds = fetchTime
    options.isFresh = fresh
    options.wikis = wiki.isEmpty ? settings.wiki ?? [] : wiki
    let archive = archive ?? settings.archive ?? WebArchiveClient.standard
    options.archive = archive == "none" ? nil : archive
    options.evidence = try evidence.folder()
    options.say = { Console.sayError("\($0)") }
    let progress = FetchProgress()
    options.progress = { progress.show($0) }
    return options
  }
}

/// Which hosts of one's own network may be asked.
struct HostArguments: ParsableArguments {
  @Option(
    name: .long,
    help: ArgumentHelp(
      "A host of your own network that may be fetched from; may be repeated.",
      discussion:
        "Without it, no document can make Fons connect to this computer, to private networks or to the metadata of clouds.",
      valueName: "host[:port]"))
  var allowHost: [String] = []

  func validate() throws {
    for host in allowHost where AddressPolicy.Allowed(host) == nil {
      throw ValidationError("--allow-host takes HOST or HOST:PORT, not “\(host)”.")
    }
  }

  func fetchOptions() throws -> FetchOptions {
    var options = FetchOptions()
    options.policy = AddressPolicy(allowed: allowHost.compactMap(AddressPolicy.Allowed.init))
    options.userAgent = FetchOptions.userAgent(contact: try Settings.read().contact)
    options.cache = Settings.cacheFolder + "/pages"
    // The variable that OpenSSL, curl and others obey; libcurl itself does not.
    let file = ProcessInfo.processInfo.environment["SSL_CERT_FILE"] ?? ""
    options.certificates = file.isEmpty ? nil : file
    return options
  }
}

/// Where copies of what was read are kept.
struct EvidenceArguments: ParsableArguments {
  @Option(
    name: .long,
    help: ArgumentHelp(
      "Folder in which copies of fetched pages are kept, or none.",
      discussion: "Without it, the settings, then fons-evidence under the user's XDG data folder.",
      valueName: "dir"))
  var evidence: String?

  /// nil where nothing is to be kept.
  func folder() throws -> String? {
    let folder = try evidence ?? Settings.read().evidence ?? Settings.defaultEvidence
    return folder == "none" ? nil : folder
  }
}

/// A line on standard error that tells how many pages have come.
private final class FetchProgress: Sendable {
  private let last = Mutex<ContinuousClock.Instant?>(nil)

  func show(_ progress: FetchQueue.Progress) {
    guard Console.errorIsTerminal else { return }
    let isEnd = progress.done == progress.total
    let isDue = last.withLock { last in
      let now = ContinuousClock.now
      if !isEnd, let last, now - last < .milliseconds(200) { return false }
      last = now
      return true
    }
    guard isDue else { return }
    let line = isEnd ? "" : "fetched \(progress.done) of \(progress.total) pages"
    FileHandle.standardError.write(Data("\r\u{1B}[K\(line)".utf8))
  }
}
