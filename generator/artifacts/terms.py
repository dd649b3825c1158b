"""Finding the terms of the glossary in running text, to explain them where they are met."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache

from markupsafe import Markup

from generator.graph import Methodiek, Node
from generator.model.naslag import Begrip

Wrap = Callable[[Node, str], Markup]
"""From a term and the words in the text to the HTML that stands in their place."""

_PIECES = re.compile(r"(<[^>]*>)")
_SKIPPED = ("a", "code", "pre", "h1", "h2", "h3", "h4", "th", "abbr")


@lru_cache(maxsize=4)
def terms(methodiek: Methodiek) -> tuple[re.Pattern[str] | None, dict[str, Node]]:
    """Return a pattern for every word in the glossary, and the term that each word belongs to."""
    words: dict[str, Node] = {}
    for node in methodiek.of("begrip"):
        if isinstance(node.record, Begrip):
            for word in (node.record.titel, node.record.voluit, *node.record.synoniemen):
                if word and len(word) > 2:
                    words.setdefault(word.lower(), node)
    if not words:
        return None, {}
    longest_first = sorted(map(re.escape, words), key=lambda word: (-len(word), word))
    return re.compile(r"(?<![\w-])(" + "|".join(longest_first) + r")(?![\w-])", re.IGNORECASE), words


def marked(methodiek: Methodiek, html: Markup, wrap: Wrap, seen: set[str]) -> Markup:
    """Return safe HTML with the first meeting of every term wrapped; `seen` holds the terms met before."""
    pattern, words = terms(methodiek)
    if pattern is None:
        return html
    out: list[str] = []
    inside: list[str] = []
    for piece in _PIECES.split(html):
        if piece.startswith("<"):
            _enter_or_leave(piece, inside)
            out.append(piece)
        elif inside:
            out.append(piece)
        else:
            out.append(_mark_text(piece, pattern, words, wrap, seen))
    return Markup("".join(out))


def _enter_or_leave(tag: str, inside: list[str]) -> None:
    name = re.match(r"</?\s*([a-z0-9]+)", tag)
    if name is None:
        return
    if tag.startswith("</"):
        if inside and inside[-1] == name.group(1):
            inside.pop()
    elif name.group(1) in _SKIPPED or 'class="m-grond' in tag or (inside and inside[-1] == name.group(1)):
        inside.append(name.group(1))


def _mark_text(text: str, pattern: re.Pattern[str], words: dict[str, Node], wrap: Wrap, seen: set[str]) -> str:
    def replaced(found: re.Match[str]) -> str:
        node = words[found.group(0).lower()]
        if node.id in seen:
            return found.group(0)
        seen.add(node.id)
        return str(wrap(node, found.group(0)))

    return pattern.sub(replaced, text)
