"""The rules of language that a methodology sets for itself, as data."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from generator.model.base import Part, Regel, Regels, Vindplaatsen

Grens = Annotated[int, Field(ge=1, le=100)]


class Maat(Part):
    """How much a participant sheet of one variant may ask of a reader."""

    variant: Annotated[str, Field(pattern="^[AB]$")]
    woorden_gemiddeld: Grens
    """Words per sentence on average over the sheet."""
    woorden_hoogstens: Grens
    """Words in the longest sentence."""
    taken_per_bladzijde: Grens


class Woordverbod(Part):
    """Words or phrases that may not stand somewhere, and why not."""

    woorden: Regels
    reden: Regel
    liever: Regel | None = None


class Taal(Part):
    """`taal.yml`: limits and words for what participants hold, and for the cases that staff practise with.

    `op_papier` may stand nowhere on such paper (it would tell something); `niet_vragen` are questions that are not
    asked there; `niet_schrijven` are words that do not belong there; `niet_in_casus` stands in no case.
    """

    maten: tuple[Maat, ...] = ()
    op_papier: tuple[Woordverbod, ...] = ()
    niet_vragen: tuple[Woordverbod, ...] = ()
    niet_schrijven: tuple[Woordverbod, ...] = ()
    niet_in_casus: tuple[Woordverbod, ...] = ()
    bron: Vindplaatsen
