"""Walking over every written text value of a record."""

from __future__ import annotations

from collections.abc import Iterator

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
