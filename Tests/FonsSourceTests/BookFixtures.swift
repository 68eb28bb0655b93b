/// Books and text documents about invented things.
enum BookFixtures {
  static let container = """
    <?xml version="1.0"?><container xmlns="urn:oasis:names:tc:opendocument:xmlns:container">
    <rootfiles><rootfile full-path="OPS/book.opf" media-type="application/oebps-package+xml"/>
    </rootfiles></container>
    """

  static func package(spine: String = "<itemref idref='b'/><itemref idref='a'/>") -> String {
    """
    <?xml version="1.0"?><package xmlns="http://www.idpf.org/2007/opf" version="3.0">
    <metadata xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>Tidal &amp; Lunar Mills</dc:title>
    <dc:language>en</dc:language><dc:identifier>urn:isbn:9780000000002</dc:identifier>
    <meta property="dcterms:modified">2011-02-03T04:05:06Z</meta></metadata>
    <manifest><item id="a" href="text/two.xhtml" media-type="application/xhtml+xml"/>
    <item id="b" href="text/one%20first.xhtml" media-type="application/xhtml+xml"/>
    <item id="n" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>
    <item id="x" href="../../etc/passwd" media-type="application/xhtml+xml"/>
    </manifest><spine>\(spine)</spine></package>
    """
  }

  static let one = """
    <?xml version="1.0"?><!DOCTYPE html><html xmlns="http://www.w3.org/1999/xhtml"
      xmlns:epub="http://www.idpf.org/2007/ops"><head><title/><script src="x.js"/></head>
    <body><main><h1>The mill</h1><a id="here"/><p>The old mill turned<a epub:type="noteref"
    href="two.xhtml#n1">1</a> at every tide.</p></main></body></html>
    """

  static let two = """
    <html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops"><body>
    <h1>Notes</h1><p>Last words.</p><aside epub:type="footnote" id="n1"><p>Twice a day, says
    <a href="https://mills.example/tides">the register</a>.</p></aside></body></html>
    """

  static func epub(
    one: String = one, two: String = two, package: String = package(),
    more: [(String, String)] = []
  ) -> [UInt8] {
    ArchiveFixtures.zip(
      [
        ("mimetype", "application/epub+zip"), ("META-INF/container.xml", container),
        ("OPS/book.opf", package), ("OPS/text/one first.xhtml", one), ("OPS/text/two.xhtml", two),
        ("OPS/nav.xhtml", "<html><body><p>Contents</p></body></html>"),
      ] + more)
  }

  static func word(_ body: String, notes: String = "") -> [UInt8] {
    ArchiveFixtures.zip([
      ("[Content_Types].xml", "<Types/>"),
      (
        "word/document.xml",
        "<?xml version='1.0'?><w:document xmlns:w='w'><w:body>\(body)</w:body></w:document>"
      ),
      ("word/footnotes.xml", "<w:footnotes>\(notes)</w:footnotes>"),
      (
        "docProps/core.xml",
        "<cp:coreProperties><dc:title>On weirs</dc:title><dc:creator>A. Weir</dc:creator>"
          + "<dcterms:modified>2020-01-02T00:00:00Z</dcterms:modified></cp:coreProperties>"
      ),
    ])
  }

  static func openText(_ body: String) -> [UInt8] {
    ArchiveFixtures.zip([
      ("mimetype", "application/vnd.oasis.opendocument.text"),
      (
        "content.xml",
        "<office:document-content><office:body><office:text>\(body)</office:text></office:body>"
          + "</office:document-content>"
      ),
      ("meta.xml", "<office:document-meta><dc:title>On locks</dc:title></office:document-meta>"),
    ])
  }
}
