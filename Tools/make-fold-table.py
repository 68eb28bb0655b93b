#!/usr/bin/env python3
"""Writes Sources/CTables/data/fold.bin: how each Unicode scalar is folded into a word.

The table is frozen: hashes on disk depend on it, so a library must never be read with another
one. Its layout is described in Sources/FonsText/FoldTable.swift, which also holds the meaning of
the classes. Usage: Tools/make-fold-table.py
"""
import pathlib
import struct
import sys
import unicodedata as u

SEPARATOR, LETTER, DIGIT, MARK, UNIT, IGNORED, APOSTROPHE, SUPERSCRIPT, SYMBOL, DASH, FRACTION, ATTACHED = range(12)
IDENTITY = 15  # length: the scalar stands for itself

# Scripts written without spaces: every character is a word of its own.
UNSPACED = [
    (0x0E00, 0x0E7F), (0x0E80, 0x0EFF), (0x1000, 0x109F), (0x1780, 0x17FF), (0x2E80, 0x2FDF),
    (0x3005, 0x3007), (0x3021, 0x3029), (0x3031, 0x3035), (0x3041, 0x30FF), (0x31F0, 0x31FF),
    (0x3400, 0x4DBF), (0x4E00, 0x9FFF), (0xF900, 0xFAFF), (0x20000, 0x3FFFF), (0xFF66, 0xFF9F),
]
# Marks of these scripts are decoration (accents, niqqud, harakat); elsewhere they are vowels.
DECORATED = [(0x0300, 0x036F), (0x0483, 0x0489), (0x0591, 0x05C7), (0x0610, 0x061A),
             (0x0640, 0x0640), (0x064B, 0x065F), (0x0670, 0x0670), (0x06D6, 0x06ED),
             (0x1AB0, 0x1AFF), (0x1DC0, 0x1DFF), (0x20D0, 0x20FF), (0xFE20, 0xFE2F)]
SUPERSCRIPTS = dict(zip("⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻", "0123456789+-"))
SYMBOLS = set("%‰€$£¥₹₽¢°+=×÷±<>≤≥≠≈√∞§&")
DASHES = set("-‐‑‒–—―−﹘﹣－")
SPECIAL = {"ß": "ss", "ẞ": "ss", "æ": "ae", "œ": "oe", "ø": "o", "ð": "d", "þ": "th", "ł": "l",
           "đ": "d", "ħ": "h", "ı": "i", "ŋ": "n", "ſ": "s", "ς": "σ", "ё": "е", "ŧ": "t"}


def within(c, ranges):
    return any(a <= c <= b for a, b in ranges)


def decorated_base(ch):
    """Only where the mark is decoration: й and и are one, but a Devanagari vowel sign stays."""
    return "".join(x for x in u.normalize("NFKD", ch) if not within(ord(x), DECORATED))


def fold(c):
    ch = chr(c)
    category = u.category(ch)
    if ch in SUPERSCRIPTS:
        return SUPERSCRIPT, SUPERSCRIPTS[ch]
    if ch in "'’‘ʼ＇′`´ʹ‛":
        return APOSTROPHE, "'"
    if ch in DASHES:
        return DASH, "-"
    if ch in SYMBOLS:
        return SYMBOL, {"&": "and"}.get(ch, ch)
    if 0xBC <= c <= 0xBE or 0x2150 <= c <= 0x215E:
        return FRACTION, u.normalize("NFKC", ch).replace("⁄", "/")
    # U+0001 is what a quotation's editorial brackets are blanked with before it is folded.
    if c == 1 or category == "Cf" or 0xFE00 <= c <= 0xFE0F or c in (0x034F, 0x115F, 0x1160, 0x3164):
        return IGNORED, ""
    if within(c, DECORATED):
        return MARK, ""
    if category == "Nd":
        return DIGIT, str(u.decimal(ch))
    folded = "".join(SPECIAL.get(x, x) for x in decorated_base(ch).lower())
    folded = "".join(SPECIAL.get(x, x) for x in decorated_base(folded))
    if category[0] in "LN" or category in ("Mc", "Mn", "Me"):
        if not folded or any(u.category(x)[0] in "ZPSC" for x in folded):
            folded = ch
        if within(c, UNSPACED):
            return (ATTACHED if category[0] == "M" else UNIT), folded
        return LETTER, folded
    return SEPARATOR, ""


def main():
    pages, index, seen = [], [], {}
    for page in range(0x1100):
        row = []
        for c in range(page << 8, (page + 1) << 8):
            if 0xD800 <= c <= 0xDFFF:
                row.append(SEPARATOR)
                continue
            kind, text = fold(c)
            raw = text.encode()
            if len(raw) > 3:
                raw, length = b"", IDENTITY
            else:
                length = len(raw)
            row.append(kind | length << 4 | int.from_bytes(raw.ljust(3, b"\0"), "little") << 8)
        packed = struct.pack("<256I", *row)
        if packed not in seen:
            seen[packed] = len(pages)
            pages.append(packed)
        index.append(seen[packed])
    out = pathlib.Path(__file__).parent.parent / "Sources/CTables/data/fold.bin"
    out.write_bytes(struct.pack("<4352H", *index) + b"".join(pages))
    print(f"{out}: {out.stat().st_size} bytes, {len(pages)} pages, Unicode {u.unidata_version}",
          file=sys.stderr)


main()
