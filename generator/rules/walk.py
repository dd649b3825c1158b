"""Walking over everything that is written in the file of a record."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.diagnostics import Span
from generator.graph import Node


def texts_of(node: Node) -> Iterator[tuple[Span, str]]:
    """Yield (place, text) for every value and every line of Markdown in the file of a record."""
    for path, text in node.document.values:
        yield node.document.at(*path), text
    for number, line in enumerate(node.document.body.split("\n")):
        if line.strip():
            yield node.document.span(node.document.body_line + number), line


def words_with_hyphens(text: str) -> list[str]:
    """Return the words of a text; a hyphen inside a word belongs to it."""
    return re.findall(r"[\w]+(?:-[\w]+)*", text)
