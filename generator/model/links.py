"""Links between things, and how a concept declares which of its fields hold them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from types import UnionType
from typing import Annotated, NamedTuple, Union, get_args, get_origin

from generator.model.base import Grond, Part, Regel, Slug, Vindplaats
from generator.records import Before, Typed, fields


class Koppeling(Part):
    """A link to another thing, with its ground.

    Exactly one of `bron` (the source says so, and where) and `afgeleid` (we derived it; one
    line says why) is filled. A rule checks that, so that a slip is a finding like any other.
    """

    naar: Slug
    bron: Vindplaats | None = None
    afgeleid: Regel | None = None

    @property
    def grond(self) -> Grond:
        """`bron` or `afgeleid`."""
        return "bron" if self.bron else "afgeleid"


def _as_links(value: object) -> object:
    return [value] if isinstance(value, dict) else value


@dataclass(frozen=True)
class Naar:
    """Marks a field of links: the kinds that its links may point to.

    `omgekeerd` is how the link reads from the other end, for people: "wordt bereikt door".
    With `volgorde`, the links put things in an order and may not run in a circle.
    """

    kinds: tuple[str, ...]
    omgekeerd: str = ""
    volgorde: bool = False

    def __init__(self, *kinds: str, omgekeerd: str = "", volgorde: bool = False) -> None:
        object.__setattr__(self, "kinds", kinds)
        object.__setattr__(self, "omgekeerd", omgekeerd)
        object.__setattr__(self, "volgorde", volgorde)


Koppelingen = Annotated[tuple[Koppeling, ...], Before(_as_links)]
"""Some links. Annotate it once more with `Naar(...)` to say to what."""


class LinkField(NamedTuple):
    """A field that holds links: its name, and the kinds they may point to."""

    name: str
    naar: Naar


@cache
def link_fields(cls: type[Typed]) -> tuple[LinkField, ...]:
    """Return the fields of a concept that hold links, in the order they are declared."""
    found = []
    for name, info in fields(cls).items():
        for note in info.metadata:
            if isinstance(note, Naar):
                found.append(LinkField(name, note))
    return tuple(found)


@cache
def part_fields(cls: type[Typed]) -> tuple[tuple[str, type[Part], bool], ...]:
    """Return (field, class of part, whether it is a list) for the parts a concept holds."""
    found = []
    for name, info in fields(cls).items():
        for part, many in _parts_in(info.annotation):
            if part is not Koppeling:
                found.append((name, part, many))
    return tuple(found)


def _parts_in(annotation: object, many: bool = False) -> Iterator[tuple[type[Part], bool]]:
    if isinstance(annotation, type) and issubclass(annotation, Part):
        yield annotation, many
        return
    origin = get_origin(annotation)
    if origin is Annotated:
        yield from _parts_in(get_args(annotation)[0], many)
    elif origin in (Union, UnionType):
        for option in get_args(annotation):
            yield from _parts_in(option, many)
    elif origin is tuple:
        yield from _parts_in(get_args(annotation)[0], True)


@cache
def keeps_back(cls: type[Typed]) -> bool:
    """Tell whether a concept, or a part of it, has something that no export may carry: an answer."""
    seen: set[type[Typed]] = set()
    waiting: list[type[Typed]] = [cls]
    while waiting:
        one = waiting.pop()
        if one not in seen:
            seen.add(one)
            if any(field.exclude for field in fields(one).values()):
                return True
            waiting += [part for _, part, _ in part_fields(one)]
    return False
