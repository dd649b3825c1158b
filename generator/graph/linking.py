"""From documents to the linked graph. Nothing is raised: what does not fit stays as data."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from generator.diagnostics import Fault
from generator.graph.loading import load, parts_of
from generator.graph.methodiek import Edge, LooseEnd, Methodiek
from generator.graph.nodes import Node
from generator.model.kinds import Kind, kind_at, kind_of
from generator.model.links import link_fields, part_fields
from generator.sources import Document


def link(documents: Iterable[Document], top: str = "content/") -> Methodiek:
    """Return the methodology in some documents.

    `top` is the part of the paths before the content folder's own structure.
    """
    documents = tuple(documents)
    faults: list[Fault] = []
    broken: set[str] = set()
    known: list[tuple[Document, Kind]] = []
    for document in documents:
        faults += document.faults
        kind = kind_at(document.path.removeprefix(top))
        if document.faults:
            broken |= _kinds_lost(kind)
        elif kind is None:
            faults.append(Fault("no_kind", document.span(1)))
        elif not document.path.endswith(kind.suffix):
            faults.append(Fault("wrong_suffix", document.span(1), (kind.name, kind.suffix)))
        else:
            known.append((document, kind))
    linked = link_known(known)
    return replace(linked, documents=documents, faults=(*faults, *linked.faults), broken=linked.broken | broken)


def link_known(known: Iterable[tuple[Document, Kind]]) -> Methodiek:
    """Return the methodology in some documents of which the kind is known and that could be read."""
    known = tuple(known)
    nodes: dict[tuple[str, str], Node] = {}
    singles: dict[str, Node] = {}
    duplicates: list[Node] = []
    faults: list[Fault] = []
    broken: set[str] = set()
    for document, kind in known:
        node, wrong = load(document, kind)
        faults += wrong
        if node is None:
            broken |= _kinds_lost(kind)
            continue
        if not kind.where.endswith("/"):
            singles[kind.name] = node
        for found in (node, *parts_of(node)):
            first = nodes.setdefault((found.kind.name, found.id), found)
            if first is not found:
                if _is_named_after(found) and not _is_named_after(first):
                    nodes[found.kind.name, found.id], found = found, first
                duplicates.append(found)
    edges, loose = _links(nodes)
    documents = tuple(document for document, _ in known)
    return Methodiek(documents, nodes, tuple(duplicates), edges, loose, tuple(faults), singles, frozenset(broken))


def _is_named_after(node: Node) -> bool:
    """Tell whether the file bears the id: of two things with one id, that one is meant."""
    return node.document.path.rpartition("/")[2].partition(".")[0] == node.id


def _kinds_lost(kind: Kind | None) -> set[str]:
    """Return the kinds of which something is missing when a file of this kind cannot be used."""
    if kind is None:
        return set()
    lost = {kind.name}
    for _, cls, _ in part_fields(kind.cls):
        part = kind_of(cls)
        if part is not None and part.is_part:
            lost |= _kinds_lost(part)
    return lost


def _links(nodes: dict[tuple[str, str], Node]) -> tuple[tuple[Edge, ...], tuple[LooseEnd, ...]]:
    edges: list[Edge] = []
    loose: list[LooseEnd] = []
    for node in nodes.values():
        for field in link_fields(type(node.record)):
            for index, koppeling in enumerate(getattr(node.record, field.name)):
                target = next(
                    (nodes[kind, koppeling.naar] for kind in field.naar.kinds if (kind, koppeling.naar) in nodes),
                    None,
                )
                if target is None:
                    loose.append(LooseEnd(node, (field.name, index, "naar"), koppeling.naar, field.naar.kinds))
                else:
                    edges.append(Edge(node, field, target, koppeling, index))
    return tuple(edges), tuple(loose)
