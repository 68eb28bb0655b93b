"""Changes of numbers, units and dates: dishonest ones, and other forms of the same value."""
import re
import unicodedata

import words as W
from language import WORD


class Figures:
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
