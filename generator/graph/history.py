"""The history of things: what changed when and why, as their records say, and what changed without being said."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.graph.difference import Change, difference
from generator.graph.methodiek import Methodiek
from generator.graph.nodes import Node
from generator.graph.review import SETTINGS
from generator.model.base import Record, Wijziging
from generator.model.kinds import KINDS


@dataclass(frozen=True)
class Event:
    """A change of a thing, as its record says it."""

    node: Node
    wijziging: Wijziging


@dataclass(frozen=True)
class Unsaid:
    """A record that changed without saying so. `node` is None for one that is gone: the intervention says that."""

    key: str
    node: Node | None
    changes: tuple[Change, ...]


def history(methodiek: Methodiek) -> tuple[Event, ...]:
    """Return every change that a record tells of, the last day first, then in the order of the kinds."""
    rank = {kind.name: number for number, kind in enumerate(KINDS)}
    found = [
        (-one.datum.toordinal(), rank[node.kind.name], node.key, index, Event(node, one))
        for node in methodiek.nodes.values()
        if isinstance(node.record, Record)
        for index, one in enumerate(node.record.wijzigingen)
    ]
    return tuple(event for *_, event in sorted(found, key=lambda item: item[:-1]))


def unsaid(before: Methodiek, after: Methodiek) -> Iterator[Unsaid]:
    """Yield the records that differ between two revisions while their history says nothing new."""
    grouped: dict[str, list[Change]] = {}
    for change in difference(before, after):
        kind, _, slug = change.key.partition("/")
        node = after.get(kind, slug) or before.get(kind, slug)
        root = node and (node.parent or node)
        if root is not None and isinstance(root.record, Record) and root.kind.name not in SETTINGS:
            grouped.setdefault(root.key, []).append(change)
    for key, changes in grouped.items():
        kind, _, slug = key.partition("/")
        node = after.get(kind, slug)
        if set(_told(node)) <= set(_told(before.get(kind, slug))):
            yield Unsaid(key, node, tuple(changes))


def _told(node: Node | None) -> tuple[Wijziging, ...]:
    return node.record.wijzigingen if node is not None and isinstance(node.record, Record) else ()
