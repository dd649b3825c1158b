"""From a document to a typed node: what does not fit is kept as data with its place."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, get_args

from generator.diagnostics import Fault
from generator.graph.nodes import Node
from generator.model.kinds import Kind, kind_of
from generator.model.links import part_fields
from generator.records import Invalid, Typed, Wrong, fields
from generator.sources import Document


def load(document: Document, kind: Kind) -> tuple[Node | None, tuple[Fault, ...]]:
    """Return the node that a document describes, or None and what was wrong with it."""
    try:
        record = kind.cls.read(document.data)
    except Invalid as invalid:
        return None, tuple(_fault(document, kind, one) for one in invalid.wrong)
    return Node(kind, str(getattr(record, "id", kind.name)), record, document), ()


def parts_of(node: Node) -> Iterator[Node]:
    """Yield the nodes that live inside a node, depth first."""
    for name, cls, many in part_fields(type(node.record)):
        value = getattr(node.record, name)
        items = enumerate(value) if many else [(None, value)] if value is not None else []
        kind = kind_of(cls)
        for index, part in items:
            path = (*node.path, name) if index is None else (*node.path, name, index)
            if kind is not None and kind.is_part:
                child = Node(kind, part.id, part, node.document, path, node)
                yield child
                yield from parts_of(child)


def _fault(document: Document, kind: Kind, wrong: Wrong) -> Fault:
    """Turn what is wrong with a value into a fault at the place where it is written."""
    path, what = _written(document, wrong.path), wrong.what
    name = str(path[-1]) if path else ""
    if what == "extra_forbidden":
        return Fault("unknown_field", document.at(*path, key=True), (name, *_fields(document, kind.cls, path[:-1])))
    if what == "missing":
        return Fault("missing_field", document.at(*path[:-1], key=True), (name, kind.name))
    span = document.at(*path)
    details = {key: ", ".join(one) if isinstance(one, tuple) else one for key, one in wrong.details.items()}
    if what == "unknown_tag":
        return Fault("unknown_block", span, (str(details["tag"] or ""), details["expected"]))
    context = (f"{key}={value}" for key, value in sorted(details.items()))
    return Fault("wrong_value", span, (name, what, _shown(wrong.value), *context))


def _written(document: Document, way: tuple[str | int, ...]) -> tuple[str | int, ...]:
    """Drop from a path what nobody wrote: the place in a list of one thing that stands there without a list.

    The last step stays when it names a missing or unknown field, which is nowhere written.
    """
    kept: list[str | int] = []
    for place, step in enumerate(way):
        if (*kept, step) in document.marks or place == len(way) - 1:
            kept.append(step)
    return tuple(kept)


def _fields(document: Document, cls: type[Typed], path: tuple[str | int, ...]) -> tuple[str, ...]:
    """Return the legal names at a path inside a class, as far as its parts tell."""
    data: Any = document.data
    options = [cls]
    for step in path:
        data = data[step]
        if isinstance(step, str):
            options = [part for name, part, _ in part_fields(_chosen(options, None)) if name == step]
        elif options:
            options = [_chosen(options, data)]
    return tuple(fields(_chosen(options, data))) if options else ()


def _chosen(options: list[type[Typed]], data: Any) -> type[Typed]:
    """Of some classes, return the one whose `soort` the data names, else the first."""
    soort = data.get("soort") if isinstance(data, dict) else None
    for option in options:
        field = fields(option).get("soort")
        if field is not None and soort in get_args(field.annotation):
            return option
    return options[0]


def _shown(value: object) -> str:
    text = value if isinstance(value, str) else type(value).__name__
    return text if len(text) <= 60 else text[:57] + "..."
