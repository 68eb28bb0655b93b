#!/usr/bin/env python3
"""Compares wikitext as Fons reads it with what MediaWiki makes of it, word by word.

    Benchmarks/formats/wikitext.py tests CORPORA      MediaWiki's and Cite's parser tests
    Benchmarks/formats/wikitext.py server API DUMP    a running MediaWiki that holds the dump's pages

Both sides are read by `fons-formats --render`: the wikitext by Fons's reader of wikitext, MediaWiki's
HTML by Fons's reader of HTML, without its list of references (Fons keeps notes beside the text). A
test agrees where the words are the same, in the same order. Needs lxml; `server` needs a MediaWiki
with the pages of DUMP (`../shared/servers/mediawiki/mw-up.sh ROOT PORT DUMP`, API is
`http://127.0.0.1:PORT/api.php`).
"""

import argparse
import collections
import difflib
import glob
import json
import os
import re
import subprocess
import sys
import urllib.parse
import urllib.request

import lxml.etree
import lxml.html

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import peers  # noqa: E402

# Options of tests that do not render a page: other transformations, or switched off.
NO_PAGE = re.compile(
    r"\b(pst|msg|comment|disabled|preload|section=|replace=|ill|cat|extlinks|showindicators|"
    r"showtitle|property|showflags|showmedia|externallinks|html2wt|wt2wt|selser|html2html|"
    r"lastrevision)\b")
HTML = ("html/php+tidy", "html+tidy", "html/php", "html", "html/*", "html/", "html/parsoid")


def sections(path):
    """The tests of a file, each a dictionary of its sections, and the articles it defines."""
    found, articles, current, section = [], set(), None, None
    with open(path, encoding="utf-8") as file:
        for line in file.read().split("\n"):
            mark = re.match(r"!!\s*([\w/+*-]+)\s*$", line)
            if mark:
                section = mark.group(1).lower()
                if section in ("test", "article"):
                    current = {"section": section}
                    if section == "test":
                        found.append(current)
                elif section in ("end", "endarticle"):
                    if current and current["section"] == "article":
                        title = current.get("article", "").strip()
                        articles.add(title.split(":", 1)[-1].lower().replace("_", " "))
                    current = None
            elif current is not None:
                current[section] = (current[section] + "\n" if section in current else "") + line
    return found, articles


def tests(corpora):
    """Tests that render a page: (file, name, title, wikitext, html), and how many do not."""
    chosen, others, articles = [], collections.Counter(), set()
    folder = os.path.join(corpora, "mediawiki/parser_tests")
    for path in sorted(glob.glob(f"{folder}/parsoid/*.txt") + glob.glob(f"{folder}/Cite/*.txt")):
        if path.endswith("ORIGIN.txt"):
            continue
        found, defined = sections(path)
        articles |= defined
        for test in found:
            options = test.get("options", "")
            html = next((test[key] for key in HTML if key in test), None)
            if "wikitext" not in test or html is None:
                others["no HTML"] += 1
            elif NO_PAGE.search(options):
                others["no page"] += 1
            else:
                title = re.search(r"title=\s*(?:\[\[([^]]*)\]\]|\"?([^\s\"]+))", options)
                language = re.search(r"language=(\S+)", options)
                chosen.append({
                    "file": os.path.relpath(path, folder), "name": test["test"].strip(),
                    "title": (title.group(1) or title.group(2)) if title else "Parser test",
                    "language": language.group(1) if language else "en",
                    "wikitext": test["wikitext"], "html": html})
    return chosen, others, articles


def without_references(html):
    """The page without lists of references, contents, links to edit and Cite's complaints."""
    html = re.sub(r"<!--.*?-->", "", html, flags=re.S)
    try:
        tree = lxml.html.fragment_fromstring(html, create_parent="div")
    except (lxml.etree.ParserError, ValueError):
        return html
    for node in tree.xpath(
            "//ol[contains(@class, 'references')] | //*[contains(@class, 'mw-references')]"
            " | //*[@id='toc'] | //*[contains(@class, 'toc ')] | //*[@class='toc']"
            " | //*[contains(@class, 'mw-editsection')]"
            # What stands for templates and files that the wiki lacks.
            " | //a[contains(@class, 'new') and contains(@href, 'Template:')]"
            " | //*[@class='thumbinner']/a[contains(@href, 'File:')]"
            " | //a[contains(@class, 'new') and starts-with(@title, 'File:')]"):
        if node.getparent() is not None:
            node.drop_tree()
    return lxml.html.tostring(tree, encoding="unicode")


def render(program, requests):
    """Renders requests with `id`: id -> answer."""
    process = subprocess.run(
        [program, "--render"], input="\n".join(json.dumps(item) for item in requests),
        stdout=subprocess.PIPE, encoding="utf-8", check=True)
    return {line["id"]: line for line in map(json.loads, process.stdout.splitlines())}


