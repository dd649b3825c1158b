"""What leads to a place or a person, as it can be told from its form: no list of names is needed for it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

_STREETS = (
    "straat|laan|weg|plein|gracht|kade|singel|dreef|steeg|dijk|plantsoen|boulevard|markt|hof|pad|park|ring|burg|wal"
)
_PATHS = (
    r"(?:/home/|/Users/|/root/|/mnt/|/media/|/var/folders/|/private/var/|file:///|[A-Z]:\\+(?:Users|Gebruikers)\\+)"
)


class Hit(NamedTuple):
    """Something that leads to a place or a person: what sort of thing, as it is written, and from where to where."""

    soort: str
    text: str
    start: int
    end: int


@dataclass(frozen=True)
class _Form:
    soort: str
    written: str
    holds: Callable[[str], bool] = bool

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """Made when it is first needed: most content has nothing that comes near a form."""
        return re.compile(self.written)


def _eleven(text: str) -> bool:
    """Tell whether nine digits can be a citizen service number."""
    digits = [int(one) for one in text if one.isdigit()]
    weights = (9, 8, 7, 6, 5, 4, 3, 2, -1)
    total = sum(digit * weight for digit, weight in zip(digits, weights, strict=True))
    return total % 11 == 0 and any(digits)


def _postcode(text: str) -> bool:
    year = text[:2] in ("19", "20") and text[4:5] == " "
    return text[-2:] not in ("SA", "SD", "SS") and not (year and text[-2:] in ("EN", "IN", "IS", "OF", "OM", "OP"))


_FORMS = (
    _Form("postcode", r"(?<![\w.,#-])[1-9]\d{3} ?[A-Z]{2}(?![\w-])", _postcode),
    _Form(
        "adres",
        (rf"(?<!\w)[A-Z][\w'’.-]*(?: [\w'’.-]+){{0,2}}?(?:{_STREETS})"
            r" \d{1,4}(?! ?(?:uur|weken|%))[a-z]?(?!\w)"),
    ),
    _Form("adres", r"(?<!\w)(?i:postbus) ?\d{2,5}(?!\w)"),
    _Form("coördinaten", r"(?<![\w.])5[0-3]\.\d{4,}[°N]?[ ,;/]{1,3}[EO]?[3-7]\.\d{4,}(?!\w)"),
    _Form("coördinaten", r"(?<!\w)5[0-3]° ?\d{1,2}['′’](?: ?\d{1,2}(?:[.,]\d+)?[\"″”])? ?[NZ]?"),
    _Form("kaart", r"(?i:maps\.google|google\.[a-z]+/maps|openstreetmap\.org/\S*#map|goo\.gl/maps|geo:\d)"),
    _Form("telefoonnummer", r"(?<![\w.,/-])(?:\+31|0031)[ -]?(?:\(0\)[ -]?)?[1-9](?:[ -]?\d){8}(?![\w-])"),
    _Form("telefoonnummer", r"(?<![\w.,/-])0[1-9](?:[ -]?\d){8}(?![\w-])"),
    _Form("telefoonnummer", r"(?<![\w.,/-])0[89]00[ -]?\d(?:[ -]?\d){3,6}(?![\w-])"),
    _Form("e-mailadres", r"(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)*\.[A-Za-z]{2,}(?!\w)"),
    _Form(
        "bsn",
        r"(?<![\w.,/-])(?:\d{9}|\d{3}[ .]\d{3}[ .]\d{3}|\d{4}[ .]\d{2}[ .]\d{3})(?![\w.,-]?\w)",
        _eleven,
    ),
    _Form(
        "geboortedatum",
        (
            r"(?<!\w)(?:[A-Z][\w'’-]+ (?:van |de |der |den )*[A-Z][\w'’-]*\.?,? ?\(?)?"
            r"(?:(?i:geboren|geb\.|geboortedatum):? ?(?:op )?)"
            r"\d{1,2}[-/. ](?:\d{1,2}|[a-z]{3,9})[-/. ](?:19|20)\d{2}"
        ),
    ),
    _Form(
        "geboortedatum",
        (r"(?<!\w)[A-Z][a-zà-ÿ]+ (?:van |de |der |den )*[A-Z][a-zà-ÿ]+,? "
            r"\(?\d{1,2}[-/]\d{1,2}[-/](?:19[3-9]|20[01])\d\)?"),
    ),
    _Form("pad op een computer", rf"(?<![\w/]){_PATHS}[\w.~-]+"),
)  # fmt: skip
_BEFORE = "|".join(rf"(?<={street} \d)" for street in _STREETS.split("|"))
_DIGITS = re.compile(
    rf"\d(?:(?<=[a-z] \d)(?:{_BEFORE})|\d{{3}} ?[A-Z]{{2}}|\d(?:\.\d{{4}}|°)|(?:[ .-]?\d){{8}}|[ .-]?\(0\)|[89]00"
    r"|[-/. ](?:\d{1,2}|[a-z]{3,9})[-/. ](?:19|20)\d)"
)
"""What is in everything that a form with digits matches. It starts at a digit, which is quick to find."""
_WORDS = (
    "@", "postbus", "maps", "#map", "geo:",
    "/home/", "/users/", "/root/", "/mnt/", "/media/", "/var/folders/", "/private/var/", "file:///", ":\\",
)  # fmt: skip
"""What the other forms have in them, without capitals."""
SOORTEN = tuple(dict.fromkeys(form.soort for form in _FORMS))
"""The sorts of things that are found, as exceptions name them."""


def hits(text: str) -> Iterator[Hit]:
    """Yield everything in a text that leads to a place or a person.

    Nothing of that runs over the end of a line, or over the NUL that stands between texts which are not one.
    """
    digits, words = _DIGITS.search(text), _words(text, _WORDS)
    if not (digits or words):
        return
    start = 0
    for line in text.replace("\0", "\n").split("\n"):
        if (digits and _DIGITS.search(line)) or _words(line, words):
            for form in _FORMS:
                for found in form.pattern.finditer(line):
                    if form.holds(found.group()):
                        yield Hit(form.soort, found.group(), start + found.start(), start + found.end())
        start += len(line) + 1


def _words(text: str, words: Sequence[str]) -> list[str]:
    """Return the words that are in a text: a look at all of it is much cheaper than one with each form."""
    if not words:
        return []
    lower = text.casefold()
    return [word for word in words if word in lower]


def plain(value: str) -> str:
    """Return a value without what is written differently from time to time: spaces, hyphens, brackets, capitals."""
    return re.sub(r"[\s()-]+", "", value).lower()
