#!/usr/bin/env python3
"""Footnotes of PDFs against those of the same books' HTML.

    Benchmarks/formats/pdfnotes.py CORPORA [--fons-formats PROGRAM]

A note of the HTML is found where one of the PDF begins with its first 40 letters, and whole where all
of them are the same. Needs Python with lxml.
"""

import argparse
import glob
import json
import os
import re
import subprocess

from lxml import html

BOOKS = [
    ("debian-policy/policy.pdf", "debian-policy/html/*.html"),
    ("developers-reference/developers-reference.pdf",
     "developers-reference/html/developers-reference.html"),
    ("debian-reference/debian-reference.pdf", "debian-reference/html/*.en.html"),
    ("maint-guide/maint-guide.pdf", "maint-guide/html/*.en.html"),
    ("fhs/fhs-3.0.pdf", "fhs/html/*.html"),
    ("debian-faq/debian-faq.pdf", "debian-faq/html/*.html"),
]
CLASS = 'contains(concat(" ", @class, " "), " footnote ")'
BEGINNING = 40


def letters(text):
    return re.sub(r"\W+", "", text.lower())


def printed(program, path):
    lines = subprocess.run([program, "--notes", path], capture_output=True, text=True, check=True)
    works = [json.loads(line) for line in lines.stdout.splitlines()]
    return [letters(note["text"]) for work in works for note in work.get("noteList") or []]


def written(pages):
    notes = set()
    for page in pages:
        root = html.parse(page).getroot()
        for element in root.xpath(
                f'//dl[contains(@class, "footnote")]/dd | //aside[{CLASS}] | //div[{CLASS}]'):
            notes.add(letters(re.sub(r"^\s*\[?\d+\]?", "", element.text_content())))
    return notes - {""}


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("corpora")
    parser.add_argument("--fons-formats", default=".build/release/fons-formats")
    options = parser.parse_args()
    print("book | notes in the HTML | found | whole")
    for pdf, pages in BOOKS:
        folder = os.path.join(options.corpora, "multiformat")
        have = set(printed(options.fons_formats, os.path.join(folder, pdf)))
        beginnings = {note[:BEGINNING] for note in have}
        truth = written(glob.glob(os.path.join(folder, pages)))
        found = [note for note in truth if note[:BEGINNING] in beginnings]
        print(f"{pdf} | {len(truth)} | {len(found)} | {len(truth & have)}")


main()
