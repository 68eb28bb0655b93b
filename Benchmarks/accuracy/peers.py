#!/usr/bin/env python3
"""The same cases through other people's checkers, in the same table.

    Benchmarks/accuracy/peers.py CORPORA [--folder DIR] [--fons PATH] [--sample 50] [--seed N]

Installs quotecheck, linkml-reference-validator, proof-citations and rapidfuzz from PyPI into
DIR/venv. A peer is asked an easier question than Fons: it gets the quotation together with the whole
text of the right file of the library ("is this in that?"). What it accepts counts as `faithful`.
"""
import argparse
import collections
import hashlib
import json
import pathlib
import random
import subprocess
import sys

sys.path.insert(0, str(pathlib.Path(__file__).parent))
import run  # noqa: E402
from kinds import KINDS  # noqa: E402

PEERS = ["quotecheck", "linkml-reference-validator", "proof-citations", "rapidfuzz"]


def checker(name):
    """Runs inside the virtual environment: a function of quotation and text that says whether it accepts."""
    if name == "quotecheck":
        import functools
        import importlib
        import types
        from quotecheck import check
        find = importlib.import_module("quotecheck.find")
        # Its last step compares the whole text by difflib, minutes a megabyte, only to tell two kinds of
        # "not found" apart ("drift", "absent"). It is left out: what is accepted stays the same.
        nothing = types.SimpleNamespace(find_longest_match=lambda *_: types.SimpleNamespace(size=0))
        find.difflib = types.SimpleNamespace(SequenceMatcher=lambda *_, **__: nothing)
        find.fold = functools.lru_cache(maxsize=2000)(find.fold)
        return lambda quotation, text: check(quotation, text).ok
    if name == "linkml-reference-validator":
        from linkml_reference_validator.models import ReferenceContent, ReferenceValidationConfig
        from linkml_reference_validator.validation.supporting_text_validator import SupportingTextValidator
        validator = SupportingTextValidator(ReferenceValidationConfig())
        return lambda quotation, text: validator.find_text_in_reference(quotation, ReferenceContent(reference_id="file:source", content=text)).found
    if name == "proof-citations":
        from proof_citations import verify_citation
        return lambda quotation, text: verify_citation("https://source.invalid/", quotation, "case", snapshot=text, skip_live_fetch=True, oa_lookup=False)["status"] == "verified"
    if name == "rapidfuzz":
        from rapidfuzz import fuzz
        return lambda quotation, text: fuzz.partial_ratio(quotation, text, score_cutoff=90) >= 90
    raise ValueError(name)


def worker(name, cases, library):
    """Prints a line for each case: accepted, refused, or what went wrong."""
    check = checker(name)
    for line in open(cases, encoding="utf-8"):
        case = json.loads(line)
        path = pathlib.Path(library) / case["source"]
        try:
            answer = {"accepted": bool(check(case["text"], path.read_text(encoding="utf-8")))}
        except Exception as error:  # A peer's failure is part of what is measured.
            answer = {"accepted": False, "error": f"{type(error).__name__}: {error}"}
        print("ANSWER " + json.dumps(answer), flush=True)


def install(folder):
    python = folder / "venv/bin/python"
    if not python.exists():
        subprocess.run([sys.executable, "-m", "venv", folder / "venv"], check=True)
    failed = {}
    for name in PEERS:
        done = subprocess.run([python, "-m", "pip", "install", "-q", name], capture_output=True, text=True)
        if done.returncode:
            failed[name] = done.stderr.strip().splitlines()[-1]
    listed = json.loads(subprocess.run([python, "-m", "pip", "list", "--format", "json"], capture_output=True, text=True, check=True).stdout)
    versions = {p["name"].lower().replace("_", "-"): p["version"] for p in listed}
    return python, failed, {name: versions.get(name, "?") for name in PEERS}


