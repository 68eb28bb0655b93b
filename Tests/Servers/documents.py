"""Documents and cited pages by their addresses: charsets, formats, canonical links, pages that moved."""
import io
import json
import zipfile

from hosts import Pages

WORDS = "The map of Lower Tarn was drawn twice, once for those who lived there and once for those who paid for it."
RUSSIAN = "Часы на старой башне пробили тринадцать раз в ночь перед большой ярмаркой."
JAPANESE = "古い塔の時計は、大きな市の前の夜に十三回鳴ったと町の人々は言っている。"
GREEK = "Ο χάρτης της κάτω λίμνης σχεδιάστηκε δύο φορές από τον ίδιο άνθρωπο."
CURLY = "The baker’s map – drawn in flour – was swept away every evening, and nobody’s memory agreed with it."

# Path → charset by the header, charset of the bytes, the words.
CHARSETS = {
    "/cp1252": ("windows-1252", "cp1252", CURLY), "/latin1": ("ISO-8859-1", "cp1252", CURLY),
    "/cp1251": ("windows-1251", "cp1251", RUSSIAN), "/koi8": ("KOI8-R", "koi8-r", RUSSIAN),
    "/sjis": ("Shift_JIS", "shift_jis", JAPANESE), "/eucjp": ("EUC-JP", "euc-jp", JAPANESE),
    "/greek": ("ISO-8859-7", "iso8859-7", GREEK), "/utf8": ("utf-8", "utf-8", RUSSIAN),
}


def html(title, body, head=""):
    filler = "<p>" + "Nothing else on this page says anything about it, at some length. " * 8 + "</p>"
    return f"<html><head>{head}<title>{title}</title></head><body><p>{body}</p>{filler}</body></html>"


def epub():
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as book:
        book.writestr("mimetype", "application/epub+zip")
        book.writestr("META-INF/container.xml",
                      '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container" version="1.0"><rootfiles>'
                      '<rootfile full-path="b.opf" media-type="application/oebps-package+xml"/></rootfiles></container>')
        book.writestr("b.opf",
                      '<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="i"><metadata '
                      'xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:identifier id="i">x</dc:identifier>'
                      '<dc:title>Maps</dc:title><dc:language>en</dc:language></metadata><manifest>'
                      '<item id="c" href="c.xhtml" media-type="application/xhtml+xml"/></manifest>'
                      '<spine><itemref idref="c"/></spine></package>')
        book.writestr("c.xhtml", '<html xmlns="http://www.w3.org/1999/xhtml"><head><title>One</title></head>'
                      f"<body><h1>One</h1><p>{WORDS}</p></body></html>")
    return stream.getvalue()


def pages():
    result = {}
    quoted = {RUSSIAN: "«{}»", GREEK: "«{}»", JAPANESE: "「{}」", CURLY: "“{}”"}
    for path, (named, charset, words) in CHARSETS.items():
        # Not every charset has every quotation mark.
        shown = (quoted[words] if path != "/koi8" else '"{}"').format(words)
        plain = {"Content-Type": f"text/plain; charset={named}"}
        page = {"Content-Type": f'text/html;charset="{named}"'}
        result[path] = (200, plain, f"{shown}\r\n".encode(charset))
        # As a cited page; what it says of itself is a lie.
        result[path + ".html"] = (200, page, html("x", words, '<meta charset="us-ascii">').encode(charset))
    result |= {
        "/meta": (200, {"Content-Type": "text/html"},
                  html("x", f"«{RUSSIAN}»", '<meta charset="windows-1251">').encode("cp1251")),
        "/map": (200, {"Content-Type": "text/html"}, html(
            "Map", WORDS, '<link rel="canonical" href="/maps/lower-tarn">').encode()),
        "/maps/lower-tarn": (301, {"Location": "/map"}, b""),
        "/foreign": (200, {"Content-Type": "text/html"}, html(
            "Map", WORDS, '<link rel="canonical" href="http://tarn.example/map">').encode()),
        "/moved": (308, {"Location": "/map"}, b""), "/book.epub": (200, {"Content-Type": "application/epub+zip"}, epub()),
        "/notes.txt": (200, {"Content-Type": "text/plain"}, f"{WORDS}[1] And so on.[2]\n\n[1] Rolls, https://rolls.example/9.\n[2] Ibid.\n".encode()),
    }
    return result


def check(bench):
    server = Pages(pages())
    site = f"http://127.0.0.1:{server.port}"
    allow = ("--allow-host", f"127.0.0.1:{server.port}")
    for path, (_, _, words) in CHARSETS.items():
        done = bench.run("check", "--format", "json", "--archive", "none", *allow, site + path)
        texts = [each["text"] for each in json.loads(done.stdout)["quotations"]]
        bench.equal(f"a document in the charset of its header: {path}", texts, [words])
        entry, _ = bench.one(words, f"{site}{path}.html", *allow)
        bench.equal(f"a page in the charset of its header: {path}", (entry["verdict"], entry["attribution"]),
                    ("verbatim", "as-cited"))
    done = bench.run("check", "--format", "json", "--archive", "none", *allow, f"{site}/meta")
    bench.equal("a document in the charset that it names itself",
                [each["text"] for each in json.loads(done.stdout)["quotations"]], [RUSSIAN])
    for path in ("/map", "/maps/lower-tarn", "/moved", "/book.epub", "/foreign"):
        entry, _ = bench.one(WORDS, site + path, *allow)
        bench.equal(f"cited as {path}", (entry["verdict"], entry["attribution"]), ("verbatim", "as-cited"))
    entry, _ = bench.one(WORDS, f"{site}/notes.txt", *allow)
    bench.equal("a note of a text by its address", [each["urls"] for each in entry["notes"]], [["https://rolls.example/9"]])
    # Under one of its names it is read once, under a second one it is the same page.
    text = f"A: “{WORDS}” ({site}/map)\n\nB: “{WORDS}” ({site}/maps/lower-tarn)\n"
    report, _ = bench.check(text, *allow)
    bench.equal("by its own and its canonical address", [each["attribution"] for each in report["quotations"]],
                ["as-cited"] * 2)
    # What names another site as its own is not taken for that site's.
    text = f"A: “{WORDS}” ({site}/foreign)\n\nB: “{WORDS}” (http://tarn.example.invalid/map)\n"
    report, _ = bench.check(text, *allow)
    bench.equal("no page of another site", [each["attribution"] for each in report["quotations"]],
                ["as-cited", "unreachable"])
    server.stop()
