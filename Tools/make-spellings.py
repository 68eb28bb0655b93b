#!/usr/bin/env python3
"""Writes what Fons takes from SCOWL, the word lists of English that Kevin Atkinson keeps:

- Sources/CTables/data/spellings.txt: groups of spellings of one word, a group a line;
- Sources/CTables/data/words.bin: a Bloom filter of the words of English.

SCOWL has lists of the words that Americans, Britons, Canadians and Australians spell in their own way,
and of other variants. Two words are spellings of one where one of them is in such a list and both come
to the same letters by the rules below, or where what is left of a British and an American list of one
size is nearest to each other.

    apt-get install scowl
    Tools/make-spellings.py [/usr/share/dict/scowl]
"""
import collections
import pathlib
import struct
import sys

LARGEST = 70  # SCOWL's "large"; beyond it stand words that hardly anyone knows, and lists of other licences.
COMMON = 60
SPECIAL = ["american", "british", "british_z", "canadian", "australian"]
VARIANTS = ["variant_1", "variant_2", "british_variant_1", "canadian_variant_1", "australian_variant_1"]
RULES = [("isation", "ization"), ("our", "or"), ("ae", "e"), ("oe", "e"), ("ogue", "og"), ("ise", "ize"), ("ising", "izing"), ("yse", "yze"), ("ysing", "yzing"), ("xion", "ction"),
         ("tre", "ter"), ("bre", "ber"), ("ence", "ense"), ("ough", "ow"), ("ould", "old"), ("ph", "f"), ("gement", "gment"), ("geing", "ging"), ("mme", "m"),
         ("lful", "llful"), ("ll", "l"), ("pp", "p"), ("tt", "t"), ("rey", "ray"), ("sc", "sk"), ("arte", "arti"), ("eable", "able"), ("que", "ck"), ("y", "i"), ("gaol", "jail")]


def lists(folder, category, largest=LARGEST):
    """The words of a category with the size of the list that has them."""
    found = {}
    for path in folder.glob(f"{category}-words.*"):
        size = int(path.suffix[1:])
        if size <= largest:
            for word in path.read_text(encoding="latin-1").split():
                if word.isascii() and word.isalpha() and word.islower() and len(word) >= 3:
                    found[word] = size
    return found


def variants(word):
    """What a word becomes by one rule, at each place where it applies."""
    for one, two in RULES:
        for old, new in ((one, two), (two, one)):
            at = word.find(old)
            while at >= 0:
                if word[at:] in ("oes", "oer", "re", "ree"):  # "haloes", "vetoer": an ending, not a digraph.
                    break
                yield word[:at] + new + word[at + len(old):]
                at = word.find(old, at + 1)


def distance(a, b):
    last = list(range(len(b) + 1))
    for i, x in enumerate(a, 1):
        row = [i]
        for j, y in enumerate(b, 1):
            row.append(min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (x != y)))
        last = row
    return last[-1]


def pairs(folder):
    english = lists(folder, "english")
    special = {name: lists(folder, name) for name in SPECIAL}
    variant = {}
    for name in VARIANTS:
        variant.update(lists(folder, name))
    own = set().union(*special.values())
    listed = own | set(variant)

    def partners(word, others):
        for other in variants(word):
            # Two words that one country tells apart are two words.
            apart = any(word in s and other in s and not {word, other} & set(variant) for s in special.values())
            if other in others and other != word and not apart:
                yield tuple(sorted((word, other)))

    found = {pair for word in listed for pair in partners(word, listed)}
    # The rest may be variants of a word that every English spells in one way.
    paired = {word for pair in found for word in pair}
    found |= {pair for word in listed - paired - set(english) if len(word) >= 6 for pair in partners(word, english)}
    paired = {word for pair in found for word in pair}
    for british in ("british", "british_z"):
        for word, size in special[british].items():
            if len(word) < 6 or word in paired or word in special["american"]:
                continue
            near = [(distance(word, other), other) for other, other_size in special["american"].items()
                    if other_size == size and other[0] == word[0] and other[-1] == word[-1] and other not in special[british] and abs(len(other) - len(word)) <= 3]
            near = sorted(n for n in near if n[0] <= 2 and n[0] * 3 <= len(word))
            if near and (len(near) == 1 or near[0][0] < near[1][0]):
                found.add(tuple(sorted((word, near[0][1]))))
    return found


def groups(found):
    """Pairs that share a word are one group."""
    head = {}

    def root(word):
        while head.setdefault(word, word) != word:
            word = head[word]
        return word

    for one, two in sorted(found):
        head[root(two)] = root(one)
    result = collections.defaultdict(list)
    for word in sorted(head):
        result[root(word)].append(word)
    return sorted(result.values())


def mix(a, b):
    product = a * b
    return (product >> 64) ^ (product & (1 << 64) - 1)


def word_hash(word):
    """As in Sources/FonsText/WordHash.swift."""
    state, data = 0x9E3779B97F4A7C15, word.encode()
    whole = len(data) // 8 * 8
    for at in range(0, whole, 8):
        state = mix(state ^ struct.unpack_from("<Q", data, at)[0], 0xA0761D6478BD642F)
    pending = int.from_bytes(data[whole:], "little")
    return mix(mix(state ^ pending, 0xE7037ED1A0B428DB), 0x8EBC6AF09C88C6E3 ^ len(data))


def bloom(words):
    """As in Sources/FonsLibrary/Segment/Vocabulary.swift: four bits of one block of 64 for each word."""
    count = 64
    while count * 64 < 12 * len(words):
        count *= 2
    blocks = [0] * count
    for word in words:
        h = word_hash(word)
        blocks[h & count - 1] |= 1 << (h >> 58) | 1 << (h >> 52 & 63) | 1 << (h >> 46 & 63) | 1 << (h >> 40 & 63)
    return struct.pack(f"<{count}Q", *blocks)


def main():
    folder = pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else "/usr/share/dict/scowl")
    data = pathlib.Path(__file__).parent.parent / "Sources/CTables/data"
    spellings = groups(pairs(folder))
    (data / "spellings.txt").write_text("".join(" ".join(group) + "\n" for group in spellings))
    words = set()
    for category in ["english", *SPECIAL]:
        words |= set(lists(folder, category, COMMON))
    (data / "words.bin").write_bytes(bloom(words))
    print(f"{len(spellings)} groups of spellings, {len(words)} words", file=sys.stderr)


main()
