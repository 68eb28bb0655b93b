#!/usr/bin/env python3
"""Makes as much text as is asked for from real texts, the same in every run.

    Benchmarks/make-texts.py CORPUS FOLDER MEGABYTES [--seed N]

Each generated text walks through the texts of CORPUS: it copies a run of 2 to 14 words, then goes on at
another place of the word that it stopped at. So words have their real frequencies and real phrases are
repeated as often as in so much real text, while long runs stand in one place only. One text in fifty is a
copy of an earlier one with another head (a mirror), and one in five ends with one of 20 boilerplates.
Texts are files of about 12 KB, 200 to a folder; each begins with a title of its own.
"""
import argparse
import pathlib
import random
import sys


def read_words(corpus):
    words = []
    for path in sorted(pathlib.Path(corpus).rglob("*.txt")):
        try:
            words += path.read_text(encoding="utf-8").split()
        except UnicodeDecodeError:
            continue
    return words


def places_of(words):
    """For each word, the places after it; the commonest keep a sample."""
    places = {}
    for place, word in enumerate(words[:-20]):
        places.setdefault(word, []).append(place + 1)
    return places


def walk(words, places, count, rng):
    result = []
    place = rng.randrange(len(words) - 20)
    while len(result) < count:
        size = rng.randint(2, 14)
        run = words[place:place + size]
        result += run
        place = rng.choice(places.get(run[-1]) or [rng.randrange(len(words) - 20)])
    lines, at = [], 0
    while at < len(result):
        size = rng.randint(40, 160)
        lines.append(" ".join(result[at:at + size]))
        at += size
    return "\n\n".join(lines)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpus")
    parser.add_argument("folder")
    parser.add_argument("megabytes", type=float)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    rng = random.Random(options.seed)
    words = read_words(options.corpus)
    if len(words) < 10_000:
        sys.exit(f"{options.corpus} holds too few words in .txt files to walk through")
    places = places_of(words)
    boilerplates = [walk(words, places, 60, rng) for _ in range(20)]
    folder = pathlib.Path(options.folder)
    folder.mkdir(parents=True, exist_ok=True)
    written, number, kept = 0, 0, []
    while written < options.megabytes * 1e6:
        if kept and rng.random() < 0.02:
            text = rng.choice(kept)
        else:
            text = walk(words, places, rng.randint(300, 4000), rng)
            if len(kept) < 500:
                kept.append(text)
        if rng.random() < 0.2:
            text += "\n\n" + rng.choice(boilerplates)
        number += 1
        part = folder / f"{number // 200:05}"
        part.mkdir(exist_ok=True)
        data = f"Generated text {number}\n\n{text}\n".encode()
        (part / f"{number:07}.txt").write_bytes(data)
        written += len(data)
    print(f"{number} texts, {written / 1e6:.0f} MB in {folder}")


if __name__ == "__main__":
    main()