def words(text):
    return text.replace("\u00a0", " ").replace("\u00ad", "").split()


# What a test that disagrees is about, by what its wikitext holds; the first that fits.
CLASSES = [
    ("pages and templates that the tests define", None),
    ("pictures: what is shown where there is no file", r"(?i)\[\[\s*:?\s*(file|image|media|soubor|datei|fitxategi|plik|bestand|kép)\s*:"
     r"|<gallery|<imagemap|<timedmedia"),
    ("complaints of Cite about wrong notes", r"(?i)<ref|<references"),
    ("variants of a language (`-{…}-`)", r"-\{"),
    ("functions and variables of MediaWiki", r"\{\{\s*(#|[A-Z]{3,}|[a-z]+:|int:|msg)"),
    ("special pages, links out of the tests' own wikis", r"(?i)\[\[\s*:?(special|mw|meatball|interwiki|local|wikipedia|zh|es|ar|user)\s*:"),
    ("tags and their attributes, broken or foreign", r"<\s*/?\s*[a-zA-Z]"),
    ("tables, broken or unusual", r"\{\||^\s*\|"),
    ("brackets and addresses", r"\[|(?i:https?://|mailto:|ISBN|RFC|PMID)"),
    ("indented and listed lines", r"(?m)^[ *#:;]"),
]


def kind(test, articles):
    names = re.findall(r"\{\{\s*(?:subst:|:|template:)?\s*([^|{}\n<]*)", test["wikitext"], re.I)
    if any(name.strip().lower().replace("_", " ") in articles for name in names):
        return CLASSES[0][0]
    if "{{{" in test["wikitext"] and not names:
        return "functions and variables of MediaWiki"
    for name, pattern in CLASSES[1:]:
        if re.search(pattern, test["wikitext"]):
            return name
    return "the rest"


def parser_tests(arguments):
    chosen, others, articles = tests(os.path.abspath(arguments.corpora))
    requests = []
    for index, test in enumerate(chosen):
        requests.append({"id": f"w{index}", "wikitext": test["wikitext"], "title": test["title"],
                         "language": test["language"]})
        requests.append({"id": f"h{index}", "html": without_references(test["html"])})
    answers = render(arguments.fons_formats, requests)
    agreeing, total, lacking = collections.Counter(), collections.Counter(), collections.Counter()
    own_total = own_agreeing = 0
    shown = []
    for index, test in enumerate(chosen):
        group = "Cite" if "cite" in test["file"].lower() or "Cite/" in test["file"] else "parser"
        total[group] += 1
        ours, theirs = (words(answers[f"{side}{index}"]["text"]) for side in "wh")
        what = kind(test, articles)
        stands_alone = what != CLASSES[0][0]
        own_total += stands_alone
        if ours == theirs:
            agreeing[group] += 1
            own_agreeing += stands_alone
            continue
        lacking[what] += 1
        if arguments.show and (not arguments.kind or arguments.kind in what):
            shown.append((what, test, ours, theirs))
    print(f"{len(chosen):,} tests render a page ({', '.join(f'{n:,} {k}' for k, n in others.items())}"
          " left out).\n")
    print("| tests | agree | of | share |\n|---|---|---|---|")
    for group in total:
        print(f"| {group} | {agreeing[group]:,} | {total[group]:,} | "
              f"{100 * agreeing[group] / total[group]:.1f} % |")
    both = sum(agreeing.values())
    print(f"| all | {both:,} | {len(chosen):,} | {100 * both / len(chosen):.1f} % |")
    print(f"| that call no page of the tests' own | {own_agreeing:,} | {own_total:,} | "
          f"{100 * own_agreeing / own_total:.1f} % |")
    print("\n| what those that disagree are about | tests |\n|---|---|")
    for name, count in lacking.most_common():
        print(f"| {name} | {count} |")
    for what, test, ours, theirs in shown[:arguments.show]:
        print(f"\n--- {test['file']}: {test['name']} [{what}]\n{test['wikitext'][:600]}")
        print(f"ours:   {' '.join(ours)[:500]}\ntheirs: {' '.join(theirs)[:500]}")


# A running MediaWiki.

# Markers are compared apart: where templates are missing, notes count otherwise.
NOTE = re.compile(r"\[[\w ]{1,12}\]")


def asked(api, title):
    query = urllib.parse.urlencode({
        "action": "parse", "page": title, "prop": "text|wikitext", "format": "json",
        "formatversion": 2, "disableeditsection": 1, "disabletoc": 1})
    with urllib.request.urlopen(f"{api}?{query}", timeout=120) as answer:
        data = json.load(answer)
    return data.get("parse")


def pages(dump):
    import mwxml
    with peers.opened(dump) as file:
        for page in mwxml.Dump.from_file(file):
            if page.namespace == 0 and not page.redirect:
                yield page.title


