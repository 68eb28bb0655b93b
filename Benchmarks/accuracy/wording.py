"""Changes of words: negations, names, modality, other words, another order."""
import re

import words as W
from language import WORD, risky


class Wording:
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
