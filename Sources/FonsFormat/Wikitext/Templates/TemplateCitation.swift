/// The parts of a citation template, under the names that several wikis give them.
struct TemplateCitation {
  enum Kind: Sendable {
    case plain
    /// Pages follow volume and issue without `p.`
    case periodical
  }

  enum Field: Hashable {
    case title, chapter, work, publisher, place, date, year, volume, issue, page, pages, at
    case series, edition, isbn, issn, doi, pmid, oclc, url, archiveURL, archiveDate, accessDate
    case quote, via, agency, type, format, language, editors, others, archived, id, translatedTitle
    case author, last, first, editor, editorLast, editorFirst, authorURL
  }

  /// A field's name without its number, and the number (1 where it has none).
  static func field(_ bytes: [UInt8], _ start: Int, _ end: Int) -> (field: Field, number: Int)? {
    if let field = fields.find(bytes, start, end) { return (field, 1) }
    var name: [UInt8] = []
    var number = 0
    for byte in bytes[start..<end] {
      if WikitextBytes.isDigit(byte) {
        number = min(number * 10 + Int(byte & 15), 400)
      } else {
        name.append(byte)
      }
    }
    guard let field = fields.find(name) else { return nil }
    return (field, max(number, 1))
  }

  private static let fields = WikitextTable(lists: names)

  private static let names: [(String, Field)] = [
    ("title|item|titolo|titel|titre|título|titulo|tytuł|заглавие|заголовок|название", .title),
    (
      """
      chapter|contribution|entry|article|section|capitolo|kapitel|chapitre|capítulo|rozdział|\
      часть
      """,
      .chapter
    ),
    (
      """
      work|journal|newspaper|magazine|periodical|website|encyclopedia|encyclopaedia|dictionary|\
      booktitle|book-title|rivista|opera|sito|sammelwerk|werk|périodique|site|obra|publicación|\
      jornal|czasopismo|издание|pubblicazione|pubbl|testata|zeitung
      """,
      .work
    ),
    (
      """
      publisher|editore|verlag|éditeur|editorial|editora|uitgever|wydawca|издательство|\
      institution|distributor|network|herausgeber2
      """,
      .publisher
    ),
    (
      "location|place|publication-place|città|ort|lieu|ubicación|local|lugar|plaats|miejsce|место",
      .place
    ),
    ("date|data|datum|fecha|publication-date|air-date|airdate|дата", .date),
    ("year|anno|jahr|année|año|ano|jaar|rok|год", .year),
    ("volume|band|bd|volumen|tom|том", .volume),
    ("issue|number|numero|número|nummer|heft|nr|numéro|номер", .issue),
    ("page|p|pagina|página|passage|seite|strona", .page),
    ("pages|pp|pagine|páginas|seiten|strony|страницы|pages totales", .pages),
    ("at", .at),
    ("series|collana|collection|reihe|episode", .series),
    ("edition|edizione|auflage|édition|edición|edição", .edition),
    ("isbn", .isbn),
    ("issn", .issn),
    ("doi", .doi),
    ("pmid", .pmid),
    ("oclc", .oclc),
    ("id", .id),
    (
      "url|online|ссылка|chapter-url|chapterurl|lire en ligne|urlcapítulo|link|contribution-url",
      .url
    ),
    ("archive-url|archiveurl|urlarchivo|urlarchivio|arquivourl|archiv-url", .archiveURL),
    ("archive-date|archivedate|fechaarchivo|dataarchivio|arquivodata", .archiveDate),
    (
      """
      access-date|accessdate|accesso|abruf|zugriff|consulté le|fechaacceso|acessodata|\
      bezochtdatum
      """,
      .accessDate
    ),
    ("quote|quotation|zitat|citazione|cita", .quote),
    ("via", .via),
    ("agency", .agency),
    ("type|medium|degree", .type),
    ("format|formato", .format),
    ("trans-title|trans_title|titletranslation", .translatedTitle),
    (
      """
      author|authors|autore|autor|auteur|автор|people|author-name|vauthors|host|coauthors|\
      coauthor|credits|director|artist|inventor
      """,
      .author
    ),
    (
      """
      last|surname|author-last|author-surname|cognome|nom|apellido|apellidos|sobrenome|ultimo|\
      último|nazwisko|achternaam|lastauthor
      """,
      .last
    ),
    ("first|given|author-first|author-given|nome|prénom|nombre|primeiro|imię|voornaam", .first),
    ("editor|editors|hrsg|curatore|herausgeber|editor-name", .editor),
    ("editor-last|editor-surname|editorlast", .editorLast),
    ("editor-first|editor-given|editorfirst", .editorFirst),
    ("others|translator", .others),
  ]
}
