"""Chains: from what keeps a problem going, by what is wanted and done about it, to what a framework asks of it.

A chain has one direction, and is walked both ways along the same links. `STATIONS` are the kinds that it passes, in
order; `_ONWARD` says how each leads on.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from generator.graph.methodiek import Edge, Methodiek
from generator.graph.nodes import Node

STATIONS = (
    "factor",
    "doel",
    "aanpak",
    "subdoel",
    "deeldoel",
    "aanpakelement",
    "activiteit",
    "lijn",
    "basiselement",
    "werkblad",
    "werkzaam-element",
    "criterium",
    "indicator",
    "kernelement",
)
"""The kinds that a chain passes, from why to what is asked."""

_DEMANDS = ("criterium.vindplaatsen", "indicator.vindplaatsen")
_ONWARD: dict[str, tuple[str, ...]] = {
    "factor": ("doel.factoren", "aanpak.factoren", "subdoelen", "aanpakelementen", "werkblad.factoren"),
    "doel": ("subdoelen",),
    "subdoel": ("> deeldoel", "activiteit.subdoelen", "lijn.subdoelen", "werkblad.subdoelen", "basiselementen"),
    "deeldoel": (
        "activiteit.subdoelen",
        "lijn.subdoelen",
        "werkblad.subdoelen",
        "aanpakelement.deeldoelen",
        "basiselementen",
    ),
    "aanpakelement": _DEMANDS,
    "activiteit": _DEMANDS,
    "lijn": _DEMANDS,
    "basiselement": ("werkzaam-element.basiselementen", *_DEMANDS),
    "werkblad": ("kernelementen", *_DEMANDS),
    "werkzaam-element": ("kernelementen",),
    "criterium": ("<",),
    "indicator": ("<",),
}
"""How each kind leads on: by a field of its own, by `kind.field` that points to it, to its parts (`> kind`), or to
the record that it is a part of (`<`)."""


@dataclass(frozen=True)
class Step:
    """A step of a chain: from one node to the next, along a link; a step between a part and its record has none."""

    van: Node
    naar: Node
    edge: Edge | None


@dataclass(frozen=True)
class Reached:
    """A node on a chain: how many steps away it is, and every step that leads to it from one step less."""

    node: Node
    distance: int
    steps: tuple[Step, ...]


@dataclass(frozen=True)
class Steps:
    """Every step of a methodology, by where it starts and by where it ends (the id of a node)."""

    onward: dict[int, tuple[Step, ...]]
    back: dict[int, tuple[Step, ...]]


@lru_cache(maxsize=4)
def steps(methodiek: Methodiek) -> Steps:
    """Return every step of every chain."""
    onward: dict[int, list[Step]] = {}
    back: dict[int, list[Step]] = {}
    for kind in STATIONS:
        for node in methodiek.of(kind):
            for step in _from(methodiek, node):
                onward.setdefault(id(step.van), []).append(step)
                back.setdefault(id(step.naar), []).append(step)
    return Steps(*({key: tuple(found) for key, found in one.items()} for one in (onward, back)))


def _from(methodiek: Methodiek, node: Node) -> Iterator[Step]:
    for rule in _ONWARD.get(node.kind.name, ()):
        kind, dot, field = rule.rpartition(".")
        if rule.startswith("> "):
            yield from (Step(node, part, None) for part in methodiek.parts(node, rule[2:]))
        elif rule == "<":
            yield from (Step(node, node.parent, None),) if node.parent else ()
        elif dot:
            yield from (Step(node, edge.van, edge) for edge in methodiek.referrers(node, kind, field))
        else:
            yield from (Step(node, edge.naar, edge) for edge in methodiek.out(node, field))


def reach(methodiek: Methodiek, node: Node, *, back: bool = False) -> tuple[Reached, ...]:
    """Return everything on the chain of a node in one direction, the nearest first, each once."""
    every = steps(methodiek)
    found: list[Reached] = []
    seen, here, distance = {id(node)}, [node], 1
    while here:
        arriving: dict[int, list[Step]] = {}
        for one in here:
            for step in (every.back if back else every.onward).get(id(one), ()):
                target = step.van if back else step.naar
                if id(target) not in seen:
                    arriving.setdefault(id(target), []).append(step)
        near = [Reached(way[0].van if back else way[0].naar, distance, tuple(way)) for way in arriving.values()]
        found += near
        seen |= arriving.keys()
        here, distance = [one.node for one in near], distance + 1
    return tuple(found)


@lru_cache(maxsize=4)
def _kinds(methodiek: Methodiek) -> dict[str, frozenset[str]]:
    """Return to which kinds each kind leads in one step, anywhere in the methodology."""
    found: dict[str, set[str]] = {}
    for kind in STATIONS:
        for node in methodiek.of(kind):
            for step in steps(methodiek).onward.get(id(node), ()):
                found.setdefault(kind, set()).add(step.naar.kind.name)
    return {kind: frozenset(kinds) for kind, kinds in found.items()}


def stations(methodiek: Methodiek, kind: str, *, back: bool = False) -> tuple[str, ...]:
    """Return the kinds that a chain from this kind passes in this methodology, so that one can see which are empty."""
    leads = _kinds(methodiek)
    if back:
        leads = {one: frozenset(other for other, kinds in leads.items() if one in kinds) for one in STATIONS}
    found: set[str] = set()
    waiting = [kind]
    while waiting:
        fresh = leads.get(waiting.pop(), frozenset()) - found
        found |= fresh
        waiting += fresh
    return tuple(one for one in STATIONS if one in found and one != kind)
