/// Lines that a forum, an archive or a mail program adds to a text.
enum Furniture {
  static func isFurniture(_ text: [UInt8], _ content: Range<Int>) -> Bool {
    guard !content.isEmpty, content.count <= 200 else { return false }
    return isArchiveNote(text, content) || isButton(text, content) || isPostHeader(text, content)
      || isRule(text, content)
  }

  /// "(post is archived)", "(thread was deleted)".
  private static func isArchiveNote(_ text: [UInt8], _ content: Range<Int>) -> Bool {
    let first = text[content.lowerBound]
    let last = text[content.upperBound - 1]
    guard first == 0x28 && last == 0x29 || first == 0x5B && last == 0x5D, content.count <= 60
    else { return false }
    let inside = text.string(content.lowerBound + 1, content.upperBound - 1).lowercased()
    guard
      ["post", "thread", "this post", "this thread", "comment", "message", "user"].contains(where: {
        inside.hasPrefix($0 + " ")
      })
    else { return false }
    return ["archived", "deleted", "closed", "locked", "removed", "edited", "banned", "hidden"]
      .contains { inside.contains($0) }
  }

  /// "[Reply]", "[View]", "[Report] [Quote]".
  private static func isButton(_ text: [UInt8], _ content: Range<Int>) -> Bool {
    guard text[content.lowerBound] == 0x5B, text[content.upperBound - 1] == 0x5D else {
      return false
    }
    let names = text.string(content.lowerBound + 1, content.upperBound - 1).lowercased()
      .replacing("] [", with: "][").split(separator: "][")
    let known: Set<Substring> = [
      "reply", "view", "report", "quote", "return", "catalog", "bottom", "top", "update", "auto",
      "hide", "last 50 posts", "post a reply", "edit", "delete", "permalink", "share", "+", "-",
    ]
    return !names.isEmpty && names.allSatisfy { known.contains($0) }
  }

  /// "Anonymous 01/02/24(Tue)12:34:56 No.123456", "File: map.png (120 KB, 800x600)", "Quoted By:".
  private static func isPostHeader(_ text: [UInt8], _ content: Range<Int>) -> Bool {
    let at = content.lowerBound
    if text.has("File: ", at: at) || text.has("Quoted By:", at: at) { return true }
    guard
      let number = text.find("No.", from: at, to: content.upperBound),
      number + 3 < content.upperBound
    else { return false }
    let digit = text[number + 3] == 0x20 ? number + 4 : number + 3
    guard digit < content.upperBound, ASCII.isDigit(text[digit]) else { return false }
    for index in at..<max(at, number - 7)
    where text[index] == 0x2F && text[index + 3] == 0x2F && ASCII.isDigit(text[index + 1])
      && ASCII.isDigit(text[index + 2])
    {
      return true
    }
    return false
  }

  /// A line of dashes, equals signs or asterisks.
  private static func isRule(_ text: [UInt8], _ content: Range<Int>) -> Bool {
    guard content.count >= 3 else { return false }
    let mark = text[content.lowerBound]
    guard [0x2D, 0x3D, 0x2A, 0x5F, 0x7E, 0x23].contains(mark) else { return false }
    return content.allSatisfy { text[$0] == mark || text[$0] == 0x20 }
  }
}
