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
from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import lru_cache
from itertools import pairwise

from generator.artifacts.site.search_text import Entry

KEYWORD, HEADING, TEXT = 5.0, 4.0, 1.0
KEPT = {"page": 60, "part": 4}
"""How many words of running text are kept of a page, and of a part of one, when there is room."""
SPREAD = 0.5
"""How much less each word of a keyword of many words says."""
LEVELS = (2, 2, 2, 4, 5, 5, 5, 7, 7)
"""The levels that are kept apart, for the rounded sums 1 to 9."""
RARE = 9
"""How many letters a word has at least that is kept because it stands nowhere else."""
COMMON = 0.15
"""A word of running text that stands in more of the entries than this says nothing."""
FORMULA = 4
"""A heading that stands on so many pages belongs to their form, and says nothing about any of them."""
_SMALL_WORDS = """

    aan al alle als ander andere ben bent bij dan dat de deze die dit door dus een eens en er ga gaan gaat geef
    geeft geregeld haar had hadden heb hebben heeft hem hen het hij hoe hun iets ik in is ja je jij jou jouw jullie
    kan kun kunnen kunt maar me meer men met mij mijn naar nog nou nu of om omdat ons onze ook op over per regelen
    regelt s t te ten ter toch toen tot u uit van veel via vind vinden voor want waren was wat we wel welk welke
    werd wij wil willen word worden wordt zal ze zei zich zij zijn zo zoek zoeken zonder zou
"""
STOP = frozenset(_SMALL_WORDS.split())
"""Words that say nothing about what somebody looks for. The search drops them from a question."""
_LIGHT_WORDS = """
    aanbod aandacht aantal aanwezig achter achteruit actie actief af afgelopen algemeen allebei alleen allemaal
    allerlei alsnog altijd anderen anders apart basis bedenken bedoelen begeleidersblad begin beginnen begrijpen
    behalve behoefte beide bekend bekijken belang belangrijk beleven bepaald bepalen bereiken beschikbaar bespreken
    best beste beter bewust bezig bieden bijna bijvoorbeeld binnen blijken blijven boven breng brengen buiten
    client daar daarna daarom daarvan dagelijks denken dezelfde dicht dichtbij ding dingen direct doe doen doet
    doorgaan doorgaans duidelijk durven echt eerder eerst eerste eigen eigenlijk einde elk elkaar elke enkel enkele
    erbij erg ergens ernstig ervaren even extra feit gauw gebeuren gebruiken geen geheel geleden gelukkig genoeg
    geval gevolg gevolgen geweest gewenst gewoon gezamenlijk goed goede graag groot grote haal halen half handelen
    heel hele helemaal helpen herhalen hierbij hierna hoeft hoeveel hoeven hoog houden hulp iedere iedereen iemand
    iets individu inhoud inzet inzetten jaar jaren jong jonge jongere jongeren jou juist kans kant kanten keer
    kennen kijken kind kinderen klaar klein komen kort korte kreeg krijgen kwam laatste laten later leggen leiden
    lekker leren letten leuk leuke leven lezen liever lig liggen lijken lijkt lijst lijstje loopt lopen los lukken
    maak mag maken makkelijk manier manieren meedoen meenemen meerdere meest meestal mens mensen merken middel mijn
    minder mislukken misschien moeilijk moet moeten mogelijk mogelijkheid mogen moment na naam naast nadat
    natuurlijk nee neem nemen nergens niemand niet niets nieuw nieuwe niks nodig noemen nooit omdat onder onderling
    ongeveer ongewenst ontstaan ontvangen onze opeens open opnieuw oud oude overal paar passen passend persoon plek
    plotseling precies proberen probleem problemen raken reactie reageren reden rond rustig samen schrijven serieus
    situatie situaties slecht snel snelle soms soort spreken staan stap stappen start starten steeds stellen
    stoppen straks sturen stuur tegelijk tegen tegenkomen terecht terug terwijl tijd tijdelijk tijdens toepassen
    tonen trekken tussen vaak vallen vanaf vandaag vast verder vertellen vervelend verwachten volgen volgend
    volgende volgens volledig vooraf vooral voordat voorkomen voortaan vraag vragen vriendelijk vroeger waar
    waarbij waarin waarmee waarom waarschijnlijk waarvan waarvoor wanneer weer weet weinig welke werken weten wie
    wijze willen wisselen woord woorden zeggen zegt zeker zelf zelfs zetten zien zijn zitten zoals zodat zoeken
    zorgen zover zulke zullen zwaar zware
"""
LIGHT = frozenset(_LIGHT_WORDS.split()) - STOP
"""Words of which everyday Dutch is full: here few pages may hold one, yet it says little about what somebody wants.

Small words that do turn a question (`niet`, `alleen`, `na`, `wie`, `moet`) are light and no stop words: measured on
1158 questions, that finds nine more of them.
"""
SIGNS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
_ORDER = {level: "1" * at + "0" for at, level in enumerate((5, 4, 2, 7))}
"""The levels with the most usual one first, since that takes the fewest bits."""
_WORD = re.compile(r"[a-z0-9]+")


