"""The methodology as flat tables: one per kind of thing, one of links, and the registers."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass

from generator.artifacts.registers import registers
from generator.artifacts.site.places import code_of, page_of
from generator.counts import counts
from generator.graph import Methodiek, Node
from generator.graph.fingerprints import fingerprint, link_key
from generator.graph.review import SETTINGS, stand
from generator.model.kinds import KINDS, Kind, kind_of
from generator.model.links import link_fields, part_fields
from generator.records import Typed, fields

SEPARATOR = " | "
"""Between the values in one cell."""
FIRST = ("sleutel", "titel", "code", "deel_van", "bestand", "regel", "pagina", "stand", "vingerafdruk")
"""The columns that every table of things begins with."""


@dataclass(frozen=True)
class Table:
    """Rows of text under named columns; `name` is the name of its file."""

    name: str
    title: str
    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def tables(methodiek: Methodiek) -> tuple[Table, ...]:
    """Return every table that has rows."""
    found = (*_things(methodiek), _links(methodiek), _sources(methodiek), *_registers(methodiek), _counts(methodiek))
    return tuple(table for table in found if table.rows)


def _things(methodiek: Methodiek) -> Iterator[Table]:
    for kind in KINDS:
        if kind.name in SETTINGS:
            continue
        fields = _fields(kind)
        rows = tuple(
            (*_first(methodiek, node), *(_shown(getattr(node.record, name)) for name in fields), node.document.body)
            if kind.suffix == ".md"
            else (*_first(methodiek, node), *(_shown(getattr(node.record, name)) for name in fields))
            for node in methodiek.of(kind.name)
        )
        heads = (*FIRST, *fields, "markdown") if kind.suffix == ".md" else (*FIRST, *fields)
        yield Table(kind.name, kind.plural, heads, rows)


def _fields(kind: Kind) -> tuple[str, ...]:
    """Return the fields that a table shows: links and parts with an id have a table of their own, answers are kept."""
    links = {field.name for field in link_fields(kind.cls)}
    own = {name for name, part, _ in part_fields(kind.cls) if (found := kind_of(part)) and found.is_part}
    kept = {name for name, field in fields(kind.cls).items() if field.exclude}
    return tuple(name for name in fields(kind.cls) if name not in {*links, *own, *kept, "id", "titel", "code"})


def _first(methodiek: Methodiek, node: Node) -> tuple[str, ...]:
    return (
        node.key,
        node.titel,
        code_of(node),
        node.parent.key if node.parent else "",
        node.document.path,
        str(node.at("id").line),
        page_of(node).removesuffix(".md") + ".html",
        str(stand(methodiek, node.key)),
        fingerprint(node),
    )


def _shown(value: object) -> str:
    """Return a value as the text of a cell; what has structure of its own as JSON."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "ja" if value else "nee"
    if isinstance(value, Typed):
        return json.dumps(value.data(), ensure_ascii=False)
    if isinstance(value, tuple):
        if any(isinstance(one, Typed) for one in value):
            return json.dumps([one.data() for one in value], ensure_ascii=False)
        return SEPARATOR.join(str(one) for one in value)
    return str(value)


def _links(methodiek: Methodiek) -> Table:
    rows = tuple(
        (
            link_key(edge),
            edge.van.key,
            edge.field.name,
            edge.naar.key,
            edge.koppeling.grond,
            edge.koppeling.bron or "",
            edge.koppeling.afgeleid or "",
            str(stand(methodiek, link_key(edge))),
            fingerprint(edge),
        )
        for edge in methodiek.edges
    )
    heads = ("sleutel", "van", "veld", "naar", "grond", "bron", "afgeleid", "stand", "vingerafdruk")
    return Table("koppelingen", "koppelingen", heads, rows)


def _sources(methodiek: Methodiek) -> Table:
    rows = tuple(
        (node.key, *(place.partition(", ")[::2]))
        for node in methodiek.nodes.values()
        for place in methodiek.sources_of(node.record)
    )
    return Table("steunt-op", "waar alles op steunt", ("sleutel", "bron", "plaats"), rows)


def _registers(methodiek: Methodiek) -> Iterator[Table]:
    for register in registers(methodiek):
        rows = tuple(tuple(cell.text for cell in row) for row in register.rows)
        yield Table(register.id, register.title, register.heads, rows)


def _counts(methodiek: Methodiek) -> Table:
    return Table(
        "tellingen", "tellingen", ("soort", "aantal"), tuple((k, str(v)) for k, v in counts(methodiek).items())
    )
