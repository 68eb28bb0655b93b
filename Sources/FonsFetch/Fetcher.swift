internal import FonsFormat
internal import Foundation

/// Fetches pages: politely, in bounds, and from nowhere that a document has no business to name.
///
/// A fetcher may be used from many threads; they share its manners. Each exchange, those of redirects
/// and failures too, is handed to `record` as it went over the wire.
public final class Fetcher: Sendable {
  public let options: FetchOptions
  private let schedule: HostSchedule
  private let cache: PageCache?
  private let record: @Sendable (Exchange, _ notModified: Exchange?) -> Void
  private let isStopped: @Sendable () -> Bool

  /// - Parameters:
  ///   - turns: shared with other fetchers; nil for turns of its own.
  ///   - record: takes each exchange; for a page that the cache holds and that the server says has not
  ///     changed, that of the cache, then the server's answer.
  public init(
    _ options: FetchOptions = FetchOptions(), turns: HostTurns? = nil,
    record: @escaping @Sendable (Exchange, _ notModified: Exchange?) -> Void = { _, _ in }
  ) {
    self.options = options
    self.record = record
    isStopped = { false }
    schedule = HostSchedule(turns ?? HostTurns(options))
    cache = options.cache.map { PageCache(folder: $0, mostBytes: options.cacheBytes) }
  }

  /// Fetches an address and follows its redirects, each looked at as the first was.
  ///
  /// - Parameters:
  ///   - headers: lines beside the usual ones.
  ///   - deadline: when to give up.
  /// - Throws: `FetchFailure` where there is no such page, it cannot be had, or is out of bounds.
  public func fetch(
    _ text: String, headers: [String] = [], deadline: ContinuousClock.Instant? = nil
  ) throws(FetchFailure) -> Fetched {
    let requested = try PageAddress(text)
    var address = requested
    var exchanges: [Exchange] = []
    var seen = Set<PageAddress>()
    while true {
      guard seen.insert(address).inserted, exchanges.count <= options.mostRedirects else {
        let how = seen.contains(address) && exchanges.count <= options.mostRedirects
        throw FetchFailure(
          .redirects,
          how
            ? "\(requested) leads back to itself."
            : "\(requested) leads on more than \(options.mostRedirects) times.")
      }
      let exchange = try exchange(address, headers: headers, deadline: deadline)
      exchanges.append(exchange)
      let answer = exchange.answer
      if let target = Self.target(answer) {
        do { address = try address.resolved(target) } catch {
          throw FetchFailure(error.kind, "\(requested) leads elsewhere: \(error.message)")
        }
        continue
      }
      if let failure = AnswerStatus.failure(answer, at: address) { throw failure }
      let content = try content(of: answer, at: address)
      if let target = MetaRefresh.target(in: content, type: answer.fields["content-type"]),
        let next = try? address.resolved(target), !seen.contains(next)
      {
        address = next
        continue
      }
      return Fetched(
        requested: requested, exchanges: exchanges, answer: answer, content: content)
    }
  }

  /// Sends bytes to an address that the user named; no redirect is followed.
  public func post(
    _ text: String, _ bytes: [UInt8], type: String, deadline: ContinuousClock.Instant? = nil
  ) throws(FetchFailure) -> Fetched {
    let address = try PageAddress(text)
    let exchange = try exchange(
      address, headers: ["Content-Type: \(type)"], post: bytes, deadline: deadline)
    let answer = exchange.answer
    if let failure = AnswerStatus.failure(answer, at: address) { throw failure }
    return Fetched(
      requested: address, exchanges: [exchange], answer: answer,
      content: try content(of: answer, at: address))
  }

  /// A fetcher with the same manners that hands each exchange to another taker too.
  public func recording(_ also: @escaping @Sendable (Exchange) -> Void) -> Fetcher {
    let record = record
    return Fetcher(like: self, isStopped: isStopped) { exchange, notModified in
      record(exchange, notModified)
      also(exchange)
    }
  }

