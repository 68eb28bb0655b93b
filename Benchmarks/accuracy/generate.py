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
import unicodedata

import words as W
from texts import ABBREVIATIONS, Passage, good, load, passages, sentences, size

# kind: honest, the kinds of difference a stranger would accept, the wordings a stranger would accept.
# Empty: not asked. For `faithful` only `honest` counts.
V, A = ("verbatim",), ("abridged",)
KINDS = {
    "negation dropped": (False, ("negation",), ()),
    "negation added": (False, ("negation",), ()),
    "digit changed": (False, ("number",), ()),
    "magnitude": (False, ("number",), ()),
    "sign": (False, ("sign",), ()),
    "unit": (False, ("unit",), ()),
    "name": (False, ("name",), ()),
    "date": (False, ("date",), ()),
    "modality": (False, ("modality",), ()),
    "word": (False, ("word",), ()),
    "order": (False, ("order",), ()),
    "unmarked omission": (False, ("omission",), ()),
    "addition": (False, ("addition",), ()),
    "stitched, reversed": (False, (), ("stitched",)),
    "stitched, far apart": (False, (), ("stitched",)),
    "stitched, two works": (False, (), ("stitched",)),
    "swallowed negation": (False, ("swallowed-negation",), ()),
    "swallowed condition": (False, ("swallowed-condition", "swallowed-negation"), ()),
    "verbatim": (True, (), V),
    "marked omission": (True, (), A),
    "insertion": (True, ("insertion",), V),
    "[T]he": (True, (), V),
    "[sic]": (True, ("sic",), V),
    "typography": (True, (), V),
    "markers removed": (True, (), V),
    "markers added": (True, (), V),
    "line-end hyphens": (True, (), V),
    "page breaks": (True, (), V),
    "OCR in the quotation": (True, ("ocr", "spelling"), ()),
    "OCR in the source": (True, ("ocr", "spelling"), ()),
    "spelling": (True, ("spelling", "diacritic"), ()),
    "diacritics": (True, ("diacritic", "spelling"), ()),
    "number form": (True, ("number-form", "date-form"), ()),
    "slip in a name": (True, ("name-slip", "spelling", "ocr"), ()),
    "absent, 20 to 60 words": (None, (), ("none",)),
    "absent, 8 to 19 words": (None, (), ("none",)),
}
WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")


def plain(text):
    """Words alone, for comparing with the whole corpus."""
    return re.findall(r"\w+", re.sub(r"\[\d+\]", " ", unicodedata.normalize("NFKC", text).lower()))


def risky(language, text):
    known = W.RISKY.get(language)
    if known is None:
        return True
    for word in re.findall(r"[\w'’-]+", text.lower()):
        if word in known or re.search(r"n['’]t$", word) or any(p in known for p in re.split(r"['’-]", word)):
            return True
        if language == "en" and re.match(r"(un|in|im|non|dis|mis)[a-z]{4}", word) or language == "cs" and word.startswith("ne"):
            return True
    return False


