"""The intervention itself."""

from __future__ import annotations

from typing import Annotated

from generator.model.base import Part, Record, Regel, Regels, Slug, Tekst, Vindplaatsen
from generator.records import Field


class Doelonderdeel(Part):
    """One of the things that the main goal asks for."""

    id: Slug
    tekst: Regel


class Hoofddoel(Part):
    """What the intervention is for, whole and in its parts."""

    tekst: Tekst
    onderdelen: tuple[Doelonderdeel, ...]
    bron: Vindplaatsen


class Erkenning(Part):
    """The standing of the intervention with a committee, as the source shows it."""

    niveau: Regel
    toelichting: Tekst
    bron: Vindplaatsen


class Interventie(Record):
    """What this methodology is, for whom, how long, and what it wants to reach."""

    aliassen: Regels = ()
    ondertitel: Regel
    samenvatting: Tekst
    doelgroep: Tekst
    duur: Regel
    duur_toelichting: Tekst | None = None
    versie: Regel
    """The version and date of the text, as people read it on the cover: `concept, november 2026`."""
    groepsgrootte: Annotated[int, Field(ge=1, le=30)]
    """For how many people a set of sheets is made: the usual group."""
    hoofddoel: Hoofddoel
    erkenning: Erkenning | None = None
