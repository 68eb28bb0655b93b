/// PDF files of lines of text, in Helvetica of 11 points.
public enum PDFFixtures {
  /// A line at a distance from the left and the bottom of the page, in points.
  public struct Line: Sendable {
    var text: String
    var left: Int
    var bottom: Int

    public init(text: String, left: Int = 72, bottom: Int) {
      self.text = text
      self.left = left
      self.bottom = bottom
    }
  }

  public static func file(_ pages: [[Line]], count: Int? = nil) -> [UInt8] {
    var objects = [
      "<< /Type /Catalog /Pages 2 0 R >>",
      "<< /Type /Pages /Count \(count ?? pages.count) /Kids ["
        + pages.indices.map { "\(4 + 2 * $0) 0 R" }.joined(separator: " ") + "] >>",
      "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    ]
    for (index, lines) in pages.enumerated() {
      let content = lines.map {
        "BT /F1 11 Tf \($0.left) \($0.bottom) Td (\($0.text)) Tj ET"
      }.joined(separator: "\n")
      objects.append(
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents \(5 + 2 * index) 0 R "
          + "/Resources << /Font << /F1 3 0 R >> >> >>")
      objects.append("<< /Length \(content.utf8.count) >>\nstream\n\(content)\nendstream")
    }
    var text = "%PDF-1.4\n"
    var offsets: [Int] = []
    for (index, object) in objects.enumerated() {
      offsets.append(text.utf8.count)
      text += "\(index + 1) 0 obj\n\(object)\nendobj\n"
    }
    let start = text.utf8.count
    text += "xref\n0 \(objects.count + 1)\n0000000000 65535 f \n"
    for offset in offsets {
      let digits = "\(offset)"
      text += String(repeating: "0", count: 10 - digits.count) + digits + " 00000 n \n"
    }
    text += "trailer\n<< /Size \(objects.count + 1) /Root 1 0 R >>\nstartxref\n\(start)\n%%EOF\n"
    return Array(text.utf8)
  }

  /// A page with a running head, a printed number, and its lines.
  public static func page(_ number: Int, _ lines: [String]) -> [Line] {
    var page = [Line(text: "The Book of Ferries", bottom: 800)]
    for (index, line) in lines.enumerated() {
      page.append(Line(text: line, bottom: 740 - 14 * index))
    }
    page.append(Line(text: "\(number)", left: 290, bottom: 40))
    return page
  }
}
