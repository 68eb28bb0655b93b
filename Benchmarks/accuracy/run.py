#!/usr/bin/env python3
"""Measures how far Fons's verdicts can be trusted: thousands of generated cases, one table.

    Benchmarks/accuracy/run.py CORPORA [--fons PATH] [--sample N] [--seed N] [--folder DIR] [--show KIND]

CORPORA is the unpacked shared/data. The cases and the library are kept in DIR and made again when the
generator, its seed or the binary has changed. Failures are written to DIR/failures.jsonl.
"""
import argparse
import collections
import datetime
import hashlib
import json
import pathlib
import random
import shutil
import subprocess
import sys
import time

sys.path.insert(0, str(pathlib.Path(__file__).parent))
from generate import generate  # noqa: E402
from kinds import KINDS  # noqa: E402


def stamp(*parts):
    digest = hashlib.sha256()
    for part in parts:
        digest.update(part.read_bytes() if isinstance(part, pathlib.Path) else str(part).encode())
    return digest.hexdigest()


def prepare(options):
    """Cases and library, cached by what they are made from."""
    here, folder = pathlib.Path(__file__).parent, options.folder
    folder.mkdir(parents=True, exist_ok=True)
    makers = sorted(path for path in here.glob("*.py") if path.name not in ("run.py", "peers.py"))
    cases_stamp = stamp(*makers, options.seed, options.each)
    if not (folder / "cases.stamp").exists() or (folder / "cases.stamp").read_text() != cases_stamp:
        print("Making the cases …", file=sys.stderr)
        generate(options.corpora, folder, options.seed, options.each)
        (folder / "cases.stamp").write_text(cases_stamp)
    library_stamp = stamp(cases_stamp, pathlib.Path(options.fons))
    if not (folder / "library.stamp").exists() or (folder / "library.stamp").read_text() != library_stamp:
        print("Building the library …", file=sys.stderr)
        shutil.rmtree(folder / "index", ignore_errors=True)
        done = subprocess.run([options.fons, "library", "add", "--library", folder / "index", folder / "library"], capture_output=True, text=True)
        if done.returncode:
            sys.exit(done.stderr + done.stdout)
        (folder / "library.stamp").write_text(library_stamp)
    return [json.loads(line) for line in (folder / "cases.jsonl").open(encoding="utf-8")]


def ask(fons, library, cases):
    lines = "".join(json.dumps({"id": c["id"], "text": c["text"]}) + "\n" for c in cases)
    command = [fons, "find", "--library", library, "--no-commentary", "--input-format", "ndjson", "--format", "ndjson"]
    done = subprocess.run(command, input=lines, capture_output=True, text=True)
    if done.returncode not in (0, 1):
        sys.exit(f"fons ended with {done.returncode}: {done.stderr}")
    answers = {}
    for line in done.stdout.splitlines():
        answer = json.loads(line)
        answers[answer["id"]] = answer
    return answers


def judge(case, answer):
    """What a reader of the table wants to know about one case."""
    wording, faithful = answer.get("wording"), answer.get("faithful")
    matches = answer.get("matches") or []
    differences = [d for m in matches[:1] for d in m.get("differences", [])] or answer.get("differences") or []
    for part in answer.get("parts") or []:
        differences = differences + [d for m in (part.get("matches") or [part])[:1] for d in (m or {}).get("differences", [])]
    named = {d["kind"] for d in differences}
    found = wording not in (None, "none")
    right = (not case["expected"] or bool(named & set(case["expected"]))) and (not case["wording"] or wording in case["wording"])
    return {
        "found": found, "faithful": faithful, "wording": wording, "verdict": answer.get("verdict"), "right": right,
        "false_accept": case["honest"] is False and faithful is True, "false_reject": case["honest"] is True and faithful is not True,
        "absent_found": case["honest"] is None and found, "named": sorted(named), "differences": differences, "reason": answer.get("reason"),
    }


def percent(n, of):
    return "–" if not of else f"{n} ({100 * n / of:.2f} %)" if n else "0"


