"""The only door to PyYAML: from YAML text to plain data with a place for every value.

PyYAML's own constructors are not used. They would turn `no` into false and `1.10` into a
number, keep only the last of two equal keys, follow aliases and forget every place. The
reader walks libyaml's events and keeps each scalar as the text that the author typed;
giving it a type is the work of the model.
"""

from __future__ import annotations

from sys import intern
from typing import Any

import yaml

try:  # libyaml reads about ten times as fast; the pure reader gives the same events
    from yaml import CSafeLoader as _Loader
except ImportError:  # pragma: no cover - wheels of PyYAML carry libyaml
    from yaml import SafeLoader as _Loader  # type: ignore[assignment]

LIMIT_DEPTH = 20
LIMIT_VALUES = 20_000
LIMIT_SCALAR = 50_000
LIMIT_KEYS = 1_000

Path = tuple[str | int, ...]
"""The names of keys and the numbers of items (from 0) that lead to a value."""
Mark = tuple[int, ...]
"""Line, column (both from 1) and width in characters: of a value, then of the key that leads to it if one does.

One flat row: of a large methodology these are most of what is in memory.
"""
Marks = dict[Path, Mark]
_Alias, _Scalar, _Mapping = yaml.AliasEvent, yaml.ScalarEvent, yaml.MappingStartEvent
_MappingEnd, _SequenceEnd = yaml.MappingEndEvent, yaml.SequenceEndEvent
_NULL = {"", "~", "null", "Null", "NULL"}


class _Trouble(Exception):
    """Stops the walk; carries what a fault needs. Never leaves this module."""

    def __init__(self, kind: str, mark: Any, *detail: str) -> None:
        self.place = (kind, mark.line + 1, mark.column + 1, detail)


class YamlReader:
    """Reads one YAML text. After `read()`, `marks`, `texts` and `trouble` tell the rest.

    `texts` are the scalars that say something, with their paths, in the order of the file. `trouble` is None or
    (fault kind, line, column, details). Nothing is raised.
    """

    def __init__(self, text: str) -> None:
        self.marks: Marks = {}
        self.texts: list[tuple[Path, str]] = []
        self.trouble: tuple[str, int, int, tuple[str, ...]] | None = None
        self._values = 0
        self._text = text

    def read(self) -> object:
        """Return the data in the text, or None where it is empty or in trouble."""
        loader: Any = None
        try:
            loader = _Loader(self._text)
            return self._stream(loader)
        except _Trouble as trouble:
            self.trouble = trouble.place
        except yaml.MarkedYAMLError as error:
            mark = error.problem_mark or error.context_mark
            line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
            self.trouble = ("syntax", line, column, (error.problem or "",))
        except (yaml.YAMLError, ValueError, RecursionError) as error:
            self.trouble = ("syntax", 1, 1, (type(error).__name__,))
        finally:
            if loader is not None:
                loader.dispose()
        self.marks, self.texts = {}, []
        return None

    def _stream(self, loader: Any) -> object:
        event = loader.get_event
        event()  # the start of the stream
        if isinstance(loader.peek_event(), yaml.StreamEndEvent):
            return None
        event()  # the start of the document
        data = self._value(loader, event(), (), ())
        event()  # the end of the document
        following = loader.peek_event()
        if not isinstance(following, yaml.StreamEndEvent):
            raise _Trouble("second_document", following.start_mark)
        return data

    def _value(self, loader: Any, event: Any, path: Path, key: Mark) -> object:
        """Read the value that an event starts. `key` is where its key stands, or empty."""
        self._values += 1
        if self._values > LIMIT_VALUES:
            raise _Trouble("too_many_values", event.start_mark, str(LIMIT_VALUES))
        if len(path) > LIMIT_DEPTH:
            raise _Trouble("too_deep", event.start_mark, str(LIMIT_DEPTH))
        kind = type(event)
        if kind is _Alias:
            raise _Trouble("alias", event.start_mark)
        if event.tag is not None and event.tag != "!":
            raise _Trouble("tag", event.start_mark, event.tag)
        self.marks[path] = _place(event) + key
        if kind is _Scalar:
            text = event.value
            if len(text) > LIMIT_SCALAR:
                raise _Trouble("scalar_too_long", event.start_mark, str(LIMIT_SCALAR))
            if text in _NULL and event.style is None:
                return None
            self.texts.append((path, text))
            return text
        if kind is _Mapping:
            return self._mapping(loader, path)
        items: list[object] = []
        following = loader.get_event
        while type(event := following()) is not _SequenceEnd:
            items.append(self._value(loader, event, (*path, len(items)), ()))
        return items

    def _mapping(self, loader: Any, path: Path) -> dict[str, object]:
        mapping: dict[str, object] = {}
        following = loader.get_event
        while type(event := following()) is not _MappingEnd:
            if type(event) is not _Scalar:
                raise _Trouble("alias" if type(event) is _Alias else "key_not_text", event.start_mark)
            name = intern(event.value)  # the same few keys in every file
            if len(mapping) == LIMIT_KEYS:
                raise _Trouble("too_many_keys", event.start_mark, str(LIMIT_KEYS))
            if name in mapping:
                raise _Trouble("duplicate_key", event.start_mark, name)
            mapping[name] = self._value(loader, following(), (*path, name), _place(event))
        return mapping


def _place(event: Any) -> Mark:
    start, end = event.start_mark, event.end_mark
    line, column = start.line, start.column
    width = end.column - column if end.line == line else 1
    return (line + 1, column + 1, width if width > 0 else 1)
