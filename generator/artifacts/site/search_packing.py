"""The words of all entries, packed small: which entries hold a word, and how much it says there.

The weighing is BM25F before saturation, done here once: a word counts by the field where it stands, and less in a long
text; the sum ends as a level from 1 to 9. The words of what a result shows (its title and its lead) are not packed:
the search reads them there. Of running text only the words that set an entry apart are kept (`KEPT`, and
less where the index would grow too large to fetch on a phone); keywords and headings are kept whole.
"""

from __future__ import annotations

import math
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from itertools import pairwise

from generator.artifacts.site.search_text import Entry

KEYWORD, HEADING, TEXT = 5.0, 4.0, 1.0
KEPT = {"page": 60, "part": 12}
"""How many words of running text are kept of a page, and of a part of one, when there is room."""
LEVELS = (1, 2, 3, 3, 5, 5, 7, 7, 7)
"""The levels that are kept apart; the lowest is written without a number."""
COMMON = 0.15
"""A word of running text that stands in more of the entries than this says nothing."""
FORMULA = 4
"""A heading that stands on so many pages belongs to their form, and says nothing about any of them."""
_SMALL_WORDS = """
    aan al alle alleen als ander andere bij ben bent dan dat de deze die dit doe doen doet door dus een eens en er gaan
    gaat ga geen geef geeft had hadden haar heb hebben heeft hem hen het hij hoe hun iets ik in is ja je jij jou jouw
    jullie kan kun kunnen kunt maar mag me meer men met mij mijn moet moeten mogen na naar niet nog nou nu of om omdat
    ons onze ook op over per s t te ten ter toch toen tot u uit van veel via vinden vind voor waar waarom wanneer want
    waren was wat we wel welk welke werd wie wij wil willen word worden wordt zal ze zei zich zij zijn zo zonder zou
    zoek zoeken
"""
STOP = frozenset(_SMALL_WORDS.split())
"""Words that say nothing about what somebody looks for. The search drops them from a question."""
DELTAS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
_WORD = re.compile(r"[a-z0-9]+")


@lru_cache(maxsize=20_000)
def words(text: str) -> tuple[str, ...]:
    """Return the words of a text as search compares them: lower case, without accents."""
    plain = unicodedata.normalize("NFD", text.lower())
    return tuple(_WORD.findall("".join(letter for letter in plain if not unicodedata.combining(letter))))


def weighed(entries: Sequence[Entry], shown: Sequence[str], share: float = 1) -> dict[str, dict[int, int]]:
    """Return for each word the level that it has in each entry.

    `shown` is what the result of an entry says, and `share` how much of `KEPT` there is room for.
    """
    bodies = [Counter(words(f"{entry.lead} {entry.text}")) for entry in entries]
    everywhere = Counter(word for body in bodies for word in body)
    formulas = Counter(heading for entry in entries for heading in set(entry.headings))
    mean = sum(body.total() for body in bodies) / max(len(bodies), 1) or 1
    found: dict[str, dict[int, int]] = {}
    for number, (entry, body) in enumerate(zip(entries, bodies, strict=True)):
        told = _telling(body, everywhere, len(entries), round(share * KEPT["part" if entry.anchor else "page"]))
        length = 0.6 + 0.4 * min(body.total() / mean, 4)
        value = {word: TEXT * (1 + math.log(body[word])) / length for word in told - set(words(shown[number]))}
        headings = (heading for heading in entry.headings if formulas[heading] < FORMULA)
        for weight, texts in ((KEYWORD, entry.keywords), (HEADING, headings)):
            for word in {word for text in texts for word in words(text)} - STOP - set(words(entry.title)):
                value[word] = value.get(word, 0.0) + weight
        for word, sum_ in value.items():
            found.setdefault(word, {})[number] = LEVELS[min(max(round(sum_), 1), 9) - 1]
    return found


def common_words(entries: Sequence[Entry]) -> list[str]:
    """Return the words that stand in so many entries that they say little, though a few titles hold them."""
    holders = Counter(word for entry in entries for word in set(words(f"{entry.lead} {entry.text}")))
    return sorted(word for word, many in holders.items() if many > COMMON * len(entries) and word not in STOP)


def _telling(body: Counter[str], everywhere: Counter[str], total: int, most: int) -> set[str]:
    """Return the words of a text that set it apart, at most so many."""
    rare = {
        word: (1 + math.log(times)) * math.log(total / everywhere[word])
        for word, times in body.items()
        if len(word) > 2 and word not in STOP and everywhere[word] <= COMMON * total
    }
    return set(sorted(rare, key=lambda word: (-rare[word], word))[:most])


def packed_words(found: Iterable[str]) -> str:
    """Return sorted words, one on a line; the first sign says how much is shared with the word above."""
    shared = [(_shared(before, word), word) for before, word in pairwise(["", *sorted(found)])]
    return "\n".join(chr(48 + many) + word[many:] for many, word in shared)


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
    for level in sorted(set(levels.values())):
        line += str(level) if level > 1 else ""
        before = -1
        for number in sorted(number for number, own in levels.items() if own == level):
            many, one = divmod(number - before - 1, len(DELTAS))
            line += "+" * many + DELTAS[one]
            before = number
    return line
