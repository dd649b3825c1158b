"""A view for reviewers: the same content in the fixed order that a committee asks for."""

from __future__ import annotations

from typing import Annotated

from generator.model.base import Part, Record, Regel, Regels, Slug, Tekst, Vindplaatsen
from generator.model.dekking import KindName
from generator.records import Field


class Stuk(Part):
    """Something that stands under a heading. Exactly one of `tekst`, `veld`, `soort` and `hoofdstuk` is filled.

    `tekst` is written here and names its `bron`; `veld` is a field of the intervention; `soort` is everything of a
    kind, only those with the values in `waar`; `hoofdstuk` is a chapter, only below `koppen` where they are given.
    """

    kop: Regel | None = None
    tekst: Tekst | None = None
    bron: Vindplaatsen | None = None
    veld: Regel | None = None
    soort: KindName | None = None
    waar: dict[str, str] = {}
    hoofdstuk: Slug | None = None
    koppen: Regels = ()


class Rubriek(Part):
    """A heading of the fixed order: its number, what stands there, and what the sources lack for it."""

    id: Slug
    nummer: Regel | None = None
    titel: Regel
    stukken: tuple[Stuk, ...] = ()
    ontbreekt: Regels = ()


class Grens(Part):
    """How many words some rubrieken may hold together."""

    titel: Regel
    rubrieken: tuple[Slug, ...] = Field(min_length=1)
    woorden: Annotated[int, Field(ge=10, le=20_000)]


class Weergave(Record):
    """A view: whose order it is, and its rubrieken in that order."""

    kern: Regel
    uitleg: Tekst
    grenzen: tuple[Grens, ...] = ()
    rubrieken: tuple[Rubriek, ...] = Field(min_length=1)
