import FonsFormat

/// A PDF as a work: its sections are its pages.
struct PDFFile {
  let item: Item
  let root: String
  let options: SourceOptions

  func work() throws(SourceError) -> Work {
    let read: PDFReader.Text
    do throws(PDFError) {
      switch item.content {
      case .file(let name, _): read = try PDFReader().read(name: name.bytes)
      case .bytes(let bytes): read = try PDFReader().read(bytes)
      case .stream: throw PDFError(kind: .corrupt, message: "cannot be read within an archive.")
      }
    } catch {
      throw SourceError(error, path: item.path)
    }
    let name = ItemName(path: item.path, root: root)
    var work = Work(
      title: read.text.title ?? name.title, aliases: name.aliases,
      text: options.keepsMarkup ? read.printed : read.text.text,
      sections: Self.sections(read), notes: options.keepsMarkup ? [] : read.text.notes)
    if work.title != name.title { work.aliases.append(name.title) }
    return work
  }

  static func sections(_ read: PDFReader.Text) -> [Work.Section] {
    read.pages.map { Work.Section(start: $0.start, level: 1, title: "page \($0.label)") }
  }
}
