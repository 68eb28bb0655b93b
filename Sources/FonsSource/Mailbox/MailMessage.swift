import FonsFormat

/// A message of electronic mail as a work.
struct MailMessage {
  let bytes: [UInt8]
  let path: String
  /// The source that it belongs to.
  let root: String

  func work() throws -> Work {
    let page = try MailReader().read(bytes)
    let fields = MailFields(bytes)
    let name = ItemName(path: path, root: root)
    let subject = fields.subject.flatMap { $0.isEmpty ? nil : $0 }
    var work = Work(
      title: subject ?? name.title, aliases: name.aliases,
      revision: Revision(time: fields.time, contributor: fields.sender), language: page.language,
      text: page.text, sections: Work.Section.sections(of: page), notes: page.notes)
    if let identifier = fields.identifier {
      work.aliases += [identifier, "mid:\(identifier)"]
    }
    return work
  }
}
