import FonsFormat

#if ZIM
  import CZim
#endif

/// Reads the articles of a ZIM file through libzim.
struct ZimReader {
  let name: FileName
  let path: String
  let options: SourceOptions

  /// Whether a file is the second or a later part of a split ZIM file, whose first part is there.
  static func isLaterPart(_ name: FileName) -> Bool {
    let shown = name.shown
    guard let dot = shown.lastIndex(of: "."), shown[dot...].utf8.count == 6,
      shown[dot...].hasPrefix(".zim"), !shown.hasSuffix("aa"),
      shown.utf8.suffix(2).allSatisfy({ (0x61...0x7A).contains($0) })
    else { return false }
    return name.droppingLast(2).adding("aa").exists
  }

  #if !ZIM
    func read(_ body: (SourceEvent) throws -> Void) throws {
      throw SourceError(
        .unsupported, path: path,
        message: "is a ZIM file, and this build of Fons reads none. Build it with the trait ZIM.")
    }
  #else
    /// The name by which libzim finds the parts of a split file.
    private var archiveName: FileName {
      name.hasSuffix(".zimaa") ? name.droppingLast(2) : name
    }

    func read(_ body: (SourceEvent) throws -> Void) throws {
      var reason = [CChar](repeating: 0, count: 512)
      guard let archive = fons_zim_open(archiveName.bytes, &reason, reason.count) else {
        throw SourceError(
          .corrupt, path: path, message: "is a damaged ZIM file (\(Self.text(reason))).")
      }
      defer { fons_zim_close(archive) }
      try check(archive, body)
      let language = Self.metadata(archive, "Language")
      let date = Self.metadata(archive, "Date")
      var failures = 0
      for index in 0..<fons_zim_count(archive) {
        var entry = fons_zim_entry()
        let code = fons_zim_describe(archive, index, &entry, &reason, reason.count)
        if code == 1 { continue }
        do throws(SourceError) {
          guard code == 0 else {
            throw SourceError(
              .corrupt, path: path,
              message: "entry \(index) is damaged (\(Self.text(reason))) and was left out.")
          }
        } catch {
          try body(.warning(error))
          failures += 1
          // A table of pointers that leads nowhere would fail for each of millions.
          guard failures < 100 else { throw tooDamaged }
          continue
        }
        do {
          try deliver(entry, archive, language: language, date: date, body)
        } catch let error as SourceError {
          try body(.warning(error))
          failures += 1
          guard failures < 100 else { throw tooDamaged }
        }
      }
    }

    /// Reports what is wrong with the archive as a whole; the articles may be right all the same.
    private func check(_ archive: OpaquePointer, _ body: (SourceEvent) throws -> Void) throws {
      let names = [
        "its checksum is wrong", "its table of entries leads out of the file",
        "its entries are out of order", "its index of titles is damaged",
        "its table of clusters leads out of the file", "its entries name unknown media types",
      ]
      var failed = fons_zim_check(archive)
      // Newer files keep their titles elsewhere: libzim 8 takes that for damage.
      if failed == 1 << 3 { failed = 0 }
      let reasons = names.indices.filter { failed & (1 << UInt32($0)) != 0 }.map { names[$0] }
      guard !reasons.isEmpty else { return }
      try body(
        .warning(
          SourceError(
            .corrupt, path: path,
            message: "is a damaged ZIM file: \(reasons.joined(separator: ", ")). What can be read "
              + "of it was read; fetch it again.")))
    }

    private var tooDamaged: SourceError {
      SourceError(
        .corrupt, path: path,
        message: "has more than 100 damaged entries; the rest was left out. Fetch it again.")
    }

    private func deliver(
      _ entry: fons_zim_entry, _ archive: OpaquePointer, language: String?, date: String?,
      _ body: (SourceEvent) throws -> Void
    ) throws {
      let entryPath = String(cString: entry.path)
      let title = String(cString: entry.title)
      if let target = entry.target_title.map({ String(cString: $0) }) {
        if target != title { try body(.redirect(from: title, to: target)) }
        return
      }
      let type = entry.mimetype.map { String(cString: $0) } ?? ""
      let media = type.prefix { $0 != ";" }
      guard media == "text/html" || media == "text/plain" || media == "application/pdf" else {
        return
      }
      guard entry.size <= UInt64(options.fileLimit) else {
        throw SourceError(
          .tooLarge, path: path,
          message: "“\(title)” has \(entry.size) bytes and was left out.")
      }
      let content = try content(archive, title)
      var work: Work
      if media == "application/pdf" {
        let item = Item(path: "\(path)/\(entryPath)", content: .bytes(content))
        work = try PDFFile(item: item, root: "", options: options).work()
      } else if media == "text/html", !options.keepsMarkup {
        let page = try HTMLReader().read(content)
        work = Work(
          title: title.isEmpty ? page.title ?? entryPath : title, url: page.url,
          language: page.language ?? language, text: page.text,
          sections: Work.Section.sections(of: page), notes: page.notes)
      } else {
        work = Work(title: title.isEmpty ? entryPath : title, text: content)
      }
      work.aliases = work.title == entryPath ? [] : [entryPath]
      work.revision.time = date
      try body(.work(work))
    }

    private func content(_ archive: OpaquePointer, _ title: String) throws(SourceError) -> [UInt8] {
      var reason = [CChar](repeating: 0, count: 512)
      var size = 0
      guard let start = fons_zim_content(archive, &size, &reason, reason.count) else {
        throw SourceError(
          .corrupt, path: path,
          message: "“\(title)” is damaged (\(Self.text(reason))) and was left out.")
      }
      return Array(UnsafeRawBufferPointer(start: start, count: size))
    }

    private static func metadata(_ archive: OpaquePointer, _ name: String) -> String? {
      fons_zim_metadata(archive, name).map { String(cString: $0) }.flatMap { $0.isEmpty ? nil : $0 }
    }

    private static func text(_ reason: [CChar]) -> String {
      String(decoding: reason.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
        .split(separator: "\n").joined(separator: " ")
    }
  #endif
}