  /// A fetcher with the same manners that gives up what it waits for, and asks nobody any more, as soon
  /// as it is told to.
  ///
  /// - Parameter isStopped: asked about once a second.
  public func stopping(when isStopped: @escaping @Sendable () -> Bool) -> Fetcher {
    Fetcher(like: self, isStopped: isStopped, record: record)
  }

  private init(
    like other: Fetcher, isStopped: @escaping @Sendable () -> Bool,
    record: @escaping @Sendable (Exchange, _ notModified: Exchange?) -> Void
  ) {
    options = other.options
    schedule = other.schedule
    cache = other.cache
    self.isStopped = isStopped
    self.record = record
  }

  private func content(
    of answer: HTTPAnswer, at address: PageAddress
  ) throws(FetchFailure) -> [UInt8] {
    do {
      return try answer.content(
        limit: options.mostBytes, expansion: options.mostExpansion, .whole)
    } catch {
      throw FetchFailure(
        error.kind == .tooLarge ? .tooLarge : .malformed, "\(address) \(error.message).")
    }
  }

  private static func target(_ answer: HTTPAnswer) -> String? {
    switch answer.status {
    case 301, 302, 303, 307, 308: answer.fields["location"]
    default: nil
    }
  }

  // MARK: One exchange

  /// Asks, waits where the server wishes it, and asks again, a few times.
  private func exchange(
    _ address: PageAddress, headers: [String], post: [UInt8]? = nil,
    deadline: ContinuousClock.Instant?
  ) throws(FetchFailure) -> Exchange {
    let held = post == nil && headers.isEmpty ? cache?.exchange(of: address) : nil
    let conditions = held.map { Self.conditions($0.answer) } ?? []
    var transfer = Transfer(options: options, address: address, headers: headers + conditions)
    transfer.post = post
    transfer.deadline = deadline
    transfer.proceed = { [isStopped] in !isStopped() }
    var tries = 0
    while true {
      tries += 1
      do throws(FetchFailure) {
        let exchange = try polite(transfer)
        let answer = exchange.answer
        if let wait = Self.wait(answer), tries <= options.mostRetries, wait <= options.longestWait {
          record(exchange, nil)
          schedule.pause(address, seconds: wait)
          continue
        }
        if answer.status == 304, var held {
          held.isFromCache = true
          held.confirmed = exchange.time
          record(held, exchange)
          return held
        }
        record(exchange, nil)
        if headers.isEmpty, post == nil { cache?.keep(exchange) }
        return exchange
      } catch {
        guard error.kind == .cut, tries == 1 else { throw error }
      }
    }
  }

  private func polite(_ transfer: Transfer) throws(FetchFailure) -> Exchange {
    // What is refused is refused at once, and says nothing of the host.
    if let refusal = options.policy.refusal(of: transfer.address) { throw refusal }
    try schedule.enter(transfer.address, transfer.deadline, isStopped: isStopped)
    do throws(FetchFailure) {
      let exchange = try transfer.run()
      schedule.leave(transfer.address)
      return exchange
    } catch {
      schedule.leave(transfer.address, failure: error)
      throw error
    }
  }

  /// Seconds after which the server wants to be asked again; nil where it has answered.
  private static func wait(_ answer: HTTPAnswer) -> Int? {
    let apiError = answer.fields["mediawiki-api-error"] ?? ""
    let isBusy =
      answer.status == 429 || answer.status == 503
      || ["maxlag", "ratelimited", "readonly"].contains(apiError)
    guard isBusy else { return nil }
    return HTTPDate.wait(answer.fields["retry-after"])
  }

  private static func conditions(_ answer: HTTPAnswer) -> [String] {
    if let tag = answer.fields["etag"] { return ["If-None-Match: \(tag)"] }
    if let time = answer.fields["last-modified"] { return ["If-Modified-Since: \(time)"] }
    return []
  }
}
