"""What a register is: a name, what it is for, its columns, and rows of cells that may lead to a thing."""

from __future__ import annotations

import re
from dataclasses import dataclass

from generator.graph import Methodiek, Node
from generator.model.base import bron_van, plaats_in
from generator.model.bron import Bron

_DAY = re.compile(r"\b(\d{4})-(\d\d)-(\d\d)\b")


@dataclass(frozen=True)
class Cel:
    """A cell: its text, the thing that it names, and whether it says that something is missing."""

    text: str
    node: Node | None = None
    gap: bool = False

    @property
    def shown(self) -> str:
        """Its text for people, with days as they are written in Dutch; files to reckon with have them as they are."""
        return _DAY.sub(r"\3-\2-\1", self.text)


@dataclass(frozen=True)
class Register:
    """Rows under named columns. `said` are short facts about the whole, `empty` what no rows mean."""

    id: str
    title: str
    lead: str
    heads: tuple[str, ...]
    rows: tuple[tuple[Cel, ...], ...]
    said: tuple[tuple[str, str], ...] = ()
    empty: str = ""


def texts(*values: object) -> tuple[Cel, ...]:
    """Return plain cells."""
    return tuple(value if isinstance(value, Cel) else Cel("" if value is None else str(value)) for value in values)


def number_of(node: Node) -> str:
    """Return the first number that a source gives a thing, or its code."""
    numbers = getattr(node.record, "nummers", ())
    return str(getattr(node.record, "code", "") or (numbers[0].nummer if numbers else ""))


def in_order(methodiek: Methodiek, kind: str) -> tuple[Node, ...]:
    """Return the nodes of a kind by number or code, then by title."""

    def order(node: Node) -> tuple[object, ...]:
        pieces = number_of(node).replace("-", ".").split(".")
        return ([(0, int(one), "") if one.isdigit() else (1, 0, one) for one in pieces], node.titel)

    return tuple(sorted(methodiek.of(kind), key=order))


def source_name(methodiek: Methodiek, place: str) -> str:
    """Return a place in a source as people name it."""
    node = methodiek.get("bron", bron_van(place))
    name = node.record.kort if node is not None and isinstance(node.record, Bron) else bron_van(place)
    return ", ".join(filter(None, (name, plaats_in(place))))


def is_own(methodiek: Methodiek, place: str) -> bool:
    """Tell whether a place is our own elaboration rather than a text of others."""
    node = methodiek.get("bron", bron_van(place))
    return node is not None and isinstance(node.record, Bron) and node.record.soort == "eigen"
