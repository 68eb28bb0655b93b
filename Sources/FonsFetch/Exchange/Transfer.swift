internal import CCurl
internal import Synchronization

/// Makes one exchange through libcurl, in bounded bytes and time.
struct Transfer {
  let options: FetchOptions
  let address: PageAddress
  /// Lines of the header beside those that are always sent.
  var headers: [String] = []
  var post: [UInt8]?
  /// When everything has to be done.
  var deadline: ContinuousClock.Instant?
  /// A bound of its own for the body, for what is known to be small.
  var mostBytes: Int?
  /// Asked about once a second; false to stop.
  var proceed: @Sendable () -> Bool = { true }

  /// What the callbacks fill. It lives on the stack of the one thread that libcurl calls back on.
  private struct Taking {
    var sent: [UInt8] = []
    var head: [UInt8] = []
    var headLines = 0
    var body: [UInt8] = []
    var server: NetworkAddress?
    var failure: FetchFailure?
    var isDone = false
    let transfer: Transfer
  }

  /// - Throws: `FetchFailure` where no whole answer came. One with a status of failure is an answer.
  func run() throws(FetchFailure) -> Exchange {
    if let refusal = options.policy.refusal(of: address) { throw refusal }
    let time = HTTPDate.now
    let budget = try budget()
    var taking = Taking(transfer: self)
    var message = [CChar](repeating: 0, count: 256)
    let outcome = withUnsafeMutablePointer(to: &taking) {
      perform(UnsafeMutableRawPointer($0), budget, &message)
    }
    let said = String(
      decoding: message.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    if let failure = taking.failure { throw failure }
    guard outcome == FONS_CURL_DONE else { throw failure(outcome, said, taking.body.count) }
    return Exchange(
      address: address, time: time, server: taking.server?.description,
      request: taking.sent + (post ?? []), head: taking.head, rawBody: taking.body)
  }

  private func budget() throws(FetchFailure) -> Double {
    guard let deadline else { return options.pageSeconds }
    let left = (deadline - .now) / .seconds(1)
    guard left > 0 else { throw Self.late(address) }
    return min(left, options.pageSeconds)
  }

  static func late(_ address: PageAddress) -> FetchFailure {
    FetchFailure(.late, "\(address) was not fetched: the time for fetching was over.")
  }

  static func givenUp(_ address: PageAddress) -> FetchFailure {
    FetchFailure(.late, "\(address) was not fetched: that was given up.")
  }

  private func perform(
    _ context: UnsafeMutableRawPointer, _ seconds: Double, _ message: inout [CChar]
  ) -> fons_curl_outcome {
    let lines =
      [
        "User-Agent: \(options.userAgent)", "Accept-Encoding: gzip, deflate, br, zstd",
        "Accept: text/html,application/xhtml+xml,application/pdf,text/*;q=0.9,*/*;q=0.5",
        "Expect:", "Connection: close",
      ] + headers
    let key = "\(address.host):\(address.port)"
    let resolved = options.resolved[key].map { ["\(key):\($0.joined(separator: ","))"] } ?? []
    return Self.withStrings(lines) { lines in
      Self.withStrings(resolved) { resolved in
        var sinks = Self.sinks(context)
        var request = fons_curl_request()
        request.headers = lines
        request.resolve = options.resolved[key] == nil ? nil : resolved
        request.connect_milliseconds = Int(options.connectSeconds * 1_000)
        request.total_milliseconds = max(1, Int(seconds * 1_000))
        request.slowest_bytes = options.slowestBytes
        request.slowest_seconds = options.slowestSeconds
        return address.description.withCString { url in
          (options.certificates ?? "").withCString { certificates in
            (post ?? []).withUnsafeBytes { post in
              request.url = url
              request.certificates = options.certificates == nil ? nil : certificates
              request.post = self.post == nil ? nil : post.baseAddress ?? UnsafeRawPointer(url)
              request.post_size = post.count
              return fons_curl_perform(&request, &sinks, &message, message.count)
            }
          }
        }
      }
    }
  }

  /// The strings as C takes them, with NULL at the end.
  private static func withStrings<Result>(
    _ strings: [String], _ body: (UnsafePointer<UnsafePointer<CChar>?>?) -> Result
  ) -> Result {
    let copies = strings.map { text in
      let copy = UnsafeMutablePointer<CChar>.allocate(capacity: text.utf8.count + 1)
      for (index, unit) in text.utf8CString.enumerated() { copy[index] = unit }
      return copy
    }
    defer { for copy in copies { copy.deallocate() } }
    let pointers: [UnsafePointer<CChar>?] = copies.map { UnsafePointer($0) } + [nil]
    return pointers.withUnsafeBufferPointer { body($0.baseAddress) }
  }

  // MARK: What comes

  private static func sinks(_ context: UnsafeMutableRawPointer) -> fons_curl_sinks {
    fons_curl_sinks(
      context: context,
      sent: { context, bytes, count in
        Self.taking(context) { $0.sent += Self.bytes(bytes, count) }
        return 1
      },
      header: { context, bytes, count in
        Self.taking(context) { Self.takeHeader(&$0, Self.bytes(bytes, count)) } ? 1 : 0
      },
      body: { context, bytes, count in
        Self.taking(context) { Self.takeBody(&$0, Self.bytes(bytes, count)) } ? 1 : 0
      },
      address: { context, bytes, count in
        guard let number = NetworkAddress(Array(UnsafeBufferPointer(start: bytes, count: count)))
        else { return 0 }
        return Self.taking(context) { taking in
          let transfer = taking.transfer
          if let refusal = transfer.options.policy.refusal(of: transfer.address, at: number) {
            taking.failure = refusal
            return 0
          }
          taking.failure = nil
          taking.server = number
          return 1
        }
      },
      proceed: { context in
        Self.taking(context) { taking in
          if taking.transfer.proceed() { return 1 }
          taking.failure = Transfer.givenUp(taking.transfer.address)
          return 0
        }
      })
  }

  private static func taking<Result>(
    _ context: UnsafeMutableRawPointer?, _ body: (inout Taking) -> Result
  ) -> Result {
    guard let context else { preconditionFailure("libcurl hands back what it was given") }
    return body(&context.assumingMemoryBound(to: Taking.self).pointee)
  }

  private static func bytes(_ start: UnsafePointer<CChar>?, _ count: Int) -> UnsafeRawBufferPointer
  {
    UnsafeRawBufferPointer(start: start, count: count)
  }

  private static func takeHeader(_ taking: inout Taking, _ line: UnsafeRawBufferPointer) -> Bool {
    // The header of an interim answer (100, 103) gives way to the next one.
    if line.starts(with: "HTTP/".utf8), taking.isDone {
      taking.head = []
      taking.headLines = 0
    }
    // What follows the body, after its last chunk, is no header of it.
    guard taking.body.isEmpty else { return true }
    taking.isDone = line.count <= 2
    taking.head += line
    taking.headLines += 1
    let options = taking.transfer.options
    guard taking.head.count <= options.mostHeaderBytes,
      taking.headLines <= options.mostHeaderLines
    else {
      taking.failure = FetchFailure(
        .tooLarge,
        "\(taking.transfer.address) answers with a header of more than "
          + "\(options.mostHeaderBytes >> 10) kB or \(options.mostHeaderLines) lines.")
      return false
    }
    return true
  }

  private static func takeBody(_ taking: inout Taking, _ bytes: UnsafeRawBufferPointer) -> Bool {
    taking.body += bytes
    let most = taking.transfer.mostBytes ?? taking.transfer.options.mostBytes
    guard taking.body.count <= most else {
      taking.failure = FetchFailure(
        .tooLarge, "\(taking.transfer.address) has more than \(Self.size(most)) and was left out.")
      return false
    }
    return true
  }

  static func size(_ bytes: Int) -> String {
    bytes >= 1 << 20 ? "\(bytes >> 20) MB" : "\(bytes >> 10) kB"
  }

  // MARK: What goes wrong

  private func failure(
    _ outcome: fons_curl_outcome, _ said: String, _ count: Int
  ) -> FetchFailure {
    let site = address.site
    if said.contains("chunk") || said.contains("Rejected") || said.contains("header line") {
      return FetchFailure(.malformed, "\(address) answers in a way that is no HTTP (\(said)).")
    }
    switch outcome {
    case FONS_CURL_NO_ADDRESS:
      return FetchFailure(.noAddress, "No address is known for \(address.host).")
    case FONS_CURL_NO_CONNECTION:
      return FetchFailure(.noConnection, "\(site) could not be connected to.")
    case FONS_CURL_NOT_SECURE:
      return FetchFailure(.notSecure, "\(site) cannot be trusted to be what it says (\(said)).")
    case FONS_CURL_TIMEOUT:
      let isConnected = !said.contains("onnect") && !said.contains("Resolving")
      return FetchFailure(
        isConnected ? .timeout : .noConnection,
        isConnected
          ? "\(address) took too long to answer."
          : "\(site) did not answer within \(Int(options.connectSeconds)) seconds.")
    case FONS_CURL_CUT:
      return FetchFailure(
        .cut, "The connection to \(site) ended in the middle of \(address), after \(count) bytes.")
    case FONS_CURL_MALFORMED:
      return FetchFailure(.malformed, "\(address) answers in a way that is no HTTP (\(said)).")
    default:
      return FetchFailure(.other, "\(address) could not be fetched (\(said)).")
    }
  }
}
