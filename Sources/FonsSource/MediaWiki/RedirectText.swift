/// `#REDIRECT [[Title]]`, for dumps that do not mark redirects.
enum RedirectText {
  /// The title that `text` leads to, or nil for an ordinary page.
  static func target(of text: [UInt8]) -> String? {
    let head = String(decoding: text.prefix(2_000), as: UTF8.self)
    let line = head.drop { $0.isWhitespace || $0 == "\u{FEFF}" }
    guard line.hasPrefix("#") else { return nil }
    let word = line.dropFirst().prefix { $0 != "[" && $0 != ":" && !$0.isNewline }
    let name = String(word.filter { !$0.isWhitespace }).lowercased()
    guard keywords.contains(name), let open = line.firstRange(of: "[["),
      let close = line[open.upperBound...].firstRange(of: "]]")
    else { return nil }
    var title = line[open.upperBound..<close.lowerBound].prefix { $0 != "|" && $0 != "#" }
    title = title.drop { $0 == ":" || $0.isWhitespace }
    let trimmed = String(title.map { $0 == "_" ? " " : $0 })
    let end = trimmed.lastIndex { !$0.isWhitespace }
    return end.map { String(trimmed[...$0]) }
  }

  private static let keywords: Set<String> = [
    "redirect", "weiterleitung", "redirection", "rinvia", "rinvio", "redirección", "redireccion",
    "redirecionamento", "doorverwijzing", "patrz", "przekieruj", "tam", "перенаправление",
    "перенапр",
    "перенаправлення", "omdirigering", "omdiriger", "ohjaus", "uudelleenohjaus", "přesměruj",
    "átirányítás", "yönlendirme", "yönlendi̇rme", "redirecteaza", "преусмери", "пренасочване", "виж",
    "転送", "リダイレクト", "重定向", "넘겨주기", "تحويل", "تغییرمسیر", "הפניה", "अनुप्रेषित", "เปลี่ยนทาง", "alih",
    "đổi",
    "ανακατευθυνση", "ανακατεύθυνση", "preusmeritev", "presmeruj", "suuna", "peradresavimas",
    "alidirektu", "birzuzendu", "redirixir", "adkas", "ail-cyfeirio", "athsheoladh", "tilvísun",
    "viderestilling", "omdirigér", "redireccionamento", "redirige", "redireccioni", "preusmjeri",
  ]
}
