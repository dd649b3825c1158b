"""What may stand nowhere, and what may stand there all the same."""

from __future__ import annotations

from typing import Annotated

from generator.model.base import Part, Regel
from generator.records import Field

Kenmerk = Annotated[str, Field(pattern=r"^[0-9a-f]{32}$")]
"""The keyed hash of a word or phrase, see `generator.guard.words`."""


class Toegestaan(Part):
    """Something that looks as if it leads to a place or a person, and may stand there: what sort, which, and why."""

    soort: Regel
    waarde: Regel
    reden: Regel


class Bescherming(Part):
    """`bescherming.yml`: the denied words as keyed hashes, with the mark of their salt, and the exceptions.

    The hashes are written by the tool; the words themselves stand nowhere.
    """

    toegestaan: tuple[Toegestaan, ...] = ()
    zoutmerk: Annotated[str, Field(pattern=r"^[0-9a-f]{16}$")] | None = None
    woorden: tuple[Kenmerk, ...] = ()
