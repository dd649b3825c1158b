"""What search may read of a page: its parts as plain text, each with how much it says about the page.

Left out are chains, lists of links and cards (they hold the words of other pages), sources, examples, and whatever
gives an answer away: a section or a field that is named in `SECRET` is never read.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass, fields, is_dataclass

from markdown.extensions.toc import slugify

from generator.artifacts.site.chain_views import Chain
from generator.artifacts.site.views import (
    Cards,
    Chooser,
    Code,
    Doors,
    Downloads,
    Drawing,
    Ground,
    History,
    Item,
    Items,
    Links,
    PageView,
    Phases,
    Rich,
    Section,
    Table,
)

SECRET = frozenset({"sleutel", "antwoordsleutel", "antwoorden", "nakijken"})
BESIDE = frozenset({"hoort-bij", "keten", "bron", "printen", "kies", "letters", "veranderd"})
"""Sections that say where something belongs or how it is printed, not what it is about."""
_ELSEWHERE = (Links, Chain, Cards, Downloads, Doors, Chooser, Phases, Drawing, History, Code, Ground)
_NO_TEXT = frozenset({"href", "anchor", "traits", "classes", "picture", "tone", "mark", "kind", "note"})
_TAGS = re.compile(r"<[^>]*>")


@dataclass(frozen=True)
class Entry:
    """One thing to find: a page, or a part of one with its own anchor.

    `places` are (heading, anchor) of the stretches of a text, to lead somebody to the right one.
    """

    path: str
    anchor: str
    title: str
    code: str = ""
    kind: str = ""
    lead: str = ""
    keywords: tuple[str, ...] = ()
    headings: tuple[str, ...] = ()
    text: str = ""
    places: tuple[tuple[str, str], ...] = ()


def entries(page: PageView) -> Iterator[Entry]:
    """Yield what can be found of a page: the page itself, then its parts."""
    sections = [section for section in page.sections if _may_be_read(section)]
    own = [block for section in sections for block in section.blocks if not isinstance(block, Items)]
    yield Entry(
        page.path,
        "",
        page.title,
        page.code,
        page.kind,
        "" if page.lead == page.title else page.lead,
        page.keywords,
        tuple(section.heading for section in sections if len(section.heading) > 1),
        " ".join(text for block in own for text in _texts(block)),
        tuple(_places(sections)),
    )
    for section in sections:
        for block in section.blocks:
            if isinstance(block, Items):
                yield from (_entry(page, item) for item in block.items if item.anchor)


def _may_be_read(section: Section) -> bool:
    names = {section.anchor, slugify(section.heading, "-")}
    return not names & (SECRET | BESIDE)


def _entry(page: PageView, item: Item) -> Entry:
    other_names = tuple(fact.value for fact in item.facts if fact.term in ("Ook", "Voluit", "Ook geschreven als"))
    facts = " ".join(fact.value for fact in item.facts if not fact.href)
    return Entry(page.path, item.anchor, item.title, item.code, "", item.text, other_names, (), facts)


def _places(sections: list[Section]) -> Iterator[tuple[str, str]]:
    """Yield the headings of running text with the anchors that the renderer gives them."""
    slugs = [section.anchor or slugify(section.heading, "-") for section in sections]
    for section, slug in zip(sections, slugs, strict=True):
        if slugs.count(slug) == 1 and slug and any(isinstance(block, Rich) for block in section.blocks):
            yield section.heading, slug


def _texts(part: object) -> Iterator[str]:
    """Yield the texts of a block, of whatever kind it is."""
    if isinstance(part, _ELSEWHERE):
        return
    if isinstance(part, Rich):
        yield html.unescape(_TAGS.sub(" ", str(part.html)))
    elif isinstance(part, Table):
        yield from (cell.text for row in part.rows for cell in row)
    elif isinstance(part, str):
        yield part
    elif isinstance(part, tuple):
        for one in part:
            yield from _texts(one)
    elif is_dataclass(part):
        for field in fields(part):
            if field.name not in _NO_TEXT:
                yield from _texts(getattr(part, field.name))
