#!/usr/bin/env python3
"""Compares Tests/Phenomena.txt with the tests: each of the 80 phenomena has two of them at least.

    Tools/check-phenomena.py            fail where a row has too few tests, or a test is not there
    Tools/check-phenomena.py --write    bring the tables of cases up to date (`make docs`)

A line is `ROW | what it is | tests`. A test is `Suite.table×N`, a table of cases of which N are of the
row (counted here), or `Suite.function()`, which counts two where it has arguments.
"""
import collections
import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
LIST = ROOT / "Tests/Phenomena.txt"
ROWS = range(1, 81)


def tests():
    """({(suite, table): {row: cases}}, {(suite, function): cases})."""
    tables, functions = collections.defaultdict(collections.Counter), {}
    for path in sorted(ROOT.glob("Tests/Fons*Tests/*.swift")):
        source = path.read_text()
        if not (suite := re.search(r"struct (\w+Tests)\b", source)):
            continue
        table = None
        for found in re.finditer(r"static let (\w+)|(?:\.init|Case)\(\s*(\d+),", source):
            if found[1]:
                table = found[1]
            elif table and table != "knownFaults":
                tables[suite[1], table][int(found[2])] += 1
        for found in re.finditer(r"@Test(\(arguments:)?[^@]*?\bfunc (\w+)\(", source):
            functions[suite[1], found[2]] = 2 if found[1] else 1
    return tables, functions


def main():
    tables, functions = tests()
    problems, lines, seen = [], [], []
    for line in LIST.read_text().splitlines():
        row, title, names = (field.strip() for field in line.split("|"))
        row, count, kept = int(row), 0, []
        seen.append(row)
        listed = set()
        for name in filter(None, names.split(", ")):
            suite, _, test = name.partition(".")
            if test.endswith("()"):
                if (suite, test[:-2]) not in functions:
                    problems.append(f"row {row}: there is no test {name}")
                count += functions.get((suite, test[:-2]), 0)
                kept.append(name)
            else:
                listed.add(name)
        actual = {f"{suite}.{table}×{cases[row]}" for (suite, table), cases in tables.items()
                  if cases[row]}
        # How many there are may change; which tables there are is what a reader looks for.
        if {name.partition("×")[0] for name in listed} != {name.partition("×")[0] for name in actual}:
            problems.append(f"row {row}: the tables are {', '.join(sorted(actual))}")
        count += sum(int(name.rpartition("×")[2]) for name in actual)
        if count < 2:
            problems.append(f"row {row}: {count} tests, two are wanted")
        lines.append(f"{row} | {title} | {', '.join(sorted(actual) + kept)}")
    if seen != list(ROWS):
        problems.append("the rows are not those from 1 to 80")
    if sys.argv[1:] == ["--write"]:
        LIST.write_text("\n".join(lines) + "\n")
    elif problems:
        sys.exit("\n".join([f"{LIST}:"] + problems + ["(Tools/check-phenomena.py --write)"]))


if sys.argv[1:] not in ([], ["--write"]):
    sys.exit(__doc__)
main()
