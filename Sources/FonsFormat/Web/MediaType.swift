/// A media type with its parameters, as a server writes it: `text/html; charset="utf-8"`.
package enum MediaType {
  /// The type itself, in lower case; empty where there is none.
  package static func name(_ field: String?) -> String {
    (field ?? "").prefix { $0 != ";" }.lowercased().filter { $0 != " " }
  }

  /// The charset that it names, in lower case.
  package static func charset(_ field: String?) -> String? {
    guard let field = field?.lowercased(), let found = field.firstRange(of: "charset=") else {
      return nil
    }
    let value = field[found.upperBound...].prefix { $0 != ";" && $0 != " " }
    return value.filter { $0 != "\"" && $0 != "'" }
  }
}
