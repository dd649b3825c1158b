"""Session plans: everything that a trainer needs to give a session, and what participants get in their hands."""

from __future__ import annotations

from typing import Annotated, Literal

from generator.model.base import Part, Regel, Regels, Slug, Tekst, Uitgegeven
from generator.model.casus import Vraag
from generator.model.links import Koppelingen, Naar
from generator.model.toolkit import Blad
from generator.records import Field

SoortBlok = Literal[
    "opening", "meting", "uitleg", "oefening", "casus", "onthulling", "feit-en-duiding", "melden", "samenwerken",
    "pauze", "afspraken", "nazorg",
]  # fmt: skip
"""What a block of a session is about. `nazorg` is care for the participants themselves."""


class Dia(Part):
    """What the screen shows during a block. A case in the block gets a screen of its own."""

    titel: Regel
    punten: Regels = ()


class Draaiblok(Part):
    """A stretch of a session: how long, how, with what, and what the trainer does and says."""

    titel: Regel
    soort: SoortBlok
    minuten: Annotated[int, Field(ge=1, le=120)]
    werkvorm: Regel
    materialen: tuple[Slug, ...] = ()
    casussen: tuple[Slug, ...] = ()
    kijkwijzer: Slug | None = None
    """The points that are shown on the screen in this block."""
    doen: Tekst
    zeggen: Regels = ()
    let_op: Regel | None = None
    dia: Dia | None = None


class Dagdeel(Part):
    """One session on one day, with its stated length. Sessions with the same `variant` belong together."""

    id: Slug
    titel: Regel
    variant: Slug
    minuten: Annotated[int, Field(ge=30, le=480)]
    doelen: Regels
    metingen: tuple[Literal["voor", "na"], ...] = ()
    bij_uitloop: Regel
    """What may go when time runs out, and what may not."""
    bladen: tuple[Slug, ...] = ()
    blokken: tuple[Draaiblok, ...] = Field(min_length=2)


class Materiaal(Part):
    """Something that must be there: a toolkit item, a sheet of the participants' set, or a plain thing."""

    id: Slug
    naam: Regel
    aantal: Regel
    werkblad: Slug | None = None
    blad: Slug | None = None


class Draaiboek(Uitgegeven):
    """A plan for sessions around a training of others. The training itself stays with those who may give it."""

    code: Annotated[str, Field(pattern=r"^[A-Z]{1,2}-[0-9]{2}$")]
    kern: Regel
    rechten: Tekst
    voor_wie: Regel
    groep: Regel
    trainer: Regel
    doelen: Regels
    vooraf: Regels
    afspraken: Regels
    """What participants hear and read at the start: stepping out is always allowed."""
    nazorg_deelnemers: Tekst
    training: Annotated[Koppelingen, Naar("training", omgekeerd="wordt voorbereid en herhaald met")]
    competenties: Annotated[Koppelingen, Naar("competentie", omgekeerd="wordt geoefend in")] = ()
    kernelementen: Annotated[Koppelingen, Naar("kernelement", omgekeerd="wordt geoefend in")] = ()
    werkbladen: Annotated[Koppelingen, Naar("werkblad", omgekeerd="wordt geoefend in")] = ()
    casussen: Annotated[Koppelingen, Naar("casus", omgekeerd="wordt besproken in")] = ()
    materialen: tuple[Materiaal, ...]
    bladen: tuple[Blad, ...] = ()
    dagdelen: tuple[Dagdeel, ...] = Field(min_length=1)
    toets: tuple[Vraag, ...] = ()
