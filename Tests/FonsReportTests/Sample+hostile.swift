import FonsReport

extension Sample {
  /// The rich report with `text` in the place of every string that is free.
  static func hostile(_ text: String) throws -> Report {
    let fixed: Set = [
      "schema", "verdict", "wording", "attribution", "currency", "weight", "sha256",
    ]
    let attacked = rich.report.json.mappingStrings { key, value in
      fixed.contains(key) ? value : text
    }
    return try JSONRenderer.decode(Array(attacked.text().utf8))
  }
}
