/// What waits for its turn: first in, first out, each in constant time.
package struct Backlog<Element> {
  private var elements: [Element?] = []
  /// Of `elements`, those whose turn has come.
  private var begun = 0

  package init() {}

  package var count: Int { elements.count - begun }

  package mutating func append(_ element: Element) { elements.append(element) }

  package mutating func popFirst() -> Element? {
    guard begun < elements.count else {
      elements.removeAll(keepingCapacity: true)
      begun = 0
      return nil
    }
    // What it holds on to goes with it.
    let element = elements[begun].take()
    begun += 1
    if begun >= 1024 {
      elements.removeFirst(begun)
      begun = 0
    }
    return element
  }
}
