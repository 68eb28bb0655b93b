internal import Fons
internal import FonsReport
internal import FonsText
internal import FonsVerdict

/// The tools that agents call, with their schemas and structured results.
struct MCPTools: Sendable {
  let desk: Desk

  // MARK: - Descriptions

  var descriptions: [JSON] {
    get throws(MCPFailure) {
      let report: JSON
      do { report = try JSON(parsing: Served.reportSchema) } catch {
        throw MCPFailure(-32603, "The schema of reports cannot be read.")
      }
      let entry = JSON.object(
        ("type", "object"), ("$ref", "#/$defs/quotation"), ("$defs", report["$defs"]))
      let find = Self.input([
        Self.text("text", "The words."), Self.choice("policy", "What passes.", Self.policies),
      ])
      let nothing = JSON.object(
        ("type", "object"), ("properties", JSON.object([])), ("additionalProperties", false))
      return [
        Self.tool(
          "check", "Check quotations",
          "Checks every quotation of a text: where its words come from, and what was done to them.",
          checkInput, report, isOpen: canFetch),
        Self.tool(
          "find", "Find words",
          "Looks where words come from: the whole text is taken as one quotation.", find, entry),
        Self.tool(
          "library", "Describe the library",
          "Says what is searched: libraries, sources, sizes, dates.", nothing, Self.library),
      ]
    }
  }

  private var canFetch: Bool { desk.pages != nil }

  private var checkInput: JSON {
    let fields = [
      Self.text("text", "The text that quotes: plain, Markdown, HTML, e-mail, a forum post."),
      Self.text("name", "Its file name or address, to tell its format."),
      Self.choice("format", "Its format, where it cannot be told.", ["auto"] + Self.formats),
      Self.choice("policy", "What passes.", Self.policies),
    ]
    guard canFetch else { return Self.input(fields) }
    let fetch = JSON.object(
      ("type", "boolean"), ("default", true),
      ("description", "Read the pages that the text cites and no library holds."))
    return Self.input(
      fields + [
        Self.text("url", "The address of a page to check, in the place of text."),
        JSON.Member("fetch", fetch),
      ], required: [])
  }

  private static var policies: [String] { Policy.all.map(\.name) }

  private static let formats = [
    "text", "markdown", "html", "email", "latex", "bbcode", "imageboard", "chat", "answer",
  ]

  private static func tool(
    _ name: String, _ title: String, _ description: String, _ input: JSON, _ output: JSON,
    isOpen: Bool = false
  ) -> JSON {
    .object(
      ("name", name), ("title", title), ("description", description), ("inputSchema", input),
      ("outputSchema", output),
      (
        "annotations",
        JSON.object(
          ("readOnlyHint", true), ("destructiveHint", false), ("idempotentHint", true),
          ("openWorldHint", isOpen))
      ))
  }

  private static func input(_ properties: [JSON.Member], required: [String] = ["text"]) -> JSON {
    .object(
      ("type", "object"), ("properties", JSON.object(properties)), ("required", required),
      ("additionalProperties", false))
  }

  private static func text(_ name: String, _ description: String) -> JSON.Member {
    JSON.Member(name, .object(("type", "string"), ("description", description)))
  }

  private static func choice(_ name: String, _ description: String, _ values: [String])
    -> JSON.Member
  {
    JSON.Member(
      name, .object(("type", "string"), ("description", description), ("enum", values)))
  }

  private static var library: JSON {
    let number = JSON.object(("type", "integer"))
    let name = JSON.object(("type", "string"))
    let time = JSON.object(("type", ["string", "null"]))
    let source = JSON.object(
      ("type", "object"),
      (
        "properties",
        JSON.object(("name", name), ("works", number), ("bytes", number), ("asOf", time))
      ))
    let one = JSON.object(
      ("type", "object"),
      (
        "properties",
        JSON.object(
          ("name", name), ("works", number), ("revisions", number), ("words", number),
          ("bytes", number), ("asOf", time),
          ("sources", JSON.object(("type", "array"), ("items", source))))
      ))
    return .object(
      ("type", "object"),
      (
        "properties",
        JSON.object(
          ("version", name), ("libraries", JSON.object(("type", "array"), ("items", one))),
          ("warnings", JSON.object(("type", "array"), ("items", name))))
      ), ("required", ["version", "libraries", "warnings"]))
  }

  // MARK: - Calls

  /// - Throws: `MCPFailure` where there is no such tool. What goes wrong in one is its result, so that
  ///   an agent can read it and try again.
  func call(_ name: String, _ arguments: JSON) async throws(MCPFailure) -> JSON {
    do {
      switch name {
      case "check": return try await check(arguments)
      case "find": return try await find(arguments)
      case "library":
        let library = APIRoutes.library(desk.shelf.stand)
        return Self.result("\(counted(desk.shelf.stand.works, "work")) to search.", library)
      default: throw MCPFailure(-32602, "There is no tool “\(name.prefix(100))”.")
      }
    } catch let failure as MCPFailure {
      throw failure
    } catch {
      let problem = error as? Problem ?? .busy
      return .object(
        ("content", [Self.text("\(problem.title): \(problem.detail)")]), ("isError", true))
    }
  }

  private func check(_ arguments: JSON) async throws -> JSON {
    let known: Set = ["text", "name", "format", "policy"]
    let asked = try CheckRequest(
      arguments, members: canFetch ? known.union(["url", "fetch"]) : known)
    guard asked.text?.count ?? 0 <= desk.settings.limits.body else {
      throw Problem.tooLarge(desk.settings.limits.body)
    }
    let body = Body([], share: 0, of: desk.budget)
    let checked = try await desk.check(try await desk.task(asked, body))
    return Self.result(MarkdownRenderer().render(checked.report), checked.report.json)
  }

  private func find(_ arguments: JSON) async throws -> JSON {
    let asked = try CheckRequest(arguments, members: ["text", "policy"])
    guard let text = asked.text else { throw Problem.invalid("There is no “text”.") }
    let entry = try await desk.find(text, asked.policy)
    let report = Report(
      generator: "fons \(Checker.version)", policy: asked.policy.name,
      document: .init(path: nil, sha256: SHA256.hex(text), bytes: text.count),
      searched: desk.shelf.stand.checker(asked.policy, explains: false).searched,
      quotations: [entry], commentary: [])
    return Self.result(MarkdownRenderer().render(report), entry.json)
  }

  private static func result(_ words: String, _ structured: JSON) -> JSON {
    .object(
      ("content", [text(words)]), ("structuredContent", structured), ("isError", false))
  }

  private static func text(_ words: String) -> JSON {
    .object(("type", "text"), ("text", words))
  }
}