def listed_notes(html):
    """The notes of a rendered page as its HTML has them: (marker, words) for each use."""
    tree = lxml.html.fragment_fromstring(html, create_parent="div")
    texts = {}
    for note in tree.xpath("//li[starts-with(@id, 'cite_note')]"):
        body = note.xpath(".//*[contains(@class, 'reference-text')]")
        texts[note.get("id")] = body[0].text_content() if body else ""
    uses = []
    for use in tree.xpath("//sup[starts-with(@id, 'cite_ref')]"):
        anchor = use.find(".//a")
        key = (anchor.get("href") or "").lstrip("#")
        uses.append((use.text_content().strip("[]"), texts.get(urllib.parse.unquote(key), texts.get(key))))
    return uses


def share(counts, part, whole):
    return f"{100 * counts[part] / max(1, counts[whole]):.2f} %"


def server(arguments):
    requests, html, wanted = [], {}, []
    for title in list(pages(arguments.dump))[:arguments.pages]:
        page = asked(arguments.api, title)
        if page is None:
            continue
        wanted.append(title)
        html[title] = page["text"]
        requests.append({"id": f"w{title}", "wikitext": page["wikitext"], "title": title})
        requests.append({"id": f"h{title}", "html": without_references(page["text"])})
    answers = render(arguments.fons_formats, requests)
    counts, lost, added, wrong = *(collections.Counter() for _ in range(3)), []
    for title in wanted:
        ours, theirs = (words(NOTE.sub("", answers[f"{side}{title}"]["text"])) for side in "wh")
        same = 0
        matcher = difflib.SequenceMatcher(None, ours, theirs, autojunk=False)
        for tag, a, b, c, d in matcher.get_opcodes():
            if tag == "equal":
                same += b - a
            else:
                added[" ".join(ours[a:b])[:arguments.width]] += b > a
                lost[" ".join(theirs[c:d])[:arguments.width]] += d > c
        counts["ours"] += len(ours)
        counts["theirs"] += len(theirs)
        counts["same"] += same
        # Captions stand elsewhere: how many words are there in any order.
        counts["held"] += sum((collections.Counter(ours) & collections.Counter(theirs)).values())
        uses = listed_notes(html[title])
        # Without "[citation needed]" and the numbers of addresses, which are no notes of Cite's.
        notes = [note for note in answers[f"w{title}"]["notes"]
                 if re.search(r"\d$|^[a-z]{1,2}$", note["marker"])
                 and (note["text"] or not note["urls"])]
        # A page that makes notes by templates which the wiki lacks has others.
        if len(uses) != len(notes):
            continue
        # By number: Fons prints captions, and the markers in them, after the paragraph.
        uses.sort(key=lambda use: use[0])
        notes.sort(key=lambda note: note["marker"])
        for (marker, text), note in zip(uses, notes):
            counts["uses"] += 1
            counts["anchors"] += marker == note["marker"]
            if text and "Template:" not in text:
                counts["listed"] += 1
                counts["lists"] += words(text) == words(note["text"])
                if words(text) != words(note["text"]):
                    wrong.append((text, note["text"]))
    print(f"{len(wanted):,} pages, {counts['theirs']:,} words by MediaWiki, {counts['ours']:,} by Fons."
          f"\n{share(counts, 'same', 'theirs')} of MediaWiki's words are Fons's in order,"
          f" {share(counts, 'held', 'theirs')} in any order; {share(counts, 'held', 'ours')} of Fons's"
          " are MediaWiki's.")
    print(f"{counts['uses']:,} note markers: {share(counts, 'anchors', 'uses')} the same;"
          f" {share(counts, 'lists', 'listed')} of {counts['listed']:,} notes without missing templates"
          " the same.")
    for theirs, ours in wrong[:arguments.show]:
        print(f"  {theirs!r}\n    is {ours!r}")
    for name, table in (("MediaWiki's alone", lost), ("Fons's alone", added)):
        print(f"\n{name}:")
        for text, count in table.most_common(arguments.show):
            print(f"{count:6}  {text}")


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    commands = parser.add_subparsers(dest="command", required=True)
    for name in ("tests", "server"):
        command = commands.add_parser(name)
        if name == "tests":
            command.add_argument("corpora")
            command.add_argument("--kind", help="show only disagreeing tests about this")
        else:
            command.add_argument("api")
            command.add_argument("dump")
            command.add_argument("--pages", type=int, default=1_000)
            command.add_argument("--width", type=int, default=100)
        command.add_argument("--fons-formats", default=".build/release/fons-formats")
        command.add_argument("--show", type=int, default=0, help="how many differences to list")
    arguments = parser.parse_args()
    {"tests": parser_tests, "server": server}[arguments.command](arguments)


if __name__ == "__main__":
    main()
