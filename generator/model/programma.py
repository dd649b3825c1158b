"""How toolkit items go together: a cycle of theme evenings, and packs to print in one go."""

from __future__ import annotations

from typing import Annotated

from generator.model.base import JaNee, Part, Record, Regel, Slug, Tekst, Uitgegeven
from generator.model.links import Koppelingen, Naar
from generator.records import Field


class Kernthema(Part):
    """A theme that nobody may miss, and the evenings that are about it."""

    naam: Regel
    avonden: tuple[Slug, ...] = Field(min_length=1)


class Themacyclus(Uitgegeven):
    """Theme evenings in a fixed order that starts again after the last one.

    Whoever joins halfway and stays for `venster` evenings meets every one of the `kernthemas`.
    """

    kern: Regel
    uitleg: Tekst
    code: Annotated[str, Field(pattern=r"^[A-Z]{1,2}-[0-9]{2}$")]
    venster: Annotated[int, Field(ge=1, le=52)]
    avonden: Annotated[Koppelingen, Naar("werkblad", omgekeerd="is een avond in")]
    kernthemas: tuple[Kernthema, ...]


class PakketStuk(Part):
    """Some sheets of one item that belong in a pack; nothing named means all its participant sheets."""

    werkblad: Slug
    bladen: tuple[Slug, ...] = ()
    begeleiding: JaNee = False


class Pakket(Record):
    """Sheets to print in one go at a certain moment: a new girl at eleven at night."""

    kern: Regel
    uitleg: Tekst
    code: Annotated[str, Field(pattern=r"^[A-Z]{1,2}-[0-9]{2}$")]
    werkbladen: Annotated[Koppelingen, Naar("werkblad", omgekeerd="zit in")]
    stukken: tuple[PakketStuk, ...] = Field(min_length=1)
