"""What is left out, put in or joined, with a mark and without."""
import re

import words as W
from language import WORD, plain, risky
from texts import sentences, size


class Cutting:
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

    def cut_short(self, rng, p):
        for s, e in sentences(p.text, p.work.language):
            if 8 <= size(p.text[s:e], p.work.language) <= 19:
                return p.text[s:e].strip(), 0, 0
        return None

    def absent_long(self, rng, p):
        return (p.text, 0, 0) if size(p.text, p.work.language) >= 20 else None
