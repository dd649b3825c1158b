"""How the work is done: basic elements, phases, and what runs through all of them."""

from __future__ import annotations

from typing import Annotated

from generator.model.base import JaNee, Lezers, Nummers, Part, Record, Regel, Regels, Slug, Tekst, Vindplaatsen
from generator.model.links import Koppelingen, Naar
from generator.records import Field


class Basiselement(Record):
    """One of the elements that the programme always consists of."""

    kern: Regel
    uitleg: Tekst
    doen: Regels = ()
    fasen: Annotated[Koppelingen, Naar("fase", "lijn", omgekeerd="krijgt vorm in")] = ()


class Activiteit(Part):
    """Something that is done in a phase: what, by whom, when, and under which condition."""

    id: Slug
    titel: Regel
    uitleg: Tekst
    wie: Regel
    wanneer: Regel
    voorwaarde: Regel | None = None
    bron: Vindplaatsen
    subdoelen: Annotated[Koppelingen, Naar("subdoel", "deeldoel", omgekeerd="krijgt vorm in")] = ()


class Besluit(Part):
    """Something that has to be decided in a phase, and who decides."""

    tekst: Regel
    wie: Regel
    bron: Vindplaatsen


class Fase(Record):
    """A stretch of the stay, with what happens in it. Phases have an order."""

    aliassen: Regels = ()
    volgorde: Annotated[int, Field(ge=1, le=20)]
    duur_weken: Annotated[int, Field(ge=1, le=52)]
    optioneel: JaNee = False
    kern: Regel
    uitleg: Tekst
    afspraken: Tekst | None = None
    """What is agreed with her in this phase; apart, because it may be for fewer people than the phase itself."""
    activiteiten: tuple[Activiteit, ...]
    besluiten: tuple[Besluit, ...] = ()


class Lijn(Record):
    """Something that runs through all phases."""

    volgorde: Annotated[int, Field(ge=1, le=20)]
    uitleg: Tekst
    wie: Regel
    wanneer: Regel
    nummers: Nummers = ()
    subdoelen: Annotated[Koppelingen, Naar("subdoel", "deeldoel", omgekeerd="krijgt vorm in")] = ()


class Afgeschermd(Part):
    """Headings of a chapter, of the second level, that are for fewer people than the chapter."""

    koppen: Regels
    voor: Lezers


class Hoofdstuk(Record):
    """A chapter of the handbook: Markdown with front matter. `deel` is the part of the book that it stands in.

    The Markdown is a small, safe part of the language: headings from `##`, paragraphs, lists, tables, quotes (a
    framed note) and emphasis. A link names a thing: `[the words](werkblad:slug)`. A source stands at the end of a
    paragraph as `[bron: slug, place]`. What stands below a heading in `afgeschermd` is left out of narrower editions.
    """

    volgorde: Annotated[int, Field(ge=1, le=200)]
    deel: Regel
    kern: Regel
    zoekwoorden: Regels = ()
    afgeschermd: tuple[Afgeschermd, ...] = ()
