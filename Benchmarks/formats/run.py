#!/usr/bin/env python3
"""Reads every file of the corpora that is in a format of Fons, and compares with other readers.

    Benchmarks/formats/run.py CORPORA [--fons-formats PROGRAM] [--output Documentation/Formats.md]

CORPORA is what `../shared/data/unpack` unpacks. Needs Python with mwxml, warcio, libzim and lxml
(`pip install mwxml warcio libzim lxml brotli`), and 7z and pdftotext; a reader that is missing
leaves its columns empty.
"""

import argparse
import collections
import glob
import json
import os
import random
import re
import subprocess
import sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import peers  # noqa: E402

TOLERANCE = 0.005


def kind_of(path):
    """The format of a file of the corpora, by where it stands and how it is named."""
    name = os.path.basename(path).lower()
    folder = path.split(os.sep)[0]
    if folder == "mediawiki":
        if re.search(r"\.xml(-p\d+p\d+)?(-shortened)?(\.(gz|bz2|xz|lzma|7z))?$", name) or (
                name.endswith(("_invalid.7z", "-shortened.bz2"))):
            return "mediawiki"
        return None
    if folder == "zim" and re.search(r"\.zim([a-z][a-z]|\.embedded(\.multi)?)?$", name):
        return "zim"
    if folder == "warc":
        if re.search(r"\.wacz$", name):
            return "wacz"
        if re.search(r"\.w?arc(\.gz)?(\.bad)?$", name):
            return "warc"
        return None
    if name.endswith(".epub"):
        return "epub"
    if name.endswith(".pdf"):
        return "pdf"
    if folder == "multiformat" and name.endswith(".html"):
        return "html"
    return None


class Reading:
    """What Fons says about one file."""

    def __init__(self):
        self.works = self.redirects = self.words = 0
        self.warnings, self.errors = [], []
        self.seconds = 0.0

    def add(self, line):
        event = line["event"]
        if event == "work":
            self.works += 1
            self.words += peers.words(line["text"])
        elif event == "redirect":
            self.redirects += 1
        elif event == "warning":
            self.warnings.append(line["message"])
        elif event == "unreadable":
            self.errors.append(line["message"])
        elif event == "end":
            self.seconds = line["seconds"]


def read(program, paths, *options):
    """Runs Fons over the files: a reading for each."""
    readings = {path: Reading() for path in paths}
    for start in range(0, len(paths), 100):
        process = subprocess.Popen(
            [program, *options, *paths[start:start + 100]], stdout=subprocess.PIPE)
        for line in process.stdout:
            event = json.loads(line)
            readings[event["path"]].add(event)
        if process.wait() != 0:
            sys.exit(f"{program} ended with {process.returncode}")
    return readings


def peer(kind, path):
    """What another reader says: a dictionary, or why it could not."""
    try:
        return getattr(peers, kind)(path)
    except ImportError:
        return None
    except Exception as error:  # noqa: BLE001: whatever a foreign reader throws
        return f"{type(error).__name__}: {error}"


def agrees(own, other):
    return abs(own - other) <= max(TOLERANCE * other, 0.5)


def table(program, corpora):
    """The rows of the table, and how many of each kind of outcome there were."""
    paths = collections.defaultdict(list)
    for folder, _, names in sorted(os.walk(corpora)):
        for name in sorted(names):
            path = os.path.relpath(os.path.join(folder, name), corpora)
            kind = kind_of(path)
            if kind:
                paths[kind].append(path)
    os.chdir(corpora)
    rows, counts = [], collections.Counter()
    for kind in ("mediawiki", "zim", "warc", "wacz", "epub", "pdf", "html"):
        # Contents are compared as they are stored; books as they are read.
        options = [] if kind in ("epub", "html") else ["--markup"]
        own = read(program, paths[kind], *options)
        history = read(program, paths[kind], "--markup", "--all-revisions") if (
            kind == "mediawiki") else {}
        for path in paths[kind]:
            rows.append(row(kind, path, own[path], history.get(path), counts))
    return rows, counts


