"""A document with some of it left out: what stays keeps the way back to its text."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import replace

from generator.sources.documents import Document
from generator.sources.yaml_reader import Path

_HEADING = re.compile(r"^## +(.+?) *#*$", re.MULTILINE)


def headings(body: str) -> tuple[str, ...]:
    """Return the headings of the second level in a body."""
    return tuple(found.group(1).strip() for found in _HEADING.finditer(body))


def pruned(document: Document, paths: Collection[Path], without: Collection[str] = ()) -> Document:
    """Return a document without the values at some paths, and without what stands below some headings.

    What moves up in a list keeps its place in the file; `text` stays, for findings only.
    """
    moved: dict[Path, Path] = {}
    data = _walk(document.data, (), (), frozenset(paths), moved)
    marks = {moved[path]: mark for path, mark in document.marks.items() if path in moved}
    assert isinstance(data, dict)
    return replace(document, data=data, marks=marks, body=_body(document.body, without))


def _walk(value: object, old: Path, new: Path, paths: Collection[Path], moved: dict[Path, Path]) -> object:
    moved[old] = new
    if isinstance(value, dict):
        kept = ((key, one) for key, one in value.items() if (*old, key) not in paths)
        return {key: _walk(one, (*old, key), (*new, key), paths, moved) for key, one in kept}
    if isinstance(value, list):
        found: list[object] = []
        for index, one in enumerate(value):
            if (*old, index) not in paths:
                found.append(_walk(one, (*old, index), (*new, len(found)), paths, moved))
        return found
    return value


def _body(body: str, without: Collection[str]) -> str:
    if not without:
        return body
    starts = [(found.start(), found.group(1).strip()) for found in _HEADING.finditer(body)]
    ends = [*(start for start, _ in starts[1:]), len(body)]
    kept = [body[start:end] for (start, heading), end in zip(starts, ends, strict=True) if heading not in without]
    return body[: starts[0][0] if starts else len(body)] + "".join(kept)
