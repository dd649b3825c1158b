"""The stay from week to week: what happens with the client, with the parents, and around them."""

from __future__ import annotations

from typing import Annotated

from generator.model.base import Part, Record, Regel, Slug, Vindplaatsen
from generator.model.links import Koppelingen, Naar
from generator.records import Field

Weeknummer = Annotated[int, Field(ge=1, le=52)]
Baan = Regel
"""With whom a step is done, as the heading of a column: with the client, with parents, around them by the team."""


class Weekstap(Part):
    """One thing to do in a week, with the sheets for it.

    `dag` is the day of the stay (1 is the day of arrival) by which it must be done; without it, any day of the week
    will do.
    """

    id: Slug
    baan: Baan
    tekst: Regel
    dag: Annotated[int, Field(ge=1, le=365)] | None = None
    bron: Vindplaatsen
    werkbladen: Annotated[Koppelingen, Naar("werkblad", omgekeerd="is aan de beurt in")] = ()


class Weekregel(Record):
    """A week of the stay, or some weeks that look alike: from week `van` up to and including week `tot`."""

    van: Weeknummer
    tot: Weeknummer
    kern: Regel
    stappen: tuple[Weekstap, ...] = Field(min_length=1)
    fasen: Annotated[Koppelingen, Naar("fase", omgekeerd="beslaat")]

    @property
    def weken(self) -> str:
        """The weeks in words: "week 4", "week 5 tot en met 7"."""
        return f"week {self.van}" if self.van == self.tot else f"week {self.van} tot en met {self.tot}"
