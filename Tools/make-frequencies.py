#!/usr/bin/env python3
"""Writes Sources/CTables/data/frequencies.txt: how surprising the commonest words are.

One line for each class, "BITS word word …", where BITS is -2 log2 of the word's share of its
language's text, rounded: half bits. English words are counted to 17 bits, those of other languages
to 10. The table is frozen: it decides which grams a library keeps. Only counts of words leave the
corpora. Usage: Tools/make-frequencies.py CORPORA
"""
import collections
import gzip
import json
import math
import pathlib
import re
import sys
import unicodedata

WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
SPECIAL = str.maketrans({"’": "'", "ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "ð": "d", "þ": "th",
                         "ł": "l", "đ": "d", "ħ": "h", "ı": "i", "ς": "σ"})


def fold(text):
    text = unicodedata.normalize("NFKD", text.lower())
    return "".join(c for c in text if not 0x300 <= ord(c) <= 0x36F).translate(SPECIAL)


def plain(wikitext):
    wikitext = re.sub(r"<[^>]*>|\{\{[^{}]*\}\}|\[\[[^]|]*:[^]]*\]\]|https?://\S+|&\w+;", " ", wikitext)
    return re.sub(r"\[\[(?:[^]|]*\|)?([^]]*)\]\]", r"\1", wikitext)


def share(texts, most_bits, most_words):
    counts, files, total = collections.Counter(), collections.Counter(), 0
    for text in texts:
        words = WORD.findall(fold(text))
        counts.update(words)
        files.update(set(words))
        total += len(words)
    enough = 8 if most_bits > 12 else 1
    for word, n in counts.most_common(most_words):
        bits = -math.log2(n / total)
        if bits <= most_bits and files[word] >= min(enough, len(texts)):
            yield word, bits


def main():
    root = pathlib.Path(sys.argv[1])
    read = lambda p: p.read_text(encoding="utf-8", errors="replace")
    english = [read(p) for p in sorted((root / "wikipedia_text").rglob("*.txt"))]
    english += [read(p) for p in sorted((root / "text/shakespeare_txt").glob("*.txt"))]
    english += [read(root / "text/bible/web_verses.tsv")]
    best = dict(share(english, 17, 12000))
    others = collections.defaultdict(list)
    for p in sorted((root / "quoting/fortunes").glob("fortunes-*/*")):
        language = p.parent.name.split("-")[1]
        if len(language) == 2 and p.suffix == "" and p.name != "copyright":
            others[language].append(read(p))
    for p in (root / "mediawiki/articles/json-wikipedia/it").glob("*.xml.gz"):
        others["it"].append(plain(gzip.decompress(p.read_bytes()).decode("utf-8", "replace")))
    for p in (root / "labelled/xquad").glob("xquad.*.json"):
        paragraphs = [x["context"] for a in json.loads(read(p))["data"] for x in a["paragraphs"]]
        others[p.name.split(".")[1]] += [" ".join(paragraphs)] * 4
    others["es"].append(read(root / "text/bible/rv1909_es_verses.tsv"))
    for language, texts in sorted(others.items()):
        if language not in ("en", "hi", "zh", "ja", "th"):
            for word, bits in share(texts, 10, 150):
                best[word] = min(best.get(word, 99), bits + 1)
    classes = collections.defaultdict(list)
    for word, bits in best.items():
        classes[round(2 * bits)].append(word)
    out = pathlib.Path(__file__).parent.parent / "Sources/CTables/data/frequencies.txt"
    out.write_text("".join(f"{b} {' '.join(sorted(classes[b]))}\n" for b in sorted(classes)), encoding="utf-8")
    print(f"{out}: {len(best)} words", file=sys.stderr)


main()
