#!/usr/bin/env python3
"""Measures extraction: the quotations and citations of a report against the gold marks.

    Benchmarks/extraction/run.py CORPORA [--fons PATH] [--library DIR] [--show] [--only WORD]
                                 [--gold FILE] [--save DIR | --reports DIR]

CORPORA is the unpacked shared/data. Every document (or the excerpt that the gold file names) is
written to a temporary file of its own extension and given to `fons check --format json`
with a library of one neutral sentence, so that nothing but the document decides. `--reports` reads
reports that `--save` has kept instead of running anything. README.md says what a match is.
"""
import argparse
import collections
import html
import json
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import unicodedata
import zipfile

HERE = pathlib.Path(__file__).resolve().parent
OVERLAP = 0.8
KINDS = {"title": "words", "author": "words", "note": "words", "url": "url"}

# What may stand between the edge of a range and its first or last word, and is no part of the words.
TAG = rb"<[^<>]*>|\[/?quote[^\]]*\]|\\(?:begin|end)\{\w+\}(?:\[[^\]]*\]+)?|\\\w*quote\*?(?:\[[^\]]*\]+)?\{"
ENTITY = rb"&(?:gt|lt|quot|ldquo|rdquo|lsquo|rsquo|laquo|raquo|nbsp|#0*(?:34|39|160|171|187|821[6-9]|822[0-3]));"
ESCAPE = rb"\\u(?:201[89abcdef]|00ab|00bb|00a0)|\\[nrt\"/]"
MARKS = "“”„‟‘’‚‛«»‹›「」『』〝〞\u00a0\u202f\u2009"
MARK = rb"[\s\"'`>{}|*_-]|" + b"|".join(re.escape(c.encode()) for c in MARKS)
EDGE = b"(?:" + b"|".join([TAG, ENTITY, ESCAPE, MARK]) + b")"
LEADING = re.compile(b"(?:" + EDGE + b")+")
TRAILING = re.compile(b"(?:" + EDGE + b")+\\Z")


def source(row, corpora):
    own = HERE / "documents" / row["document"]
    return own if own.exists() else corpora / row["document"]


def contents(row, corpora):
    """The raw bytes of a document; `book.epub!chapter.xhtml` names a member of a package."""
    package, _, member = str(source(row, corpora)).partition("!")
    if not member:
        return pathlib.Path(package).read_bytes()
    with zipfile.ZipFile(package) as opened:
        return opened.read(member)


def words(raw, span):
    text = raw[span["start"] : span["end"]].decode("utf-8")
    return re.sub(r"<[^>]*>", " ", text).split()


def verify(row, raw):
    """Stops where a mark does not stand on the words that the gold file names."""
    start, end = row["range"] or (0, len(raw))
    for kind in ("quotations", "optional", "not"):
        for span in row[kind]:
            found = words(raw, span)
            ends = (" ".join(found[:3]), " ".join(found[-3:]))
            inside = start <= span["start"] < span["end"] <= end
            if not inside or ends != (span["first"], span["last"]):
                sys.exit(f"{row['document']}: bytes {span['start']} to {span['end']} are not {span['first']!r}")


def trim(raw, start, end):
    """The range from its first word to its last, without marks, tags and line prefixes."""
    lead = LEADING.match(raw, start, end)
    start = lead.end() if lead else start
    tail = TRAILING.search(raw[start:end])
    return start, start + tail.start() if tail else end


def overlap(a, b):
    common = min(a[1], b[1]) - max(a[0], b[0])
    return max(0, common) / max(1, max(a[1], b[1]) - min(a[0], b[0]))


def pair(gold, told):
    """Indices of gold and told ranges that match, best overlap first, each used once."""
    pairs = [(overlap(g, t), i, j) for i, g in enumerate(gold) for j, t in enumerate(told)]
    used_gold, used_told, out = set(), set(), {}
    for share, i, j in sorted(pairs, key=lambda p: (-p[0], p[1], p[2])):
        if share < OVERLAP:
            break
        if i not in used_gold and j not in used_told:
            used_gold.add(i)
            used_told.add(j)
            out[i] = j
    return out


