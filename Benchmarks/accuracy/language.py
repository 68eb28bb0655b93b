"""What is known of words beside the lists of words.py."""
import re
import unicodedata

import words as W

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


def grams(text, n):
    all_ = plain(text)
    return [" ".join(all_[i:i + n]) for i in range(len(all_) - n + 1)]


def window(text, start, end):
    """Eight words around a change."""
    before, after = plain(text[:start])[-4:], plain(text[start:])[:5]
    words = (before + after)[:8]
    return " ".join(words) if len(words) == 8 else ""
