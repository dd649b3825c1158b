"""Cases to practise with, the points from which they are looked at, and questions with their answer."""

from __future__ import annotations

from typing import Annotated, TypeVar

from generator.model.base import Part, Record, Regel, Regels, Slug, Tekst
from generator.model.links import Koppelingen, Naar
from generator.records import Field

T = TypeVar("T")
Kept = Annotated[T, Field(exclude=True)]
"""What goes to the trainer alone: no export of the data carries it."""


class Punt(Part):
    """One point from which a case is looked at: a criterion, or somebody's pair of glasses.

    `voorheen` is the name that it had before, so that both versions are recognised.
    """

    id: Slug
    titel: Regel
    voorheen: Regel | None = None
    uitleg: Regel
    vraag: Regel | None = None


class Uitkomst(Part):
    """One of the conclusions that a case may lead to; `teken` tells them apart without colour."""

    id: Slug
    titel: Regel
    uitleg: Regel
    teken: Regel


class Kijkwijzer(Record):
    """A way to look at a case: points, each with its question, and sometimes a conclusion.

    Of a system of others we carry the names over, with their credit in `eigenaar` and `rechten`.
    """

    kern: Regel
    eigenaar: Regel
    rechten: Tekst
    punten: tuple[Punt, ...] = Field(min_length=2)
    minstens: Annotated[int, Field(ge=2, le=20)]
    """On how many of the points every case is judged."""
    oordelen: Regels = ()
    """What may be said of a point; nothing when a point asks for words of one's own."""
    uitkomsten: tuple[Uitkomst, ...] = ()


class Oordeel(Part):
    """What the key says about one point."""

    punt: Slug
    oordeel: Regel | None = None
    uitleg: Tekst


class Sleutel(Part):
    """The reasoned answer to a case. It never stands where participants read."""

    oordelen: tuple[Oordeel, ...] = Field(min_length=1)
    uitkomst: Slug | None = None
    redenering: Tekst
    reactie: Regels


class Casus(Record):
    """A made-up case of one or two neutral sentences about everyday behaviour."""

    code: Annotated[str, Field(pattern=r"^[A-Z]{1,2}-[0-9]{2}$")]
    tekst: Annotated[str, Field(min_length=1, max_length=420)]
    vraag: Regel
    kijkwijzer: Annotated[Koppelingen, Naar("kijkwijzer", omgekeerd="wordt geoefend met")]
    sleutel: Kept[Sleutel]


class Antwoord(Part):
    """Which option is right (counted from 1), and why."""

    goed: Annotated[int, Field(ge=1, le=4)]
    uitleg: Tekst


class Vraag(Part):
    """A question to choose one answer to."""

    vraag: Regel
    opties: Annotated[Regels, Field(min_length=2, max_length=4)]
    sleutel: Kept[Antwoord]
