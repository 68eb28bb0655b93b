// Histories: whether they are right, and what they cost. `Benchmarks/README.md` has the figures.
//
//   fons-history verify LIBRARY DUMP          every revision against the dump
//   fons-history truth LIBRARY TRUTH          lifetimes of sentences against a search of everything
//   fons-history quotes LIBRARY TRUTH SHARE   the same through the checker, words damaged
//   fons-history sides LIBRARY TRUTH          beside a bisection and a linear scan
//   fons-history generate TEXT REVISIONS SEED a made history as an export

import Foundation

let arguments = Array(CommandLine.arguments.dropFirst())

func argument(_ index: Int) -> String {
  guard index < arguments.count else {
    print("usage: fons-history verify|truth|quotes|sides|generate …, see its first lines")
    exit(2)
  }
  return arguments[index]
}

switch argument(0) {
case "verify": try Verification(library: argument(1)).run(dump: argument(2))
case "truth": try TruthRun(library: argument(1), truth: argument(2)).exact()
case "quotes":
  try QuoteRun(library: argument(1), truth: argument(2)).run(share: Double(argument(3)) ?? 0)
case "sides": try SideBySide(library: argument(1), truth: argument(2)).run()
case "generate":
  try HistoryMaker(text: argument(1), seed: UInt64(argument(3)) ?? 1).write(
    revisions: Int(argument(2)) ?? 1000)
default: _ = argument(.max)
}