def table(rows, header):
    """Markdown. Rows: (case, judgement)."""
    groups = collections.defaultdict(list)
    for case, said in rows:
        groups[case["kind"]].append((case, said))
    lines = ["| " + " | ".join(header) + " |", "|---" + "|---:" * (len(header) - 1) + "|"]

    def row(name, items, honest):
        n = len(items)
        languages = len({c["language"] for c, _ in items})
        missed = sum(not s["found"] for _, s in items)
        accepts = sum(s["false_accept"] for _, s in items)
        rejects = sum(s["false_reject"] for _, s in items)
        right = sum(s["right"] for _, s in items)
        if honest is None:
            return [name, n, languages, f"found: {percent(sum(s['absent_found'] for _, s in items), n)}", "", "", ""]
        return [name, n, languages, percent(missed, n), percent(accepts, n) if honest is False else "", percent(rejects, n) if honest is True else "", f"{100 * right / n:.1f} %"]

    for honest, title in ((False, "dishonest"), (True, "honest"), (None, "absent")):
        kinds = [k for k, v in KINDS.items() if v[0] is honest and groups.get(k)]
        for kind in kinds:
            lines.append("| " + " | ".join(map(str, row(kind, groups[kind], honest))) + " |")
        items = [x for k in kinds for x in groups[k]]
        if items:
            lines.append("| " + " | ".join(f"**{x}**" if x != "" else "" for x in row("all " + title, items, honest)) + " |")
    judged = [x for k in groups for x in groups[k] if KINDS[k][0] is not None]
    lines.append(f"\n{len(rows)} cases, {len({c['language'] for c, _ in rows})} languages. Right kind of {len(judged)}: "
                 f"{100 * sum(s['right'] for _, s in judged) / max(1, len(judged)):.2f} %.")
    return "\n".join(lines)


HEADER = ["kind", "cases", "languages", "not found", "false accepts", "false rejects", "right kind"]


def describe(case, said):
    differences = "; ".join(f"{d['kind']} ({d.get('weight')}): {d.get('quoted', d.get('quotation'))!r} / {d.get('source')!r}" for d in said["differences"])
    return (f"- `{case['id']}` in {case['source']}\n  - quoted: {case['text']}\n  - source: {case['passage']}\n"
            f"  - Fons: wording {said['wording']}, faithful {said['faithful']}, verdict {said['verdict']}; {differences or 'no differences'}; {said['reason']}")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpora", type=pathlib.Path)
    parser.add_argument("--fons", default=".build/release/fons")
    parser.add_argument("--folder", type=pathlib.Path, default=pathlib.Path(".build/accuracy"))
    parser.add_argument("--sample", type=int, help="so many cases of each kind only")
    parser.add_argument("--each", type=int, default=520, help="cases to make of each kind")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--show", metavar="KIND", action="append", default=[], help="print failures of a kind (or of `all`)")
    parser.add_argument("--examples", type=int, default=8, help="how many of them")
    options = parser.parse_args()
    cases = prepare(options)
    if options.sample:
        rng, by_kind = random.Random(options.seed), collections.defaultdict(list)
        for case in cases:
            by_kind[case["kind"]].append(case)
        cases = [c for kind in by_kind.values() for c in rng.sample(kind, min(options.sample, len(kind)))]
    started = time.time()
    answers = ask(options.fons, options.folder / "index", cases)
    rows = [(case, judge(case, answers[case["id"]])) for case in cases]
    print(table(rows, HEADER))
    print(f"\n{datetime.date.today()}, seed {options.seed}, {time.time() - started:.0f} s for finding.")
    failures = [(c, s) for c, s in rows if s["false_accept"] or s["false_reject"] or s["absent_found"] or (not s["right"] and c["honest"] is not None)]
    with (options.folder / "failures.jsonl").open("w", encoding="utf-8") as file:
        for case, said in failures:
            file.write(json.dumps({**case, "said": said}, ensure_ascii=False) + "\n")
    for kind in options.show:
        for case, said in [f for f in failures if kind in ("all", f[0]["kind"])][:options.examples]:
            print(describe(case, said))


if __name__ == "__main__":
    main()
