"""The rules of language that a methodology sets for itself, as data."""

from __future__ import annotations

from typing import Annotated, Literal

from generator.model.base import JaNee, Part, Regel, Regels, Vindplaatsen
from generator.records import Field

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


class Schrijfregel(Woordverbod):
    """Words that stand nowhere in the content: they steer, blame, profile, are explicit, or claim an effect.

    `velden`: only in fields with these names. `behalve`: not in these, such as a list of what not to say. With
    `ontkend`, a sentence that denies it may have them, and so may words between quotation marks.
    """

    soort: Literal["sturend", "beschuldigend", "profilerend", "expliciet", "belofte"]
    velden: Regels = ()
    behalve: Regels = ()
    ontkend: JaNee = False


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
    nergens: tuple[Schrijfregel, ...] = ()
    verandering: Regels = ()
    """Words that show a figure as a change: of fewer than ten people, that says nothing."""
    voorbehoud: Regels = ()
    """Words of which one must stand in the reservation of such a figure."""
    bron: Vindplaatsen
