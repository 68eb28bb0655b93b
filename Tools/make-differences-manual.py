#!/usr/bin/env python3
"""Writes Documentation/Differences.md from the comments of DifferenceKind.swift.

    Tools/make-differences-manual.py            write it
    Tools/make-differences-manual.py --check    fail where it is not what would be written
"""
import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
SOURCE = ROOT / "Sources/FonsAlignment/Differences/DifferenceKind.swift"
MANUAL = ROOT / "Documentation/Differences.md"

HEAD = """\
# Kinds of difference

<!-- Written by Tools/make-differences-manual.py from Sources/FonsAlignment/Differences/DifferenceKind.swift. -->

A difference is one place where quotation and source disagree. A report gives it a kind, a weight,
and the text and range of both sides; an empty text stands where one side has nothing. The weight
follows from the kind, but for `ocr`: in the source it is harmless.
"""

WEIGHTS = {
    "harmless": "What typesetting, copying and the customs of quoting do to words. A quotation with"
    " no other differences is `verbatim`, or `abridged` where omissions are marked.",
    "minor": "The words are not quite the source's, but say the same. Wording becomes `altered`;"
    " `faithful` stays true.",
    "major": "The words may say something else. Wording becomes `altered`, and `faithful` false.",
}


def kinds(source):
    """(case name, name in reports, comment), in the order of the file."""
    body = source[source.index("enum DifferenceKind"):source.index("public var weight")]
    comment = []
    for line in body.splitlines():
        line = line.strip()
        if line.startswith("///"):
            comment.append(line[3:].strip())
        elif match := re.fullmatch(r'case (\w+)(?: = "([^"]+)")?', line):
            case, name = match[1], match[2] or match[1]
            if not comment:
                sys.exit(f"{SOURCE}: the kind {name} has no comment, and so no entry in the manual")
            yield case, name, " ".join(comment)
            comment = []
        elif line.startswith("case "):
            sys.exit(f"{SOURCE}: one kind a line, please: {line}")


def weights(source):
    body = source[source.index("public var weight"):]
    body = body[:body.index("\n  }\n")]
    result = {}
    for cases, weight in re.findall(r"case ((?:\.\w+,?\s*)+):\s*\.(\w+)", body):
        result.update((case, weight) for case in re.findall(r"\.(\w+)", cases))
    return result


def manual():
    source = SOURCE.read_text()
    weight = weights(source)
    text = [HEAD]
    entries = list(kinds(source))
    if lost := [name for case, name, _ in entries if weight.get(case) not in WEIGHTS]:
        sys.exit(f"{SOURCE}: no weight was found for {', '.join(lost)}")
    for each, meaning in WEIGHTS.items():
        text.append(f"## {each.capitalize()}\n\n{meaning}\n")
        text += [f"### {name}\n\n{comment}\n" for case, name, comment in entries if weight[case] == each]
    return "\n".join(text)


if sys.argv[1:] not in ([], ["--check"]):
    sys.exit(__doc__)
if not sys.argv[1:]:
    MANUAL.write_text(manual())
elif not MANUAL.exists() or MANUAL.read_text() != manual():
    sys.exit(f"{MANUAL} is not what the comments of the kinds say. Write it anew: make docs")
