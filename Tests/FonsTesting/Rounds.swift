import Foundation

/// How often a test tries something random: seldom in `make test`, often in `make soak`.
public enum Rounds {
  public static func count(_ short: Int, soak: Int) -> Int {
    ProcessInfo.processInfo.environment["FONS_SOAK"] == nil ? short : soak
  }
}
