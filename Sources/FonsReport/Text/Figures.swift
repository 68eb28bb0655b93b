/// Numbers as people read them.
enum Figures {
  /// 0.989 as "98.9 %"; only what is whole is called 100 %.
  static func percent(_ share: Double) -> String {
    guard share.isFinite else { return "an unknown share" }
    let tenths = Int((min(max(share, 0), 1) * 1000).rounded(share < 1 ? .down : .toNearestOrEven))
    return tenths % 10 == 0 ? "\(tenths / 10) %" : "\(tenths / 10).\(tenths % 10) %"
  }

  static func rounded(_ value: Double) -> String {
    Int(exactly: value.rounded()).map(grouped) ?? "unknown"
  }

  /// 0.00031 as "0.0003", anything below a ten-thousandth as that.
  static func small(_ value: Double) -> String {
    guard value.isFinite, value >= 0 else { return "unknown" }
    if value < 0.0001 { return "fewer than 0.0001" }
    if value >= 10 { return rounded(value) }
    var scale = 10.0
    while value * scale < 1 { scale *= 10 }
    return "\((value * scale).rounded() / scale)"
  }
}