@lru_cache(maxsize=20_000)
def words(text: str) -> tuple[str, ...]:
    """Return the words of a text as search compares them: lower case, without accents."""
    plain = unicodedata.normalize("NFD", text.lower())
    return tuple(_WORD.findall("".join(letter for letter in plain if not unicodedata.combining(letter))))


class Weighing:
    """The words of some entries, read once, to be weighed for as much room as there is.

    `shown` is what the result of an entry says, and `whole` the numbers of the entries of which no word is left out
    that stands nowhere else.
    """

    def __init__(self, entries: Sequence[Entry], shown: Sequence[str], whole: Collection[int] = ()) -> None:
        self._entries, self._whole = entries, whole
        self._bodies = [Counter(words(f"{entry.lead} {entry.text}")) for entry in entries]
        self._everywhere = Counter(word for body in self._bodies for word in body)
        self._telling = [
            _telling(body, self._everywhere, len(entries), _kept(entry, 1))
            for entry, body in zip(entries, self._bodies, strict=True)
        ]
        self._seen = [set(words(text)) for text in shown]
        formulas = _formulas(entries)
        self._said = [_said(entry, formulas) for entry in entries]
        self._mean = sum(body.total() for body in self._bodies) / max(len(entries), 1) or 1

    def levels(self, share: float = 1) -> dict[str, dict[int, int]]:
        """Return for each word the level that it has in each entry; `share` is how much of `KEPT` there is room for."""
        found: dict[str, dict[int, int]] = {}
        for number, (entry, body) in enumerate(zip(self._entries, self._bodies, strict=True)):
            length = 0.6 + 0.4 * min(body.total() / self._mean, 4)
            told = self._telling[number][: _kept(entry, share)]
            value = {
                word: TEXT * (1 + math.log(body[word])) / length for word in told if word not in self._seen[number]
            }
            for word, weight in self._said[number].items():
                value[word] = value.get(word, 0.0) + weight
            for word, sum_ in value.items():
                found.setdefault(word, {})[number] = LEVELS[min(max(round(sum_), 1), 9) - 1]
        said = set[str]().union(found, LIGHT, STOP, *self._seen)
        for number in self._whole if share else ():
            for word in self._bodies[number].keys() - said:
                if self._everywhere[word] == 1 and len(word) >= RARE:
                    found[word] = {number: LEVELS[0]}
        return found


def _kept(entry: Entry, share: float) -> int:
    return round(share * KEPT["part" if entry.anchor else "page"])


def _formulas(entries: Sequence[Entry]) -> set[str]:
    """Return the headings that belong to the form of pages."""
    holders = Counter(heading for entry in entries for heading in set(entry.headings))
    return {heading for heading, many in holders.items() if many >= FORMULA}


def _said(entry: Entry, formulas: set[str]) -> dict[str, float]:
    """Return what the words of the keywords and headings of an entry weigh."""
    headings = (heading for heading in entry.headings if heading not in formulas)
    # A keyword that says the title of a page again makes its word the topic of that page.
    named = set(words(entry.title))
    value: dict[str, float] = {}
    for weight, texts, known in ((KEYWORD, entry.keywords, named if entry.anchor else ()), (HEADING, headings, named)):
        for word, part in _parts(texts).items():
            if word not in known:
                value[word] = value.get(word, 0.0) + weight * part
    return value


def _parts(texts: Iterable[str]) -> dict[str, float]:
    """Return how much of a keyword or heading each word is, at most: one of many words says less than one alone."""
    parts: dict[str, float] = {}
    for text in texts:
        own = [word for word in words(text) if word not in STOP]
        told = max(sum(word not in LIGHT for word in own), 1)
        for word in own:
            parts[word] = max(parts.get(word, 0.0), told**-SPREAD)
    return parts


