"""What the data of records looks like, as JSON Schema: for who reads an export without our program."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from types import NoneType, UnionType
from typing import Any, Literal, Union, get_args, get_origin

from generator.records.fields import Info, Limits, bare, fields

_BARE: dict[Any, dict[str, Any]] = {
    str: {"type": "string"},
    int: {"type": "integer"},
    float: {"type": "number"},
    bool: {"type": "boolean"},
    date: {"type": "string", "format": "date"},
}
_LIMITS = {"ge": "minimum", "gt": "exclusiveMinimum", "le": "maximum", "lt": "exclusiveMaximum", "pattern": "pattern"}


def schemas(classes: Iterable[type]) -> tuple[dict[type, dict[str, Any]], dict[str, Any]]:
    """Return a reference for each class, and the definitions of these and of all that they hold, by name."""
    found: dict[str, Any] = {}
    return {cls: _reference(cls, found) for cls in classes}, found


def _reference(cls: type, found: dict[str, Any]) -> dict[str, Any]:
    if cls.__name__ not in found:
        found[cls.__name__] = {}  # a class may hold itself
        shown = {name: info for name, info in fields(cls).items() if not info.exclude}
        found[cls.__name__] = {
            "type": "object",
            "title": cls.__name__,
            **({"description": cls.__doc__} if cls.__doc__ else {}),
            "properties": {name: _field(info, found) for name, info in shown.items()},
            "required": [name for name, info in shown.items() if info.required],
            "additionalProperties": False,
        }
    return {"$ref": f"#/$defs/{cls.__name__}"}


def _field(info: Info, found: dict[str, Any]) -> dict[str, Any]:
    return _type(info.annotation, info.metadata, found)


def _type(kind: Any, notes: tuple[Any, ...], found: dict[str, Any]) -> dict[str, Any]:
    said = dict(_bare(kind, found))
    lengths = ("minItems", "maxItems") if said.get("type") == "array" else ("minLength", "maxLength")
    for note in notes:
        if isinstance(note, Limits):
            said |= {word: value for name, word in _LIMITS.items() if (value := getattr(note, name)) is not None}
            both = zip(lengths, (note.min_length, note.max_length), strict=True)
            said |= {word: value for word, value in both if value is not None}
    return said


def _bare(kind: Any, found: dict[str, Any]) -> dict[str, Any]:
    origin, inner = get_origin(kind), get_args(kind)
    if kind in _BARE:
        return _BARE[kind]
    if origin is Literal:
        return {"enum": list(inner)}
    if origin is tuple:
        return {"type": "array", "items": _type(*bare(inner[0]), found)}
    if origin is dict:
        return {"type": "object", "additionalProperties": _type(*bare(inner[1]), found)}
    if origin in (Union, UnionType):
        options = [_type(*bare(one), found) for one in inner if one is not NoneType]
        return options[0] if len(options) == 1 else {"anyOf": options}
    return _reference(kind, found)
