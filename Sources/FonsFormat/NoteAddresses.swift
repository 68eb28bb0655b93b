/// The addresses that the words of a note hold.
package enum NoteAddresses {
  package static func find(in words: String) -> [String] {
    // Most notes have none: look for a colon and slashes before anything else.
    guard let colon = words.utf8.firstIndex(of: 0x3A),
      words.utf8[colon...].contains(0x2F)
    else { return [] }
    return words.utf8.split(whereSeparator: { $0 == 32 || $0 &- 9 < 5 }).compactMap { part in
      let word = Substring(part)
      guard word.hasPrefix("http://") || word.hasPrefix("https://") else { return nil }
      var address = word
      while let last = address.last, ".,;)\"".contains(last) { address.removeLast() }
      return String(address)
    }
  }
}
