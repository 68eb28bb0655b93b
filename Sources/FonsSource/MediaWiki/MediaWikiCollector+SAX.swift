import CXML

/// The C functions that libxml2 calls.
extension MediaWikiCollector {
  static var handler: xmlSAXHandler {
    var handler = xmlSAXHandler()
    handler.initialized = UInt32(XML_SAX2_MAGIC)
    handler.startElementNs = { user, name, _, _, _, _, count, _, attributes in
      guard let user, let name else { return }
      Unmanaged<MediaWikiCollector>.fromOpaque(user).takeUnretainedValue().start(
        String(cString: name)
      ) { MediaWikiCollector.attributes(attributes, Int(count)) }
    }
    handler.endElementNs = { user, _, _, _ in
      guard let user else { return }
      Unmanaged<MediaWikiCollector>.fromOpaque(user).takeUnretainedValue().end()
    }
    handler.characters = { user, bytes, count in
      guard let user, let bytes else { return }
      Unmanaged<MediaWikiCollector>.fromOpaque(user).takeUnretainedValue().append(
        UnsafeBufferPointer(start: bytes, count: Int(count)))
    }
    handler.cdataBlock = handler.characters
    handler.ignorableWhitespace = handler.characters
    handler.internalSubset = { user, _, _, _ in
      guard let user else { return }
      Unmanaged<MediaWikiCollector>.fromOpaque(user).takeUnretainedValue().refuseDocumentType()
    }
    return handler
  }

  /// Each attribute is five pointers: name, prefix, URI, and its value's start and end.
  private static func attributes(
    _ list: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?, _ count: Int
  ) -> [String: String] {
    var result: [String: String] = [:]
    guard let list else { return result }
    for index in 0..<count {
      guard let name = list[index * 5], let start = list[index * 5 + 3],
        let end = list[index * 5 + 4]
      else { continue }
      let value = UnsafeBufferPointer(start: start, count: end - start)
      result[String(cString: name)] = entitiesRead(String(decoding: value, as: UTF8.self))
    }
    return result
  }

  /// libxml2 leaves `&amp;` as `&#38;` in the values of attributes.
  private static func entitiesRead(_ value: String) -> String {
    guard value.contains("&") else { return value }
    return value.replacing("&#38;", with: "&").replacing("&amp;", with: "&")
  }
}
