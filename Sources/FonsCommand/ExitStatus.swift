/// How a run ends. Thrown to end it.
enum ExitStatus: Int32, Error {
  case success = 0
  /// Some quotations do not pass.
  case failed = 1
  case usage = 2
  /// Something could not be read; outranks `failed`.
  case unreadable = 3

  func worse(than other: ExitStatus) -> ExitStatus { rawValue > other.rawValue ? self : other }
}
