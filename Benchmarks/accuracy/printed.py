"""What printing and scanning leave in a text: note markers, divided words, page breaks, misread letters."""
import re

import words as W
from language import WORD


class Printed:
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
