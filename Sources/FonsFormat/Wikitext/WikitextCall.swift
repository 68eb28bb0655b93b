/// A template with its arguments, as ranges of the source.
struct WikitextCall {
  /// A piece of source, and the first node in or after it.
  struct Value {
    var start: Int
    var end: Int
    var node: Int
  }

  struct Argument {
    /// Empty for a positional one.
    var keyStart: Int
    var keyEnd: Int
    /// From 1 for positional arguments and for `1=`; else 0.
    var position: Int
    var value: Value
    /// Where it starts with its name, if it has one.
    var wholeStart: Int
    var wholeNode: Int
  }

  var name: Value
  var arguments: [Argument] = []

  /// Splits the node number `index` at its bars, leaving whole what nests in it.
  init(node index: Int, source: [UInt8], nodes: [WikitextNode]) {
    let node = nodes[index]
    name = Value(start: node.innerStart, end: node.innerEnd, node: index + 1)
    var at = node.innerStart
    var child = index + 1
    var begin = at
    var beginNode = child
    var equals = -1
    var equalsNode = child
    var isName = true
    var positional = 0
    while true {
      let stop = child < nodes.count ? min(nodes[child].start, node.innerEnd) : node.innerEnd
      while at < stop {
        let byte = source[at]
        if byte == UInt8(ascii: "|") {
          if isName {
            name.end = at
            isName = false
          } else {
            append(
              begin, at, beginNode, equals, equalsNode, positional: &positional, source: source)
          }
          begin = at + 1
          beginNode = child
          equals = -1
        } else if byte == UInt8(ascii: "="), equals < 0 {
          equals = at
          equalsNode = child
        }
        at += 1
      }
      guard at < node.innerEnd, child < nodes.count else { break }
      at = nodes[child].end
      child = nodes[child].next
      if at >= node.innerEnd { break }
    }
    if !isName {
      append(
        begin, node.innerEnd, beginNode, equals, equalsNode, positional: &positional,
        source: source)
    }
  }

  private mutating func append(
    _ begin: Int, _ end: Int, _ node: Int, _ equals: Int, _ equalsNode: Int,
    positional: inout Int, source: [UInt8]
  ) {
    guard equals >= 0 else {
      positional += 1
      arguments.append(
        Argument(
          keyStart: begin, keyEnd: begin, position: positional,
          value: Value(start: begin, end: end, node: node), wholeStart: begin, wholeNode: node))
      return
    }
    let key = WikitextBytes.trimmed(source, begin, equals)
    var number = 0
    for byte in source[key.start..<key.end] {
      guard WikitextBytes.isDigit(byte), number < 100_000 else {
        number = 0
        break
      }
      number = number * 10 + Int(byte & 15)
    }
    arguments.append(
      Argument(
        keyStart: key.start, keyEnd: key.end, position: number,
        value: Value(start: equals + 1, end: end, node: equalsNode), wholeStart: begin,
        wholeNode: node))
  }

  /// The value of positional argument `number`, from 1; the last one given wins, as in MediaWiki.
  func value(_ number: Int) -> Value? {
    arguments.last { $0.position == number }?.value
  }

  /// The value of the named argument.
  func value(_ key: String, _ source: [UInt8]) -> Value? {
    let word = key.utf8
    return arguments.last { argument in
      argument.keyEnd - argument.keyStart == word.count
        && source[argument.keyStart..<argument.keyEnd].elementsEqual(word)
    }?.value
  }

  func key(_ argument: Argument, _ source: [UInt8]) -> String {
    String(decoding: source[argument.keyStart..<argument.keyEnd], as: UTF8.self)
  }

  /// The positional arguments in order.
  var positional: [Argument] { arguments.filter { $0.position > 0 } }
}
