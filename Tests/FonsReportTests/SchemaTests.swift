import FonsReport
import Testing

/// The schema that ships and what is written are the same contract.
struct SchemaTests {
  @Test(arguments: [Sample.rich.report, Sample.empty.report])
  func `a report is valid`(report: Report) throws {
    let validator = try SchemaValidator.shipped()
    #expect(validator.failures(report.json) == [])
  }

  @Test func `a streamed report with an id is valid`() throws {
    let validator = try SchemaValidator.shipped()
    for id in [JSON.integer(7), .string("seven")] {
      let line = JSONRenderer().line(Sample.rich.report, id: id)
      #expect(validator.failures(try JSON(parsing: Array(line.utf8))) == [])
    }
  }

  @Test func `the schema is strict: nothing optional but the stream's id, nothing besides`() throws
  {
    let root = try SchemaValidator.shipped().root
    for schema in root.objectSchemas {
      #expect(schema["additionalProperties"] == .bool(false))
      guard case .object(let properties) = schema["properties"],
        case .array(let required) = schema["required"]
      else {
        Issue.record("an object without properties or required")
        continue
      }
      let optional = Set(properties.map(\.key)).subtracting(required.map(\.stringValue))
      #expect(optional == (schema == root ? ["id"] : []))
    }
  }

  @Test func `what is not in the contract is refused`() throws {
    let validator = try SchemaValidator.shipped()
    guard case .object(var members) = Sample.empty.report.json else { return }
    members.append(JSON.Member("extra", .null))
    #expect(validator.failures(.object(members)) == ["$: extra is not in the schema"])
    #expect(validator.failures(.object(Array(members.dropLast(2)))) == ["$: lacks warnings"])
  }

  @Test func `the enumerations of the schema are those of the model`() throws {
    let quotation = try #require(SchemaValidator.shipped().root["$defs"]?["quotation"])
    func values(_ name: String) -> Set<String> {
      guard case .array(let values) = quotation["properties"]?[name]?["enum"] else { return [] }
      return Set(values.filter(\.isString).map(\.stringValue))
    }
    #expect(values("verdict") == Set(Report.Headline.allCases.map(\.rawValue)))
    #expect(values("wording") == Set(Report.Wording.allCases.map(\.rawValue)))
    #expect(values("currency") == Set(Report.Currency.allCases.map(\.rawValue)))
  }
}
