import FonsSource
import Foundation

/// `fons-bench generate --bytes SIZE [--seed N] [--work SIZE] [--format text|xml] OUTPUT`
struct Generate {
  enum Format: String {
    /// A folder of files, a work each.
    case text
    /// A MediaWiki export.
    case xml
  }

  var bytes = 100 << 20
  var seed: UInt64 = 1
  var workBytes = 32 << 10
  var format = Format.text
  var output = ""

  /// nil where the arguments are not understood.
  init?(_ arguments: [String]) {
    var rest = arguments[...]
    while let argument = rest.popFirst() {
      switch argument {
      case "--bytes":
        guard let size = rest.popFirst().flatMap(Self.size) else { return nil }
        bytes = size
      case "--work":
        guard let size = rest.popFirst().flatMap(Self.size) else { return nil }
        workBytes = size
      case "--seed":
        guard let number = rest.popFirst().flatMap({ UInt64($0) }) else { return nil }
        seed = number
      case "--format":
        guard let kind = rest.popFirst().flatMap({ Format(rawValue: $0) }) else { return nil }
        format = kind
      default:
        guard output.isEmpty, !argument.hasPrefix("--") else { return nil }
        output = argument
      }
    }
    guard !output.isEmpty else { return nil }
  }

  static func size(_ text: String) -> Int? {
    let units = ["K": 10, "M": 20, "G": 30]
    let unit = units[String(text.suffix(1))]
    guard let number = Double(unit == nil ? text : String(text.dropLast())) else { return nil }
    return Int(number * Double(1 << (unit ?? 0)))
  }

  func run() throws {
    let generator = Generator(seed: seed, workBytes: workBytes)
    let tasks = OrderedTasks<[[UInt8]]>(Workers())
    var written = 0
    var next = 0
    let sink: any WorkSink =
      switch format {
      case .text: try FolderSink(output)
      case .xml: try ExportSink(output)
      }
    let deliver = { (texts: [[UInt8]]) throws in
      for text in texts where written < self.bytes {
        try sink.take(text)
        written += text.count
      }
    }
    while written < bytes {
      let first = next
      let format = format
      next += 16
      try tasks.submit(
        {
          (first..<first + 16).map { number in
            let text = generator.text(number)
            return format == .xml ? ExportSink.page(text, number) : text
          }
        }, deliver: deliver)
    }
    try sink.end()
  }
}

private protocol WorkSink {
  func take(_ text: [UInt8]) throws
  func end() throws
}

/// A file for each work, a thousand in a folder.
private final class FolderSink: WorkSink {
  private let path: String
  private var count = 0

  init(_ path: String) throws { self.path = path }

  func take(_ text: [UInt8]) throws {
    let folder = "\(path)/\(count / 1000)"
    if count % 1000 == 0 {
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    }
    guard let file = fopen("\(folder)/\(count).txt", "wb") else {
      throw CocoaError(.fileWriteUnknown)
    }
    defer { fclose(file) }
    guard fwrite(text, 1, text.count, file) == text.count else {
      throw CocoaError(.fileWriteOutOfSpace)
    }
    count += 1
  }

  func end() {}
}

/// One MediaWiki export; `-` is standard output.
private final class ExportSink: WorkSink {
  private let file: FileHandle

  init(_ path: String) throws {
    if path == "-" {
      file = .standardOutput
    } else {
      _ = FileManager.default.createFile(atPath: path, contents: nil)
      file = try FileHandle(forWritingTo: URL(fileURLWithPath: path))
    }
    try file.write(
      contentsOf: Data(
        """
        <mediawiki xmlns="http://www.mediawiki.org/xml/export-0.11/" version="0.11" xml:lang="en">
          <siteinfo>
            <sitename>Generated</sitename>
            <base>https://generated.example/wiki/Main_Page</base>
            <case>first-letter</case>
            <namespaces><namespace key="0" case="first-letter" /></namespaces>
          </siteinfo>

        """.utf8))
  }

  /// A page with the markup that articles have: headings, links, emphasis, notes.
  static func page(_ text: [UInt8], _ number: Int) -> [UInt8] {
    var random = SplitMix(state: UInt64(number))
    var page = Array(
      """
        <page>
          <title>Work \(number)</title>
          <ns>0</ns>
          <id>\(number + 1)</id>
          <revision>
            <id>\(number + 1)</id>
            <timestamp>2026-01-01T00:00:00Z</timestamp>
            <contributor><username>Generator</username><id>1</id></contributor>
            <model>wikitext</model>
            <text bytes="\(text.count)" xml:space="preserve">'''Work \(number)''' is this.

      """.utf8)
    var paragraphs = 0
    for byte in text {
      page.append(byte)
      switch byte {
      case 10 where page.suffix(2) == [10, 10]:
        paragraphs += 1
        if paragraphs % 4 == 0 { page += Array("== Part \(paragraphs) ==\n".utf8) }
      case 46 where random.next(6) == 0:
        page += Array(
          "&lt;ref&gt;{{cite web |url=https://source.example/\(random.next(1 << 20)) |title=Source \(random.next(999)) |date=2020}}&lt;/ref&gt;"
            .utf8)
      case 32 where random.next(40) == 0:
        page += Array("[[Work \(random.next(9999))|linked]] ".utf8)
      case 32 where random.next(160) == 0: page += Array("''emphatic'' ".utf8)
      default: break
      }
    }
    return page + Array("</text>\n    </revision>\n  </page>\n".utf8)
  }

  func take(_ text: [UInt8]) throws { try file.write(contentsOf: Data(text)) }
  func end() throws { try file.write(contentsOf: Data("</mediawiki>\n".utf8)) }
}
