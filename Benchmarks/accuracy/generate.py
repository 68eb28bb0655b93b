#!/usr/bin/env python3
"""Makes the cases of the accuracy benchmark and the texts of its library. Seeded: the same seed and
corpora give the same files.

    Benchmarks/accuracy/generate.py CORPORA OUT [--seed N] [--each N]

Writes OUT/library/LANGUAGE/*.txt and OUT/cases.jsonl. README.md explains the kinds.
"""
import argparse
import collections
import json
import pathlib
import random
import re
import shutil

import words as W
from cutting import Cutting
from figures import Figures
from honest import Honest
from kinds import KINDS, METHODS, NEEDS_MARKERS
from language import grams, plain, window
from printed import Printed
from texts import load, passages
from wording import Wording


class Maker(Figures, Wording, Cutting, Honest, Printed):
    """One method for each kind: takes a passage, gives (text, start, end of the change) or None.

    `library` is the pool that the passage is drawn from: `library` or `print`.
    """

    def __init__(self, works, seed):
        self.works, self.seed = works, seed
        self.vocabulary = collections.Counter(w for work in works for w in re.findall(r"[^\W\d_]+", work.text))
        self.lower = {w.lower() for w in self.vocabulary}
        self.edits = collections.defaultdict(list)  # path: (paragraph, old, new) in the library's copy
        self.used = collections.defaultdict(set)

    def edit(self, p, new):
        """Puts `new` in place of the passage in the library's copy of the work."""
        if p.paragraph in self.used[p.work.path]:
            return False
        self.used[p.work.path].add(p.paragraph)
        self.edits[p.work.path].append((p.paragraph, p.start, p.end, new))
        return True


def occurring(works, needles, n):
    """How often the n-word strings stand in the library's texts (before their editing)."""
    found = collections.Counter()
    for work in works:
        if work.part == "absent" or (work.language not in needles):
            continue
        wanted, all_ = needles[work.language], plain(work.text)
        for i in range(len(all_) - n + 1):
            gram = " ".join(all_[i:i + n])
            if gram in wanted:
                found[work.language, gram] += 1
    return found


def accident(cases, works):
    """Leaves out cases whose changed words stand elsewhere, whose parts stand in two places, and
    "absent" ones that the library holds in part or in a parallel version."""
    changed, once, held = (collections.defaultdict(set) for _ in range(3))
    for case in cases:
        if case["window"]:
            changed[case["language"]].add(case["window"])
        once[case["language"]].update(case["once"])
        if case["kind"].startswith("absent"):
            held[case["language"]].update(grams(case["text"], 4))
    changed, once, held = occurring(works, changed, 8), occurring(works, once, 8), occurring(works, held, 4)
    for case in cases:
        language, all_ = case["language"], grams(case["text"], 4)
        if changed[language, case["window"]] or any(once[language, g] > 1 for g in case["once"]):
            continue
        if case["kind"].startswith("absent") and sum(held[language, g] > 0 for g in all_) > 0.25 * len(all_):
            continue
        yield case