def plain(value):
    text = re.sub(r"<[^>]*>", " ", html.unescape(value)).replace("\\/", "/")
    text = unicodedata.normalize("NFKC", text).casefold()
    return " ".join(re.sub(r"[^\w]+", " ", text).split())


def address(value):
    text = re.sub(r"<[^>]*>", "", html.unescape(value)).replace("\\/", "/").strip().casefold()
    return re.sub(r"^https?://(www\.)?", "", text).rstrip("/.,)")


def same(gold, told):
    """Equal or compatible kinds, and one value within the other on word boundaries."""
    if KINDS.get(gold["kind"]) != KINDS.get(told["kind"]) or not told["value"]:
        return False
    if gold["kind"] == "url":
        return address(gold["value"]) == address(told["value"])
    if gold["kind"] == "note":
        return re.sub(r"\W", "", gold["value"]) == re.sub(r"\W", "", told["value"])
    a, b = f" {plain(gold['value'])} ", f" {plain(told['value'])} "
    return len(min(a, b, key=len)) > 3 and (a in b or b in a)


def accepted(quotation):
    own = quotation["citation"]
    return ([own] + own.get("also", []) if own else []) + quotation.get("also", [])


def report_of(fons, library, path):
    command = [fons, "check", "--format", "json", "--library", library, str(path)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode not in (0, 1):
        return None, done.stderr.strip()
    report = json.loads(done.stdout)
    return (report[0] if isinstance(report, list) else report), ""


def excerpt(row, corpora, raw, folder):
    start, end = row["range"] or (0, len(raw))
    path = source(row, corpora)
    suffix = path.suffix if row["format"] != "text" else ".txt"
    copy = folder / (path.name.split(".")[0].replace(" ", "_") + suffix)
    copy.write_bytes(raw[start:end])
    bibliography = path.with_suffix(".bib")
    if bibliography.exists():
        shutil.copy(bibliography, folder)
    return copy


def compare(row, raw, report, counts, show):
    base = row["range"][0] if row["range"] else 0
    told = []
    for q in report["quotations"] if report else []:
        told.append(trim(raw, base + q["range"]["start"], base + q["range"]["end"]))
    gold = [trim(raw, q["start"], q["end"]) for q in row["quotations"]]
    matched = pair(gold, told)
    optional = [(s["start"], s["end"]) for s in row["optional"]]
    never = [(s["start"], s["end"]) for s in row["not"]]

    def shown(span):
        text = " ".join(raw[span[0] : span[1]].decode("utf-8", "replace").split())
        return text if len(text) < 90 else text[:50] + " … " + text[-30:]

    lines = []
    counts["gold"] += len(gold)
    counts["matched"] += len(matched)
    for i, span in enumerate(gold):
        if i not in matched:
            near = max(told, key=lambda t: overlap(span, t), default=None)
            part = overlap(span, near) if near else 0
            lines.append(f"  missed    {span[0] - base:6} {shown(span)!r}" + (f" ({part:.0%} overlap)" if part else ""))
    for j, span in enumerate(told):
        if j in matched.values():
            continue
        if any(overlap(span, o) >= 0.5 or (o[0] <= span[0] and span[1] <= o[1]) for o in optional):
            counts["optional"] += 1
            continue
        counts["spurious"] += 1
        trap = any(overlap(span, n) >= 0.5 for n in never)
        counts["traps"] += trap
        lines.append(f"  {'trap' if trap else 'spurious':9} {span[0] - base:6} {shown(span)!r}")
    lines += cite(row, report, matched, gold, base, counts, shown)
    if show and lines:
        print(f"\n{row['document']} ({row['format']}, from byte {base})")
        print("\n".join(lines))


def cite(row, report, matched, gold, base, counts, shown):
    """Counts the citations of matched quotations; a citation of a missed one is missed too."""
    lines = []
    for i, quotation in enumerate(row["quotations"]):
        wanted = quotation["citation"]
        counts["cited"] += wanted is not None
        if i not in matched:
            continue
        counts["cited-matched"] += wanted is not None
        told = report["quotations"][matched[i]]["citation"]
        if not told or told["kind"] == "none":
            right = wanted is None
        else:
            right = any(same(c, told) for c in accepted(quotation))
            counts["told"] += 1
            counts["told-right"] += right
        counts["cited-right"] += right and wanted is not None
        if wanted and wanted.get("described"):
            counts["described"] += 1
            counts["described-right"] += right
        if not right:
            want = f"{wanted['kind']} {wanted['value']!r}" if wanted else "none"
            have = f"{told['kind']} {told['value']!r}" if told and told["kind"] != "none" else "none"
            lines.append(f"  citation  {gold[i][0] - base:6} {shown(gold[i])!r}: {want}, told {have}")
    return lines


def share(part, whole):
    return f"{part / whole:7.1%}" if whole else "      –"


def table(by_format):
    total = collections.Counter()
    print(f"\n{'format':12}{'gold':>6}{'told':>6}{'recall':>9}{'precis.':>8} |{'cited':>6}{'recall':>8}{'precis.':>8}{'of all':>8}")
    for name, c in [*sorted(by_format.items()), ("all", total)]:
        if name != "all":
            total.update(c)
        counted = c["matched"] + c["spurious"]
        print(
            f"{name:12}{c['gold']:>6}{counted:>6}  {share(c['matched'], c['gold'])} {share(c['matched'], counted)} |"
            f"{c['cited-matched']:>6} {share(c['cited-right'], c['cited-matched'])} "
            f"{share(c['told-right'], c['told'])} {share(c['cited-right'], c['cited'])}"
        )
    named = total["cited-matched"] - total["described"]
    print(f"\nunreadable documents: {total['unreadable']}")
    print(f"marks that are none, told as quotations: {total['traps']} of {total['not']}")
    print(f"optional marks told (not counted): {total['optional']} of {total['optional-marks']}")
    print(
        "citations of matched quotations, right: "
        f"{total['cited-right'] - total['described-right']} of {named} that name a work, a person or a note, "
        f"{total['described-right']} of {total['described']} that only describe (“the minute book”, “Op. Cit.”)"
    )


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpora", type=pathlib.Path)
    parser.add_argument("--fons", default=".build/release/fons")
    parser.add_argument("--gold", default="gold.jsonl", help="gold.jsonl, gold2.jsonl or gold3.jsonl")
    parser.add_argument("--library", help="use this library instead of one of a single sentence")
    parser.add_argument("--show", action="store_true", help="list every error")
    parser.add_argument("--only", default="", help="only documents whose path holds this word")
    parser.add_argument("--save", type=pathlib.Path, help="keep the reports in this folder")
    parser.add_argument("--reports", type=pathlib.Path, help="read kept reports, run nothing")
    options = parser.parse_args()
    rows = [json.loads(line) for line in (HERE / options.gold).read_text(encoding="utf-8").splitlines()]
    by_format = collections.defaultdict(collections.Counter)
    with tempfile.TemporaryDirectory() as temporary:
        work = pathlib.Path(temporary)
        library = options.library or str(work / "library")
        if not options.library and not options.reports:
            (work / "sentence.txt").write_text("The ferry sails at noon on every day but the second.\n")
            command = [options.fons, "library", "add", "--library", library, str(work / "sentence.txt")]
            subprocess.run(command, check=True, capture_output=True)
        if options.save:
            options.save.mkdir(parents=True, exist_ok=True)
        for number, row in enumerate(rows):
            if options.only not in row["document"]:
                continue
            raw = contents(row, options.corpora)
            verify(row, raw)
            name = f"{number:02}.json"
            if options.reports:
                report, error = json.loads((options.reports / name).read_text(encoding="utf-8")), ""
            else:
                folder = work / f"{number:02}"
                folder.mkdir()
                report, error = report_of(options.fons, library, excerpt(row, options.corpora, raw, folder))
            if options.save:
                (options.save / name).write_text(json.dumps(report, ensure_ascii=False, indent=1), encoding="utf-8")
            counts = by_format[row["format"]]
            counts["not"] += len(row["not"])
            counts["optional-marks"] += len(row["optional"])
            if report is None:
                counts["unreadable"] += 1
                print(f"{row['document']}: {error}", file=sys.stderr)
            compare(row, raw, report, counts, options.show)
    table(by_format)


if __name__ == "__main__":
    main()