def common_words(entries: Sequence[Entry]) -> list[str]:
    """Return the words that say little: everyday ones, and those in so many entries, though a few titles hold them."""
    holders = Counter(word for entry in entries for word in set(words(f"{entry.lead} {entry.text}")))
    return sorted(LIGHT | {word for word, many in holders.items() if many > COMMON * len(entries) and word not in STOP})


def _telling(body: Counter[str], everywhere: Counter[str], total: int, most: int) -> list[str]:
    """Return the words of a text that set it apart, at most so many, the most telling first."""
    rare = {
        word: (1 + math.log(times)) * math.log(total / everywhere[word])
        for word, times in body.items()
        if len(word) > 2 and word not in STOP and everywhere[word] <= COMMON * total
    }
    return sorted(rare, key=lambda word: (-rare[word], word))[:most]


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


def packed_places(found: Mapping[str, Mapping[int, int]], vocabulary: Iterable[str], total: int) -> str:
    """Return for each word of a vocabulary in which of `total` entries it stands and how much it says there.

    It is one row of bits, six to a letter. A word is a 0 when it stands nowhere, else a 1 and how many entries hold it,
    then for each the step from the one before (`_steps`) and its place in `LEVELS`.
    """
    bits: list[str] = []
    for word in vocabulary:
        levels = sorted(found.get(word, {}).items())
        bits.append("1" + _gamma(len(levels)) if levels else "0")
        steps = _steps([number for number, _ in levels], total)
        bits += [step + _ORDER[level] for step, (_, level) in zip(steps, levels, strict=True)]
    return _letters(bits)


def packed_groups(groups: Sequence[Collection[str]], vocabulary: Sequence[str]) -> str:
    """Return groups of phrases, of which each leads to the others: a row of bits in which words are their numbers.

    First how many groups there are. A group is how many words it has, each with the step from the one before, then how
    many phrases of more words, each with how many words it has and the whole number of every word. Of what may be
    nothing there stands one more.
    """
    numbers = {word: number for number, word in enumerate(vocabulary)}
    size = len(vocabulary).bit_length()
    bits = [_gamma(len(groups) + 1)]
    for group in groups:
        phrases = [[numbers[word] for word in phrase.split()] for phrase in group]
        single = sorted(phrase[0] for phrase in phrases if len(phrase) == 1)
        longer = [phrase for phrase in phrases if len(phrase) > 1]
        bits += [_gamma(len(single) + 1), *_steps(single, len(vocabulary)), _gamma(len(longer) + 1)]
        for phrase in longer:
            bits += [_gamma(len(phrase) - 1), *(f"{number:0{size}b}" for number in phrase)]
    return _letters(bits)


def groups_of(lines: Iterable[str]) -> list[tuple[str, ...]]:
    """Return groups of phrases, written with a bar between them, as the search compares them."""
    return sorted({tuple(sorted({_phrase(one) for one in line.split("|")} - {""})) for line in lines})


def _phrase(text: str) -> str:
    """Return the words of a phrase, without the small ones where two others are left: the search asks for it so too."""
    own = [word for word in words(text) if word not in STOP]
    return " ".join(own if len(own) > 1 else words(text))


def _steps(numbers: Sequence[int], total: int) -> list[str]:
    """Return sorted numbers below `total` as the steps between them, in Golomb-Rice code."""
    size = remainder_size(total, max(len(numbers), 1))
    steps = []
    for before, number in pairwise([-1, *numbers]):
        many, rest = divmod(number - before - 1, 1 << size)
        steps.append("1" * many + "0" + (f"{rest:0{size}b}" if size else ""))
    return steps


def _letters(bits: Iterable[str]) -> str:
    """Return a row of bits as text, six to a letter."""
    row = "".join(bits)
    row += "0" * (-len(row) % 6)
    return "".join(SIGNS[int(row[at : at + 6], 2)] for at in range(0, len(row), 6))


def remainder_size(total: int, many: int) -> int:
    """Return how many bits the remainder of a step takes for a word that stands in so many of all entries."""
    return max(int(math.log2(max(0.69 * total / many, 1))), 0)


def _gamma(number: int) -> str:
    """Return a number from 1 in Elias' gamma code."""
    plain = f"{number:b}"
    return "0" * (len(plain) - 1) + plain
