"""How a class says which values it has: annotations with limits, taken apart when they are first asked for."""

from __future__ import annotations

from collections.abc import Callable
from inspect import get_annotations
from typing import Annotated, Any, NamedTuple, get_args, get_origin

REQUIRED: Any = type("Required", (), {"__repr__": lambda self: "REQUIRED"})()
"""The default of a field that has none."""


class Limits(NamedTuple):
    """What a value must keep to; see `Field`."""

    ge: float | None = None
    gt: float | None = None
    le: float | None = None
    lt: float | None = None
    min_length: int | None = None
    max_length: int | None = None
    pattern: str | None = None
    exclude: bool = False
    discriminator: str | None = None


class Before(NamedTuple):
    """Changes what was written, before it is read: `Annotated[bool, Before(yes_or_no)]`."""

    change: Callable[[object], object]


def Field(
    *,
    ge: float | None = None,
    gt: float | None = None,
    le: float | None = None,
    lt: float | None = None,
    min_length: int | None = None,
    max_length: int | None = None,
    pattern: str | None = None,
    exclude: bool = False,
    discriminator: str | None = None,
) -> Any:
    """Return limits, to annotate a type with or to stand in the place of a default.

    `ge`, `gt`, `le` and `lt` bound a number; `min_length` and `max_length` count characters of a text without the
    space around it, or things in a list; `pattern` is looked for in a text. What has `exclude` is never written out.
    `discriminator` names the field by which the class of a union is chosen.
    """
    return Limits(ge, gt, le, lt, min_length, max_length, pattern, exclude, discriminator)


class Info(NamedTuple):
    """A field of a class: its bare type, the notes that it is annotated with, and its default."""

    annotation: Any
    metadata: tuple[Any, ...]
    default: Any = REQUIRED

    @property
    def exclude(self) -> bool:
        """Whether it is never written out."""
        return any(isinstance(note, Limits) and note.exclude for note in self.metadata)

    @property
    def required(self) -> bool:
        """Whether it must be written."""
        return self.default is REQUIRED


_KNOWN: dict[type, dict[str, Info]] = {}


def fields(cls: type) -> dict[str, Info]:
    """Return the fields of a class by name, those of its bases first."""
    found = _KNOWN.get(cls)
    if found is None:
        found = {}
        for base in reversed(cls.__bases__):
            found |= fields(base)
        for name, annotation in get_annotations(cls, eval_str=True).items():
            found[name] = _info(annotation, cls.__dict__.get(name, REQUIRED))
        _KNOWN[cls] = found
    return found


def bare(annotation: Any) -> tuple[Any, tuple[Any, ...]]:
    """Return a type and the notes around it."""
    if get_origin(annotation) is Annotated:
        kind, *notes = get_args(annotation)
        return kind, tuple(notes)
    return annotation, ()


def _info(annotation: Any, default: Any) -> Info:
    kind, notes = bare(annotation)
    return Info(kind, (*notes, default)) if isinstance(default, Limits) else Info(kind, notes, default)
