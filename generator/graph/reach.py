"""How far the toolkit reaches: which items serve a goal in a phase, and where none does."""

from __future__ import annotations

from generator.graph.methodiek import Methodiek
from generator.graph.nodes import Node
from generator.model.handleiding import Fase


def phases(methodiek: Methodiek) -> tuple[Node, ...]:
    """Return the phases in their order."""
    nodes = [node for node in methodiek.of("fase") if isinstance(node.record, Fase)]
    return tuple(sorted(nodes, key=lambda node: node.record.volgorde))  # type: ignore[attr-defined]


def goals(methodiek: Methodiek) -> tuple[Node, ...]:
    """Return what items can serve: the parts of each subgoal, and a subgoal itself where it is served as a whole."""
    found: list[Node] = []
    for subdoel in methodiek.of("subdoel"):
        parts = methodiek.parts(subdoel, "deeldoel")
        if not parts or methodiek.referrers(subdoel, "werkblad", "subdoelen"):
            found.append(subdoel)
        found.extend(parts)
    return tuple(found)


def serving(methodiek: Methodiek, goal: Node, phase: Node) -> tuple[Node, ...]:
    """Return the items of the toolkit that serve a goal in a phase."""
    items = dict.fromkeys(edge.van for edge in methodiek.referrers(goal, "werkblad", "subdoelen"))
    return tuple(one for one in items if any(edge.naar is phase for edge in methodiek.out(one, "fasen")))
