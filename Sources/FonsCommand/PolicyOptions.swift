internal import ArgumentParser
internal import FonsVerdict

/// What passes, and whether the rules are told.
struct PolicyOptions: ParsableArguments {
  @Option(
    name: .long,
    help: ArgumentHelp(
      "What passes: \(PolicyOptions.names).",
      discussion:
        "Without it, the settings, then default; it changes the exit status and the mark of what passes, never the verdict.",
      valueName: "policy"))
  var policy: String?

  @Flag(name: .long, help: "Say which rule decided about each verdict and each difference.")
  var explain = false

  private static var names: String { Policy.all.map(\.name).joined(separator: ", ") }

  func validate() throws {
    if let policy, Policy.named(policy) == nil {
      throw ValidationError("There is no policy “\(policy)”: it is one of \(Self.names).")
    }
  }

  func chosen() throws -> Policy {
    guard let name = try policy ?? Settings.read().policy else { return .standard }
    guard let policy = Policy.named(name) else {
      throw ValidationError("The settings name an unknown policy: \(name)")
    }
    return policy
  }
}
