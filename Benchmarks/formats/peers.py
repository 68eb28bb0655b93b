"""Independent readers: what other programs find in the same files.

Each function takes a path and returns a dictionary with `works`, `revisions` where the format has
them, and `words`: stretches between white space in the content that a file holds. A reader that
cannot read the file raises.
"""

import bz2
import gzip
import io
import lzma
import posixpath
import re
import subprocess
import tempfile
import urllib.parse
import warnings
import zipfile

REDIRECT = re.compile(rb"^\s*#\s*[^\W\d_]+\s*:?\s*\[\[", re.IGNORECASE)


def words(data):
    """Counts stretches between ASCII white space."""
    return len(data.encode() if isinstance(data, str) else data) and len(
        (data.encode() if isinstance(data, str) else data).split())


# MediaWiki, by mwxml over Python's or 7-Zip's decompression.

def opened(path):
    with open(path, "rb") as file:
        head = file.read(6)
    if head.startswith(b"\x1f\x8b"):
        return gzip.open(path)
    if head.startswith(b"BZh"):
        return bz2.open(path)
    if head.startswith(b"\xfd7zXZ") or head.startswith(b"\x5d\0\0"):
        return lzma.open(path)
    if head.startswith(b"7z\xbc\xaf"):
        return io.BytesIO(subprocess.run(
            ["7z", "x", "-so", path], check=True, capture_output=True).stdout)
    return open(path, "rb")


def mediawiki(path):
    import mwxml
    works = revisions = count = 0
    with opened(path) as file:
        dump = mwxml.Dump.from_file(file)
        names = {space.name: space.id for space in dump.site_info.namespaces or []}
        for page in dump:
            space = page.namespace
            if space is None:
                space = names.get(page.title.split(":")[0], 0) if ":" in page.title else 0
            last = None
            for revision in page:
                if space != 0:
                    continue
                if (revision.model or "wikitext") != "wikitext" and not page.redirect:
                    continue
                if revision.text is None and revision.deleted and revision.deleted.text:
                    continue
                revisions += 1
                if last is None or last.timestamp is None or revision.timestamp >= last.timestamp:
                    last = revision
            if last is None or page.redirect:
                continue
            text = (last.text or "").encode()
            if REDIRECT.match(text):
                continue
            works += 1
            count += words(text)
    return {"works": works, "revisions": revisions, "words": count}


# ZIM, by libzim's own Python.

def zim(path):
    from libzim.reader import Archive
    if path.endswith("aa"):
        path = path[:-2]
    archive = Archive(path)
    old = not archive.has_new_namespace_scheme
    works = count = 0
    for index in range(archive.entry_count):
        entry = archive._get_entry_by_id(index)
        if entry.is_redirect or (old and not entry.path.startswith("A/")):
            continue
        item = entry.get_item()
        kind = item.mimetype.split(";")[0]
        if kind in ("text/html", "text/plain", "application/pdf"):
            works += 1
            count += 0 if kind == "application/pdf" else words(bytes(item.content))
    return {"works": works, "words": count}


# WARC and ARC, by warcio.

TEXT = {"text/html", "application/xhtml+xml", "text/plain", "text/markdown", "application/pdf"}


def records(stream):
    from warcio.archiveiterator import ArchiveIterator
    works = count = 0
    for record in ArchiveIterator(stream, arc2warc=True):
        headers = record.rec_headers
        if record.rec_type == "response" and record.http_headers:
            status = record.http_headers.get_statuscode() or ""
            kind = record.http_headers.get_header("Content-Type") or ""
            if not status.startswith("2"):
                continue
        elif record.rec_type in ("resource", "conversion"):
            kind = headers.get_header("Content-Type") or ""
        else:
            continue
        kind = kind.split(";")[0].strip().lower()
        if kind not in TEXT:
            continue
        content = record.content_stream().read()
        if not content:
            continue
        works += 1
        count += words(printed(content)) if content.startswith(b"%PDF-") else words(content)
    return {"works": works, "words": count}


