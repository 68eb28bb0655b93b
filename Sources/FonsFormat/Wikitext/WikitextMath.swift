/// Formulas, as far as they are a line of text; the rest prints nothing.
enum WikitextMath {
  private static let symbols: [String: String] = [
    "alpha": "α", "beta": "β", "gamma": "γ", "delta": "δ", "epsilon": "ε", "varepsilon": "ε",
    "zeta": "ζ", "eta": "η", "theta": "θ", "iota": "ι", "kappa": "κ", "lambda": "λ", "mu": "μ",
    "nu": "ν", "xi": "ξ", "pi": "π", "rho": "ρ", "sigma": "σ", "tau": "τ", "phi": "φ",
    "varphi": "φ", "chi": "χ", "psi": "ψ", "omega": "ω", "Gamma": "Γ", "Delta": "Δ",
    "Theta": "Θ", "Lambda": "Λ", "Xi": "Ξ", "Pi": "Π", "Sigma": "Σ", "Phi": "Φ", "Psi": "Ψ",
    "Omega": "Ω", "times": "×", "cdot": "·", "pm": "±", "leq": "≤", "le": "≤", "geq": "≥",
    "ge": "≥", "neq": "≠", "ne": "≠", "approx": "≈", "equiv": "≡", "infty": "∞", "to": "→",
    "rightarrow": "→", "in": "∈", "subset": "⊂", "cup": "∪", "cap": "∩", "sum": "∑", "int": "∫",
    "partial": "∂", "nabla": "∇", "sin": "sin", "cos": "cos", "tan": "tan", "log": "log",
    "ln": "ln", "exp": "exp", "ldots": "…", "dots": "…", "cdots": "⋯", "circ": "∘", "ell": "ℓ",
    "hbar": "ℏ", "quad": " ", "forall": "∀", "exists": "∃", "neg": "¬", "land": "∧", "lor": "∨",
  ]

  /// Commands whose argument prints as it is.
  private static let wrappers: Set<String> = [
    "mathrm", "mathbf", "mathit", "mathbb", "mathcal", "mathsf", "text", "textbf", "textit",
    "textrm", "rm", "bf", "it", "operatorname", "displaystyle", "textstyle", "left", "right",
    "big", "Big", "bigl", "bigr", "boldsymbol", "mbox", "scriptstyle",
  ]

  private static let superscripts: [UInt8: String] = [
    0x30: "⁰", 0x31: "¹", 0x32: "²", 0x33: "³", 0x34: "⁴", 0x35: "⁵", 0x36: "⁶", 0x37: "⁷",
    0x38: "⁸", 0x39: "⁹", 0x2B: "⁺", 0x2D: "⁻", 0x6E: "ⁿ", 0x28: "⁽", 0x29: "⁾",
  ]

  /// `bytes` in superscript characters, or nil where one of them has none.
  static func superscript(_ bytes: ArraySlice<UInt8>) -> [UInt8]? {
    var text = String(decoding: bytes, as: UTF8.self)
    text = String(text.map { $0 == "−" || $0 == "–" ? "-" : $0 })
    var result: [UInt8] = []
    for byte in text.utf8 {
      guard let character = superscripts[byte] else { return nil }
      result += character.utf8
    }
    return result.isEmpty ? nil : result
  }

  /// The formula as text, literal, or nothing where it is not simple.
  static func text(_ formula: ArraySlice<UInt8>) -> [UInt8] {
    guard formula.count <= 300 else { return [] }
    let source = Array(formula)
    var out: [UInt8] = []
    var at = 0
    while at < source.count {
      let byte = source[at]
      at += 1
      switch byte {
      case UInt8(ascii: "\\"):
        let start = at
        while at < source.count, WikitextBytes.isLetter(source[at]) { at += 1 }
        if at == start {
          // `\,` and `\;` are spaces, `\{` is a brace.
          if at < source.count {
            guard source[at] < 0x80 else { return [] }
            out.append(
              source[at] == UInt8(ascii: "{") || source[at] == UInt8(ascii: "}")
                ? source[at] : 0x20)
            at += 1
          }
          continue
        }
        let name = String(decoding: source[start..<at], as: UTF8.self)
        if let symbol = symbols[name] {
          out += symbol.utf8
        } else if !wrappers.contains(name) {
          return []
        }
      case UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: "_"), UInt8(ascii: "&"): break
      case UInt8(ascii: "^"):
        guard let power = exponent(source, &at) else { return [] }
        out += power
      default: out.append(byte)
      }
    }
    return out.map { $0 == 0x0A || $0 == 0x20 ? 0x20 : WikitextBytes.literal[Int($0)] }
  }

  private static func exponent(_ source: [UInt8], _ at: inout Int) -> [UInt8]? {
    guard at < source.count else { return nil }
    guard source[at] == UInt8(ascii: "{") else {
      at += 1
      return superscript(source[(at - 1)..<at])
    }
    guard let close = source[at...].firstIndex(of: UInt8(ascii: "}")) else { return nil }
    defer { at = close + 1 }
    return superscript(source[(at + 1)..<close])
  }

  /// `H2O`, `SO4^2-`.
  static func chemical(_ formula: ArraySlice<UInt8>) -> [UInt8] {
    formula.filter {
      $0 != UInt8(ascii: "_") && $0 != UInt8(ascii: "{") && $0 != UInt8(ascii: "}")
        && $0 != UInt8(ascii: "^") && $0 != UInt8(ascii: "<")
    }
  }
}
