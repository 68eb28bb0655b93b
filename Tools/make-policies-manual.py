#!/usr/bin/env python3
"""Writes Documentation/Policies.md from the table of policies.

    Tools/make-policies-manual.py            write it
    Tools/make-policies-manual.py --check    fail where it is not what would be written
"""
import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
TABLE = ROOT / "Sources/CTables/data/policies.txt"
KINDS = ROOT / "Sources/FonsAlignment/Differences/DifferenceKind.swift"
MANUAL = ROOT / "Documentation/Policies.md"

HEAD = """\
# Policies

<!-- Written by Tools/make-policies-manual.py from Sources/CTables/data/policies.txt. -->

A policy decides which harmless and minor differences a quotation may have and still pass. It changes
the exit status, the mark `passes` and each difference's `permitted`; it never changes a verdict or
`faithful`. Whatever the policy, a quotation does not pass that is not faithful, misattributed,
superseded or unverifiable, and no [major difference](Differences.md) passes.

    fons check --policy chicago article.md
    fons check --policy strict --fail-on policy,not-found proof.txt

Without `--policy`, the settings decide (`"policy"` in `fons/settings.json` under the XDG
configuration folder), then it is `default`. `--fail-on` names the verdicts that make the exit status
1 instead; its word `policy` stands for whatever the policy does not let pass. `--explain` tells for
each difference the rule by which it passes.
"""

CONDITIONS = """\
A condition stands after some kinds: `bracketed`, where the quotation shows the change in square
brackets; `first`, the first letter of the quotation or of the words after an omission; `final`, at the
end of the quotation or before an omission; `source`, where the fault is the source's. A marked omission
is no difference, but has to be permitted too.
"""

NUMBERS = """\
Section numbers are those of the editions named here. Rules of one's own go into a copy of the table:
it is read when Fons is built.
"""


def policies():
    """[(name, purpose, limits, [(rule, kinds, why, source)])], in the order of the table."""
    result = []
    for line in TABLE.read_text().splitlines():
        if not line or line.startswith("#"):
            continue
        fields = [field.strip() for field in line.split("|")]
        word, _, name = fields[0].partition(" ")
        if word == "policy" and len(fields) == 3:
            result.append((name, *fields[1:], []))
        elif word == "permit" and len(fields) == 4 and name.startswith(result[-1][0] + "."):
            result[-1][3].append((name, fields[1].split(), *fields[2:]))
        else:
            sys.exit(f"{TABLE}: not a line of the table: {line}")
    return result


def known():
    """Kinds that are not major, in the order of their manual."""
    source = KINDS.read_text()
    body = source[source.index("enum DifferenceKind"):source.index("// Major.")]
    return [quoted or name for name, quoted in
            re.findall(r'^  case (\w+)(?: = "([^"]+)")?$', body, re.M)]


def manual():
    table, rows = policies(), known() + ["marked-omission"]
    text = [HEAD, "## What passes\n"]
    text.append("| | " + " | ".join(name for name, *_ in table) + " |")
    text.append("|---|" + ":-:|" * len(table))
    for row in rows:
        cells = []
        for *_, rules in table:
            found = [kind.partition(":")[2] or "yes" for _, kinds, *_ in rules for kind in kinds
                     if kind.partition(":")[0] == row]
            cells.append("yes" if "yes" in found else ", ".join(found))
        text.append(f"| {row} | " + " | ".join(cells) + " |")
    text.append("\n" + CONDITIONS)
    for name, purpose, limits, rules in table:
        text += [f"## {name}\n", f"{purpose} {limits}\n", "| rule | passes | why | from |",
                 "|---|---|---|---|"]
        for rule, kinds, why, source in rules:
            if lost := [kind for kind in kinds if kind.partition(":")[0] not in rows]:
                sys.exit(f"{TABLE}: {rule} names what is no kind: {', '.join(lost)}")
            text.append(f"| `{rule}` | {', '.join(kinds)} | {why} | {source} |")
        text.append("")
    return "\n".join(text) + "\n" + NUMBERS


if sys.argv[1:] not in ([], ["--check"]):
    sys.exit(__doc__)
if not sys.argv[1:]:
    MANUAL.write_text(manual())
elif not MANUAL.exists() or MANUAL.read_text() != manual():
    sys.exit(f"{MANUAL} is not what the table of policies says. Write it anew: make docs")
