"""What the template of the book prints, as frozen values, and the terms that are met while the text is made."""

from __future__ import annotations

from dataclasses import dataclass, field

from markupsafe import Markup

from generator.graph import Node


@dataclass(frozen=True)
class Chapter:
    """Something under a heading of its own: its anchor, title, lead, and text as safe HTML."""

    anchor: str
    title: str
    lead: str
    html: Markup
    sources: tuple[str, ...] = ()
    flow: str = ""
    """Empty for a chapter, which begins on a page of its own; `vervolg` for what follows on the same page."""


@dataclass(frozen=True)
class BookPart:
    """A part of the book with its chapters."""

    title: str
    chapters: tuple[Chapter, ...]


@dataclass(frozen=True)
class Entry:
    """An entry of the index: a word, the anchor of its explanation, and those of the places where it is met."""

    word: str
    explained: str
    anchors: tuple[str, ...]


@dataclass(frozen=True)
class Difference:
    """Sources that contradict each other: the readings with their source, what we follow, and who decides."""

    anchor: str
    code: str
    title: str
    readings: tuple[tuple[str, str], ...]
    line: str
    decides: str


@dataclass(frozen=True)
class BookView:
    """Everything the template of the book prints."""

    title: str
    subtitle: str
    version: str
    summary: tuple[str, ...]
    figure: Markup
    parts: tuple[BookPart, ...]
    sheets: tuple[tuple[str, str, str, str], ...]
    glossary: tuple[tuple[str, str, str, str], ...]
    differences: tuple[Difference, ...]
    works: tuple[tuple[str, str, str], ...]
    index: tuple[Entry, ...]


@dataclass
class Meetings:
    """Where every term is met, gathered while the text is made."""

    places: dict[str, list[str]] = field(default_factory=dict)

    def wrap(self, node: Node, words: str) -> Markup:
        """Return the words with an anchor for the index."""
        found = self.places.setdefault(node.id, [])
        anchor = f"t-{node.id}-{len(found) + 1}"
        found.append(anchor)
        return Markup('<span class="term" id="{}">{}</span>').format(anchor, Markup(words))
