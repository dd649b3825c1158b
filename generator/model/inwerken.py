"""For who is new: a short route for each role, and what the first day asks."""

from __future__ import annotations

from typing import Annotated, Literal

from generator.model.base import Part, Record, Regel, Slug, Tekst
from generator.model.casus import Vraag
from generator.model.links import Koppelingen, Naar
from generator.records import Field


class Routestap(Part):
    """One step: something to read, to try, or to talk about with a colleague. With `naar`, where it is found."""

    id: Slug
    soort: Literal["lezen", "proberen", "bespreken"]
    titel: Regel
    minuten: Annotated[int, Field(ge=1, le=120)]
    tekst: Tekst
    naar: Annotated[
        Koppelingen,
        Naar(
            "werkblad", "pakket", "basiselement", "fase", "lijn", "techniek", "hoofdstuk", "kernelement", "training",
            "draaiboek", "competentie", "ketenpartner", "begrip", "dagkaart", "themacyclus",
            omgekeerd="staat op de route van",
        ),
    ] = ()  # fmt: skip


class Inwerkroute(Record):
    """The way in for one role, on at most two sides of paper. `leestijd` is the sum of what there is to read."""

    volgorde: Annotated[int, Field(ge=1, le=50)]
    code: Annotated[str, Field(pattern=r"^[A-Z]{1,2}-[0-9]{2}$")]
    kern: Regel
    voor_wie: Regel
    wanneer: Regel
    leestijd: Annotated[int, Field(ge=1, le=30)]
    bladzijden: Annotated[int, Field(ge=1, le=2)] = 2
    onthoud: Tekst
    stappen: tuple[Routestap, ...] = Field(min_length=1)
    zelfcheck: tuple[Vraag, ...] = Field(min_length=4, max_length=10)
    voldoende: Annotated[int, Field(ge=1, le=10)]


class Dagstap(Part):
    """A moment of the first day: who does what, with which sheet."""

    id: Slug
    moment: Regel
    titel: Regel
    wie: Regel
    tekst: Tekst
    werkblad: Annotated[Koppelingen, Naar("werkblad", omgekeerd="is nodig op")] = ()


class Dagkaart(Record):
    """What the first twenty-four hours need, on one page."""

    code: Annotated[str, Field(pattern=r"^[A-Z]{1,2}-[0-9]{2}$")]
    kern: Regel
    hoofdstukken: Annotated[Koppelingen, Naar("hoofdstuk", omgekeerd="staat kort op")] = ()
    stappen: tuple[Dagstap, ...] = Field(min_length=1)
