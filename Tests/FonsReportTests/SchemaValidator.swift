import FonsReport
import Foundation

/// The keywords of JSON Schema 2020-12 that the report's schema uses, and no others: an unknown
/// keyword is a failure, so that none is passed over.
struct SchemaValidator {
  let root: JSON

  /// The report's schema, as it ships.
  static func shipped() throws -> SchemaValidator {
    let file = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../Sources/FonsReport/Schema/report.schema.json")
    return SchemaValidator(root: try JSON(parsing: Array(try Data(contentsOf: file))))
  }

  /// What is wrong with `value`, each with its path; empty where it is valid.
  func failures(_ value: JSON, against schema: JSON? = nil, at path: String = "$") -> [String] {
    guard case .object(let keywords) = schema ?? root else { return ["\(path): no schema"] }
    return keywords.flatMap { check($0, value, schema ?? root, path) }
  }

  private func check(_ keyword: JSON.Member, _ value: JSON, _ schema: JSON, _ path: String)
    -> [String]
  {
    switch (keyword.key, keyword.value) {
    case ("$schema", _), ("$id", _), ("$defs", _), ("title", _), ("description", _): return []
    case ("$ref", .string(let reference)):
      let name = String(reference.dropFirst("#/$defs/".count))
      guard let target = root["$defs"]?[name] else { return ["\(path): no \(reference)"] }
      return failures(value, against: target, at: path)
    case ("type", .string(let name)): return hasType(name, value) ? [] : ["\(path): not \(name)"]
    case ("type", .array(let names)):
      return names.contains { $0.isString && hasType($0.stringValue, value) }
        ? [] : ["\(path): of no type"]
    case ("const", let expected): return value == expected ? [] : ["\(path): not the constant"]
    case ("enum", .array(let values)): return values.contains(value) ? [] : ["\(path): not in enum"]
    case ("anyOf", .array(let schemas)):
      return schemas.contains { failures(value, against: $0, at: path).isEmpty }
        ? [] : ["\(path): none of anyOf"]
    case ("minimum", let limit):
      return number(value).map { $0 < number(limit)! } == true ? ["\(path): too small"] : []
    case ("maximum", let limit):
      return number(value).map { $0 > number(limit)! } == true ? ["\(path): too large"] : []
    case ("pattern", .string(let pattern)):
      guard case .string(let text) = value else { return [] }
      return text.range(of: pattern, options: .regularExpression) == nil
        ? ["\(path): no match"] : []
    case ("items", let items):
      guard case .array(let elements) = value else { return [] }
      return elements.enumerated().flatMap { failures($1, against: items, at: "\(path)[\($0)]") }
    case ("required", .array(let names)):
      return names.filter { value[$0.stringValue] == nil }.map {
        "\(path): lacks \($0.stringValue)"
      }
    case ("properties", .object(let properties)):
      return properties.flatMap { property in
        value[property.key].map {
          failures($0, against: property.value, at: "\(path).\(property.key)")
        } ?? []
      }
    case ("additionalProperties", .bool(false)):
      guard case .object(let members) = value else { return [] }
      return members.filter { schema["properties"]?[$0.key] == nil }
        .map { "\(path): \($0.key) is not in the schema" }
    default: return ["\(path): keyword \(keyword.key) is not supported"]
    }
  }

  private func hasType(_ name: String, _ value: JSON) -> Bool {
    switch (name, value) {
    case ("null", .null), ("boolean", .bool), ("integer", .integer), ("number", .integer),
      ("number", .number), ("string", .string), ("array", .array), ("object", .object):
      true
    default: false
    }
  }

  private func number(_ value: JSON) -> Double? {
    switch value {
    case .integer(let value): Double(value)
    case .number(let value): value
    default: nil
    }
  }
}

extension JSON {
  var isString: Bool { if case .string = self { true } else { false } }

  /// The string, or nothing.
  var stringValue: String { if case .string(let value) = self { value } else { "" } }

  /// Every schema below this one that describes an object.
  var objectSchemas: [JSON] {
    switch self {
    case .object(let members):
      (self["properties"] == nil ? [] : [self]) + members.flatMap(\.value.objectSchemas)
    case .array(let elements): elements.flatMap(\.objectSchemas)
    default: []
    }
  }

  /// The same with every string changed, except where `key` says what it must be.
  func mappingStrings(key: String = "", _ change: (_ key: String, String) -> String) -> JSON {
    switch self {
    case .string(let value): .string(change(key, value))
    case .array(let elements): .array(elements.map { $0.mappingStrings(key: key, change) })
    case .object(let members):
      .object(members.map { Member($0.key, $0.value.mappingStrings(key: $0.key, change)) })
    default: self
    }
  }

  /// The same with every whole number replaced.
  func replacingIntegers(_ next: () -> Int) -> JSON {
    switch self {
    case .integer: .integer(next())
    case .array(let elements): .array(elements.map { $0.replacingIntegers(next) })
    case .object(let members):
      .object(members.map { Member($0.key, $0.value.replacingIntegers(next)) })
    default: self
    }
  }
}
