"""From plain data to values of a type: one small reader per type, put together when a class is first read.

A reader returns what it read and adds what is wrong to a list; it never raises. Whoever called it puts the step to the
value before the paths of what was added.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from types import NoneType, UnionType
from typing import Any, Literal, NamedTuple, Union, get_args, get_origin

from generator.records.fields import Before, Limits, bare, fields


class Wrong(NamedTuple):
    """One thing that is wrong: the way to it, what sort of mistake, what was written there, and details by name."""

    path: tuple[str | int, ...]
    what: str
    value: object
    details: dict[str, Any]


class Invalid(ValueError):
    """Data that is not what a class asks. `wrong` has everything that is wrong with it."""

    def __init__(self, name: str, wrong: list[Wrong]) -> None:
        super().__init__(f"{name}: " + "; ".join(f"{'.'.join(map(str, one.path))}: {one.what}" for one in wrong))
        self.wrong = tuple(wrong)


Read = Callable[[Any, list[Wrong]], Any]

_TRUE = {"true", "yes", "on", "1", "t", "y"}
_FALSE = {"false", "no", "off", "0", "f", "n"}
_WHOLE = re.compile(r"[+-]?[0-9]+")
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


def reader(cls: type) -> Read:
    """Return the reader of a class of records."""
    found = _READERS.get(cls)
    if found is None:
        found = _READERS[cls] = _record(cls)
    return found


_READERS: dict[type, Read] = {}


def _record(cls: type) -> Read:
    plan: list[tuple[str, Read, Any]] = []

    def read(value: Any, wrong: list[Wrong]) -> Any:
        if not plan:  # only now, because a class may hold itself
            plan.extend((name, _reader(info.annotation, info.metadata), info) for name, info in fields(cls).items())
        if type(value) is not dict:
            return value if isinstance(value, cls) else _no(wrong, "model_type", value)
        made: Any = object.__new__(cls)
        values, known, used = made.__dict__, len(wrong), 0
        for name, one, info in plan:
            if name in value:
                used += 1
                values[name] = one(value[name], wrong)
                if len(wrong) > known:
                    known = _within(wrong, known, name)
            elif info.required:
                wrong.append(Wrong((name,), "missing", value, {}))
                known += 1
            else:
                values[name] = info.default
        if used < len(value):
            names = fields(cls)
            wrong += [Wrong((name,), "extra_forbidden", value[name], {}) for name in value if name not in names]
        return made

    return read


def _reader(kind: Any, notes: tuple[Any, ...]) -> Read:
    """Return the reader of a type with notes around it. Raises TypeError for a type that no field has."""
    limits = [note for note in notes if isinstance(note, Limits)]
    read = _bare_reader(kind, limits)
    for note in reversed(notes):
        if isinstance(note, Before):
            read = _changed(note.change, read)
    return read


def _bare_reader(kind: Any, limits: list[Limits]) -> Read:
    origin = get_origin(kind)
    if kind is str:
        return _text(limits)
    if kind in (int, float):
        return _number(kind, limits)
    if kind in (bool, date):
        return _yes if kind is bool else _day
    if origin is Literal:
        return _choice(get_args(kind))
    if origin is tuple:
        return _list(_reader(*bare(get_args(kind)[0])), limits)
    if origin is dict:
        return _table(_reader(*bare(get_args(kind)[1])))
    if origin in (Union, UnionType):
        return _union(get_args(kind), limits)
    if isinstance(kind, type):
        return reader(kind)
    raise TypeError(f"no reader for {kind}")


def _no(wrong: list[Wrong], what: str, value: object, **details: Any) -> None:
    wrong.append(Wrong((), what, value, details))


def _within(wrong: list[Wrong], start: int, step: str | int) -> int:
    """Put a step before the paths of what was added; return how many there are now."""
    if start < len(wrong):
        wrong[start:] = [one._replace(path=(step, *one.path)) for one in wrong[start:]]
    return len(wrong)


def _changed(change: Callable[[object], object], read: Read) -> Read:
    return lambda value, wrong: read(change(value), wrong)


def _text(limits: list[Limits]) -> Read:
    shortest = max((one.min_length or 0 for one in limits), default=0)
    longest = min((one.max_length for one in limits if one.max_length is not None), default=None)
    patterns = [(one.pattern, re.compile(one.pattern).search) for one in limits if one.pattern is not None]

    def read(value: Any, wrong: list[Wrong]) -> Any:
        if type(value) is not str:
            return _no(wrong, "string_type", value)
        value = value.strip()
        if len(value) < shortest:
            return _no(wrong, "string_too_short", value, min_length=shortest)
        if longest is not None and len(value) > longest:
            return _no(wrong, "string_too_long", value, max_length=longest)
        for pattern, search in patterns:
            if search(value) is None:
                return _no(wrong, "string_pattern_mismatch", value, pattern=pattern)
        return value

    return read


def _number(kind: type[int] | type[float], limits: list[Limits]) -> Read:
    name = "int" if kind is int else "float"

    def read(value: Any, wrong: list[Wrong]) -> Any:
        if type(value) is str:
            try:
                number = kind(value) if kind is float or _WHOLE.fullmatch(value.strip()) else None
            except ValueError:
                number = None
            if number is None:
                return _no(wrong, f"{name}_parsing", value)
        elif type(value) is int or type(value) is kind:
            number = kind(value)
        else:
            return _no(wrong, f"{name}_type", value)
        for one in limits:
            if one.ge is not None and not number >= one.ge:
                return _no(wrong, "greater_than_equal", value, ge=one.ge)
            if one.gt is not None and not number > one.gt:
                return _no(wrong, "greater_than", value, gt=one.gt)
            if one.le is not None and not number <= one.le:
                return _no(wrong, "less_than_equal", value, le=one.le)
            if one.lt is not None and not number < one.lt:
                return _no(wrong, "less_than", value, lt=one.lt)
        return number

    return read


def _yes(value: Any, wrong: list[Wrong]) -> Any:
    if type(value) is bool:
        return value
    if type(value) is not str:
        return _no(wrong, "bool_type", value)
    said = value.strip().lower()
    return said in _TRUE if said in _TRUE or said in _FALSE else _no(wrong, "bool_parsing", value)


def _day(value: Any, wrong: list[Wrong]) -> Any:
    if type(value) is str and _DAY.fullmatch(value.strip()):
        try:
            return date.fromisoformat(value.strip())
        except ValueError:
            return _no(wrong, "date_parsing", value)
    return value if type(value) is date else _no(wrong, "date_parsing" if type(value) is str else "date_type", value)


def _choice(options: tuple[Any, ...]) -> Read:
    known = set(options)

    def read(value: Any, wrong: list[Wrong]) -> Any:
        if type(value) is str and value in known:
            return value
        return _no(wrong, "literal_error", value, expected=options)

    return read


def _list(read_one: Read, limits: list[Limits]) -> Read:
    shortest = max((one.min_length or 0 for one in limits), default=0)
    longest = min((one.max_length for one in limits if one.max_length is not None), default=None)

    def read(value: Any, wrong: list[Wrong]) -> Any:
        if type(value) is not list and type(value) is not tuple:
            return _no(wrong, "tuple_type", value)
        found, known = [], len(wrong)
        for index, one in enumerate(value):
            found.append(read_one(one, wrong))
            if len(wrong) > known:
                known = _within(wrong, known, index)
        if len(value) < shortest:
            return _no(wrong, "too_short", value, min_length=shortest)
        if longest is not None and len(value) > longest:
            return _no(wrong, "too_long", value, max_length=longest)
        return tuple(found)

    return read


def _table(read_one: Read) -> Read:
    def read(value: Any, wrong: list[Wrong]) -> Any:
        if type(value) is not dict:
            return _no(wrong, "dict_type", value)
        found, known = {}, len(wrong)
        for key, one in value.items():
            found[key.strip()] = read_one(one, wrong)
            if len(wrong) > known:
                known = _within(wrong, known, key)
        return found

    return read


def _union(kinds: tuple[Any, ...], limits: list[Limits]) -> Read:
    """Read one of some classes, or one type that may be left empty."""
    named = next((one.discriminator for one in limits if one.discriminator), None)
    if named is not None:
        return _chosen(kinds, named)
    one = _reader(*bare(next(kind for kind in kinds if kind is not NoneType)))
    if NoneType not in kinds or len(kinds) != 2:
        raise TypeError(f"no reader for any of {kinds}")
    return lambda value, wrong: None if value is None else one(value, wrong)


def _chosen(kinds: tuple[type, ...], named: str) -> Read:
    readers = {tag: reader(kind) for kind in kinds for tag in get_args(fields(kind)[named].annotation)}

    def read(value: Any, wrong: list[Wrong]) -> Any:
        if type(value) is not dict:
            return value if isinstance(value, kinds) else _no(wrong, "model_type", value)
        tag = value.get(named)
        found = readers.get(tag) if type(tag) is str else None
        if found is None:
            return _no(wrong, "unknown_tag", value, tag=tag, expected=tuple(readers))
        return found(value, wrong)

    return read
