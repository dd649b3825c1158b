"""A source that the content rests on."""

from __future__ import annotations

from typing import Literal

from generator.model.base import Part, Regel, Slug, Tekst


class Bron(Part):
    """A text that facts come from, or our own elaboration where no text says it.

    `soort` is `document` for a text of others and `eigen` for our own elaboration, which
    every page marks as such.
    """

    id: Slug
    titel: Regel
    soort: Literal["document", "eigen"]
    kort: Regel
    uitleg: Tekst
    jaar: Regel | None = None
    uitgever: Regel | None = None
