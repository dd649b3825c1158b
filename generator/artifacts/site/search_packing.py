"""The words of all entries, packed small: which entries hold a word, and how much it says there.

The weighing is BM25F, done here once: a word counts by the field where it stands, less in a long text, and ends as a
level from 1 to 9. Of running text only the words that set an entry apart are kept (`KEPT`), so that the index stays
small enough to fetch on a phone; titles, keywords, headings and leads are kept whole.
"""

from __future__ import annotations

import math
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise

from generator.artifacts.site.search_text import Entry

TITLE, KEYWORDS, HEADING, TEXT = 6.0, 5.0, 2.5, 1.0
SATURATION = 3.0
KEPT = {"page": 90, "part": 24}
"""How many words of running text are kept of a page, and of a part of one."""
COMMON = 0.2
"""A word that stands in more of the entries than this says nothing, unless it stands in a title or keyword."""
DELTAS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
_WORD = re.compile(r"[a-z0-9]+")


def words(text: str) -> list[str]:
    """Return the words of a text as search compares them: lower case, without accents."""
    plain = unicodedata.normalize("NFD", text.lower())
    return _WORD.findall("".join(letter for letter in plain if not unicodedata.combining(letter)))


def weighed(entries: Sequence[Entry]) -> dict[str, dict[int, int]]:
    """Return for each word the level that it has in each entry that holds it."""
    bodies = [Counter(words(entry.text)) for entry in entries]
    everywhere = Counter(word for body in bodies for word in body)
    mean = sum(body.total() for body in bodies) / max(len(bodies), 1) or 1
    found: dict[str, dict[int, int]] = {}
    for number, (entry, body) in enumerate(zip(entries, bodies, strict=True)):
        sure = _sure(entry)
        told = _telling(body, everywhere, len(entries), KEPT["part" if entry.anchor else "page"])
        length = 0.6 + 0.4 * min(body.total() / mean, 4)
        for word in sure.keys() | told:
            value = sure.get(word, 0.0) + (TEXT * (1 + math.log(body[word])) if word in body else 0.0)
            level = round(9 * value / (value + SATURATION * length))
            found.setdefault(word, {})[number] = max(level, 1)
    return found


def _sure(entry: Entry) -> dict[str, float]:
    """Return the weight of the words that are always kept."""
    weights: dict[str, float] = {}
    for weight, texts in (
        (TITLE, (entry.title,)),
        (KEYWORDS, entry.keywords),
        (HEADING, (*entry.headings, entry.lead)),
    ):
        for word in {word for text in texts for word in words(text)}:
            weights[word] = weights.get(word, 0.0) + weight
    return weights


def _telling(body: Counter[str], everywhere: Counter[str], total: int, most: int) -> set[str]:
    """Return the words of a text that set it apart, at most so many."""
    rare = {
        word: (1 + math.log(times)) * math.log(total / everywhere[word])
        for word, times in body.items()
        if len(word) > 2 and everywhere[word] <= COMMON * total
    }
    return set(sorted(rare, key=lambda word: (-rare[word], word))[:most])


def packed_words(found: Iterable[str]) -> str:
    """Return sorted words, one on a line; the first sign says how much is shared with the word above."""
    ordered = sorted(found)
    lines = [chr(48 + _shared(before, word)) + word[_shared(before, word) :] for before, word in pairwise(["", *ordered])]
    return "\n".join(lines)


def _shared(one: str, other: str) -> int:
    """Return how many letters two words share at their start."""
    count = 0
    for left, right in zip(one, other, strict=False):
        if left != right or count == 40:
            break
        count += 1
    return count


def packed_places(found: Mapping[str, Mapping[int, int]]) -> str:
    """Return for each word, sorted: its levels, each followed by the steps from entry to entry, as letters."""
    return "\n".join(_line(found[word]) for word in sorted(found))


def _line(levels: Mapping[int, int]) -> str:
    line = ""
    for level in sorted(set(levels.values()), reverse=True):
        line += str(level)
        before = -1
        for number in sorted(number for number, own in levels.items() if own == level):
            many, one = divmod(number - before - 1, len(DELTAS))
            line += "+" * many + DELTAS[one]
            before = number
    return line
