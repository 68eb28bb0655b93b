#!/usr/bin/env python3
"""Fons beside other engines on the same texts and the same queries, one core, one table.

    Benchmarks/peers.py FOLDER [--fons PATH] [--queries N] [--damage PERCENT] [--work DIR]

FOLDER holds plain text files (with the corpora: CORPORA/text). Installs tantivy, rapidfuzz and quotecheck
from PyPI into DIR/venv. tantivy and SQLite FTS5 get an OR of the 8 rarest words of the query over pieces of
4 KB that overlap, and rapidfuzz verifies their 10 best; rapidfuzz scans every text, a few queries only;
quotecheck scans a tenth of them, and its times are multiplied by ten; ripgrep looks for the exact words,
which is possible for undamaged queries alone. Times are those of the processor (all threads, user and
system), which other programs on the machine change less than they do the clock's.
"""
import argparse
import functools
import json
import pathlib
import random
import re
import resource
import shutil
import sqlite3
import subprocess
import sys
import time

PACKAGES = ["tantivy", "rapidfuzz", "quotecheck"]
PIECE, OVERLAP, ACCEPTED = 4096, 600, 80


def words_of(text):
    return re.findall(r"\w+", text.lower())


def read_texts(folder):
    texts = {}
    for path in sorted(pathlib.Path(folder).rglob("*")):
        if path.is_file() and path.suffix in (".txt", ".text", ".md", ""):
            try:
                texts[str(path)] = path.read_text(encoding="utf-8")
            except UnicodeDecodeError:
                continue
    return texts


def make_queries(texts, count, damage, seed=1):
    """Passages of 20 to 60 words, `damage` per cent of the words replaced by words of the same text."""
    rng = random.Random(seed)
    names = [n for n in texts if len(texts[n]) > 5000]
    weights = [len(texts[n]) for n in names]
    queries = []
    while len(queries) < count:
        name = rng.choices(names, weights)[0]
        start = rng.randrange(len(texts[name]) - 4000)
        line = texts[name][start:start + 4000]
        words = line.split()
        size = rng.randint(20, 60)
        if len(words) < size + 120:
            continue
        passage = words[20:20 + size]
        queries.append({"name": name, "original": " ".join(passage), "text": " ".join(
            rng.choice(words) if rng.random() * 100 < damage else w for w in passage)})
    return queries


def pieces_of(texts):
    for name, text in texts.items():
        for start in range(0, max(1, len(text)), PIECE - OVERLAP):
            yield name, text[start:start + PIECE]


class Rarity:
    """How many pieces hold each word."""

    def __init__(self, texts):
        self.counts = {}
        for _, piece in pieces_of(texts):
            for word in set(words_of(piece)):
                self.counts[word] = self.counts.get(word, 0) + 1

    def rarest(self, text, count=8):
        return sorted(set(words_of(text)), key=lambda w: (self.counts.get(w, 0) or 10**9, w))[:count]


def best_of(query, candidates):
    from rapidfuzz import fuzz
    lowered = " ".join(query.lower().split())
    scores = [(fuzz.partial_ratio(lowered, " ".join(text.lower().split()), score_cutoff=ACCEPTED), name) for name, text in candidates]
    return max(scores, default=(0, None))


class Engine:
    scale = 1

    def spent(self):
        """Seconds of processor so far."""
        return time.process_time()


class Tantivy(Engine):
    def __init__(self, texts, rarity, folder):
        import tantivy
        builder = tantivy.SchemaBuilder()
        builder.add_text_field("body", stored=True)
        builder.add_text_field("name", stored=True, tokenizer_name="raw")
        self.schema, self.rarity = builder.build(), rarity
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
        self.index = tantivy.Index(self.schema, path=str(folder))
        writer = self.index.writer(heap_size=200_000_000, num_threads=1)
        for name, piece in pieces_of(texts):
            writer.add_document(tantivy.Document(body=piece, name=name))
        writer.commit()
        writer.wait_merging_threads()
        self.index.reload()
        self.searcher = self.index.searcher()

    def find(self, text):
        query = self.index.parse_query(" OR ".join(self.rarity.rarest(text)), ["body"])
        hits = [self.searcher.doc(address) for _, address in self.searcher.search(query, 10).hits]
        return best_of(text, [(hit["name"][0], hit["body"][0]) for hit in hits])[1]


class SQLite(Engine):
    def __init__(self, texts, rarity, path):
        path.unlink(missing_ok=True)
        self.rarity, self.base = rarity, sqlite3.connect(path)
        self.base.execute("create virtual table pieces using fts5(body, name unindexed)")
        with self.base:
            self.base.executemany("insert into pieces(name, body) values(?, ?)", pieces_of(texts))

    def find(self, text):
        match = " OR ".join(f'"{word}"' for word in self.rarity.rarest(text))
        rows = self.base.execute("select name, body from pieces where pieces match ? order by rank limit 10", (match,)).fetchall()
        return best_of(text, rows)[1]


class Scanner(Engine):
    """rapidfuzz over every text."""

    def __init__(self, texts):
        self.texts = {name: text.lower() for name, text in texts.items()}

    def find(self, text):
        from rapidfuzz import fuzz
        return max((fuzz.partial_ratio(text.lower(), body, score_cutoff=ACCEPTED), name) for name, body in self.texts.items())[1]


class Quotecheck(Engine):
    scale = 10

    def __init__(self, texts):
        self.texts = {name: texts[name] for name in sorted(texts)[::self.scale]}

    def find(self, text):
        from quotecheck import check
        return next((name for name, body in self.texts.items() if check(text, body).ok), None)


