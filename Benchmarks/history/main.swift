// Histories: whether they are right, and what they cost. `Benchmarks/README.md` has the figures.
//
//   fons-history verify LIBRARY DUMP          every revision against the dump
//   fons-history truth LIBRARY TRUTH          lifetimes of sentences against a search of everything
//   fons-history quotes LIBRARY TRUTH SHARE   the same through the checker, words damaged
//   fons-history ceiling LIBRARY TRUTH SHARE  the same words against all wordings: what can be reached
//   fons-history sides LIBRARY TRUTH          beside a bisection and a linear scan
//   fons-history add LIBRARY DUMP             a library, and what it cost
//   fons-history lookups LIBRARY              what a look-up costs
//   fons-history generate TEXT REVISIONS SEED a made history as an export

import Foundation

let arguments = Array(CommandLine.arguments.dropFirst())

func argument(_ index: Int) -> String {
  guard index < arguments.count else {
    print("usage: fons-history verify|truth|quotes|ceiling|…, see the first lines of main.swift")
    exit(2)
  }
  return arguments[index]
}

switch argument(0) {
case "verify": try Verification(library: argument(1)).run(dump: argument(2))
case "truth": try TruthRun(library: argument(1), truth: argument(2)).exact()
case "quotes":
  try QuoteRun(library: argument(1), truth: argument(2)).run(share: Double(argument(3)) ?? 0)
case "ceiling":
  try Ceiling(library: argument(1), truth: argument(2)).run(share: Double(argument(3)) ?? 0)
case "sides": try SideBySide(library: argument(1), truth: argument(2)).run()
case "add": try AddRun(library: argument(1)).run(dump: argument(2))
case "lookups": try LookupRun(library: argument(1)).run()
case "generate":
  try HistoryMaker(text: argument(1), seed: UInt64(argument(3)) ?? 1).write(
    revisions: Int(argument(2)) ?? 1000)
default: _ = argument(.max)
}
