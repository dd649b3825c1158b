"""What changed between two revisions, by meaning: things, their places, links with their grounds, and fields.

How a file is written (folding, order of keys, one thing instead of a list of one, its name) changes nothing. What
appears or disappears is one change, with all that it holds.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from generator.graph.comparing import compare
from generator.graph.fingerprints import link_key, text
from generator.graph.methodiek import Edge, Methodiek
from generator.graph.nodes import Node
from generator.model.kinds import KINDS, kind_of
from generator.model.links import link_fields, part_fields

DERIVED = ("vastlegging",)
"""The kinds that are made of the others."""


@dataclass(frozen=True)
class Change:
    """One change. `key` names the thing; a link is changed at the thing that it leaves.

    `sort` says what happened: erbij, weg, gewijzigd, verplaatst, volgorde, koppeling erbij, koppeling weg, grond
    gewijzigd. `place` is the field (`velden.2.tekst`), or the field and target of a link. `old` and `new` are what
    stood there.
    """

    sort: str
    key: str
    title: str
    place: str = ""
    old: str = ""
    new: str = ""


def difference(before: Methodiek, after: Methodiek) -> tuple[Change, ...]:
    """Return every change, in the order of the kinds, then by name. Kinds in `unknown` are left out."""
    rank = {kind.name: number for number, kind in enumerate(KINDS)}
    skip = unknown(before, after)
    old, new = ({key: node for key, node in one.nodes.items() if key[0] not in skip} for one in (before, after))
    found: list[Change] = []
    for key in sorted(old.keys() | new.keys(), key=lambda key: (rank[key[0]], key[1])):
        found += _thing(before, after, old.get(key), new.get(key), old, new)
    return tuple(found)


def unknown(before: Methodiek, after: Methodiek) -> frozenset[str]:
    """Return the kinds of which nothing can be said: a file could not be used, or they are made of the others."""
    return before.broken | after.broken | frozenset(DERIVED)


def _thing(
    before: Methodiek,
    after: Methodiek,
    old: Node | None,
    new: Node | None,
    olds: dict[tuple[str, str], Node],
    news: dict[tuple[str, str], Node],
) -> Iterator[Change]:
    if old is None and new is not None:
        if not _inside_other(new, olds):
            yield Change("erbij", new.key, text(new.titel), new=_what(after, new))
    elif new is None and old is not None:
        if not _inside_other(old, news):
            yield Change("weg", old.key, text(old.titel), old=_what(before, old))
    elif old is not None and new is not None:
        title = text(new.titel)
        homes = [one.parent.key if one.parent else "" for one in (old, new)]
        if homes[0] != homes[1]:
            yield Change("verplaatst", new.key, title, old=homes[0], new=homes[1])
        fields = compare(_own(old), _own(new))
        yield from (
            Change("volgorde" if one.order else "gewijzigd", new.key, title, one.place, one.old, one.new)
            for one in fields
        )
        yield from _order_of_parts(old, new, before, after)
        yield from _links(before, after, old, new)


def _inside_other(node: Node, others: dict[tuple[str, str], Node]) -> bool:
    """Tell whether the record that holds a part appears or disappears as a whole, so that it says enough."""
    return node.parent is not None and (node.parent.kind.name, node.parent.id) not in others


def _what(methodiek: Methodiek, node: Node) -> str:
    parts, links = len(methodiek.parts(node)), len(methodiek.out(node))
    said = [f"{parts} onderdelen"] if parts else []
    said += [f"{links} koppelingen"] if links else []
    return ", ".join(said)


def _own(node: Node) -> dict[str, Any]:
    """Return the data of a thing without what is compared by itself: its links and its parts with a name."""
    data = node.record.data()
    cls = type(node.record)
    apart = {field.name for field in link_fields(cls)}
    apart |= {name for name, part, _ in part_fields(cls) if (kind := kind_of(part)) and kind.is_part}
    own = {name: value for name, value in data.items() if name not in apart}
    if node.parent is None and node.document.body.strip():
        own["markdown"] = node.document.body
    return own


def _order_of_parts(old: Node, new: Node, before: Methodiek, after: Methodiek) -> Iterator[Change]:
    lists = [[part.key for part in methodiek.parts(node)] for methodiek, node in ((before, old), (after, new))]
    both = set(lists[0]) & set(lists[1])
    first, second = ([key for key in keys if key in both] for keys in lists)
    if first != second:
        yield Change("volgorde", new.key, text(new.titel), "onderdelen", ", ".join(first), ", ".join(second))


def _links(before: Methodiek, after: Methodiek, old: Node, new: Node) -> Iterator[Change]:
    skip = unknown(before, after)
    olds, news = (
        {link_key(edge): edge for edge in methodiek.out(node) if edge.naar.kind.name not in skip}
        for methodiek, node in ((before, old), (after, new))
    )
    title = text(new.titel)
    for key in sorted(olds.keys() | news.keys()):
        one, other = olds.get(key), news.get(key)
        place = key.partition(" ")[2]
        if one is None and other is not None:
            yield Change("koppeling erbij", new.key, title, place, new=_ground(other))
        elif other is None and one is not None:
            yield Change("koppeling weg", new.key, title, place, old=_ground(one))
        elif one is not None and other is not None and _ground(one) != _ground(other):
            yield Change("grond gewijzigd", new.key, title, place, _ground(one), _ground(other))
    for field in link_fields(type(new.record)):
        first, second = ([edge.naar.key for edge in m.out(n, field.name)] for m, n in ((before, old), (after, new)))
        if field.name in ORDERED and sorted(first) == sorted(second) and first != second:
            yield Change("volgorde", new.key, title, field.name, ", ".join(first), ", ".join(second))


ORDERED = ("avonden",)
"""The fields of links in which the order says something."""


def _ground(edge: Edge) -> str:
    return f"{edge.koppeling.grond}: {text(edge.koppeling.afgeleid or edge.koppeling.bron or '')}"
