#!/usr/bin/env python3
"""Measures notes against the truth `footnotes` of the corpora: where markers stand, what notes say.

    Benchmarks/formats/footnotes.py CORPORA [--fons-formats PROGRAM] [--show 20]

A row of the truth is right in its **anchor** where Fons has a note with that marker at that place
(the offset in a text file; after the same words in a page of a ZIM file), and in its **list** where
that note has the words of the truth. Words are compared without white space, return arrows and
punctuation at the ends. With Python's libzim and lxml, the addresses that notes of ZIM pages link
to are compared too, with those in the page's HTML.
"""

import argparse
import bisect
import collections
import json
import os
import re
import subprocess
import sys

MARKER = re.compile(r"\[(?:\d+|[a-z]{1,2}|[A-Za-z]+ \d+|citation needed)\]")
SPACE = re.compile(r"[\s\u200b\u200e\u200f\ufeff\u00ad]+")
ARROW = re.compile(r"^[\s^↑↩]+")


def squeezed(text):
    return SPACE.sub("", text)


def note_words(text):
    return squeezed(ARROW.sub("", text)).strip(".,;: ")


def read(program, paths):
    """All works of the files with their notes: (path, title) -> work."""
    works = {}
    process = subprocess.Popen([program, "--notes", *paths], stdout=subprocess.PIPE)
    for line in process.stdout:
        event = json.loads(line)
        if event["event"] == "work":
            works[event["path"], event["title"]] = event
        elif event["event"] in ("unreadable", "warning"):
            print(f"{event['path']}: {event['message']}", file=sys.stderr)
    if process.wait() != 0:
        sys.exit(f"{program} ended with {process.returncode}")
    return works


class Anchors:
    """Finds the note of a row among those of a work."""

    def __init__(self, work):
        self.notes = work["noteList"]
        self.text = work["text"]
        self.data = self.text.encode()
        self.by_start = {note["start"]: note for note in self.notes}
        self.taken = set()
        # Byte offset of each character, for rows that count characters.
        self.offsets = [0]
        for character in self.text:
            self.offsets.append(self.offsets[-1] + len(character.encode()))

    def at(self, offset, marker):
        note = self.by_start.get(self.offsets[offset]) if offset < len(self.offsets) else None
        return note if note and f"[{note['marker']}]" == marker else None

    def after(self, words, marker):
        """The first note with this marker, not taken yet, that follows these words."""
        wanted = squeezed(MARKER.sub("", words))[-60:]
        for index, note in enumerate(self.notes):
            if index in self.taken or f"[{note['marker']}]" != marker:
                continue
            start = bisect.bisect_left(self.offsets, note["start"])
            before = squeezed(MARKER.sub("", self.text[max(0, start - 600):start]))
            if before.endswith(wanted):
                self.taken.add(index)
                return note
        return None


def zim_links(path):
    """(page title, note's anchor) -> addresses in the HTML, by other readers."""
    try:
        from libzim.reader import Archive
        import lxml.html
    except ImportError:
        return None
    archive = Archive(path)
    links = {}
    for index in range(archive.all_entry_count):
        entry = archive._get_entry_by_id(index)
        if entry.is_redirect:
            continue
        item = entry.get_item()
        if not item.mimetype.startswith("text/html"):
            continue
        tree = lxml.html.document_fromstring(bytes(item.content))
        for note in tree.xpath("//li[starts-with(@id, 'cite_note')]"):
            links[entry.title, note.get("id")] = [
                anchor.get("href") for anchor in note.iter("a")
                if re.match(r"(https?:)?//", anchor.get("href") or "")]
    return links


def plain_address(address):
    return re.sub(r"^(https?:)?//", "", address).rstrip("/")


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("corpora")
    parser.add_argument("--fons-formats", default=".build/release/fons-formats")
    parser.add_argument("--show", type=int, default=20, help="how many errors to list")
    arguments = parser.parse_args()
    corpora = os.path.abspath(arguments.corpora)
    with open(os.path.join(corpora, "truth/footnotes.jsonl"), encoding="utf-8") as file:
        rows = [json.loads(line) for line in file]
    paths = sorted({os.path.join(corpora, row["source"]) for row in rows})
    works = read(os.path.abspath(arguments.fons_formats), paths)
    single = collections.defaultdict(list)
    for (path, _), work in works.items():
        single[path].append(work)
    links = {path: zim_links(path) for path in paths if ".zim" in path}

    counts, errors, anchors = collections.Counter(), [], {}
    for row in rows:
        path = os.path.join(corpora, row["source"])
        kind = "zim" if path in links else "text"
        counts[kind, "rows"] += 1
        work = works.get((path, row["page"])) if kind == "zim" else single[path][0]
        if work is None:
            errors.append((row["id"], "no such page", row["page"]))
            continue
        key = (path, work["title"])
        if key not in anchors:
            anchors[key] = Anchors(work)
        note = (anchors[key].after(row["text_before_marker"], row["marker"]) if kind == "zim"
                else anchors[key].at(row["marker_char_offset"], row["marker"]))
        if note is None:
            errors.append((row["id"], "anchor", row["text_before_marker"][-80:] + row["marker"]))
            continue
        counts[kind, "anchors"] += 1
        # The truth of text files is a line of the list.
        if note_words(note["text"]) == note_words(row["note_text"]):
            counts[kind, "lists"] += 1
        else:
            errors.append((row["id"], "list", f"{row['note_text']!r} is {note['text']!r}"))
        if kind == "zim" and links[path] is not None:
            expected = links[path].get((row["page"], row["note_anchor"]))
            if expected is not None:
                counts[kind, "linked"] += 1
                if {plain_address(url) for url in expected} == {
                        plain_address(url) for url in note["urls"]}:
                    counts[kind, "links"] += 1
                else:
                    errors.append((row["id"], "links", f"{expected} are {note['urls']}"))

    print("| notes of | rows | anchors | lists | links |\n|---|---|---|---|---|")
    for kind in ("zim", "text"):
        total = max(1, counts[kind, "rows"])
        linked = counts[kind, "linked"]
        print("| {} | {:,} | {:.2f} % | {:.2f} % | {} |".format(
            kind, counts[kind, "rows"], 100 * counts[kind, "anchors"] / total,
            100 * counts[kind, "lists"] / total,
            f"{100 * counts[kind, 'links'] / linked:.2f} % of {linked:,}" if linked else ""))
    for error in errors[:arguments.show]:
        print("  ".join(error))


if __name__ == "__main__":
    main()
