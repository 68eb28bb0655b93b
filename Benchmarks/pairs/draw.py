#!/usr/bin/env python3
"""Draws real pairs of quotation and source, for judging by eye.

    Benchmarks/pairs/draw.py CORPORA SET SEED [--count 100] > pairs.jsonl

SET is anarchism_faq_same_passage, cross_revision_2018_2021 or gcide_bible_shakespeare. One line a pair:
`id`, `quotation`, `file` or `source` (what it is compared with) and `near`, the text around the words
that come nearest, by the truth's own span or found by difflib: what the judge looks at first.
The shorter of two quotations of one passage is the quotation, the longer its source.
"""
import argparse
import difflib
import json
import pathlib
import random
import re

WORD = re.compile(r"\w+")


def source_of(row, corpora):
    if "query_a" in row:
        return max(row["query_a"], row["query_b"], key=len)
    path = corpora / row["source"]
    files = sorted(path.rglob("*")) if path.is_dir() else [path]
    return "\n".join(f.read_text(encoding="utf-8", errors="replace") for f in files if f.is_file())


def quotation_of(row):
    if "query_a" in row:
        return min(row["query_a"], row["query_b"], key=len)
    return row["query"]


def nearest(quotation, source, around=400):
    """The part of `source` that shares the most words with `quotation`, with some text around it."""
    if len(source) < 3 * around:
        return source
    wanted = set(WORD.findall(quotation.lower()))
    words = list(WORD.finditer(source))
    length = max(8, len(WORD.findall(quotation)))
    rarity = {}
    for word in words:
        key = word.group().lower()
        rarity[key] = rarity.get(key, 0) + 1
    marks = [1 / rarity[w.group().lower()] if w.group().lower() in wanted else 0 for w in words]
    sums, total = [], sum(marks[:length])
    for start in range(max(1, len(marks) - length + 1)):
        sums.append((total, start))
        total += (marks[start + length] if start + length < len(marks) else 0) - marks[start]

    def closeness(start):
        window = source[words[start].start():words[min(start + length, len(words)) - 1].end()]
        return difflib.SequenceMatcher(None, quotation.lower().split(), window.lower().split()).ratio()

    best = max((s for _, s in sorted(sums, reverse=True)[:60]), key=closeness)
    first = words[best].start()
    last = words[min(best + length, len(words)) - 1].end()
    return source[max(0, first - around):last + around]


def draw(corpora, name, seed, count=100):
    rows = [json.loads(line) for line in (corpora / "truth" / f"{name}.jsonl").open(encoding="utf-8")]
    for row in random.Random(seed).sample(rows, count):
        quotation, source = quotation_of(row), source_of(row, corpora)
        pair = {"id": row["id"], "quotation": quotation, "file": row.get("source")}
        if "query_a" in row:
            pair["source"] = source
        if row.get("source_span"):
            start, end = row["source_span"]
            pair["near"] = source[max(0, start - 400):end + 400]
        elif row.get("verse"):
            verses = source.splitlines()
            at = next(i for i, verse in enumerate(verses) if verse.startswith(row["verse"] + "\t"))
            pair["near"] = "\n".join(verses[max(0, at - 2):at + 4])
        else:
            pair["near"] = nearest(quotation, source)
        yield pair


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpora", type=pathlib.Path)
    parser.add_argument("set")
    parser.add_argument("seed", type=int)
    parser.add_argument("--count", type=int, default=100)
    options = parser.parse_args()
    for pair in draw(options.corpora, options.set, options.seed, options.count):
        print(json.dumps(pair, ensure_ascii=False))


if __name__ == "__main__":
    main()
