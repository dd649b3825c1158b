"""Sign-offs: who (by role) checked what, when, and the fingerprint of what was read."""

from __future__ import annotations

from typing import Annotated

from generator.model.base import Datum, Part, Regel
from generator.records import Field

Vingerafdruk = Annotated[str, Field(pattern=r"^1:[0-9a-f]{64}$")]
"""A fingerprint with the number of its definition, see `generator.graph.fingerprints`."""


class Toets(Part):
    """One sign-off. `op` is a thing (`kind/id`) or a link (`kind/id field kind/id`).

    `rol` is a role and never a person. The file is written by the tool.
    """

    op: Regel
    rol: Regel
    datum: Datum
    vingerafdruk: Vingerafdruk
    opmerking: Regel | None = None


class Toetsing(Part):
    """`toetsen.yml`: every sign-off, the last one of each role on each thing."""

    toetsen: tuple[Toets, ...] = ()
