"""For whom everything is: what an edition may hold, as data."""

from __future__ import annotations

from typing import Annotated

from generator.model.base import Lezers, Part, Regel, Regels
from generator.model.dekking import KindName
from generator.records import Field

UITGAVEN: tuple[Lezers, ...] = ("openbaar", "trainer", "medewerker")
"""The editions from narrow to wide: what is in one is in every next one. The last one holds everything."""
ALLES = UITGAVEN[-1]
"""The edition of what nobody said anything about."""


class Standaard(Part):
    """For whom the things of a kind are, where a thing does not say it of itself.

    With `velden`, it is about those fields of the kind only: they are left out of every narrower edition, also where
    the thing itself is in it.
    """

    soort: KindName
    velden: Regels = ()
    voor: Lezers
    reden: Regel


class Uitgaven(Part):
    """`uitgaven.yml`: the defaults per kind. A kind that is not named here is for staff only.

    `nooit` names values of fields, as `field: value`, that keep a thing out of every edition but the widest,
    whatever the thing says of itself.
    """

    standaard: Annotated[tuple[Standaard, ...], Field(max_length=200)] = ()
    nooit: dict[str, Regels] = {}


def reaches(uitgave: Lezers, edition: Lezers) -> bool:
    """Tell whether what is for one edition is in another."""
    return UITGAVEN.index(uitgave) <= UITGAVEN.index(edition)
