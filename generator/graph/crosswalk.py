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

    `places` are where it is met, `support` other things that say they help, `gap` why nothing meets it.
    """

    element: Node
    statement: Node
    number: int
    places: tuple[Edge, ...]
    support: tuple[Edge, ...]
    gap: str

    @property
    def stand(self) -> str:
        """Whether it is met: `gedekt`, `gedeeltelijk` or `niet gedekt`. What only helps meets nothing."""
        if not self.places:
            return "niet gedekt"
        return "gedeeltelijk" if all(partly(edge) for edge in self.places) else "gedekt"


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
        )
        for element in elements
        for kind in ("criterium", "indicator")
        for number, statement in enumerate(methodiek.parts(element, kind), 1)
    )
