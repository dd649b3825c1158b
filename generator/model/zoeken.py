"""The words that people search with, beside those that the content itself uses."""

from __future__ import annotations

from typing import Annotated

from generator.model.base import Part, Regel, Regels
from generator.records import Field

Woordgroep = Annotated[tuple[Regel, ...], Field(min_length=2)]


class WoordenBij(Part):
    """What people type when they look for one thing, `naar` as `kind/id`."""

    naar: Regel
    woorden: Annotated[Regels, Field(min_length=1)]


class Zoekwoorden(Part):
    """`zoekwoorden.yml`: what people type, beside the words that the content itself uses.

    `gelijk` are groups of words and phrases that lead to the same pages everywhere. `bij` are words for one thing:
    they are no part of it, so that somebody who signed it off need not read it again for a word to search with.
    """

    gelijk: tuple[Woordgroep, ...] = ()
    bij: tuple[WoordenBij, ...] = ()
