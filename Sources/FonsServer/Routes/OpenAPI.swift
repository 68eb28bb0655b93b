internal import Fons
internal import FonsReport
internal import Synchronization

/// The API's description, OpenAPI 3.1, with the report's own schema among its components.
enum OpenAPI {
  private static let made = Mutex<String?>(nil)

  /// - Throws: where an embedded file is no JSON, which the tests rule out.
  static func text() throws -> String {
    if let text = made.withLock({ $0 }) { return text }
    let text = try document().text(pretty: true) + "\n"
    made.withLock { $0 = text }
    return text
  }

  static func document() throws -> JSON {
    var document = try JSON(parsing: Served.openapi)
    let schemas = try reportSchemas()
    document = document.changing("components") { components in
      components.changing("schemas") { own in
        guard case .object(let members) = own else { return own }
        return .object(members + schemas)
      }
    }
    return document.changing("info") { info in
      info.changing("version") { _ in .string(Checker.version) }
    }
  }

  /// `Report`, and each definition of its schema under a name of its own.
  private static func reportSchemas() throws -> [JSON.Member] {
    let schema = try JSON(parsing: Served.reportSchema)
    guard case .object(let members) = schema, case .object(let definitions)? = schema["$defs"]
    else {
      return []
    }
    let kept = members.filter { !["$schema", "$id", "$defs"].contains($0.key) }
    return [JSON.Member("report", JSON.object(kept).movingReferences())]
      + definitions.map { JSON.Member($0.key, $0.value.movingReferences()) }
  }
}

extension JSON {
  /// An object with one member changed.
  fileprivate func changing(_ key: String, _ change: (JSON) -> JSON) -> JSON {
    guard case .object(let members) = self else { return self }
    return .object(members.map { $0.key == key ? Member(key, change($0.value)) : $0 })
  }

  /// References to definitions become references to components.
  fileprivate func movingReferences() -> JSON {
    switch self {
    case .string(let text) where text.hasPrefix("#/$defs/"):
      .string("#/components/schemas/" + text.dropFirst("#/$defs/".count))
    case .array(let elements): .array(elements.map { $0.movingReferences() })
    case .object(let members):
      .object(members.map { Member($0.key, $0.value.movingReferences()) })
    default: self
    }
  }
}
