"""Reads the real texts and writes the library that the accuracy benchmark searches.

Every work falls by its name into one of three parts: in the library as it is, in the library only as
an edited copy ("print": re-typeset, or with injected numbers), or held out, so that its passages are
absent.
"""
import bz2
import gzip
import hashlib
import html
import json
import pathlib
import random
import re
from dataclasses import dataclass, field

ABBREVIATIONS = set("""mr mrs ms dr st prof gen col lt capt rev hon sen rep gov jr sr vol no nr pp p ca c cf e.g i.e etc vs fig ed eds inc ltd co
    bzw z.b usw d.h u.a bd sog geb gest ca dr nr mill mio mrd etc ee.uu sr sra ud uds pág núm av p.ej dott sig ing prof ecc es ss art
    г гг в вв др т.е т.д им р тыс млн см стр np itd itp tzn tj tzv např atd m.in ok św ks dz.u al hr bijv enz dhr nl ex aprox dvs etc str nn a.c d.c v n""".split())


@dataclass
class Work:
    name: str
    language: str
    paragraphs: list
    part: str = "library"
    sections: list = field(default_factory=list)
    path: str = ""
    text: str = ""


@dataclass
class Passage:
    work: Work
    paragraph: int
    start: int
    end: int
    text: str


def sentences(paragraph, language):
    """Offsets of the sentences of a paragraph; an unclosed end is left out."""
    found, start = [], 0
    ends = r"[。!?！？]+[」』”]?" if language == "zh" else r"[.!?…։।]+[\"'”’»)]*(?:\[\d+\])*(?= +[\"'“‘«„(¿¡]?\w)|[.!?…։।]+[\"'”’»)]*(?:\[\d+\])*$"
    for match in re.finditer(ends, paragraph):
        if language != "zh" and match.end() < len(paragraph):
            following = paragraph[match.end():].lstrip(" \"'“‘«„(¿¡")[:1]
            before = re.search(r"[\w.]*$", paragraph[:match.start()]).group(0).lower()
            if following.islower() or following.isdigit() or before.strip(".") in ABBREVIATIONS or len(before) < 2 or "." in before or before.isdigit():
                continue
        found.append((start, match.end()))
        start = match.end()
        while start < len(paragraph) and paragraph[start] == " ":
            start += 1
    return found


def size(text, language):
    return len(text) // 2 if language in ("zh", "th") else len(text.split())


def good(text):
    if not re.match(r"[\"'“‘«„(¿¡]?\w", text) or re.search(r"[{}|<>=\\^_~#@*]|https?:|displaystyle|\(\s*[;,)]", text) or "  " in text:
        return False
    if text.count("(") != text.count(")") or text.count("“") != text.count("”") or text.count('"') % 2 or text.count("«") != text.count("»") or text.count("„") > 1:
        return False
    if re.search(r"[\[\]]", re.sub(r"\[\d{1,3}\]", "", text)):
        return False
    letters = sum(c.isalpha() or c in " ,.;'-" or ord(c) > 0x2ff for c in text)
    return letters >= 0.9 * len(text)


def passages(work, seed):
    """Divides a work into passages of 12 to 60 words, from a sentence or clause to a sentence or clause."""
    random_ = random.Random(f"{seed}/{work.name}/{work.language}")
    for number, paragraph in enumerate(work.paragraphs):
        target, start, last = random_.randint(14, 52), None, None
        for s, e in sentences(paragraph, work.language):
            if start is None:
                start = s
            last = e
            if size(paragraph[start:last], work.language) < target:
                continue
            a, b = start, last
            start, target = None, random_.randint(14, 52)
            if size(paragraph[a:b], work.language) > 36 and work.language != "zh":
                comma = paragraph.find(", ", a + 10, a + 120)
                if comma > 0 and random_.random() < 0.5:
                    a = comma + 2
                comma = paragraph.rfind(", ", b - 120, b - 20)
                if comma > a and random_.random() < 0.5:
                    b = comma
            text = paragraph[a:b]
            if 12 <= size(text, work.language) <= 60 and good(text):
                yield Passage(work, number, a, b, text)


def _wiki_page(path):
    lines = [line.strip() for line in path.read_text(encoding="utf-8").splitlines()]
    for end, line in enumerate(lines):
        if re.match(r"(References|See also|Notes|External links|Further reading|Bibliography)(\[edit\])?$", line) and end > len(lines) // 4:
            lines = lines[:end]
            break
    paragraphs, sections, section = [], [], 0
    for line in lines:
        if line.endswith("[edit]"):
            section += 1
            paragraphs.append(line[:-6])
            sections.append(section)
        elif line:
            paragraphs.append(re.sub(r"[\u00a0\u2009\u202f]", " ", line))
            sections.append(section)
    return paragraphs, sections


def _speeches(path):
    speeches, speech = [], []
    for line in path.read_text(encoding="utf-8", errors="replace").splitlines()[4:]:
        line = line.strip()
        if not line or re.match(r"(ACT|SCENE|Enter|Exit|Exeunt|Re-enter)\b", line) or (line.isupper() and len(line.split()) < 4):
            if speech:
                speeches.append(" ".join(speech))
            speech = []
        else:
            speech.append(line)
    return speeches + ([" ".join(speech)] if speech else [])


