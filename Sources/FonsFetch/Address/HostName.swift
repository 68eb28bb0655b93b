internal import Foundation

/// Names of hosts as the network knows them.
enum HostName {
  /// The name in ASCII: letters of other scripts as `xn--…` (RFC 3492, 5891), and forms that look like
  /// ASCII as what they look like, so that `１２７.０.０.１` is the number that it is taken for.
  ///
  /// - Returns: nil where there can be no such name.
  static func ascii(_ name: String) -> String? {
    guard !name.utf8.allSatisfy({ $0 < 0x80 }) else { return name }
    guard name.utf8.count <= 1_024 else { return nil }
    // Soft hyphens and joiners are not seen, and mean nothing.
    let visible = name.unicodeScalars.filter {
      !$0.properties.isDefaultIgnorableCodePoint && !$0.properties.isVariationSelector
    }
    let mapped = String(String.UnicodeScalarView(visible)).precomposedStringWithCompatibilityMapping
      .lowercased().precomposedStringWithCompatibilityMapping
      .replacing("\u{3002}", with: ".")
    var labels: [String] = []
    for label in mapped.split(separator: ".", omittingEmptySubsequences: false) {
      guard !label.utf8.allSatisfy({ $0 < 0x80 }) else {
        labels.append(String(label))
        continue
      }
      guard let encoded = punycode(Array(label.unicodeScalars)), encoded.utf8.count <= 59 else {
        return nil
      }
      labels.append("xn--" + encoded)
    }
    return labels.joined(separator: ".")
  }

  // MARK: Punycode, RFC 3492

  private static let (base, low, high, skew, damp) = (36, 1, 26, 38, 700)

  static func punycode(_ scalars: [Unicode.Scalar]) -> String? {
    guard scalars.count <= 63 else { return nil }
    var output = scalars.filter { $0.value < 0x80 }.map { UInt8($0.value) }
    let basic = output.count
    if basic > 0 { output.append(UInt8(ascii: "-")) }
    var (next, delta, bias, handled) = (0x80, 0, 72, basic)
    while handled < scalars.count {
      guard let lowest = scalars.lazy.map({ Int($0.value) }).filter({ $0 >= next }).min() else {
        return nil
      }
      delta += (lowest - next) * (handled + 1)
      next = lowest
      for scalar in scalars {
        if Int(scalar.value) < next { delta += 1 }
        guard Int(scalar.value) == next else { continue }
        append(delta, bias, to: &output)
        bias = adapted(delta, handled + 1, isFirst: handled == basic)
        delta = 0
        handled += 1
      }
      delta += 1
      next += 1
    }
    return String(decoding: output, as: UTF8.self)
  }

  /// A number in digits whose worth depends on the ones before.
  private static func append(_ number: Int, _ bias: Int, to output: inout [UInt8]) {
    var rest = number
    var place = base
    while true {
      let threshold = min(max(place - bias, low), high)
      guard rest >= threshold else { break }
      output.append(digit(threshold + (rest - threshold) % (base - threshold)))
      rest = (rest - threshold) / (base - threshold)
      place += base
    }
    output.append(digit(rest))
  }

  private static func digit(_ value: Int) -> UInt8 {
    UInt8(value < 26 ? value + 0x61 : value - 26 + 0x30)
  }

  private static func adapted(_ delta: Int, _ count: Int, isFirst: Bool) -> Int {
    var delta = isFirst ? delta / damp : delta / 2
    delta += delta / count
    var bias = 0
    while delta > (base - low) * high / 2 {
      delta /= base - low
      bias += base
    }
    return bias + (base - low + 1) * delta / (delta + skew)
  }
}
