"""Where the facts of the sources stand: by their numbers in a register that is no part of the project."""

from __future__ import annotations

from typing import Annotated

from generator.model.base import Part, Record, Regel, Tekst
from generator.records import Field

Feitnummer = Annotated[str, Field(pattern=r"^[A-Z][A-Za-z0-9]*(\.[0-9]+[A-Z]?)?(-[A-Za-z0-9.]+)*$")]
"""The number of a fact: `SD-1a`, `KE2.1A-03`."""


class Vindplek(Part):
    """A thing, written as kind/id, and the facts that its page carries."""

    op: Annotated[str, Field(pattern=r"^[a-z]+(-[a-z]+)*/[a-z0-9]+(-[a-z0-9]+)*$")]
    feiten: tuple[Feitnummer, ...] = Field(min_length=1)


class Weggelaten(Part):
    """Facts that are left out, with the reason."""

    reden: Tekst
    feiten: tuple[Feitnummer, ...] = Field(min_length=1)


class Feitenregister(Record):
    """Every fact of the register: the page that carries it, or why it is left out.

    `aantal` is how many facts the register has. `deels` names facts that are on a page without some detail, and
    says why the detail is left out.
    """

    aantal: Annotated[int, Field(ge=0)]
    plekken: tuple[Vindplek, ...]
    weggelaten: tuple[Weggelaten, ...] = ()
    deels: tuple[Weggelaten, ...] = ()
    titel: Regel
