/// Which parameters of a box its reader sees.
enum TemplateBox {
  static func isHidden(_ key: ArraySlice<UInt8>) -> Bool {
    let name = key.map { WikitextBytes.lowered($0) }
    if hidden.find(name) != nil { return true }
    return hiddenParts.contains { part in
      guard name.count >= part.count else { return false }
      for start in 0...(name.count - part.count) where name[start] == part[0] {
        if name[start..<(start + part.count)].elementsEqual(part) { return true }
      }
      return false
    }
  }

  private static let hidden = WikitextTable(
    [
      "name", "title", "alt", "logo", "photo", "embed", "child", "module", "lat", "long", "latd",
      "longd", "cover", "nome", "nom", "size", "flag", "collapsed", "nocat", "fetchwikidata",
      "header", "titlestyle", "subheader", "id", "status_ref", "type_ref",
    ].map { ($0, true) })

  private static let hiddenParts = [
    "image", "_alt", "_size", "width", "color", "colour", "map", "coordinates", "coord", "upright",
    "style", "logo", "photo", "immagine", "lat_", "long_", "latm", "longm", "lats", "longs",
    "pushpin", "signature", "flag", "bild", "imagem", "imagen", "class", "bodyclass", "autoconvert",
    "_fetch", "onlysourced", "wikidata", "foto", "icona", "_sec", "_deg", "_min", "linkdidascalia",
    "file", "jmolinchi", "smiles", "inchi", "shield",
  ].map { Array($0.utf8) }

  /// Switches, colours and file names are no text.
  static func isSetting(_ value: [UInt8]) -> Bool {
    guard value.count < 120 else { return false }
    if value.first == UInt8(ascii: "#") || switches.find(value) != nil { return true }
    guard let dot = value.suffix(6).lastIndex(of: UInt8(ascii: ".")) else { return false }
    return fileEndings.find(value, dot + 1, value.count) != nil
  }

  private static let switches = WikitextTable(lists: [
    ("yes|no|y|n|true|false|auto|none|on|off", true)
  ])

  private static let fileEndings = WikitextTable(lists: [
    ("jpg|jpeg|png|svg|gif|ogg|webm|tif|tiff|wav", true)
  ])

  /// The parameter's name as words.
  static func label(_ key: ArraySlice<UInt8>) -> [UInt8] {
    var words = key.map { $0 == UInt8(ascii: "_") ? 0x20 : $0 }
    if let first = words.first, first &- 0x61 < 26 { words[0] = first & 0xDF }
    return words
  }
}
