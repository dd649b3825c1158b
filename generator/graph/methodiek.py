"""The whole methodology as one graph, and the questions that can be asked of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple, TypeVar

from generator.diagnostics import Fault, Span
from generator.graph.nodes import Node
from generator.model.kinds import kind_of
from generator.model.links import Koppeling, LinkField
from generator.records import Typed
from generator.sources import Document

R = TypeVar("R", bound=Typed)

__all__ = ["Edge", "LooseEnd", "Methodiek", "Node"]


@dataclass(frozen=True, eq=False)
class Edge:
    """A link that found its target. `index` is its place in the field's list."""

    van: Node
    field: LinkField
    naar: Node
    koppeling: Koppeling
    index: int

    @property
    def span(self) -> Span:
        """Where the link's target is written."""
        return self.van.at(self.field.name, self.index, "naar")

    @property
    def line(self) -> str:
        """The link as the ledger of coverage writes it."""
        return f"{self.van.key} {self.field.name} {self.naar.key} {self.koppeling.grond}"


class LooseEnd(NamedTuple):
    """A reference without a target. `kinds` are the kinds that it might have pointed to."""

    van: Node
    path: tuple[str | int, ...]
    slug: str
    kinds: tuple[str, ...]


@dataclass(frozen=True, eq=False)
class Methodiek:
    """Everything that was read, linked. It is complete even when the content is not.

    `nodes` holds each node once under (kind, id); `duplicates` the later nodes with a taken
    id; `faults` what could not be read or typed, from every stage before; `broken` the kinds of
    which a file could not be used, so that rules keep silent about what may well be there.
    """

    documents: tuple[Document, ...]
    nodes: dict[tuple[str, str], Node]
    duplicates: tuple[Node, ...] = ()
    edges: tuple[Edge, ...] = ()
    loose_ends: tuple[LooseEnd, ...] = ()
    faults: tuple[Fault, ...] = ()
    singles: dict[str, Node] = field(default_factory=dict)
    broken: frozenset[str] = frozenset()
    whole: Methodiek | None = None

    @cached_property
    def _by_kind(self) -> dict[str, tuple[Node, ...]]:
        grouped: dict[str, list[Node]] = {}
        for node in self.nodes.values():
            grouped.setdefault(node.kind.name, []).append(node)
        return {name: tuple(nodes) for name, nodes in grouped.items()}

    @cached_property
    def _out(self) -> dict[int, tuple[Edge, ...]]:
        return _grouped(self.edges, lambda edge: edge.van)

    @cached_property
    def _in(self) -> dict[int, tuple[Edge, ...]]:
        return _grouped(self.edges, lambda edge: edge.naar)

    def of(self, kind: str) -> tuple[Node, ...]:
        """Return the nodes of a kind, in the order in which they were read."""
        return self._by_kind.get(kind, ())

    def all(self, cls: type[R]) -> tuple[R, ...]:
        """Return the records of a class."""
        kind = kind_of(cls)
        return tuple(node.record for node in self.of(kind.name)) if kind else ()  # type: ignore[misc]

    def get(self, kind: str, slug: str) -> Node | None:
        """Return the node of this kind with this id, or None."""
        return self.nodes.get((kind, slug))

    def single(self, kind: str) -> Node | None:
        """Return the node of a kind that has one file for the whole methodology."""
        return self.singles.get(kind)

    def parts(self, node: Node, kind: str | None = None) -> tuple[Node, ...]:
        """Return the nodes that live inside a record, in the order in which they are written."""
        return tuple(part for part in self._by_parent.get(id(node), ()) if kind is None or part.kind.name == kind)

    @cached_property
    def _by_parent(self) -> dict[int, list[Node]]:
        grouped: dict[int, list[Node]] = {}
        for node in self.nodes.values():
            if node.parent is not None:
                grouped.setdefault(id(node.parent), []).append(node)
        return grouped

    def out(self, node: Node, field_name: str | None = None) -> tuple[Edge, ...]:
        """Return the links that leave a node, of one field or of all."""
        edges = self._out.get(id(node), ())
        return tuple(edge for edge in edges if field_name is None or edge.field.name == field_name)

    def referrers(self, node: Node, kind: str | None = None, field_name: str | None = None) -> tuple[Edge, ...]:
        """Return the links that arrive at a node, from one kind and field or from all."""
        return tuple(
            edge
            for edge in self._in.get(id(node), ())
            if (kind is None or edge.van.kind.name == kind) and (field_name is None or edge.field.name == field_name)
        )

    def sources_of(self, record: Typed) -> Iterator[str]:
        """Yield the places in sources that a record or part names as its own."""
        yield from getattr(record, "bron", None) or ()


def _grouped(edges: tuple[Edge, ...], end: object) -> dict[int, tuple[Edge, ...]]:
    grouped: dict[int, list[Edge]] = {}
    for edge in edges:
        grouped.setdefault(id(end(edge)), []).append(edge)  # type: ignore[operator]
    return {key: tuple(found) for key, found in grouped.items()}