def row(kind, path, own, history, counts):
    other = peer(kind, path) if kind != "html" else None
    revisions = history.works + history.redirects if history else None
    refused = own.works == 0 and own.errors
    later = re.search(r"\.zim(?!aa)[a-z][a-z]$", path)
    cells = [f"`{path}`", kind]
    if later:
        outcome = "part of the file before"
    elif refused:
        outcome = "refused"
    elif own.errors or own.warnings:
        outcome = "opened in part"
    else:
        outcome = "opened"
    counts[kind, outcome] += 1
    cells.append(outcome)
    figures = {"works": own.works, "revisions": revisions, "words": own.words}
    differing = []
    for name in ("works", "revisions", "words"):
        value = figures[name]
        theirs = other.get(name) if isinstance(other, dict) else None
        text = "" if value is None or later else f"{value:,}"
        if theirs is not None and value is not None and not later and not refused:
            if agrees(value, theirs):
                text += " ="
            else:
                text += f" ({theirs:,})"
                differing.append(name)
        cells.append(text)
    if isinstance(other, dict) and not later and not refused:
        counts[kind, "compared"] += 1
        counts[kind, "agreeing"] += not differing
    reason = "; ".join(dict.fromkeys(own.errors + own.warnings))
    if isinstance(other, str) and not later:
        reason += ("; " if reason else "") + "the other reader: " + other
    cells.append(re.sub(r"\s+", " ", reason).replace("|", "\\|")[:300])
    return cells


# The same text in several formats.

def sentences(text, count, seed):
    """Sentences of running text that hold no markup of their own, drawn by chance."""
    found = []
    for paragraph in re.split(r"\n\s*\n", text):
        lines = paragraph.split("\n")
        indents = {len(line) - len(line.lstrip()) for line in lines if line.strip()}
        plain = re.sub(r"\s+", " ", paragraph).strip()
        if len(indents) != 1 or re.search(r"://|[|<>\[\]_`{}\\*=#~]|\s{2,}|\.{3}|-$", plain):
            continue
        if any(re.search(r"\S {2,}\S", line) for line in lines) or any(
                line.rstrip().endswith("-") for line in lines):
            continue
        for sentence in re.split(r"(?<=[.!?。])\s+(?=[A-ZÀ-ÞА-Я])", plain):
            if sentence.endswith((".", "!", "?")) and 8 <= len(sentence.split()) <= 40 and (
                    sentence[0].isupper()):
                found.append(sentence)
    found = list(dict.fromkeys(found))
    random.Random(seed).shuffle(found)
    return found[:count]


def tokens(text):
    """Its words in order: letters and digits, ligatures and soft hyphens undone."""
    import unicodedata
    text = unicodedata.normalize("NFKC", text.replace("\u00ad", ""))
    return " " + " ".join(re.findall(r"\w+", text.lower())) + " "


def texts(program, paths):
    result = []
    for start in range(0, len(paths), 100):
        output = subprocess.run(
            [program, *paths[start:start + 100]], check=True, capture_output=True).stdout
        for line in output.splitlines():
            event = json.loads(line)
            if event["event"] == "work":
                result.append(event["text"])
    return tokens("\n".join(result))


def books(corpora):
    """Each book with its text form and its other forms."""
    folder = os.path.join(corpora, "multiformat")

    def files(pattern):
        return sorted(glob.glob(os.path.join(folder, pattern), recursive=True))

    for name, text in [
            ("debian-faq", "debian-faq.txt"), ("debian-policy", "policy.txt"),
            ("debian-reference", "debian-reference.txt"), ("fhs", "fhs-3.0.txt"),
            ("maint-guide", "maint-guide.txt")]:
        yield name, files(f"{name}/{text}")[0], {
            "html": files(f"{name}/html/**/*.html"), "epub": files(f"{name}/*.epub"),
            "pdf": files(f"{name}/*.pdf")}
    for path in files("debian-history/docs/project-history.*.txt.gz"):
        language = path.split(".")[-3]
        stem = f"debian-history/docs/project-history.{language}"
        yield f"debian-history.{language}", path, {
            "html": files(f"debian-history/docs/*.{language}.html"),
            "epub": files(stem + ".epub"), "pdf": files(stem + ".pdf")}


def absent(form, paths, sentence_tokens):
    """Whether another reader does not find the sentence in the files either."""
    if form != "pdf":
        return False
    raw = subprocess.run(
        ["pdftotext", "-raw", "-enc", "UTF-8", paths[0], "-"], capture_output=True).stdout.decode()
    raw = raw.replace("\f", "\n")
    hyphen = r"(\w)[-\u00ad\u2010]\n"
    return all(
        sentence_tokens not in tokens(re.sub(hyphen, joint, raw)) for joint in (r"\1", r"\1-"))


