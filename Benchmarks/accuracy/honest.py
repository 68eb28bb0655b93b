"""What a careful writer does to a quotation, and what spelling and slips do."""
import re
import unicodedata

import words as W
from language import WORD


class Honest:
    def verbatim(self, rng, p):
        return p.text, 0, 0

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
