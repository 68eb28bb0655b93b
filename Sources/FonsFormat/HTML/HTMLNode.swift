import CGumbo

/// A node of gumbo's tree, valid while the tree is.
struct HTMLNode: Equatable {
  let pointer: UnsafeMutablePointer<GumboNode>

  init?(_ pointer: UnsafeMutablePointer<GumboNode>?) {
    guard let pointer else { return nil }
    self.pointer = pointer
  }

  var isElement: Bool { pointer.pointee.type == GUMBO_NODE_ELEMENT }

  var isText: Bool {
    let type = pointer.pointee.type
    return type == GUMBO_NODE_TEXT || type == GUMBO_NODE_WHITESPACE || type == GUMBO_NODE_CDATA
  }

  /// Lower case; empty for what is no element.
  var name: String {
    guard isElement else { return "" }
    let tag = pointer.pointee.v.element.tag
    if tag != GUMBO_TAG_UNKNOWN { return String(cString: gumbo_normalized_tagname(tag)) }
    return ""
  }

  var parent: HTMLNode? { HTMLNode(pointer.pointee.parent) }

  func attribute(_ name: String) -> String? {
    guard isElement else { return nil }
    guard let found = gumbo_get_attribute(&pointer.pointee.v.element.attributes, name) else {
      return nil
    }
    return String(cString: found.pointee.value)
  }

  func hasClass(_ names: Set<Substring>) -> Bool {
    guard let classes = attribute("class") else { return false }
    return classes.split(separator: " ").contains { names.contains($0) }
  }

  private var children: GumboVector? {
    switch pointer.pointee.type {
    case GUMBO_NODE_ELEMENT: return pointer.pointee.v.element.children
    case GUMBO_NODE_DOCUMENT: return pointer.pointee.v.document.children
    default: return nil
    }
  }

  var firstChild: HTMLNode? { children.flatMap { Self.child($0, 0) } }

  var nextSibling: HTMLNode? {
    parent?.children.flatMap { Self.child($0, pointer.pointee.index_within_parent + 1) }
  }

  private static func child(_ vector: GumboVector, _ index: Int) -> HTMLNode? {
    guard index < Int(vector.length), let data = vector.data[index] else { return nil }
    return HTMLNode(data.assumingMemoryBound(to: GumboNode.self))
  }

  /// The node after this one within `root`, in document order; without the node's children where
  /// `skipping`.
  func next(within root: HTMLNode, skipping: Bool = false) -> HTMLNode? {
    if !skipping, let child = firstChild { return child }
    var node = self
    while node != root {
      if let sibling = node.nextSibling { return sibling }
      guard let up = node.parent else { return nil }
      node = up
    }
    return nil
  }

  /// The text within, up to a limit of bytes.
  func text(limit: Int = 4096) -> String {
    var result: [UInt8] = []
    var node: HTMLNode? = self
    while let current = node, result.count < limit {
      if current.isText, let text = current.pointee.v.text.text {
        let size = strlenUpTo(text, limit)
        result.append(
          contentsOf: UnsafeBufferPointer(start: text, count: size).lazy.map {
            UInt8(bitPattern: $0)
          })
      }
      node = current.next(within: self)
    }
    return String(decoding: result, as: UTF8.self)
  }

  private var pointee: GumboNode { pointer.pointee }

  private func strlenUpTo(_ text: UnsafePointer<CChar>, _ limit: Int) -> Int {
    var size = 0
    while size < limit, text[size] != 0 { size += 1 }
    return size
  }
}
