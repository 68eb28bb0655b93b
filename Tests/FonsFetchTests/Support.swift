import FonsTesting
import Foundation

@testable import FonsFetch

extension FetchOptions {
  /// Quick, and allowed to ask the server.
  static func testing(_ server: RawServer? = nil) -> FetchOptions {
    var options = FetchOptions()
    options.hostDelay = 0
    options.connectSeconds = 3
    options.pageSeconds = 5
    if let server {
      options.policy = AddressPolicy(
        allowed: [AddressPolicy.Allowed(server.site)].compactMap { $0 })
    }
    return options
  }
}

/// Why fetching failed; nil where it did not.
func failure(
  _ address: String, _ options: FetchOptions = .testing()
) -> FetchFailure.Kind? {
  do throws(FetchFailure) {
    _ = try Fetcher(options).fetch(address)
    return nil
  } catch {
    return error.kind
  }
}