def asked(python, name, cases, folder):
    """A peer's answers to the cases, kept beside them: it takes some of them half an hour to give them."""
    key = hashlib.sha256(cases.read_bytes()).hexdigest()
    kept = folder / f"peer-{name}-{key[:16]}.jsonl"
    if not kept.exists():
        done = subprocess.run([python, __file__, "--worker", name, cases, folder / "library"], capture_output=True, text=True)
        lines = [line[7:] + "\n" for line in done.stdout.splitlines() if line.startswith("ANSWER ")]
        if len(lines) != len(cases.read_text(encoding="utf-8").splitlines()):
            return [], (done.stderr.strip().splitlines() or ["no answer"])[-1]
        kept.write_text("".join(lines), encoding="utf-8")
    return [json.loads(line) for line in kept.read_text(encoding="utf-8").splitlines()], ""


def main():
    if sys.argv[1:2] == ["--worker"]:
        return worker(*sys.argv[2:5])
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpora", type=pathlib.Path)
    parser.add_argument("--fons", default=".build/release/fons")
    parser.add_argument("--folder", type=pathlib.Path, default=pathlib.Path(".build/accuracy"))
    parser.add_argument("--sample", type=int, default=50)
    parser.add_argument("--each", type=int, default=520)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    by_kind = collections.defaultdict(list)
    for case in run.prepare(options):
        by_kind[case["kind"]].append(case)
    rng = random.Random(options.seed)
    sample = [c for kind in by_kind.values() for c in rng.sample(kind, min(options.sample, len(kind)))]
    held = {c["id"] for c in sample if c["honest"] is None}
    present = sorted({c["source"] for k in by_kind.values() for c in k if c["honest"] is not None})
    for case in sample:  # The text of an absent passage is not there to be given; a peer gets another.
        if case["id"] in held:
            case["source"] = rng.choice([s for s in present if s.startswith(case["language"] + "/")] or present)
    answers = run.ask(options.fons, options.folder / "index", sample)
    results = {"Fons": [run.judge(c, answers[c["id"]]) for c in sample]}
    python, failed, versions = install(options.folder)
    cases = options.folder / "peers.jsonl"
    cases.write_text("".join(json.dumps(c) + "\n" for c in sample), encoding="utf-8")
    errors = {}
    for name in PEERS:
        if name in failed:
            continue
        said, why = asked(python, name, cases, options.folder)
        if len(said) != len(sample):
            failed[name] = why
            continue
        errors[name] = collections.Counter(s["error"][:80] for s in said if "error" in s)
        results[name] = [{"faithful": s["accepted"]} for s in said]
    names = list(results)
    print("| kind | cases | " + " | ".join(f"{n} {versions.get(n, '')}".strip() for n in names) + " |")
    print("|---" + "|---:" * (len(names) + 1) + "|")

    def row(title, wanted):
        chosen = [i for i, c in enumerate(sample) if wanted(c)]
        cells = []
        for name in names:
            wrong = sum((results[name][i]["faithful"] is True) != (sample[i]["honest"] is True) for i in chosen)
            cells.append(f"{wrong} ({100 * wrong / len(chosen):.0f} %)" if wrong else "0")
        print(f"| {title} | {len(chosen)} | " + " | ".join(cells) + " |")

    for honest, title in ((False, "false accepts, all"), (True, "false rejects, all"), (None, "absent but accepted, all")):
        for kind in KINDS:
            if KINDS[kind][0] is honest and by_kind.get(kind):
                row(kind, lambda c: c["kind"] == kind)
        row(f"**{title}**", lambda c: c["honest"] is honest)
    print("\nWrong answers: false accepts of dishonest and absent cases, false rejects of honest ones.")
    better = [(k, n) for k in KINDS for n in names[1:] if by_kind.get(k) and
              sum((results[n][i]["faithful"] is True) != (c["honest"] is True) for i, c in enumerate(sample) if c["kind"] == k) <
              sum((results["Fons"][i]["faithful"] is True) != (c["honest"] is True) for i, c in enumerate(sample) if c["kind"] == k)]
    print("Better than Fons: " + ("; ".join(f"{n} at {k}" for k, n in better) or "none at any kind") + ".")
    for name, why in failed.items():
        print(f"{name} could not be run: {why}")
    for name, counts in errors.items():
        for error, n in counts.most_common(3):
            print(f"{name} failed {n} times: {error}")


if __name__ == "__main__":
    main()