def multiformat(program, corpora):
    import gzip
    rows, totals, missing = [], collections.defaultdict(lambda: [0, 0, 0]), []
    for name, path, forms in books(corpora):
        with (gzip.open if path.endswith(".gz") else open)(path, "rb") as file:
            text = file.read().decode("utf-8", "replace")
        drawn = sentences(text, 200, name)
        if len(drawn) < 20:
            # Languages without spaces have no sentences by this measure.
            continue
        cells = [name, str(len(drawn))]
        for form in ("html", "epub", "pdf"):
            if not forms[form]:
                cells.append("")
                continue
            held = texts(program, forms[form])
            lost = [sentence for sentence in drawn if tokens(sentence) not in held]
            gone = [item for item in lost if absent(form, forms[form], tokens(item))]
            missing += [(name, form, item, item in gone) for item in lost]
            found, there = len(drawn) - len(lost), len(drawn) - len(gone)
            for index, value in enumerate((found, len(drawn), there)):
                totals[form][index] += value
            cells.append(share(found, len(drawn), there))
        rows.append(cells)
    rows.append(["all", ""] + [share(*totals[form]) for form in ("html", "epub", "pdf")])
    return rows, missing


def share(found, drawn, there):
    """Found of all drawn, and of those that the file holds by another reader's account."""
    text = f"{100 * found / max(1, drawn):.1f} %"
    return text if there == drawn else f"{text} ({100 * found / max(1, there):.1f} %)"


def head(output):
    """What people wrote in the page: everything down to its line."""
    with open(output, encoding="utf-8") as file:
        return file.read().partition("\n---\n")[0] + "\n---\n"


def written(rows, counts, books_rows, missing, page):
    lines = [head(page), "## Every file\n"]
    lines.append(
        "`=` stands for agreement with the other reader within 0.5 % (mwxml, libzim's Python, warcio,"
        " zipfile with lxml, pdftotext); where there is none, its figure follows in brackets. Words"
        " are stretches between white space, of what a file holds: wikitext, HTML, printed lines;"
        " for EPUB and HTML, of what a reader reads. Redirects are no works.\n")
    lines.append("| format | opened | in part | refused | compared | agreeing |")
    lines.append("|---|---|---|---|---|---|")
    for kind in ("mediawiki", "zim", "warc", "wacz", "epub", "pdf", "html"):
        lines.append("| {} | {} | {} | {} | {} | {} |".format(
            kind, counts[kind, "opened"], counts[kind, "opened in part"], counts[kind, "refused"],
            counts[kind, "compared"], counts[kind, "agreeing"]))
    lines.append("\n| file | format | outcome | works | revisions | words | reason |")
    lines.append("|---|---|---|---|---|---|---|")
    lines += ["| " + " | ".join(cells) + " |" for cells in rows]
    lines.append("\n## The same text in several formats\n")
    lines.append(
        "200 sentences (or all, where there are fewer) drawn by chance from the running text of each"
        " book's text form, found word for word in its other forms. In brackets: of the sentences"
        " that stand in the PDF at all, by `pdftotext -raw`; its text often names links and sections"
        " otherwise than the text form.\n")
    lines.append("| book | sentences | HTML | EPUB | PDF |\n|---|---|---|---|---|")
    lines += ["| " + " | ".join(cells) + " |" for cells in books_rows]
    lines.append("\nNot found:\n")
    lines += [
        f"- {name}, {form}: {sentence[:160]}" + (" *(nor by pdftotext)*" if gone else "")
        for name, form, sentence, gone in missing[:60]]
    return "\n".join(lines) + "\n"


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("corpora")
    parser.add_argument("--fons-formats", default=".build/release/fons-formats")
    parser.add_argument("--output", default="Documentation/Formats.md")
    parser.add_argument("--only", choices=["table", "books"])
    arguments = parser.parse_args()
    program = os.path.abspath(arguments.fons_formats)
    output = os.path.abspath(arguments.output)
    corpora = os.path.abspath(arguments.corpora)
    rows, counts = ([], collections.Counter()) if arguments.only == "books" else table(
        program, corpora)
    found, missing = ([], []) if arguments.only == "table" else multiformat(program, corpora)
    text = written(rows, counts, found, missing, output)
    with open(output, "w", encoding="utf-8") as file:
        file.write(text)
    for kind in ("mediawiki", "zim", "warc", "wacz", "epub", "pdf"):
        print(f"{kind}: {counts[kind, 'compared']} compared, {counts[kind, 'agreeing']} agree")
    for cells in found:
        print("  ".join(cells))


if __name__ == "__main__":
    main()