def warc(path):
    with open(path, "rb") as file:
        return records(file)


def wacz(path):
    total = {"works": 0, "words": 0}
    with zipfile.ZipFile(path) as archive:
        for name in archive.namelist():
            if name.startswith("archive/") and ".warc" in name:
                found = records(io.BytesIO(archive.read(name)))
                total = {key: total[key] + found[key] for key in total}
    return total


# Books, by zipfile and lxml.

BLOCKS = {
    "p", "div", "h1", "h2", "h3", "h4", "h5", "h6", "li", "dt", "dd", "td", "th", "tr", "br",
    "section", "aside", "blockquote", "pre", "figure", "figcaption", "caption", "hr", "table",
    "ol", "ul", "dl", "header", "footer", "article", "main", "body", "address", "summary",
}
UNREAD = {"script", "style", "nav", "svg", "head", "button", "select", "textarea", "iframe",
          "object", "audio", "video", "canvas", "template", "noscript", "input", "menu", "dialog"}
# What Fons takes for navigation, by its class.
NAVIGATION = {"toc", "navbox", "noprint", "breadcrumb", "breadcrumbs", "sidebar", "sr-only",
              "visually-hidden"}


def epub(path):
    from lxml import etree
    with zipfile.ZipFile(path) as archive:
        container = etree.fromstring(archive.read("META-INF/container.xml"))
        package_path = container.find(".//{*}rootfile").get("full-path")
        package = etree.fromstring(archive.read(package_path))
        base = posixpath.dirname(package_path)
        items = {item.get("id"): item for item in package.iterfind(".//{*}manifest/{*}item")}
        count = 0
        for reference in package.iterfind(".//{*}spine/{*}itemref"):
            item = items[reference.get("idref")]
            kind = item.get("media-type")
            if ("xhtml" not in kind and "svg" not in kind) or "nav" in (
                    item.get("properties") or "").split():
                continue
            name = urllib.parse.unquote(item.get("href"))
            data = archive.read(posixpath.normpath(posixpath.join(base, name)))
            parser = etree.XMLParser(recover=True, resolve_entities=False)
            root = etree.fromstring(data, parser)
            if "svg" in kind:
                count += sum(
                    words("".join(text.itertext())) for text in root.iter("{*}text"))
            else:
                count += words(page_text(root))
    return {"works": 1 if count else 0, "words": count}


def page_text(root):
    """The words of a page, with white space where its blocks meet."""
    pieces = []

    def walk(start):
        # A stack of its own: pages may be nested deeper than Python's.
        stack = [(start, False)]
        while stack:
            node, done = stack.pop()
            name = node.tag.split("}")[-1] if isinstance(node.tag, str) else None
            if done:
                if name in BLOCKS:
                    pieces.append("\n")
                if node is not start and node.tail:
                    pieces.append(node.tail)
                continue
            hidden = name is None or name in UNREAD or node.get("hidden") is not None or re.search(
                r"display:\s*none|visibility:\s*hidden", node.get("style") or "") or (
                NAVIGATION & set((node.get("class") or "").split()))
            stack.append((node, True))
            if hidden:
                continue
            if name in BLOCKS:
                pieces.append("\n")
            if node.text:
                pieces.append(node.text)
            stack += [(child, False) for child in reversed(node)]

    body = root.find(".//{*}body")
    walk(root if body is None else body)
    return "".join(pieces)


# PDF, by pdftotext's own layout.

def printed(content):
    """The text of a PDF."""
    with tempfile.NamedTemporaryFile() as file:
        file.write(content)
        file.flush()
        return pdf_text(file.name)


def pdf_text(path):
    # Without -layout it undoes hyphens, not always as the book would.
    return subprocess.run(
        ["pdftotext", "-layout", "-enc", "UTF-8", path, "-"], check=True, capture_output=True).stdout


def pdf(path):
    return {"works": 1, "words": words(pdf_text(path))}


warnings.simplefilter("ignore")
