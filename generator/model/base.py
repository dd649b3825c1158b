"""What every concept is made of: frozen records, their parts, and the words they use.

`generator.records` stands at this border, between the text that authors write and the typed records that the rest of
the compiler reads.
"""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal

from generator.records import Before, Field, Typed


def _one_or_more(value: object) -> object:
    """Let an author write one thing where a list is meant."""
    return [value] if isinstance(value, str | dict) else value


def _yes_or_no(value: object) -> object:
    return {"ja": True, "nee": False}.get(value, value) if isinstance(value, str) else value


Slug = Annotated[str, Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=80)]
"""A stable name: lower case, digits and hyphens. It never carries a source's number."""

Regel = Annotated[str, Field(min_length=1, max_length=300, pattern=r"^[^\n]+$")]
"""One line of text."""

Tekst = Annotated[str, Field(min_length=1, max_length=20_000)]
"""Running text; an empty line starts a paragraph. It is text, never markup."""

JaNee = Annotated[bool, Before(_yes_or_no)]
"""`ja` or `nee`."""

Datum = date
"""A day, written as 2026-11-21."""

Versie = Annotated[str, Field(pattern=r"^\d+\.\d+$")]
"""A version as printed on paper: `1.0`."""

Vindplaats = Annotated[str, Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*(, [^\n]+)?$", max_length=300)]
"""A place in a source: the source's slug, a comma, and where in it."""

Vindplaatsen = Annotated[tuple[Vindplaats, ...], Before(_one_or_more), Field(min_length=1)]
"""One or more places in sources; one may be written without a list."""

Regels = Annotated[tuple[Regel, ...], Before(_one_or_more)]
"""Some single lines; one may be written without a list."""

Grond = Literal["bron", "afgeleid"]
"""On what a link rests: the source says it, or we derived it and say why."""


Lezers = Literal["openbaar", "trainer", "medewerker"]
"""For whom something is, from everybody to staff only."""


class _Readable(Typed):
    uitgave: Lezers | None = None
    """The narrowest edition that it is in. A part that says nothing goes where its whole goes; a record that says
    nothing goes where `uitgaven.yml` says its kind goes, and that says nothing for staff only."""


class Part(_Readable):
    """Something that lives inside a record. With an `id` it is a node of its own."""


class Wijziging(Part):
    """What changed in a thing, when, and why: for who knew it before. `versie` is what it became, where it has one."""

    datum: Datum
    versie: Versie | None = None
    wat: Regel
    waarom: Regel


class Record(_Readable):
    """What one content file describes. `wijzigingen` is its history, the last change first."""

    id: Slug
    titel: Regel
    bron: Vindplaatsen
    wijzigingen: tuple[Wijziging, ...] = ()


class Uitgave(Wijziging):
    """A change that gave a thing a new version."""

    versie: Versie


class Uitgegeven(Record):
    """A record with a version of its own, because it lies on paper too: its version is that of its last change."""

    wijzigingen: tuple[Uitgave, ...] = Field(min_length=1)

    @property
    def versie(self) -> str:
        """The version as printed on paper: `1.0`."""
        return self.wijzigingen[0].versie

    @property
    def gewijzigd_op(self) -> date:
        """The day of the last change."""
        return self.wijzigingen[0].datum


class Nummer(Part):
    """A number that a source gives to a thing. Sources contradict each other; we keep each."""

    bron: Vindplaats
    nummer: Regel


Nummers = tuple[Nummer, ...]


def bron_van(vindplaats: str) -> str:
    """Return the slug of the source in a `Vindplaats`."""
    return vindplaats.partition(", ")[0]


def plaats_in(vindplaats: str) -> str:
    """Return where in the source a `Vindplaats` is; empty for the whole of it."""
    return vindplaats.partition(", ")[2]
