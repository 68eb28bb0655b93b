internal import FonsFormat

/// What a status of failure means for whoever wanted to read the page.
enum AnswerStatus {
  static func failure(_ answer: HTTPAnswer, at address: PageAddress) -> FetchFailure? {
    let status = answer.status
    switch status {
    case 200...299: return nil
    case 404, 410:
      return FetchFailure(
        .dead, "\(address) is gone: the server answers that there is no such page (\(status)).")
    case 401, 407:
      return FetchFailure(.login, "\(address) needs a login (\(status)), which Fons never sends.")
    case 402:
      return FetchFailure(.login, "\(address) has to be paid for (402).")
    case 403, 451:
      return FetchFailure(
        .blocked, "\(address) is blocked: the server refuses to show it (\(status)).")
    case 429, 503:
      let wait = HTTPDate.wait(answer.fields["retry-after"])
      return FetchFailure(
        .busy, "\(address) was not shown: the server has too much to do (\(status)).",
        retryAfter: wait)
    case 500...599:
      return FetchFailure(.serverError, "\(address) was not shown: the server fails (\(status)).")
    case 300...399:
      return FetchFailure(
        .redirects, "\(address) leads elsewhere without saying where (\(status)).")
    default:
      return FetchFailure(.other, "\(address) was not shown: the server answers \(status).")
    }
  }
}
