"""Walking over every written text value of a record."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.diagnostics import Span
from generator.graph import Node


def values(node: Node) -> Iterator[tuple[tuple[str | int, ...], str]]:
    """Yield (path, text) for every scalar that the author wrote in the file of a record."""
    yield from _walk(node.document.data, ())


def _walk(data: object, path: tuple[str | int, ...]) -> Iterator[tuple[tuple[str | int, ...], str]]:
    if isinstance(data, str):
        yield path, data
    elif isinstance(data, dict):
        for key, value in data.items():
            yield from _walk(value, (*path, key))
    elif isinstance(data, list):
        for index, value in enumerate(data):
            yield from _walk(value, (*path, index))


def texts_of(node: Node) -> Iterator[tuple[Span, str]]:
    """Yield (place, text) for every value and every line of Markdown in the file of a record."""
    for path, text in values(node):
        yield node.document.at(*path), text
    for number, line in enumerate(node.document.body.split("\n")):
        if line.strip():
            yield node.document.span(node.document.body_line + number), line


def words_with_hyphens(text: str) -> list[str]:
    """Return the words of a text; a hyphen inside a word belongs to it."""
    return re.findall(r"[\w]+(?:-[\w]+)*", text)
