#!/usr/bin/env python3
"""The truth of a history once more, as a reader saw it: what a search of every revision finds when links,
comments, tags, external links, entities and repeated spaces are taken as a browser shows them.

    independent.py DUMP.xml TRUTH.jsonl > READ.jsonl

A sentence that holds markup itself (entities, links, tags) and stands so in the markup was copied from there:
its truth is that of the markup.

Nothing of Fons is used. READ has the form of TRUTH, `link_stripped_substring` replaced, so that
`fons-history quotes LIBRARY READ 0` compares with it; rows in which the two truths differ say so on standard
error.
"""

import html
import json
import re
import sys
import xml.etree.ElementTree as ET

LINK = re.compile(r"\[\[(?:[^\[\]|]*\|)?([^\[\]|]*)\]\]")
# A picture shows its caption, the last of its parts; brackets that are not closed reach to a stray `]]`.
PICTURE = re.compile(r"\[\[(?:Image|File):((?:[^\[\]]|\[\[[^\[\]]*\]\])*)\]\]", re.I)


def caption(match):
    return LINK.sub(r"\1", match[1]).split("|")[-1]


# In the order in which a wiki undoes them; a comment that is not closed reaches to the end.
MARKUP = [
    (re.compile(r"<!--.*?(?:-->|\Z)", re.S), ""),
    (re.compile(r"<ref[^<>]*/>|<ref\b.*?</ref>", re.S), ""),
    (re.compile(r"</?[a-zA-Z][^<>]*>"), ""),
    (re.compile(r"\[(?:https?|ftp)://[^\s\]]+\s+([^\]]*)\]"), r"\1"),
    (re.compile(r"\[(?:https?|ftp)://[^\s\]]+\]"), ""),
    (PICTURE, caption),
    (LINK, r"\1"),
    (re.compile(r"'{2,3}"), ""),
]
# What only the source of a page holds.
SOURCE = re.compile(r"\[\[|''|\{\{|\[http|</?[a-zA-Z!]|&#?[0-9a-zA-Z]{1,9};")
COMPARED = ("n_revs", "n_runs", "first_rev", "last_rev")
# A blank line and the marks of lists, tables and headings begin a paragraph.
BREAK = re.compile(r"\n\s*\n|\n(?=[*#:;=|!{ -])|(?<==)\n")


def read(text):
    """The paragraphs of a page, each with single spaces."""
    for pattern, replacement in MARKUP:
        text = pattern.sub(replacement, text)
    paragraphs = (" ".join(html.unescape(part).split()) for part in BREAK.split(text))
    return {part for part in paragraphs if part}


def revisions(path):
    """Id, time and text of each revision, by time."""
    found = []
    for _, element in ET.iterparse(path):
        if not element.tag.endswith("}revision"):
            continue
        parts = {child.tag.split("}")[1]: child for child in element}
        hidden = parts["text"].get("deleted") is not None
        text = None if hidden else parts["text"].text or ""
        found.append((parts["timestamp"].text, len(found), int(parts["id"].text), text))
        element.clear()
    return sorted(found, key=lambda row: row[:2])


def runs(rows, states, holding):
    """What the truth says of a sentence that these states hold."""
    result = []
    count = 0
    is_open = False
    for (time, _, number, _), state in zip(rows, states):
        if state is None:
            continue
        if state in holding:
            count += 1
            if not is_open:
                result.append([(number, time), None])
            result[-1][1] = (number, time)
        is_open = state in holding
    first, last = (result[0][0], result[-1][1]) if result else ((None, None), (None, None))
    return {
        "n_revs": count,
        "n_runs": len(result),
        "first_rev": first[0],
        "first_ts": first[1],
        "last_rev": last[0],
        "last_ts": last[1],
        "runs_rev_ids": [[a[0], b[0]] for a, b in result],
    }


def main():
    rows = revisions(sys.argv[1])
    numbers = {}
    states = [None if row[3] is None else numbers.setdefault(row[3], len(numbers)) for row in rows]
    # Each paragraph once, with the states that have it.
    paragraphs = {}
    for text, state in numbers.items():
        for paragraph in read(text):
            paragraphs.setdefault(paragraph, set()).add(state)
    differing = 0
    for line in open(sys.argv[2], encoding="utf-8"):
        case = json.loads(line)
        sought = " ".join(html.unescape(case["query"]).split())
        holding = set()
        for paragraph, own in paragraphs.items():
            if sought in paragraph:
                holding |= own
        found = runs(rows, states, holding)
        raw = case["raw_wikitext_substring"]
        if SOURCE.search(case["query"]) and raw["n_revs"]:
            found = raw
        old = case["link_stripped_substring"]
        if any(found[name] != old[name] for name in COMPARED):
            differing += 1
            print(
                f"{case['id']}: {found['n_revs']} in {found['n_runs']} as read, "
                f"{old['n_revs']} in {old['n_runs']} by the pattern: {case['query'][:100]}",
                file=sys.stderr,
            )
        case["link_stripped_substring"] = found
        print(json.dumps(case))
    print(f"{differing} rows differ", file=sys.stderr)


if __name__ == "__main__":
    main()
