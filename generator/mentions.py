"""What a chapter names: references to things, sources, and links to anywhere else. No Markdown library needed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

REFERENCE = re.compile(r"\[([^\[\]]+)\]\(([a-z]+(?:-[a-z]+)*):([a-z0-9]+(?:-[a-z0-9]+)*)\)")
SOURCE = re.compile(r"\[bron: ([^\[\]]+)\]")
ANY_LINK = re.compile(r"\]\(\s*([^)\s]*)")


class Mention(NamedTuple):
    """Something that a body names: what (`verwijzing`, `bron` or `link`), its words, and where (lines from 1)."""

    what: str
    words: tuple[str, ...]
    line: int
    column: int
    width: int


def mentions(body: str) -> Iterator[Mention]:
    """Yield every reference, source and other link in a body, with its place in it."""
    for number, line in enumerate(body.split("\n"), 1):
        for found in REFERENCE.finditer(line):
            yield Mention("verwijzing", found.group(2, 3), number, found.start(2) + 1, len(found.group(2, 3)[1]) + 1)
        for found in SOURCE.finditer(line):
            yield Mention("bron", (found.group(1),), number, found.start(1) + 1, len(found.group(1)))
        for found in ANY_LINK.finditer(line):
            if not re.match(r"[a-z-]+:[a-z0-9-]+$", found.group(1)):
                yield Mention("link", (found.group(1),), number, found.start(1) + 1, max(1, len(found.group(1))))


def plain(text: str) -> str:
    """Return a body without its marks, for counting words and for search."""
    text = SOURCE.sub("", REFERENCE.sub(r"\1", text))
    return re.sub(r"^[#>*\-|\s]+|[*_`|]", " ", text, flags=re.MULTILINE)