def _verses(path):
    books = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        place, _, verse = line.partition("\t")
        book, _, numbers = place.rpartition(" ")
        books.setdefault(book, {}).setdefault(numbers.split(":")[0], []).append(verse.strip())
    return {book: [" ".join(verses) for verses in chapters.values()] for book, chapters in books.items()}


def _fortunes(path):
    items = []
    for item in path.read_text(encoding="utf-8", errors="replace").split("\n%"):
        lines = [line.strip() for line in item.strip().splitlines()]
        lines = [line for line in lines if not re.match(r"(--|—|\(c\)|#|>)", line)]
        text = re.sub(r"\s+", " ", " ".join(lines)).strip()
        if len(text.split()) >= 12 and not re.search(r"[<>{}|@_]|\d\d:\d\d", text):
            items.append(text)
    return items


def _wiki_dump(path):
    opener = bz2.open if path.suffix == ".bz2" else gzip.open
    data = opener(path, "rt", encoding="utf-8").read()
    for title, text in re.findall(r"<title>([^<]*)</title>.*?<text[^>]*>(.*?)</text>", data, re.S):
        if ":" in title:
            continue
        paragraphs = []
        for line in html.unescape(text).splitlines():
            line = re.sub(r"\[\[(?:[^\[\]|:]*\|)?([^\[\]|:]*)\]\]", r"\1", line.strip())
            line = re.sub(r"'{2,5}", "", line)
            if len(line.split()) >= 15 and not re.search(r"[\[\]{}<>|=*#]|^[:;!]|&\w+;", line):
                paragraphs.append(re.sub(r"[\u00a0\s]+", " ", line))
        if paragraphs:
            yield title, paragraphs


def load(corpora, seed):
    """All works, in a fixed order, each with its part."""
    corpora, works = pathlib.Path(corpora), []
    pages = sorted((corpora / "wikipedia_text/enwiki_2018-02_rendered").glob("*.txt"))
    for path in pages:
        paragraphs, sections = _wiki_page(path)
        works.append(Work("wikipedia " + path.stem, "en", paragraphs, sections=sections))
    for path in sorted((corpora / "text/shakespeare_txt").glob("*.txt")):
        if not path.stem.startswith("Poetry"):
            works.append(Work("shakespeare " + path.stem, "en", _speeches(path)))
    for name, language in (("web_verses", "en"), ("rv1909_es_verses", "es")):
        for book, chapters in _verses(corpora / f"text/bible/{name}.tsv").items():
            works.append(Work(f"{name} {book}", language, chapters))
    for path in sorted((corpora / "labelled/xquad").glob("xquad.*.json")):
        language = path.name.split(".")[1]
        if language == "en":
            continue
        for number, article in enumerate(json.loads(path.read_text(encoding="utf-8"))["data"]):
            paragraphs = [re.sub(r"\s+", " ", p["context"]).strip() for p in article["paragraphs"]]
            works.append(Work(f"xquad {number:02} {article.get('title', '')}", language, paragraphs))
    for language, skip in (("de", ()), ("es", ()), ("it", ()), ("cs", ()), ("pl", ("7thguard", "adamg", "pld", "pldhelp", "plug", "pLug", "linuxpl", "blug", "baseciq", "bok"))):
        for path in sorted((corpora / f"quoting/fortunes/fortunes-{language}").iterdir()):
            if path.name in skip or path.name in ("copyright", "asciiart") or path.name.endswith("-pre"):
                continue
            items = _fortunes(path)
            for first in range(0, len(items), 120):
                works.append(Work(f"fortunes {path.name} {first // 120:02}", language, items[first:first + 120]))
    for title, paragraphs in _wiki_dump(corpora / "mediawiki/articles/json-wikipedia/it/small-dump.xml.gz"):
        works.append(Work("itwiki " + title, "it", paragraphs))
    for language in ("fr", "pt", "nl", "pl", "de", "ru"):
        for title, paragraphs in _wiki_dump(corpora / f"mediawiki/articles/dbpedia_minidumps/{language}/wiki.xml.bz2"):
            works.append(Work(f"{language}wiki " + title, language, paragraphs))
    seen = set()
    for work in works:
        slug = re.sub(r"[^\w-]+", "_", work.name)[:60]
        while (work.language, slug.lower()) in seen:
            slug += "_"
        seen.add((work.language, slug.lower()))
        work.path = f"{work.language}/{slug}.txt"
        # The same Bible book, play or XQuAD article falls on the same side in every language.
        key = re.sub(r"^\w+_verses |^xquad (\d+).*", r"\1", work.name)
        draw = int(hashlib.sha256(f"{seed}/{key}".encode()).hexdigest()[:8], 16) % 100
        held = 33 if work.language not in ("fr", "pt", "nl") else 15
        work.part = "absent" if draw < held else "print" if draw < held + 17 and work.language not in ("fr", "pt", "nl") else "library"
        work.text = "\n\n".join(work.paragraphs) + "\n"
    return works
