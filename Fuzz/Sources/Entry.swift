#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The parser that `FONS_FUZZ` names, chosen once.
private let target: FuzzTarget = {
  let name = getenv("FONS_FUZZ").map { String(cString: $0) } ?? ""
  guard let target = FuzzTarget.all[name] else {
    print("FONS_FUZZ must be one of:", FuzzTarget.all.keys.sorted().joined(separator: " "))
    exit(2)
  }
  return target
}()

/// What libFuzzer calls with every input.
@_cdecl("LLVMFuzzerTestOneInput")
public func testOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  target.run(Array(UnsafeBufferPointer(start: start, count: count)))
  return 0
}

/// Prints the names of all targets where asked to, before libFuzzer reads any arguments.
@_cdecl("LLVMFuzzerInitialize")
public func initialize(
  _ count: UnsafeMutablePointer<CInt>?,
  _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?>?
) -> CInt {
  if getenv("FONS_FUZZ_LIST") != nil {
    for name in FuzzTarget.all.keys.sorted() { print(name) }
    exit(0)
  }
  return 0
}
