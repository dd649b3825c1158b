"""What people look up: terms, partners, techniques, cited works, contradictions, kindred programmes, research."""

from __future__ import annotations

from typing import Annotated, Literal

from generator.model.base import Datum, Part, Record, Regel, Regels, Tekst, Vindplaats, Vindplaatsen
from generator.model.links import Koppelingen, Naar
from generator.records import Field


class Verouderend(Record):
    """Something that changes outside our sight: an organisation, an instrument, a number, a law.

    `gecontroleerd_op` is the day on which someone asked whether it still holds, and `gecontroleerd_bij` where that
    was asked. Both are empty as long as nobody did; a source alone is no check. `vervalt_op` is the day by which
    to ask.
    """

    gecontroleerd_op: Datum | None = None
    gecontroleerd_bij: Regel | None = None
    vervalt_op: Datum | None = None


class Begrip(Verouderend):
    """A word that a reader may not know, or an abbreviation with what it stands for (`voluit`).

    `titel` is the word itself; `synoniemen` are other ways to write or say it.
    """

    voluit: Regel | None = None
    uitleg: Tekst
    synoniemen: Regels = ()


class Ketenpartner(Verouderend):
    """An organisation or service to work with: what it is for, when to call, and what to mind."""

    kern: Regel
    waarvoor: Tekst
    wanneer: Tekst
    doen: Regels = ()
    let_op: Tekst | None = None
    telefoon: Regel | None = None
    vervalt_op: Datum


class Techniek(Record):
    """A way to talk or work, as a card of one page."""

    kern: Regel
    wanneer: Tekst
    niet_wanneer: Tekst
    stappen: Regels
    zinnen: Regels = ()
    let_op: Tekst | None = None
    werkbladen: Annotated[Koppelingen, Naar("werkblad", omgekeerd="is de techniek van")] = ()


class Literatuur(Part):
    """A work that a source cites. The source may give no full reference; then `volledig` stays empty."""

    id: Annotated[str, Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]
    titel: Regel
    varianten: Regels = ()
    volledig: Regel | None = None
    vindplaatsen: Vindplaatsen
    toelichting: Regel | None = None


class Lezing(Part):
    """What one source says at one place."""

    tekst: Tekst
    bron: Vindplaats


class Tegenstrijdigheid(Record):
    """Sources that contradict each other or themselves, or that leave something out.

    `lijn` is what we follow for now and `reden` why; `beslist` is the role that has to decide.
    """

    code: Annotated[str, Field(pattern=r"^D[0-9]{2}$")]
    ernst: Literal["hoog", "midden", "laag"]
    soort: Literal["binnen een bron", "tussen bronnen", "ontbreekt"]
    lezingen: tuple[Lezing, ...] = Field(min_length=1)
    lijn: Tekst
    reden: Tekst
    beslist: Regel
    besloten_op: Datum | None = None


class Programma(Record):
    """A kindred programme, described by the same traits as the others. A trait left out is not in the text."""

    kern: Regel
    volgorde: Annotated[int, Field(ge=1, le=50)]
    aanbieder: Regel | None = None
    doelgroep: Regel | None = None
    leeftijd: Regel | None = None
    setting: Regel | None = None
    duur: Regel | None = None
    fasen: Regel | None = None
    aanpak: Tekst | None = None
    onderzoek: Regel | None = None


class Onderzoek(Record):
    """A figure from research, with the number of people, the year and its limits."""

    uitspraak: Tekst
    aantal: Regel
    jaar: Regel
    soort: Literal["intern", "extern"]
    kanttekening: Tekst