class Ripgrep(Engine):
    def __init__(self, folder):
        self.folder = folder

    def spent(self):
        use = resource.getrusage(resource.RUSAGE_CHILDREN)
        return use.ru_utime + use.ru_stime

    def find(self, text):
        # The words may stand on several lines.
        pattern = r"\s+".join(re.escape(word) for word in text.split())
        done = subprocess.run(["rg", "-U", "-j1", "-l", "--no-config", "-e", pattern, self.folder], capture_output=True, text=True)
        return next(iter(done.stdout.splitlines()), None)


class Fons(Engine):
    """One process that is asked line by line; reading and writing the lines is counted."""

    def __init__(self, fons, folder, library):
        shutil.rmtree(library, ignore_errors=True)
        subprocess.run([fons, "library", "add", "--library", library, folder], check=True, capture_output=True)
        self.process = subprocess.Popen(
            [fons, "find", "--jobs", "1", "--library", library, "--input-format", "ndjson", "--format", "ndjson"],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE)

    def spent(self):
        threads = pathlib.Path(f"/proc/{self.process.pid}/task").glob("*/schedstat")
        return sum(int(path.read_text().split()[0]) for path in threads) / 1e9

    def find(self, text):
        self.process.stdin.write(json.dumps({"id": 1, "text": text}).encode() + b"\n")
        self.process.stdin.flush()
        answer = json.loads(self.process.stdout.readline())
        titles = [m["text"] for m in answer["matches"]] if answer["wording"] not in (None, "none") else []
        return titles[0] if titles else None


def is_right(query, answer, texts, isText):
    if answer is None:
        return False
    words = words_of(query["original"])
    threes = [" ".join(words[i:i + 3]) for i in range(len(words) - 2)]
    body = spoken(answer if isText else texts[answer])
    return sum(f" {three} " in body for three in threes) * 2 >= len(threes)


@functools.lru_cache(maxsize=512)
def spoken(text):
    """The words of a text alone, between single spaces."""
    return f" {' '.join(words_of(text))} "


def measure(name, engine, queries, texts, isText=False):
    for query in queries[:min(3, len(queries) // 10)]:
        engine.find(query["text"])
    times, found = [], 0
    for query in queries:
        start = engine.spent()
        answer = engine.find(query["text"])
        times.append((engine.spent() - start) * engine.scale)
        found += is_right(query, answer, texts, isText)
    times.sort()
    print(f"  {name}: {len(queries)} queries", file=sys.stderr)
    return {"name": name, "queries": len(queries), "found": found / len(queries), "p50": times[len(times) // 2], "p99": times[min(len(times) - 1, len(times) * 99 // 100)], "mean": sum(times) / len(times)}


def compare(options):
    texts = read_texts(options.folder)
    size = sum(len(t.encode()) for t in texts.values())
    work = pathlib.Path(options.work)
    print(f"{len(texts)} texts, {size / 1e6:.1f} MB, {options.damage} % of the words replaced", file=sys.stderr)
    queries = make_queries(texts, options.queries, options.damage)
    rarity = Rarity(texts)
    few = queries[:5]
    rows = [measure("fons find", Fons(options.fons, options.folder, work / "library"), queries, texts, isText=True)]
    rows.append(measure("tantivy, 8 rarest words, then rapidfuzz", Tantivy(texts, rarity, work / "tantivy"), queries, texts))
    rows.append(measure("SQLite FTS5, the same", SQLite(texts, rarity, work / "fts5.db"), queries[:200], texts))
    rows.append(measure("rapidfuzz, scanning", Scanner(texts), few, texts))
    if options.damage == 0:
        if shutil.which("rg"):
            rows.append(measure("ripgrep, exact words", Ripgrep(options.folder), queries[:50], texts))
        quotecheck = Quotecheck(texts)
        held = [query for query in queries if query["name"] in quotecheck.texts]
        rows.append(measure("quotecheck, scanning a tenth, times 10", quotecheck, held[:2], texts))
    print(f"{size / 1e6:.0f} MB of text in {len(texts)} files, 20 to 60 words, {options.damage} % of them replaced, one core\n")
    print("| engine | queries | found | p50 | p99 | mean | times Fons's mean |")
    print("|---|---:|---:|---:|---:|---:|---:|")
    for row in rows:
        shown = [f"{row[k] * 1000:.2f} ms" for k in ("p50", "p99", "mean")]
        print(f"| {row['name']} | {row['queries']} | {row['found'] * 100:.1f} % | {' | '.join(shown)} | {row['mean'] / rows[0]['mean']:.1f} |")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder")
    parser.add_argument("--fons", default=str(pathlib.Path(__file__).parent.parent / ".build/release/fons"))
    parser.add_argument("--queries", type=int, default=1000)
    parser.add_argument("--damage", type=int, default=0)
    parser.add_argument("--work", default=str(pathlib.Path(__file__).parent.parent / ".build/peers"))
    parser.add_argument("--inside", action="store_true", help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.inside:
        return compare(options)
    venv = pathlib.Path(options.work) / "venv"
    if not (venv / "bin/python").exists():
        subprocess.run([sys.executable, "-m", "venv", venv], check=True)
        subprocess.run([venv / "bin/python", "-m", "pip", "install", "-q", *PACKAGES], check=True)
    sys.exit(subprocess.run([venv / "bin/python", __file__, "--inside", *sys.argv[1:]]).returncode)


if __name__ == "__main__":
    main()
