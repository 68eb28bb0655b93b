#!/usr/bin/env python3
"""Runs ground truth through `fons find` and prints recall and confusion.

    Benchmarks/truth.py CORPORA [--fons PATH] [--library DIR] [--show N]

CORPORA is the unpacked shared/data. Each set is searched in one library of the sources that it
draws on (Shakespeare, the King James Bible and 509 pages of Wikipedia of 2018), uncited. "Found"
means that the best match is in the work that the truth names. The labels are the truth's own; its
README says how they were made, and that some are wrong.
"""
import argparse
import collections
import json
import pathlib
import random
import subprocess
import sys
import tempfile

SETS = ["gcide_bible_shakespeare", "climate_fever_vs_2018", "cross_revision_2018_2021"]
SOURCES = ["text/shakespeare_txt", "text/bible/kjv_verses.tsv", "wikipedia_text/enwiki_2018-02_rendered"]
ABSENT = {"absent", "unlocated"}


def find(fons, library, rows):
    lines = "".join(json.dumps({"id": r["id"], "text": r["query"]}) + "\n" for r in rows)
    command = [fons, "find", "--library", library, "--input-format", "ndjson", "--format", "ndjson"]
    done = subprocess.run(command, input=lines, capture_output=True, text=True, check=False)
    if done.returncode not in (0, 1):
        sys.exit(done.stderr)
    return [json.loads(line) for line in done.stdout.splitlines()]


def report(name, rows, answers, show):
    confusion = collections.defaultdict(collections.Counter)
    found = collections.Counter()
    total = collections.Counter()
    misses = collections.defaultdict(list)
    for row, answer in zip(rows, answers):
        assert row["id"] == answer["id"]
        label = row["label"]
        said = answer["wording"] or answer["verdict"]
        if said == "altered":
            said = "altered, faithful" if answer["faithful"] else "altered, major"
        confusion[label][said] += 1
        total[label] += 1
        best = answer["matches"][0]["work"]["title"] if answer["wording"] not in (None, "none") else None
        right = best is not None and pathlib.PurePath(row["source"]).name.startswith(best)
        found[label] += right
        if (not right) != (label in ABSENT):
            misses[label].append((row, answer, best))
    print(f"\n{name}: {len(rows)} rows")
    columns = sorted({k for c in confusion.values() for k in c})
    print(f"  {'label':32}{'rows':>6}{'found in the named work':>25}   said")
    for label in sorted(total, key=total.get, reverse=True):
        said = ", ".join(f"{c} {confusion[label][c]}" for c in columns if confusion[label][c])
        print(f"  {label:32}{total[label]:>6}{found[label]:>15} ({found[label] / total[label]:6.1%})   {said}")
    for label, cases in misses.items():
        for row, answer, best in random.Random(1).sample(cases, min(show, len(cases))):
            print(f"    {label} {row['id']} in {row['source']}: {row['query'][:110]!r}\n"
                  f"      -> {answer['verdict']}, {best}: {answer['reason'][:150]}")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpora", type=pathlib.Path)
    parser.add_argument("--fons", default=".build/release/fons")
    parser.add_argument("--library", help="use this library instead of building one")
    parser.add_argument("--show", type=int, default=0, help="print so many misses of each label")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        library = options.library or folder
        if not options.library:
            sources = [str(options.corpora / s) for s in SOURCES]
            subprocess.run([options.fons, "library", "add", "--library", library] + sources, check=False)
        for name in SETS:
            rows = [json.loads(line) for line in (options.corpora / "truth" / f"{name}.jsonl").open()]
            report(name, rows, find(options.fons, library, rows), options.show)


main()
