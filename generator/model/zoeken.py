"""The words that people search with, beside those that the content itself uses."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from generator.model.base import Part, Regel

Woordgroep = Annotated[tuple[Regel, ...], Field(min_length=2)]


class Zoekwoorden(Part):
    """`zoekwoorden.yml`: groups of words and phrases that lead to the same pages.

    Words of one thing stand with that thing (`zoekwoorden`, `synoniemen`); here stand words that hold everywhere,
    such as what people say instead of a word that all pages use.
    """

    gelijk: tuple[Woordgroep, ...] = ()
