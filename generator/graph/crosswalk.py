"""The crosswalk: every criterium and indicator of the quality framework, and where it is met."""

from __future__ import annotations

from dataclasses import dataclass

from generator.graph.coverage import promises
from generator.graph.methodiek import Edge, Methodiek
from generator.graph.nodes import Node

PARTLY = "gedeeltelijk"
"""A derived ground that begins with this word says that the place meets the demand in part."""


@dataclass(frozen=True)
class Demand:
    """A criterium or indicator: the element it belongs to, its number there, and what meets it.

    `places` are where it is met, `support` other things that say they help, `gap` why nothing meets it. `elsewhere`
    are the places that are not in this edition; they count, but only how they meet it is known here.
    """

    element: Node
    statement: Node
    number: int
    places: tuple[Edge, ...]
    support: tuple[Edge, ...]
    gap: str
    elsewhere: tuple[bool, ...] = ()
    """For each place that is not in this edition, whether it meets the demand in part."""

    @property
    def stand(self) -> str:
        """Whether it is met: `gedekt`, `gedeeltelijk` or `niet gedekt`. What only helps meets nothing."""
        found = (*map(partly, self.places), *self.elsewhere)
        if not found:
            return "niet gedekt"
        return "gedeeltelijk" if all(found) else "gedekt"


def partly(edge: Edge) -> bool:
    """Tell whether a place says of itself that it meets a demand in part."""
    return (edge.koppeling.afgeleid or "").lower().startswith(PARTLY)


def crosswalk(methodiek: Methodiek, elements: tuple[Node, ...]) -> tuple[Demand, ...]:
    """Return every demand of some elements: first the criteria of each, then its indicatoren."""
    gaps = {
        id(item.node): item.gat.reden
        for promise in promises(methodiek)
        for item in promise.gaps
        if item.gat is not None
    }
    return tuple(
        Demand(
            element,
            statement,
            number,
            methodiek.out(statement, "vindplaatsen"),
            methodiek.referrers(statement),
            gaps.get(id(statement), ""),
            _elsewhere(methodiek, statement),
        )
        for element in elements
        for kind in ("criterium", "indicator")
        for number, statement in enumerate(methodiek.parts(element, kind), 1)
    )


def _elsewhere(methodiek: Methodiek, statement: Node) -> tuple[bool, ...]:
    whole = methodiek.whole
    original = whole.get(statement.kind.name, statement.id) if whole else None
    if whole is None or original is None:
        return ()
    here = {edge.line for edge in methodiek.out(statement, "vindplaatsen")}
    return tuple(partly(edge) for edge in whole.out(original, "vindplaatsen") if edge.line not in here)