class Maker:
    """One method for each kind: takes a passage, gives (text, start, end of the change) or None.

    `library` is the pool that the passage is drawn from: `library` or `print`.
    """

    def __init__(self, works, seed):
        self.works, self.seed = works, seed
        self.vocabulary = collections.Counter(w for work in works for w in re.findall(r"[^\W\d_]+", work.text))
        self.lower = {w.lower() for w in self.vocabulary}
        self.edits = collections.defaultdict(list)  # path: (paragraph, old, new) in the library's copy
        self.used = collections.defaultdict(set)

    # ---- dishonest

    def substitute(self, rng, text, rules, whole_word_initial=False):
        options = []
        for rule in rules:
            for match in re.finditer(rule[0], text):
                if match.start() > 0 and match.end() < len(text):
                    options.append((match, rule[1]))
        if not options:
            return None
        match, by = rng.choice(options)
        new = match.expand(by)
        if new == match.group(0):
            return None
        return text[:match.start()] + new + text[match.end():], match.start(), match.start() + len(new)

    def negation_dropped(self, rng, p):
        return self.substitute(rng, p.text, W.DROP_NEGATION.get(p.work.language, []))

    def negation_added(self, rng, p):
        rules = W.ADD_NEGATION.get(p.work.language, [])
        return self.substitute(rng, p.text, rules)

    def numbers(self, text, language):
        """Plain numbers, no years, no parts of dates, codes or lists."""
        months = "|".join(W.MONTHS.get(language, ["\0"]))
        found = []
        for m in re.finditer(r"(?<![\w.,:/–−\-+$£€'’(\"“№#])\d+(?:[.,]\d+)*(?![\w:/–−\-'’])(?![.,]\d)", text):
            around = text[max(0, m.start() - 14):m.start()] + "\0" + text[m.end():m.end() + 14]
            if re.fullmatch(r"1[0-9]{3}|20[0-4]\d", m.group(0)) or re.search(months, around, re.I) or m.group(0).startswith("0") and "." not in m.group(0) and "," not in m.group(0):
                continue
            if m.start() == 0 or text[m.start() - 1] not in " " or re.match(r"\.? ?(BC|AD|v\. ?Chr|a\. ?C|н\. ?э|г\.|гг|в\.|век|CE|год|Jahrhundert|secolo|yüzyıl)", text[m.end():]):
                continue
            # A name or code before it ("Super Bowl 50", "Apollo 11", "Psalms 24") is not a number of things.
            before = re.search(r"(\S+) $", text[:m.start()])
            if before and not before.group(1)[-1].isalpha() and before.group(1)[-1] not in ",;)":
                continue
            if before and (before.group(1)[:1].isupper() and language != "de" or before.group(1).endswith((".", ":", "&"))):
                continue
            found.append(m)
        return found

    def digit_changed(self, rng, p):
        found = self.numbers(p.text, p.work.language)
        if not found:
            return None
        m = rng.choice(found)
        digits = [i for i in range(m.start(), m.end()) if p.text[i].isdigit()]
        at = rng.choice(digits)
        lowest = "123456789" if at == m.start() else "0123456789"
        new = rng.choice([d for d in lowest if d != p.text[at]])
        if "," in m.group(0) or "." in m.group(0):
            whole = m.group(0)
            if re.fullmatch(r"\d+[.,]\d*", whole) and at == m.end() - 1 and new == "0":
                new = "7" if p.text[at] != "7" else "3"
        return p.text[:at] + new + p.text[at + 1:], m.start(), m.end()

    def magnitude(self, rng, p):
        text, language = p.text, p.work.language
        options = []
        for old, new in W.MAGNITUDE.get(language, []):
            for m in re.finditer(rf"(?<=[\d\w] )\b{old}\b", text):
                options.append((m.start(), m.end(), new))
        point = "." if language in ("en", "zh", "th", "hi") else ","
        group = W.GROUPING.get(language, "\0")
        for m in self.numbers(text, language):
            n = m.group(0)
            if re.fullmatch(r"\d+" + re.escape(point) + r"\d{1,2}", n):
                whole, part = n.split(point)
                options.append((m.start(), m.end(), whole + part if whole != "0" else whole + point + "0" + part))
                if len(part) == 2:
                    options.append((m.start(), m.end(), whole + part[0] + point + part[1]))
            elif n.isdigit() and len(n) >= 2:
                options.append((m.start(), m.end(), n + "0"))
            elif re.fullmatch(r"\d{1,3}" + re.escape(group) + r"\d{3}", n):
                options.append((m.start(), m.end(), n.replace(group, "") [:-3] + "0" + group + n[-3:]))
        if not options:
            return None
        s, e, new = rng.choice(options)
        return text[:s] + new + text[e:], s, s + len(new)

    def exponent(self, rng, p):
        """The source's copy gets a power of ten, the quotation loses its height."""
        found = self.numbers(p.text, p.work.language)
        if not found:
            return None
        m = rng.choice(found)
        power = rng.choice(["10⁹", "10⁶", "10¹²", "10⁵", "10⁸"])
        flat = unicodedata.normalize("NFKC", power)
        source = p.text[:m.start()] + power + p.text[m.end():]
        if not self.edit(p, source):
            return None
        return p.text[:m.start()] + flat + p.text[m.end():], m.start(), m.start() + len(flat)

    def edit(self, p, new):
        """Puts `new` in place of the passage in the library's copy of the work."""
        if p.paragraph in self.used[p.work.path]:
            return False
        self.used[p.work.path].add(p.paragraph)
        self.edits[p.work.path].append((p.paragraph, p.start, p.end, new))
        return True

    def sign_gained(self, rng, p):
        found = self.numbers(p.text, p.work.language)
        if not found:
            return None
        m = rng.choice(found)
        new = rng.choice(["-", "−"]) + m.group(0)
        return p.text[:m.start()] + new + p.text[m.end():], m.start(), m.start() + len(new)

    def sign_lost(self, rng, p):
        found = self.numbers(p.text, p.work.language)
        if not found:
            return None
        m = rng.choice(found)
        if not self.edit(p, p.text[:m.start()] + rng.choice(["-", "−"]) + p.text[m.start():]):
            return None
        return p.text, m.start(), m.end()

    def unit(self, rng, p):
        return self.substitute(rng, p.text, W.UNITS.get(p.work.language, []))

    def name(self, rng, p):
        text, options = p.text, []
        for group in W.NAMES.get(p.work.language, []):
            known = set(group)
            for m in WORD.finditer(text):
                if m.group(0) in known and m.start() > 1 and text[m.start() - 1] == " " and text[m.start() - 2] not in ".!?:\"”“":
                    # Part of a longer name ("King George III", "New England") still names another.
                    others = [n for n in group if n != m.group(0) and n not in text]
                    if others and not re.match(r"['’](?!s\b)|-", text[m.end():]):
                        options.append((m, others))
        if not options:
            return None
        m, others = rng.choice(options)
        new = rng.choice(others)
        return text[:m.start()] + new + text[m.end():], m.start(), m.start() + len(new)

    def date(self, rng, p):
        text, language, options = p.text, p.work.language, []
        months = W.MONTHS.get(language)
        if not months:
            return None
        names = "|".join(months)
        for m in re.finditer(rf"\b({names})\b(?= \d|,? (de|del|of)? ?\d{{4}})|(?<=\d )\b({names})\b|(?<=\d\. )\b({names})\b|(?<=\d de )\b({names})\b", text):
            options.append((m.start(), m.end(), rng.choice([x for x in months if x != m.group(0)])))
        for m in re.finditer(rf"(?<![\w–-])(\d{{1,2}})(?=\.? (?:de )?(?:{names})\b)|(?<=\b(?:{'|'.join(x for x in months if len(x) == 5)}) )(\d{{1,2}})(?=,? \d{{4}})", text):
            options.append((m.start(), m.end(), str(rng.choice([d for d in range(1, 29) if d != int(m.group(0))]))))
        before = W.YEAR_BEFORE.get(language)
        if before:
            for m in re.finditer(rf"\b(?:{before}) (1[0-9]{{3}}|20[01]\d)(?![\w–%-])", text):
                year = int(m.group(1))
                others = {year - 1, year + 1, year - 10, year + 10, int(str(year)[:2] + str(year)[3] + str(year)[2])} - {year}
                options.append((m.start(1), m.end(1), str(rng.choice(sorted(o for o in others if 1000 <= o <= 2025)))))
        options = [o for o in options if o[0] > 0]
        if not options:
            return None
        s, e, new = rng.choice(options)
        return text[:s] + new + text[e:], s, s + len(new)

    def modality(self, rng, p):
        return self.substitute(rng, p.text, W.MODALITY.get(p.work.language, []))

    def word(self, rng, p):
        known = W.WORD.get(p.work.language, {})
        options = [m for m in WORD.finditer(p.text) if m.group(0) in known and m.start() > 0 and p.text[m.start() - 1] == " "
                   and not p.text[m.end():m.end() + 2].strip()[:1].isupper()]
        if not options:
            return None
        m = rng.choice(options)
        new = known[m.group(0)]
        return p.text[:m.start()] + new + p.text[m.end():], m.start(), m.start() + len(new)

    def order(self, rng, p):
        text, language = p.text, p.work.language
        articles = W.ARTICLES.get(language)
        linking = set(W.LINKING.get(language, "").split())
        if articles:
            nouns = [(m.start(2), m.end(2)) for m in re.finditer(rf"(?<= )({articles}) ([^\W\d_]{{4,}})(?=[ ,.;])", text)]
        elif language in ("ru", "pl", "cs", "ro"):
            nouns = [(m.start(), m.end()) for m in WORD.finditer(text) if len(m.group(0)) >= 6 and m.start() > 0 and m.group(0).islower()]
        else:
            return None
        options = []
        for i, a in enumerate(nouns):
            for b in nouns[i + 1:]:
                between = text[a[1]:b[0]]
                inner = [w.lower() for w in WORD.findall(between)]
                one, two = text[a[0]:a[1]], text[b[0]:b[1]]
                if not 2 <= len(inner) <= 8 or re.search(r"[,.;:()!?—–]", between) or linking & set(inner) or one[:4].lower() == two[:4].lower():
                    continue
                if risky(language, one) or risky(language, two) or one.islower() != two.islower():
                    continue
                options.append((a, b))
        if not options:
            return None
        a, b = rng.choice(options)
        one, two = text[a[0]:a[1]], text[b[0]:b[1]]
        return text[:a[0]] + two + text[a[1]:b[0]] + one + text[b[1]:], a[0], b[1]

    def unmarked_omission(self, rng, p):
        text, language = p.text, p.work.language
        starts = [m.start() for m in re.finditer(r"(?<= )\w", text)]
        for _ in range(8):
            n = rng.randint(1, 8)
            if len(starts) < n + 8:
                continue
            i = rng.randint(3, len(starts) - n - 4)
            gone, before, after = text[starts[i]:starts[i + n]], text[:starts[i]], text[starts[i + n]:]
            inside = WORD.findall(gone)
            # Nothing that another kind would be: no numbers, names at the edge of a clause, negations, hedges.
            if risky(language, gone) or re.search(r"[\d\"“”«».!?:;()—–\[\]]", gone) or not any(len(w) >= 5 for w in inside):
                continue
            if any(w[0].isupper() for w in inside) and language != "de" or n == 1 and gone.strip(" ,")[:1].isupper() and language != "de":
                continue
            # A reporting clause is a minor matter, and the same word on both sides hides what is gone.
            if re.search(r"\b(said|says|wrote|asked|replied|sagte|dijo|disse|dit|сказал)", gone) or plain(before)[-1:] == plain(gone)[-1:] or plain(after)[:1] == plain(gone)[:1]:
                continue
            return before + after, starts[i] - 1, starts[i]
        return None

    def addition(self, rng, p):
        text, language = p.text, p.work.language
        phrases = W.ADDITION.get(language)
        if not phrases:
            return None
        spots = [m.start() for m in re.finditer(r"(?<=[^\W\d_]) (?=[^\W\d_])", text)]
        spots = [s for s in spots if 15 < s < len(text) - 15]
        if not spots:
            return None
        s = rng.choice(spots)
        new = " " + rng.choice(phrases)
        return text[:s] + new + text[s:], s, s + len(new)

    def ellipsis(self, rng):
        return rng.choice(["…", "...", "[…]", "[...]", ". . .", "(…)", "(...)"])

    def stitched_reversed(self, rng, p):
        parts = [p.text[s:e].strip() for s, e in sentences(p.text, p.work.language)]
        if len(parts) >= 2:
            cut = rng.randint(1, len(parts) - 1)
            first, second = (" " * (p.work.language != "zh")).join(parts[:cut]), " ".join(parts[cut:])
        else:
            commas = [m.start() for m in re.finditer(", ", p.text)]
            if not commas:
                return None
            cut = rng.choice(commas)
            first, second = p.text[:cut], p.text[cut + 2:]
        if min(size(first, p.work.language), size(second, p.work.language)) < 6:
            return None
        return f"{second} {self.ellipsis(rng)} {first}", 0, 0

    def stitched_works(self, rng, p):
        q = rng.choice(self.pool[p.work.language])
        if q.work is p.work:
            return None
        one, two = self.part(rng, p), self.part(rng, q)
        return one and two and (f"{one} {self.ellipsis(rng)} {two}", 0, 0)

    def part(self, rng, p):
        """The first sentence of a passage, when it is long enough to be known again."""
        for s, e in sentences(p.text, p.work.language):
            if 8 <= size(p.text[s:e], p.work.language) <= 28:
                return p.text[s:e].strip()
        return None

    def stitched_far(self, rng, p):
        work = p.work
        later = [q for q in self.by_work[work.path] if q.paragraph > p.paragraph]
        later = [q for q in later if not work.sections or work.sections[q.paragraph] >= work.sections[p.paragraph] + 3]
        later = [q for q in later if sum(size(x, work.language) for x in work.paragraphs[p.paragraph + 1:q.paragraph]) > 600]
        if not later:
            return None
        one, two = self.part(rng, p), self.part(rng, rng.choice(later))
        return one and two and (f"{one} {self.ellipsis(rng)} {two}", 0, 0)

    def swallowed_negation(self, rng, p):
        options = [m for rule in W.SWALLOW_NEGATION.get(p.work.language, []) for m in re.finditer(rule, p.text)]
        options = [m for m in options if 20 < m.start(1) < len(p.text) - 20]
        if not options:
            return None
        m = rng.choice(options)
        new = self.ellipsis(rng)
        return p.text[:m.start(1)] + new + p.text[m.end(1):], m.start(1), m.start(1) + len(new)

    def swallowed_condition(self, rng, p):
        opener = W.CONDITION.get(p.work.language)
        if not opener:
            return None
        options = []
        for m in re.finditer(rf", (?:{opener}) [^,.;:!?()\"“”—]{{8,90}}(?=[,.;])", p.text):
            options.append((m.start(), m.end()))
        bare = {"en": "unless|if|provided that", "de": "wenn", "ru": "если"}.get(p.work.language, "\0")
        for m in re.finditer(rf"(?<=\w) (?:{bare}) [^,.;:!?()\"“”—]{{8,90}}(?=[.;,])", p.text):
            if not re.search(r"\b(as|even|ask|asked|see|know|wonder|what|only|and|or|that|als|wie|auch) *$|, *$", p.text[:m.start()]):
                options.append((m.start(), m.end()))
        opening = {"en": "If|Unless", "de": "Wenn|Falls", "es": "Si", "it": "Se", "fr": "Si", "ru": "Если", "pl": "Jeśli|Jeżeli", "nl": "Als|Indien", "pt": "Se"}[p.work.language]
        leading = [m.span() for m in re.finditer(rf"(?<=[.!?]) (?:{opening}) [^,.;:!?()\"“”—]{{8,90}},(?= [^\W\d_])", p.text)]
        options = [o for o in options if o[0] > 20 and len(p.text) - o[1] > 30 and not re.search(r"\b(as if|even if|se stesso|wenn auch|sí mismo)\b", p.text[o[0]:o[1]])]
        if p.work.language in ("it", "pt", "pl", "fr", "es"):  # "se" and "si" are also pronouns; "als" also "than".
            options = [o for o in options if p.text[o[0]] == ","]
        if p.work.language in ("es", "it", "pt"):
            options = [o for o in options if not re.match(r", (?:si|se) (?:lo|la|le|les|los|las|ha|han|es|è|era|fue|può|puede|debe|deve|deben|trata|tratta|trova|[a-zé]+ó|[a-z]+ava|[a-z]+aban?)\b", p.text[o[0]:o[1]])]
        # One of a row of conditions leaves the others standing.
        options = [o for o in options if not re.match(rf"[,;]? (?:{opener})\b", p.text[o[1]:]) and not re.search(rf"\b(?:{opener})\b", p.text[max(0, o[0] - 60):o[0]])]
        options += [o for o in leading if o[0] > 20 and len(p.text) - o[1] > 30]
        if not options:
            return None
        s, e = rng.choice(options)
        new = " " + self.ellipsis(rng)
        return p.text[:s] + new + p.text[e:], s, s + len(new)

    # ---- honest

    def verbatim(self, rng, p):
        return p.text, 0, 0

    def marked_omission(self, rng, p):
        text, language = p.text, p.work.language
        parts = sentences(text, language)
        mark = self.ellipsis(rng)
        if len(parts) >= 3 and rng.random() < 0.5:
            i = rng.randint(1, len(parts) - 2)
            s, e = parts[i]
            if not risky(language, text[s:e]):
                return text[:s] + mark + " " + text[e:].lstrip(), 0, 0
        starts = [m.start() for m in re.finditer(r"(?<= )\w", text)]
        for _ in range(10):
            n = rng.randint(1, 12)
            if len(starts) < n + 10:
                continue
            i = rng.randint(4, len(starts) - n - 5)
            gone = text[starts[i]:starts[i + n]]
            if not risky(language, gone) and not re.search(r"[.!?\"“”«»()\[\]\d]", gone) and not risky(language, text[:starts[i]].split()[-1]):
                return text[:starts[i]] + mark + " " + text[starts[i + n]:], 0, 0
        return None

    def insertion(self, rng, p):
        gloss = W.GLOSS.get(p.work.language)
        spots = [m.start() for m in re.finditer(r"(?<=[^\W\d_]{3}) (?=[^\W\d_])", p.text)]
        if not gloss or not spots:
            return None
        s = rng.choice(spots)
        return f"{p.text[:s]} [{rng.choice(gloss)}]{p.text[s:]}", 0, 0

    def bracket_case(self, rng, p):
        text = p.text
        if not text[0].isalpha() or text[0].lower() == text[0].upper():
            return None
        if text[0].isupper() and text[1:2].islower() and p.work.language != "de":
            # A name keeps its capital; a stranger lowers only common words.
            first = WORD.match(text).group(0)
            if first.lower() not in self.vocabulary or self.vocabulary[first.lower()] < 5 * self.vocabulary[first] // 10 or first == "I":
                return None
        if text[0].isupper() and p.work.language == "de" and WORD.match(text).group(0) not in "Der Die Das Ein Eine Im In Am An Bei Von Er Es Wir Man Und Aber Doch Wer Was Wenn Als".split():
            return None
        return f"[{text[0].swapcase()}]{text[1:]}", 0, 0

    def sic(self, rng, p):
        spots = [m.end() for m in re.finditer(r"[^\W\d_]{4,}(?= )", p.text)]
        if not spots:
            return None
        s = rng.choice(spots)
        return p.text[:s] + rng.choice([" [sic]", " [sic]", " [sic!]", " (sic)"]) + p.text[s:], 0, 0

    def typography(self, rng, p):
        text = p.text
        changes = [
            lambda t: re.sub(r'"([^"]*)"', r"“\1”", t), lambda t: t.replace("'", "’"), lambda t: re.sub(r"[“”]", '"', t), lambda t: t.replace("’", "'"),
            lambda t: re.sub(r'["“]([^"“”]*)["”]', "«\u00a0\\1\u00a0»", t), lambda t: re.sub(r'["“]([^"“”]*)["”]', r"„\1“", t),
            lambda t: t.replace(" – ", "—"), lambda t: t.replace("—", " – "), lambda t: t.replace("--", "—"), lambda t: re.sub(r"(?<=[^\W\d_])-(?=[^\W\d_])", "‑", t),
            lambda t: re.sub(r"(?<=\d)[-–](?=\d)", "–", t), lambda t: re.sub(" (?=[^ ]+$)", "\u00a0", t, count=1), lambda t: re.sub(r"(?<=\d) ", "\u00a0", t),
            lambda t: t.replace("ffi", "ﬃ").replace("fi", "ﬁ").replace("fl", "ﬂ").replace("ff", "ﬀ"), lambda t: unicodedata.normalize("NFD", t),
            lambda t: re.sub(r"([^\W\d_]{4})([^\W\d_]{4})", "\\1\u00ad\\2", t, count=3), lambda t: re.sub(r" (?=[;:!?])|(?<=\w)(?=[;:!?])", "\u202f", t),
            lambda t: t.replace(". ", ".  "),
        ]
        rng.shuffle(changes)
        done = 0
        for change in changes:
            new = change(text)
            if new != text:
                text, done = new, done + 1
                if done == 2:
                    break
        return (text, 0, 0) if done else None

    def markers_removed(self, rng, p):
        new = re.sub(r"\[\d{1,3}\]", "", p.text)
        return (new, 0, 0) if new != p.text and re.search(r"\]\W*\w", p.text) else None

    def markers_in_source(self, rng, p):
        """In languages whose texts have no markers: the source's copy gets them."""
        new, n = self.marked(rng, p.text, ["[{}]"])
        return (p.text, 0, 0) if n and self.edit(p, new) else None

    def marked(self, rng, text, forms):
        spots = [m.end() for m in re.finditer(r"(?<=[^\W\d_]{2})[.,;](?= )", text)] + [m.end() for m in re.finditer(r"[^\W\d_]{4,}(?= )", text)][:8]
        if not spots:
            return text, 0
        for s in sorted(rng.sample(sorted(set(spots)), min(len(set(spots)), rng.randint(1, 2))), reverse=True):
            text = text[:s] + rng.choice(forms).format(rng.randint(1, 99)) + text[s:]
        return text, 1

    def markers_added(self, rng, p):
        new, n = self.marked(rng, p.text, ["[{}]", "[{}]", "[a]", "†", "¹", "²³", "[note 2]"])
        return (new, 0, 0) if n else None

    def hyphenate(self, rng, text, width):
        """Sets text in lines, dividing long words at their ends."""
        lines, line = [], ""
        for word in text.split():
            if len(line) + len(word) + 1 <= width:
                line = f"{line} {word}".strip()
                continue
            room = width - len(line) - 2
            cuts = [m.start() for m in re.finditer(r"(?<=[^\W\d_]{3})(?=[^\W\d_]{3})", word)]
            cuts = [c for c in cuts if c <= room and word[c - 1] not in "-’'" and word.isalpha() and re.search(r"[aeiouyáéíóúäöüаеиоуыяюэàèìòù]$", word[:c], re.I)]
            if cuts and line:
                lines.append(f"{line} {word[:cuts[-1]]}-")
                line = word[cuts[-1]:]
            else:
                lines.append(line)
                line = word
        return lines + [line]

    def line_hyphens(self, rng, p):
        new = "\n".join(self.hyphenate(rng, p.text, rng.randint(34, 56)))
        return (new, 0, 0) if "-\n" in new else None

    def line_hyphens_source(self, rng, p):
        new = "\n".join(self.hyphenate(rng, p.text, rng.randint(34, 56)))
        return (p.text, 0, 0) if "-\n" in new and self.edit(p, new) else None

    def page_breaks(self, rng, p):
        lines = self.hyphenate(rng, p.text, rng.randint(50, 66))
        if len(lines) < 2:
            return None
        at = rng.randint(1, len(lines) - 1)
        page = rng.randint(2, 640)
        head = re.sub(r"^\w+ ", "", re.sub(r"\b\d+\b", "", p.work.name.replace("_", " "))).strip().upper()[:40].strip() or "NOTES"
        head = head if re.search(r"[A-Z]{3}", head) else "CHAPTER VII"
        furniture = rng.choice([["", str(page), ""], ["", str(page), "", head, ""], ["", f"- {page} -", ""], ["", f"[{page}]", ""], ["", str(page), "\f" + head, ""], ["", f"{page + 1}   {head}", ""], ["", f"{head}   {page}", ""]])
        new = "\n".join(lines[:at] + furniture + lines[at:])
        return (p.text, 0, 0) if self.edit(p, new) else None

    def ocr(self, rng, text):
        """One or two confusions of a reading machine; the result is no word of any text here."""
        rules = [("rn", "m"), ("m", "rn"), ("cl", "d"), ("li", "h"), ("l", "1"), ("w", "vv"), ("e", "c"), ("h", "b"), ("in", "m"), ("I", "l"), ("o", "0")]
        done = 0
        for m in sorted(rng.sample(list(WORD.finditer(text)), len(WORD.findall(text))), key=lambda m: rng.random()):
            word = m.group(0)
            if len(word) < 6 or not word.islower() or not word.isascii() or text[m.start():m.end()] != word:
                continue
            old, new = rng.choice(rules)
            spots = [i for i in range(1, len(word) - len(old)) if word.startswith(old, i)]
            if not spots:
                continue
            i = rng.choice(spots)
            slip = word[:i] + new + word[i + len(old):]
            if slip.lower() in self.lower:
                continue
            return text[:m.start()] + slip + text[m.end():]
        return None

    def ocr_quotation(self, rng, p):
        new = self.ocr(rng, p.text) if p.work.language in W.RISKY and p.work.language != "ru" else None
        return (new, 0, 0) if new else None

    def ocr_source(self, rng, p):
        new = self.ocr(rng, p.text) if p.work.language in W.RISKY and p.work.language != "ru" else None
        return (p.text, 0, 0) if new and self.edit(p, new) else None

    def spelling(self, rng, p):
        text, language, options = p.text, p.work.language, []
        if language == "en":
            both = {**W.SPELLING_EN, **{b: a for a, b in W.SPELLING_EN.items()}}
            options = [(m.start(), m.end(), both[m.group(0)]) for m in WORD.finditer(text) if m.group(0) in both]
        elif language == "de":
            for m in WORD.finditer(text):
                w = m.group(0)
                if "ß" in w and w.lower() not in ("maße", "maßen", "buße", "flöße"):
                    options.append((m.start(), m.end(), w.replace("ß", "ss")))
                elif w in ("dass", "muss", "musste", "mussten", "Fluss", "Einfluss", "Prozess", "bisschen", "lässt", "müsste", "wusste", "bewusst", "Schluss", "gewiss", "Kongress", "Schloss"):
                    options.append((m.start(), m.end(), w.replace("ss", "ß")))
        elif language == "ru":
            options = [(m.start(), m.end(), m.group(0).replace("ё", "е")) for m in WORD.finditer(text) if "ё" in m.group(0) and m.group(0).lower() not in ("всё", "нём", "чём")]
        elif language == "es" and "rv1909" in p.work.name:
            old = {"fué": "fue", "vió": "vio", "dió": "dio", "á": "a", "é": "e", "ó": "o", "fuí": "fui", "crió": "creó"}
            options = [(m.start(), m.end(), old[m.group(0)]) for m in re.finditer(r"\b(fué|vió|dió|fuí)\b", text)]
        elif language == "ro":
            options = [(m.start(), m.end(), re.sub(r"(?<=.)â(?=.)", "î", m.group(0))) for m in WORD.finditer(text) if re.search(r".â.", m.group(0)) and not re.match(r"[Rr]om", m.group(0))]
        if not options:
            return None
        s, e, new = rng.choice(options)
        return text[:s] + new + text[e:], 0, 0

    def diacritics(self, rng, p):
        if p.work.language not in ("de", "es", "it", "fr", "pt", "pl", "cs", "ro", "tr", "en", "nl"):
            return None
        options = []
        for m in WORD.finditer(p.text):
            w = m.group(0)
            bare = "".join(c for c in unicodedata.normalize("NFD", w) if not unicodedata.combining(c))
            if bare != w and len(w) >= 4 and bare.lower() not in self.lower and not re.search(r"[ıİ'’]", w):
                options.append((m, bare))
        if not options:
            return None
        text = p.text
        for m, bare in sorted(rng.sample(options, min(len(options), rng.randint(1, 3))), key=lambda o: -o[0].start()):
            text = text[:m.start()] + bare + text[m.end():]
        return text, 0, 0

    def number_form(self, rng, p):
        text, language, options = p.text, p.work.language, []
        sep = W.GROUPING.get(language)
        for m in self.numbers(text, language):
            n = m.group(0)
            if sep and re.fullmatch(r"\d{1,3}(" + re.escape(sep) + r"\d{3})+", n):
                options.append((m.start(), m.end(), n.replace(sep, rng.choice(["", " ", "\u202f"]))))
            elif n.isdigit() and 2 <= int(n) <= 20 and language in W.NUMERALS and not re.match(r" ?[%°€$]|[.,]?\d| \d| ?(km|m|kg|cm|mm|bis|to|x|×)\b|\.", text[m.end():]):
                options.append((m.start(), m.end(), W.NUMERALS[language][int(n)]))
            tail = re.match(r" ?%", text[m.end():])
            if tail and language in W.PERCENT:
                new = n + " " + W.PERCENT[language]
                if language == "en" and n.isdigit() and 2 <= int(n) < 100 and rng.random() < 0.5:
                    value = int(n)
                    spelt = W.NUMERALS["en"].get(value) or (W.TENS_EN[value // 10 * 10] + ("-" + W.NUMERALS["en"][value % 10] if value % 10 else ""))
                    new = spelt + " per cent"
                options.append((m.start(), m.end() + tail.end(), new))
        if language in W.NUMERALS:
            back = {w: n for n, w in W.NUMERALS[language].items() if n >= 2 and n not in W.NUMERAL_WORDS_ONLY.get(language, ())}
            for m in WORD.finditer(text):
                if m.group(0) in back and text[m.start() - 1:m.start()] == " " and text[m.end():m.end() + 1] == " ":
                    neighbours = " ".join(re.findall(r"[\w-]+", text[:m.start()])[-1:] + re.findall(r"[\w-]+", text[m.end():])[:1]).lower().split()
                    if not any(x in back or re.search(r"\d|hundred|thousand|million|hundert|tausend|mill|cento|mil\b|cien|tys|сот|тысяч|and$|und$|half|score", x) for x in neighbours):
                        options.append((m.start(), m.end(), str(back[m.group(0)])))
        if language == "en":
            for m in re.finditer(r"\b(" + "|".join(W.MONTHS["en"]) + r") (\d{1,2}), (\d{4})\b", text):
                options.append((m.start(), m.end(), f"{m.group(2)} {m.group(1)} {m.group(3)}"))
        options = [o for o in options if text[o[0]:o[1]] != o[2]]
        if not options:
            return None
        s, e, new = rng.choice(options)
        return text[:s] + new + text[e:], 0, 0

    def name_slip(self, rng, p):
        if p.work.language in ("zh", "th", "ar", "hi", "vi", "tr", "de"):
            return None
        options = []
        for m in WORD.finditer(p.text):
            w = m.group(0)
            if len(w) < 7 or not w.isalpha() or not w[0].isupper() or not w[1:].islower() or w.lower() in self.vocabulary or m.start() < 2 or p.text[m.start() - 1] != " " or p.text[m.start() - 2] in ".!?:":
                continue
            for i in range(2, len(w) - 2):
                slips = [w[:i] + w[i] + w[i:], w[:i] + w[i + 1:]]
                if w[i] == w[i + 1]:
                    slips = [w[:i] + w[i + 1:]]
                for slip in slips:
                    if slip != w and slip.lower() not in self.lower and w[i] not in "'’-" and slip[i - 1:i + 2] != slip[i] * 3:
                        options.append((m, slip))
        if not options:
            return None
        m, slip = rng.choice(options)
        return p.text[:m.start()] + slip + p.text[m.end():], 0, 0

    def cut_short(self, rng, p):
        for s, e in sentences(p.text, p.work.language):
            if 8 <= size(p.text[s:e], p.work.language) <= 19:
                return p.text[s:e].strip(), 0, 0
        return None

    def absent_long(self, rng, p):
        return (p.text, 0, 0) if size(p.text, p.work.language) >= 20 else None


# kind: [(method, part of the works, share)]
METHODS = {
    "negation dropped": [("negation_dropped", "library", 1)],
    "negation added": [("negation_added", "library", 1)],
    "digit changed": [("digit_changed", "library", 1)],
    "magnitude": [("magnitude", "library", 0.7), ("exponent", "print", 0.3)],
    "sign": [("sign_gained", "library", 0.5), ("sign_lost", "print", 0.5)],
    "unit": [("unit", "library", 1)],
    "name": [("name", "library", 1)],
    "date": [("date", "library", 1)],
    "modality": [("modality", "library", 1)],
    "word": [("word", "library", 1)],
    "order": [("order", "library", 1)],
    "unmarked omission": [("unmarked_omission", "library", 1)],
    "addition": [("addition", "library", 1)],
    "stitched, reversed": [("stitched_reversed", "library", 1)],
    "stitched, far apart": [("stitched_far", "library", 1)],
    "stitched, two works": [("stitched_works", "library", 1)],
    "swallowed negation": [("swallowed_negation", "library", 1)],
    "swallowed condition": [("swallowed_condition", "library", 1)],
    "verbatim": [("verbatim", "library", 1)],
    "marked omission": [("marked_omission", "library", 1)],
    "insertion": [("insertion", "library", 1)],
    "[T]he": [("bracket_case", "library", 1)],
    "[sic]": [("sic", "library", 1)],
    "typography": [("typography", "library", 1)],
    "markers removed": [("markers_removed", "library", 0.6), ("markers_in_source", "print", 0.4)],
    "markers added": [("markers_added", "library", 1)],
    "line-end hyphens": [("line_hyphens", "library", 0.5), ("line_hyphens_source", "print", 0.5)],
    "page breaks": [("page_breaks", "print", 1)],
    "OCR in the quotation": [("ocr_quotation", "library", 1)],
    "OCR in the source": [("ocr_source", "print", 1)],
    "spelling": [("spelling", "library", 1)],
    "diacritics": [("diacritics", "library", 1)],
    "number form": [("number_form", "library", 1)],
    "slip in a name": [("name_slip", "library", 1)],
    "absent, 20 to 60 words": [("absent_long", "absent", 1)],
    "absent, 8 to 19 words": [("cut_short", "absent", 1)],
}
NEEDS_MARKERS = {"markers_removed"}


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


def grams(text, n):
    all_ = plain(text)
    return [" ".join(all_[i:i + n]) for i in range(len(all_) - n + 1)]


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


def window(text, start, end):
    """Eight words around a change."""
    before, after = plain(text[:start])[-4:], plain(text[start:])[:5]
    words = (before + after)[:8]
    return " ".join(words) if len(words) == 8 else ""


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
