"""A document: the data in one file, where each value stands, and what was wrong with it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from generator.diagnostics import Fault, Span
from generator.sources.bodies import too_much
from generator.sources.files import LIMIT_FILE, LIMIT_FILES, LIMIT_FOLDERS, SourceFile
from generator.sources.yaml_reader import Marks, Path, YamlReader

LIMITS = {"too_large": str(LIMIT_FILE // 1000), "too_many": str(LIMIT_FILES), "too_far": str(LIMIT_FOLDERS)}
"""The bound that a file went over, as its finding tells it."""

_FORBIDDEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufffe\uffff]"
)


@dataclass(frozen=True)
class Document:
    """What one source file says, with the way back to its text.

    `text` is the whole file. `data` is plain data (mappings, lists, strings, None): every scalar is a string, so
    that `1.10` stays `1.10`. `body` is the Markdown below the front matter of a `.md`
    file, else empty, and `body_line` the line on which it starts. `faults` holds what could
    not be read; a document with faults has empty data, so that one broken file gives one
    finding and not a chain of them.
    """

    path: str
    data: Mapping[str, object] = field(default_factory=dict)
    marks: Marks = field(default_factory=dict)
    text: str = ""
    faults: tuple[Fault, ...] = ()
    body: str = ""
    body_line: int = 1

    @cached_property
    def lines(self) -> tuple[str, ...]:
        """The lines of the file, to show where something stands; most files are never asked for them."""
        return tuple(self.text.split("\n"))

    @cached_property
    def values(self) -> tuple[tuple[Path, str], ...]:
        """Every text value that the author wrote, with its path, in the order of the file. Rules read them often."""
        return tuple(_values(self.data, ()))

    def at(self, *path: str | int, key: bool = False) -> Span:
        """Return the span of the value at `path`, or of its nearest written ancestor.

        With `key`, the span of the name that leads to the value, where it has one.
        """
        for length in range(len(path), -1, -1):
            mark = self.marks.get(tuple(path[:length]))
            if mark is not None:
                return self.span(*((key and mark[3:]) or mark[:3]))
        return self.span(1, 1, 1)

    def span(self, line: int, column: int = 1, width: int = 1) -> Span:
        """Return the span at a place in this document; what lies past the end is put at the end."""
        if line > len(self.lines):
            line, column = len(self.lines), len(self.lines[-1]) + 1
        line = max(1, line)
        text = self.lines[line - 1]
        column = max(1, min(column, len(text) + 1))
        return Span(self.path, line, column, max(1, min(width, len(text) - column + 1)), text)


def _values(data: object, path: Path) -> Iterator[tuple[Path, str]]:
    if isinstance(data, str):
        yield path, data
    elif isinstance(data, dict):
        for key, value in data.items():
            yield from _values(value, (*path, key))
    elif isinstance(data, list):
        for index, value in enumerate(data):
            yield from _values(value, (*path, index))


def parse(source: SourceFile) -> Document:
    """Return the document in a source file. Never raises: what is wrong becomes a fault."""
    if source.trouble:
        return _broken(source.path, "", source.trouble, LIMITS.get(source.trouble, ""))
    try:
        text = source.data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = source.data[: error.start].count(b"\n") + 1
        shown = "\n".join(source.data.decode("utf-8", "replace").splitlines())
        return _broken(source.path, shown, "not_utf8", line=line)
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if bad := _FORBIDDEN.search(text):
        line = text.count("\n", 0, bad.start()) + 1
        column = bad.start() - (text.rfind("\n", 0, bad.start()) + 1) + 1
        name = f"U+{ord(bad.group()):04X}"
        return _broken(source.path, text, "control_character", name, line=line, column=column)
    return _markdown(source.path, text) if source.path.endswith(".md") else _yaml(source.path, text, text)


def _markdown(path: str, text: str) -> Document:
    lines = text.split("\n")
    if lines[0].rstrip() != "---":
        return _broken(path, text, "no_front_matter")
    for number, line in enumerate(lines[1:], 1):
        if line.rstrip() == "---":
            front = "\n".join(("", *lines[1:number]))
            body = "\n".join(lines[number + 1 :])
            if bound := too_much(body):
                kind, below, limit = bound
                return _broken(path, text, kind, limit, line=number + 1 + below)
            return _yaml(path, text, front, body, number + 2)
    return _broken(path, text, "no_front_matter")


def _yaml(path: str, text: str, front: str, body: str = "", body_line: int = 1) -> Document:
    reader = YamlReader(front)
    data = reader.read()
    if reader.trouble is not None:
        kind, line, column, detail = reader.trouble
        if kind == "syntax":
            line, column = _last_written(text.split("\n"), line, column)
        return _broken(path, text, kind, *detail, line=line, column=column)
    if data is None and not body.strip():
        return _broken(path, text, "empty")
    if not isinstance(data, dict):
        return _broken(path, text, "not_a_mapping")
    document = Document(path, data, reader.marks, text, (), body, body_line)
    document.__dict__["values"] = tuple(reader.texts)  # they need not be looked for
    return document


def _last_written(lines: Sequence[str], line: int, column: int) -> tuple[int, int]:
    """Move a place on an empty line back to the end of the text before it, where the cause stands."""
    if 0 < line <= len(lines) and lines[line - 1].strip():
        return line, column
    line = min(line, len(lines))
    while line > 1 and not lines[line - 1].strip():
        line -= 1
    return line, len(lines[line - 1].rstrip()) + 1


def _broken(path: str, text: str, kind: str, *detail: str, line: int = 1, column: int = 1) -> Document:
    place = Document(path, text=text).span(line, column)
    return Document(path, text=text, faults=(Fault(kind, place, detail),))