def make(works, seed, each):
    maker = Maker(works, seed)
    pools = collections.defaultdict(lambda: collections.defaultdict(list))
    maker.by_work = collections.defaultdict(list)
    for work in works:
        for p in passages(work, seed):
            pools[work.part][work.language].append(p)
            maker.by_work[work.path].append(p)
    maker.pool = {l: [p for p in ps if "[" not in p.text] for l, ps in pools["library"].items()}
    cases = []
    for kind, ways in METHODS.items():
        honest, kinds, wordings = KINDS[kind]
        for method, part, share in ways:
            wanted = int(each * share * 1.06) + 1
            streams = {}
            for language, ps in pools[part].items():
                rng = random.Random(f"{seed}/{kind}/{method}/{language}")
                ps = [p for p in ps if ("[" in p.text) == (method in NEEDS_MARKERS)]
                rng.shuffle(ps)
                streams[language] = (rng, iter(ps))
            turn = [l for l in sorted(streams) for _ in range(3 if l == "en" else 1)]
            made = 0
            while turn and made < wanted:
                for language in list(turn):
                    if language not in streams:
                        continue
                    rng, stream = streams[language]
                    for p in stream:
                        try:
                            result = getattr(maker, method)(rng, p)
                        except IndexError:
                            result = None
                        if result and (result[0] != p.text or honest is not False or method == "sign_lost"):
                            break
                    else:
                        del streams[language]
                        turn = [l for l in turn if l != language]
                        continue
                    text, s, e = result
                    acceptable = list(kinds)
                    if method == "unit" and plain(text[s:e])[-1:] and plain(text[s:e])[-1] in {w.lower() for w in W.TIME_UNITS}:
                        acceptable.append("word")
                    if kinds and language not in W.MEANING and kind in ("date", "magnitude", "unit", "name"):
                        acceptable += ["word", "name"]  # Known by its form alone.
                    if kind == "unit" and s == e:
                        acceptable += ["number", "omission"]  # A lost "%".
                    if kind == "date" and text[s:e].isdigit():
                        acceptable.append("number")
                    once = []
                    if part == "print":  # The words must not stand elsewhere without the edit.
                        once = grams(p.text, 8)[:: max(1, len(grams(p.text, 8)) // 4)]
                        if method in ("sign_lost", "exponent"):
                            once.append(window(p.text, s, e))
                    elif kind.startswith("stitched"):
                        once = [g for half in re.split(r" (?:…|\.\.\.|\[…\]|\[\.\.\.\]|\. \. \.|\(…\)|\(\.\.\.\)) ", text) for g in grams(half, 8)[:1] + grams(half, 8)[-1:]]
                    cases.append({"id": f"{kind}/{method}/{language}/{made}", "kind": kind, "language": language, "honest": honest, "text": text,
                                  "source": p.work.path, "expected": acceptable, "wording": list(wordings), "passage": p.text, "once": [g for g in once if g],
                                  "window": window(text, s, e) if honest is False and e and method != "sign_lost" and kind not in ("sign", "unit", "swallowed negation", "swallowed condition") and language not in ("zh", "th") else ""})
                    made += 1
                    if made >= wanted:
                        break
    return maker, cases


def write_library(works, edits, folder):
    for work in works:
        if work.part == "absent":
            continue
        paragraphs = list(work.paragraphs)
        for number, s, e, new in edits.get(work.path, []):
            old = paragraphs[number]
            paragraphs[number] = old[:s] + new + old[e:]
        path = folder / work.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("\n\n".join(paragraphs) + "\n", encoding="utf-8")


def generate(corpora, out, seed=1, each=520):
    out = pathlib.Path(out)
    if (out / "library").exists():
        shutil.rmtree(out / "library")
    out.mkdir(parents=True, exist_ok=True)
    works = load(corpora, seed)
    maker, cases = make(works, seed, each)
    write_library(works, maker.edits, out / "library")
    kept = []
    for case in accident(cases, works):
        case.pop("window")
        case.pop("once")
        kept.append(case)
    with (out / "cases.jsonl").open("w", encoding="utf-8") as file:
        for case in kept:
            file.write(json.dumps(case, ensure_ascii=False) + "\n")
    return kept


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpora")
    parser.add_argument("out")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--each", type=int, default=520)
    options = parser.parse_args()
    cases = generate(options.corpora, options.out, options.seed, options.each)
    count = collections.Counter(c["kind"] for c in cases)
    languages = collections.defaultdict(collections.Counter)
    for c in cases:
        languages[c["kind"]][c["language"]] += 1
    for kind in KINDS:
        print(f"{kind:26}{count[kind]:>6}  " + " ".join(f"{l}:{n}" for l, n in languages[kind].most_common()))
    print(f"{sum(count.values())} cases")


if __name__ == "__main__":
    main()
