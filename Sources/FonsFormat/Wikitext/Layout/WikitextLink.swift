/// A pair of double brackets in expanded wikitext.
struct WikitextLink {
  var start: Int
  var end: Int
  /// Index of the first link after this one and those inside it.
  var next = 0

  var innerStart: Int { start + 2 }
  var innerEnd: Int { end - 2 }

  /// The links of `input` in order of their start, outer ones first; brackets without a partner
  /// are text.
  ///
  /// So are those around a link that has links inside: a picture whose brackets are not closed does not
  /// reach over the next picture (MediaWiki's `replaceInternalLinks`).
  static func links(in input: [UInt8]) -> [WikitextLink] {
    var links: [WikitextLink] = []
    // Openings, and how deep the links inside each are nested.
    var open: [(start: Int, height: Int)] = []
    var at = 0
    let last = input.count - 1
    input.withUnsafeBufferPointer { bytes in
      while at < last {
        let byte = bytes[at]
        if byte == UInt8(ascii: "["), bytes[at + 1] == byte {
          while at + 2 <= last, bytes[at + 2] == byte { at += 1 }
          open.append((at, 0))
          at += 2
        } else if byte == UInt8(ascii: "]"), bytes[at + 1] == byte {
          if let (start, height) = open.popLast() {
            if height < 2 { links.append(WikitextLink(start: start, end: at + 2)) }
            if let outer = open.indices.last {
              open[outer].height = max(open[outer].height, min(2, height + 1))
            }
            at += 2
          } else {
            at += 1
          }
        } else {
          at += 1
        }
      }
    }
    links.sort { $0.start < $1.start }
    var enclosing: [Int] = []
    for index in links.indices {
      while let outer = enclosing.last, links[outer].end <= links[index].start {
        links[outer].next = index
        enclosing.removeLast()
      }
      enclosing.append(index)
    }
    for index in enclosing { links[index].next = links.count }
    return links
  }
}
