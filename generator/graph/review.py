"""What has been signed off, and what has changed since somebody did."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache, partial

from generator.graph.fingerprints import fingerprint, link_key
from generator.graph.methodiek import Edge, Methodiek
from generator.graph.nodes import Node
from generator.model.links import Koppeling
from generator.model.toets import Toets, Toetsing


class Stand(StrEnum):
    """How it stands with a thing or a link."""

    NIET = "nog niet getoetst"
    GETOETST = "getoetst"
    OPNIEUW = "opnieuw toetsen"


@dataclass(frozen=True)
class Signed:
    """A sign-off with what it is about, or None when that is gone, and whether it still holds.

    `index` is its place in the file.
    """

    toets: Toets
    what: Node | Edge | None
    holds: bool
    index: int


@lru_cache(maxsize=4)
def signed(methodiek: Methodiek) -> tuple[Signed, ...]:
    """Return every sign-off, in the order in which they are written."""
    if methodiek.whole is not None:
        return tuple(one for one in map(partial(_here, methodiek), signed(methodiek.whole)) if one is not None)
    node = methodiek.single("toetsing")
    if node is None or not isinstance(node.record, Toetsing):
        return ()
    found = []
    for index, toets in enumerate(node.record.toetsen):
        what = named(methodiek, toets.op)
        found.append(Signed(toets, what, what is not None and fingerprint(what) == toets.vingerafdruk, index))
    return tuple(found)


def _here(methodiek: Methodiek, one: Signed) -> Signed | None:
    """Return a sign-off as an edition has it; none of what the edition does not hold."""
    what = named(methodiek, one.toets.op)
    return Signed(one.toets, what, one.holds, one.index) if what is not None else None


def named(methodiek: Methodiek, name: str) -> Node | Edge | None:
    """Return the thing or the link with this name, or None."""
    kind, _, slug = name.partition("/")
    return _links(methodiek).get(" ".join(name.split())) if " " in name.strip() else methodiek.get(kind, slug)


@lru_cache(maxsize=4)
def _links(methodiek: Methodiek) -> dict[str, Edge]:
    return {link_key(edge): edge for edge in methodiek.edges}


@lru_cache(maxsize=4)
def _by_name(methodiek: Methodiek) -> dict[str, tuple[Signed, ...]]:
    grouped: dict[str, list[Signed]] = {}
    for one in signed(methodiek):
        grouped.setdefault(one.toets.op, []).append(one)
    return {name: tuple(found) for name, found in grouped.items()}


def sign_offs(methodiek: Methodiek, name: str) -> tuple[Signed, ...]:
    """Return the sign-offs on a thing or link."""
    return _by_name(methodiek).get(name, ())


def stand(methodiek: Methodiek, name: str) -> Stand:
    """Return how it stands with a thing or link: one sign-off that no longer holds is enough to look again."""
    found = sign_offs(methodiek, name)
    if not found:
        return Stand.NIET
    return Stand.GETOETST if all(one.holds for one in found) else Stand.OPNIEUW


@lru_cache(maxsize=4)
def _by_link(methodiek: Methodiek) -> dict[int, Edge]:
    return {id(edge.koppeling): edge for edge in methodiek.edges}


def stand_of_link(methodiek: Methodiek, koppeling: Koppeling) -> Stand:
    """Return how it stands with a link, given as it is written at the thing that it leaves."""
    edge = _by_link(methodiek).get(id(koppeling)) if signed(methodiek) else None
    return stand(methodiek, link_key(edge)) if edge else Stand.NIET


SETTINGS = ("dekking", "vastlegging", "uitgaven", "bescherming", "taal", "toetsing", "indeling")
"""The kinds that say how to check; nobody signs them off."""


def to_sign(methodiek: Methodiek) -> tuple[Node, ...]:
    """Return the things that can be signed off."""
    return tuple(node for node in methodiek.nodes.values() if node.kind.name not in SETTINGS)
