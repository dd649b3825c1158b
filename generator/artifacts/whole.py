"""The whole methodology in one picture: from what keeps a problem going to what a framework asks.

Every line stands for links that are written down. Parts count as the thing they belong to, and sheets stand together by
list, so that it fits on a page.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from generator.artifacts.flow import Box, Flow
from generator.artifacts.registers.base import in_order, number_of
from generator.graph import Methodiek, Node
from generator.graph.chains import steps
from generator.model.toolkit import LIJSTEN, Werkblad

COLUMNS = (
    ("Factor", "factor"),
    ("Doel", "subdoel"),
    ("Aanpak", "aanpakelement"),
    ("Bladen", "werkblad"),
    ("Kernelement", "kernelement"),
)
"""The columns of the picture, each with the kind that it shows."""
LINES = (
    ("factor", "subdoel"),
    ("subdoel", "aanpakelement"),
    ("subdoel", "werkblad"),
    ("aanpakelement", "kernelement"),
    ("werkblad", "kernelement"),
)
"""The links that the picture shows; what leads past a whole column otherwise stands in the chains only."""
TITLE = "Het geheel: van factor naar doel, aanpak, bladen en kernelement"


@dataclass(frozen=True)
class Group:
    """What stands in one box: its name and label, and the nodes that it stands for."""

    name: str
    label: str
    nodes: tuple[Node, ...]


@dataclass(frozen=True)
class Whole:
    """The columns with their boxes, and how many links lead from one box to another."""

    columns: tuple[tuple[str, tuple[Group, ...]], ...]
    lines: dict[tuple[str, str], int]

    @property
    def flow(self) -> Flow:
        """The same, ready to draw."""
        columns = tuple((head, tuple(Box(one.name, one.label) for one in groups)) for head, groups in self.columns)
        return Flow(columns, self.lines)

    def onward(self, name: str) -> tuple[tuple[Group, int], ...]:
        """Return to which boxes a box leads, and by how many links, in the order of the picture."""
        groups = (group for _, column in self.columns for group in column)
        return tuple((one, self.lines[name, one.name]) for one in groups if (name, one.name) in self.lines)


def whole(methodiek: Methodiek) -> Whole | None:
    """Return the picture, or None for a methodology with fewer than two of its columns."""
    columns = tuple((head, groups) for head, kind in COLUMNS if (groups := _groups(methodiek, kind)))
    if len(columns) < 2:
        return None
    place = {id(node): group.name for _, groups in columns for group in groups for node in group.nodes}
    kinds = {group.name: group.nodes[0].kind.name for _, groups in columns for group in groups}
    lines: Counter[tuple[str, str]] = Counter()
    for found in steps(methodiek).onward.values():
        for step in found:
            start, end = (place.get(id(one), place.get(id(one.top), "")) for one in (step.van, step.naar))
            if step.edge is not None and (kinds.get(start), kinds.get(end)) in LINES:
                lines[start, end] += 1
    return Whole(columns, dict(lines))


def _groups(methodiek: Methodiek, kind: str) -> tuple[Group, ...]:
    nodes = in_order(methodiek, kind)
    if kind != "werkblad":
        return tuple(Group(node.key, " ".join(filter(None, (number_of(node), node.titel))), (node,)) for node in nodes)
    lists = {key: tuple(node for node in nodes if _list_of(node) == key) for key in LIJSTEN}
    return tuple(
        Group(f"lijst/{key}", f"{LIJSTEN[key]} ({len(found)})", found) for key, found in lists.items() if found
    )


def _list_of(node: Node) -> str:
    return node.record.lijst if isinstance(node.record, Werkblad) else ""
