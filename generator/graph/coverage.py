"""The promises of coverage, asked of the graph: what is kept, by which links, and what is not."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from generator.graph.methodiek import Edge, Methodiek
from generator.graph.nodes import Node
from generator.model.dekking import Belofte, Dekking, Gat
from generator.model.kinds import KINDS, kind_named, kind_of
from generator.model.links import link_fields, part_fields


class Way(NamedTuple):
    """A way from a thing to the links that cover it: a field, of itself or of another kind."""

    kind: str
    field: str
    arriving: bool
    targets: tuple[str, ...] = ()


class Item(NamedTuple):
    """One thing that a promise is about: the links that keep it, or the gap that is written down."""

    node: Node
    edges: tuple[Edge, ...]
    kept: bool
    gat: Gat | None = None
    gat_index: int | None = None
    elsewhere: int = 0
    """How many of the links that keep it are not in this edition."""


class Promise(NamedTuple):
    """A promise with everything it is about. `uncertain`: a file it depends on is broken."""

    belofte: Belofte
    items: tuple[Item, ...]
    uncertain: bool
    elsewhere: int = 0
    """How many of the things that it is about are not in this edition."""

    @property
    def kept(self) -> int:
        """How many things have what was promised."""
        return sum(item.kept for item in self.items)

    @property
    def gaps(self) -> tuple[Item, ...]:
        """The things that lack it, with the reason written down."""
        return tuple(item for item in self.items if not item.kept and item.gat is not None)

    @property
    def open(self) -> tuple[Item, ...]:
        """The things that lack it while nobody wrote down why."""
        return tuple(item for item in self.items if not item.kept and item.gat is None)


def way_of(via: str, elk: str) -> Way | None:
    """Return the way that `via` describes for things of kind `elk`, or None if there is none."""
    kind, dot, field = via.rpartition(".")
    name = kind if dot else elk
    if name not in {one.name for one in KINDS}:
        return None
    cls = kind_named(name).cls
    holders = (cls, *(part for _, part, _ in part_fields(cls) if kind_of(part)))
    found = next((one for holder in holders for one in link_fields(holder) if one.name == field), None)
    return Way(name, field, bool(dot), found.naar.kinds) if found else None


@lru_cache(maxsize=4)
def promises(methodiek: Methodiek) -> tuple[Promise, ...]:
    """Return every promise of the methodology with what keeps it, in the order they are written.

    What an edition promises is proven of the whole; the edition then shows what it holds.
    """
    node = methodiek.single("dekking")
    if node is None or not isinstance(node.record, Dekking):
        return ()
    if methodiek.whole is not None:
        written = {belofte.id: belofte for belofte in node.record.beloften}
        links = {edge.line: edge for edge in methodiek.edges}
        return tuple(
            _shown(methodiek, promise, written[promise.belofte.id], links)
            for promise in promises(methodiek.whole)
            if promise.belofte.id in written
        )
    return tuple(_promise(methodiek, belofte) for belofte in node.record.beloften)


def _shown(methodiek: Methodiek, promise: Promise, belofte: Belofte, links: dict[str, Edge]) -> Promise:
    """Return what an edition shows of a promise that the whole was asked to keep."""
    items = []
    for item in promise.items:
        node = methodiek.get(item.node.kind.name, item.node.id)
        if node is not None:
            edges = tuple(links[edge.line] for edge in item.edges if edge.line in links)
            items.append(Item(node, edges, item.kept, item.gat, item.gat_index, len(item.edges) - len(edges)))
    return Promise(belofte, tuple(items), promise.uncertain, len(promise.items) - len(items))


def _promise(methodiek: Methodiek, belofte: Belofte) -> Promise:
    ways = [way for via in belofte.via if (way := way_of(via, belofte.elk)) is not None]
    gaps = {gat.bij: (index, gat) for index, gat in enumerate(belofte.gaten)}
    items = []
    for node in methodiek.of(belofte.elk):
        over = (node, *methodiek.parts(node)) if belofte.onderdelen == "ja" else (node,)
        edges = tuple(edge for way in ways for one in over for edge in _edges(methodiek, way, one))
        index, gat = gaps.get(node.id, (None, None))
        items.append(Item(node, edges, len(edges) >= belofte.minstens, gat, index))
    needed = {belofte.elk, *(name for way in ways for name in (way.kind, *way.targets))}
    uncertain = not methodiek.broken.isdisjoint(needed)
    return Promise(belofte, tuple(items), uncertain)


def _edges(methodiek: Methodiek, way: Way, node: Node) -> Iterable[Edge]:
    if way.arriving:
        return methodiek.referrers(node, way.kind, way.field)
    return methodiek.out(node, way.field)


def ledger(methodiek: Methodiek) -> tuple[str, ...]:
    """Return every link as one line, in a fixed order: the coverage as it can be laid down."""
    return tuple(sorted({edge.line for edge in methodiek.edges}))
