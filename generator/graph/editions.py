"""An edition: the methodology without what is not for its readers. Whatever says nothing is left out.

It is made once, before anything is rendered: the documents are pruned and linked again, so that no page, table or
sheet can know what was left out. Three things go: what is for fewer people, links to that, and what cannot stand
without it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache
from typing import NamedTuple

from generator.graph.linking import link_known
from generator.graph.methodiek import Methodiek
from generator.graph.nodes import Node
from generator.model.base import Lezers
from generator.model.dekking import Dekking
from generator.model.draaiboek import Draaiboek
from generator.model.feiten import Feitenregister
from generator.model.handleiding import Hoofdstuk
from generator.model.kinds import Kind
from generator.model.programma import Pakket, Themacyclus
from generator.model.uitgaven import ALLES, Uitgaven, reaches
from generator.sources import headings, pruned
from generator.sources.yaml_reader import Path


class Edition(NamedTuple):
    """An edition: what it is called, what is in it, and the records of which nothing whole was left.

    `dropped` are the paths left out of each record that is in it, by its key; `without` the headings.
    """

    name: Lezers
    methodiek: Methodiek
    lost: tuple[Node, ...]
    dropped: dict[str, frozenset[Path]]
    without: dict[str, tuple[str, ...]]


class Policy(NamedTuple):
    """For whom things are, as the methodology says it. With nothing said, everything is for staff only."""

    settings: Uitgaven

    def of(self, node: Node) -> Lezers:
        """Return the narrowest edition that a node may be in; a part may still be held back by its whole."""
        if self.never(node.record):
            return ALLES
        own = node.record.uitgave or self._default(node.kind.name)  # type: ignore[attr-defined]
        if own is None:
            own = self.of(node.parent) if node.parent else ALLES
        result: Lezers = own
        return result

    def never(self, record: object) -> bool:
        """Tell whether a value in a record keeps it out of every edition but the widest."""
        return any(str(getattr(record, field, None)) in values for field, values in self.settings.nooit.items())

    def never_data(self, data: dict[object, object]) -> bool:
        """Tell the same of a part as it was written."""
        return any(data.get(field) in values for field, values in self.settings.nooit.items())

    def fields(self, kind: str, name: Lezers) -> Iterator[str]:
        """Yield the fields of a kind that an edition leaves out."""
        for one in self.settings.standaard:
            if one.soort == kind and not reaches(one.voor, name):
                yield from one.velden

    def _default(self, kind: str) -> Lezers | None:
        found = (one.voor for one in self.settings.standaard if one.soort == kind and not one.velden)
        return next(found, None)


def policy(methodiek: Methodiek) -> Policy:
    """Return what a methodology says about its editions."""
    node = methodiek.single("uitgaven")
    return Policy(node.record if node is not None and isinstance(node.record, Uitgaven) else Uitgaven())


@lru_cache(maxsize=8)
def edition(methodiek: Methodiek, name: Lezers) -> Edition:
    """Return an edition of a methodology. The widest one is the methodology itself."""
    if name == ALLES:
        return Edition(name, methodiek, (), {}, {})
    rule = policy(methodiek)
    tops = [node for node in methodiek.nodes.values() if node.parent is None and reaches(rule.of(node), name)]
    lost: list[Node] = []
    while True:
        dropped, without = _dropped(methodiek, rule, name, tops)
        known = [(pruned(node.document, dropped[node.key], without[node.key]), node.kind) for node in tops]
        linked = link_known(known)
        left = {found.key for found in linked.nodes.values()}
        gone = [node for node in tops if node.key not in left]
        if not gone:
            return Edition(name, replace(linked, whole=methodiek), tuple(lost), dropped, without)
        lost += gone
        tops = [node for node in tops if node not in gone]


def elsewhere(methodiek: Methodiek) -> tuple[tuple[Kind, int], ...]:
    """Return of how many things of each kind an edition says nothing; nothing for the whole."""
    if methodiek.whole is None:
        return ()
    left = Counter(node.kind for node in methodiek.whole.nodes.values() if node.parent is None)
    left.subtract(node.kind for node in methodiek.nodes.values() if node.parent is None)
    return tuple((kind, number) for kind, number in left.items() if number and kind.where.endswith("/"))


def _dropped(
    methodiek: Methodiek, rule: Policy, name: Lezers, tops: list[Node]
) -> tuple[dict[str, frozenset[Path]], dict[str, tuple[str, ...]]]:
    """Return the paths and the headings that an edition leaves out of the records that are in it."""
    dropped: dict[str, set[Path]] = {node.key: set() for node in tops}
    without: dict[str, tuple[str, ...]] = {}
    for node in tops:
        out = dropped[node.key]
        out.update(path for path in _held_back(rule, name, node.document.data, ()) if path)
        out.update((field,) for field in rule.fields(node.kind.name, name))
        without[node.key] = _without(node, name)
        if without[node.key] or isinstance(node.record, Hoofdstuk):
            out.add(("afgeschermd",))
    for part in methodiek.nodes.values():
        if part.parent is not None and part.top.key in dropped:
            out = dropped[part.top.key]
            if not reaches(rule.of(part), name):
                out.add(part.path)
            out.update((*part.path, field) for field in rule.fields(part.kind.name, name))
    here = {
        (node.kind.name, node.id)
        for node in methodiek.nodes.values()
        if node.top.key in dropped and not _inside(node.path, dropped[node.top.key])
    }
    for edge in methodiek.edges:
        if edge.van.top.key in dropped and (edge.naar.kind.name, edge.naar.id) not in here:
            dropped[edge.van.top.key].add(_link_path(edge.van, edge.field.name, edge.index))
    for node in tops:
        dropped[node.key].update(path for path, kind, slug in _named(node) if (kind, slug) not in here)
    return {key: frozenset(paths) for key, paths in dropped.items()}, without


def _held_back(rule: Policy, name: Lezers, data: object, path: Path) -> Iterator[Path]:
    """Yield where something says of itself that it is for fewer people."""
    if isinstance(data, dict):
        said = data.get("uitgave")
        if path and ((said is not None and not reaches(said, name)) or rule.never_data(data)):
            yield path
            return
        for key, value in data.items():
            yield from _held_back(rule, name, value, (*path, key))
    elif isinstance(data, list):
        for index, value in enumerate(data):
            yield from _held_back(rule, name, value, (*path, index))


def _inside(path: Path, dropped: set[Path]) -> bool:
    return any(path[:length] in dropped for length in range(1, len(path) + 1))


def _link_path(node: Node, field: str, index: int) -> Path:
    """Return where a link is written: one link may be written without a list."""
    data: object = node.document.data
    for step in (*node.path, field):
        data = data[step]  # type: ignore[index]
    return (*node.path, field) if isinstance(data, dict) else (*node.path, field, index)


def _without(node: Node, name: Lezers) -> tuple[str, ...]:
    """Return the headings of a chapter that an edition leaves out; all of them when one named is not there."""
    if not isinstance(node.record, Hoofdstuk):
        return ()
    there = headings(node.document.body)
    named = tuple(kop for one in node.record.afgeschermd if not reaches(one.voor, name) for kop in one.koppen)
    return named if set(named) <= set(there) else there


def _named(node: Node) -> Iterator[tuple[Path, str, str]]:
    """Yield (path, kind, id) for what a record names in another way than by a link."""
    match node.record:
        case Dekking(beloften=promises):
            for number, promise in enumerate(promises):
                for index, gat in enumerate(promise.gaten):
                    yield ("beloften", number, "gaten", index), promise.elk, gat.bij
        case Feitenregister(plekken=places):
            for number, place in enumerate(places):
                kind, _, slug = place.op.partition("/")
                yield ("plekken", number), kind, slug
        case Pakket(stukken=pieces):
            for number, piece in enumerate(pieces):
                yield ("stukken", number), "werkblad", piece.werkblad
        case Draaiboek(materialen=things):
            for number, thing in enumerate(things):
                if thing.werkblad:
                    yield ("materialen", number, "werkblad"), "werkblad", thing.werkblad
        case Themacyclus(kernthemas=themes):
            for number, theme in enumerate(themes):
                for index, evening in enumerate(theme.avonden):
                    yield ("kernthemas", number, "avonden", index), "werkblad", evening
        case _:
            return
