"""What a quality framework asks, and where the methodology meets it."""

from __future__ import annotations

from typing import Annotated, Literal

from generator.model.base import Nummers, Part, Record, Regel, Regels, Slug, Tekst, Vindplaatsen
from generator.model.links import Koppelingen, Naar

PLAATSEN = ("basiselement", "fase", "activiteit", "lijn", "aanpakelement", "werkblad")
"""The kinds of place where a criterium or indicator can be met."""


class Criterium(Part):
    """Something that the organisation must have in place."""

    id: Slug
    tekst: Tekst
    bron: Vindplaatsen
    vindplaatsen: Annotated[Koppelingen, Naar(*PLAATSEN, omgekeerd="voldoet aan criterium")] = ()


class Indicator(Part):
    """Something that must be found in a file: of a client, or of a professional."""

    id: Slug
    tekst: Tekst
    niveau: Literal["cliënt", "professional"]
    bron: Vindplaatsen
    vindplaatsen: Annotated[Koppelingen, Naar(*PLAATSEN, omgekeerd="voldoet aan indicator")] = ()


class Kernelement(Record):
    """A core element of the framework, with its criteria and indicators."""

    aliassen: Regels = ()
    groep: Literal["basaal", "algemeen", "specifiek"]
    nummers: Nummers
    kern: Regel
    aanbeveling: Tekst
    criteria: tuple[Criterium, ...]
    indicatoren: tuple[Indicator, ...]
