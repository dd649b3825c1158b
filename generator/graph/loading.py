"""From a document to a typed node: the model's verdict, kept as data with its place."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, get_args

from pydantic import BaseModel, ValidationError

from generator.diagnostics import Fault
from generator.graph.nodes import Node
from generator.model.kinds import Kind, kind_of
from generator.model.links import part_fields
from generator.sources import Document


def load(document: Document, kind: Kind) -> tuple[Node | None, tuple[Fault, ...]]:
    """Return the node that a document describes, or None and what was wrong with it."""
    try:
        record = kind.cls.model_validate(document.data)
    except ValidationError as error:
        errors = error.errors(include_url=False)
        return None, tuple(_fault(document, kind, one) for one in errors if not _follows(one, errors))
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


def _follows(error: Any, errors: list[Any]) -> bool:
    """Tell whether an error only follows from another: a list is "too short" when an item in it is wrong."""
    loc = error["loc"]
    return error["type"] == "too_short" and any(
        len(other["loc"]) > len(loc) and other["loc"][: len(loc)] == loc for other in errors
    )


def _fault(document: Document, kind: Kind, error: Any) -> Fault:
    """Turn one of pydantic's errors into a fault at the place that it speaks of."""
    path = _written(document, error["loc"])
    name = str(path[-1]) if path else ""
    what = error["type"]
    if what == "extra_forbidden":
        return Fault("unknown_field", document.at(*path, key=True), (name, *_fields(document, kind.cls, path[:-1])))
    if what == "missing":
        return Fault("missing_field", document.at(*path[:-1], key=True), (name, kind.name))
    span = document.at(*path)
    context = error.get("ctx") or {}
    if what in ("union_tag_invalid", "union_tag_not_found"):
        expected = str(context.get("expected_tags", "")).replace("'", "")
        return Fault("unknown_block", span, (str(context.get("tag", "")), expected))
    return Fault(
        "wrong_value",
        span,
        (name, what, _shown(error.get("input")), *(f"{key}={value}" for key, value in sorted(context.items()))),
    )


def _written(document: Document, loc: tuple[str | int, ...]) -> tuple[str | int, ...]:
    """Drop what pydantic adds to a path (names of union members), keep what was written.

    The last step stays when it names a missing or unknown field, which is nowhere written.
    """
    kept: list[str | int] = []
    for place, step in enumerate(loc):
        if (*kept, step) in document.marks or place == len(loc) - 1:
            kept.append(step)
    return tuple(kept)


def _fields(document: Document, cls: type[BaseModel], path: tuple[str | int, ...]) -> tuple[str, ...]:
    """Return the legal names at a path inside a class, as far as its parts tell."""
    data: Any = document.data
    options = [cls]
    for step in path:
        data = data[step]
        if isinstance(step, str):
            options = [part for name, part, _ in part_fields(_chosen(options, None)) if name == step]
        elif options:
            options = [_chosen(options, data)]
    return tuple(_chosen(options, data).model_fields) if options else ()


def _chosen(options: list[type[BaseModel]], data: Any) -> type[BaseModel]:
    """Of some classes, return the one whose `soort` the data names, else the first."""
    soort = data.get("soort") if isinstance(data, dict) else None
    for option in options:
        field = option.model_fields.get("soort")
        if field is not None and soort in get_args(field.annotation):
            return option
    return options[0]


def _shown(value: object) -> str:
    text = value if isinstance(value, str) else type(value).__name__
    return text if len(text) <= 60 else text[:57] + "..."
