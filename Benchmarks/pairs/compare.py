#!/usr/bin/env python3
"""Compares Fons's answers with judgements made by eye before any answer was seen.

    Benchmarks/pairs/compare.py CORPORA [--fons PATH] [--draw N] [--show]

Each judged pair (`judgements/SET-DRAW.jsonl`) is drawn again from the corpora and searched: a
quotation of the FAQ in a library of the other one alone, a sentence of 2021 in the drawn pages
of 2018, a dictionary's quotation in Shakespeare and the King James Bible. Nothing is cited.
Prints how often wording, `faithful` and kinds agree; --show prints every pair that does not.
"""
import argparse
import json
import pathlib
import subprocess
import sys
import tempfile

import draw

HERE = pathlib.Path(__file__).parent
SETS = ["anarchism_faq_same_passage", "cross_revision_2018_2021", "gcide_bible_shakespeare"]
NO_KIND = {"verbatim", "abridged", "none"}


def run(arguments, lines=None):
    done = subprocess.run([str(a) for a in arguments], input=lines, capture_output=True, text=True, check=False)
    if done.returncode not in (0, 1):
        sys.exit(f"{arguments[0]}: {done.stderr}")
    return done.stdout


def answers(fons, corpora, name, pairs, folder):
    """Fons's finding for each pair, by id."""
    if name == "anarchism_faq_same_passage":
        groups = []
        for index, pair in enumerate(pairs):
            file = folder / f"source-{index}.txt"
            file.write_text(pair["source"], encoding="utf-8")
            groups.append(([file], [pair]))
    elif name == "cross_revision_2018_2021":
        groups = [(sorted({corpora / p["file"] for p in pairs}), pairs)]
    else:
        groups = [([corpora / "text/shakespeare_txt", corpora / "text/bible/kjv_verses.tsv"], pairs)]
    found = {}
    for index, (sources, group) in enumerate(groups):
        library = folder / f"library-{name}-{index}"
        run([fons, "library", "add", "--library", library, *sources])
        lines = "".join(json.dumps({"id": p["id"], "text": p["quotation"]}) + "\n" for p in group)
        output = run([fons, "find", "--library", library, "--input-format", "ndjson", "--format", "ndjson"], lines)
        found.update((a["id"], a) for a in map(json.loads, output.splitlines()))
    return found


def said(answer):
    """Wording, faithful and the minor and major kinds. What cannot be compared counts as none."""
    kinds = {d["kind"] for d in answer["differences"] if d["weight"] != "harmless"}
    wording = answer["wording"] or "none"
    return wording, bool(answer["faithful"]), kinds if wording not in NO_KIND else set()


def compare(name, pairs, judgements, found, show):
    agree = {"wording": 0, "faithful": 0, "kinds": 0, "one of the kinds": 0}
    for pair in pairs:
        judged, answer = judgements[pair["id"]], found[pair["id"]]
        wording, faithful, kinds = said(answer)
        expected = set(judged["kinds"]) if judged["wording"] not in NO_KIND else set()
        same = {
            "wording": wording == judged["wording"],
            "faithful": faithful == judged["faithful"],
            "kinds": kinds == expected,
            "one of the kinds": kinds == expected or bool(kinds & expected),
        }
        for key, value in same.items():
            agree[key] += value
        if show and not (same["wording"] and same["faithful"] and same["kinds"]):
            print(f"\n{pair['id']}: {pair['quotation']}")
            print(f"    judged {judged['wording']}, {judged['faithful']}, {sorted(expected)}: {judged.get('note', '')}")
            print(f"    said   {wording}, {faithful}, {sorted(kinds)}: {answer['reason']}")
            for match in answer["matches"][:1]:
                print(f"    source {match['text']}")
            for d in answer["differences"]:
                print(f"      {d['weight']} {d['kind']}: {d['quoted']['text']!r} | {d['source']['text']!r}")
    return agree


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpora", type=pathlib.Path)
    parser.add_argument("--fons", default=".build/release/fons")
    parser.add_argument("--draw", type=int, choices=[1, 2], help="only this draw")
    parser.add_argument("--judgements", type=pathlib.Path, default=HERE / "judgements")
    parser.add_argument("--show", action="store_true")
    options = parser.parse_args()
    rows = []
    for name in SETS:
        for number in [options.draw] if options.draw else [1, 2]:
            file = options.judgements / f"{name}-{number}.jsonl"
            if not file.exists():
                continue
            judgements = {j["id"]: j for j in map(json.loads, file.read_text(encoding="utf-8").splitlines())}
            pairs = [p for p in draw.draw(options.corpora, name, number) if p["id"] in judgements]
            with tempfile.TemporaryDirectory() as folder:
                found = answers(options.fons, options.corpora, name, pairs, pathlib.Path(folder))
            rows.append((name, number, len(pairs), compare(name, pairs, judgements, found, options.show)))
    print("\n| pairs | draw | judged | wording | faithful | kinds the same | a kind in common |")
    print("|---|---:|---:|---:|---:|---:|---:|")
    for name, number, count, agree in rows:
        print(f"| {name} | {number} | {count} | " + " | ".join(f"{v / count:.0%}" for v in agree.values()) + " |")


main()
