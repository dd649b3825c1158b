"""The search index: a file of the tree, made from the page views, that the search of the site reads.

Ranking is our own (`overrides/assets/javascripts/zoeker/`). Measured on judged Dutch questions of care workers, the
kept engines found the page in the first three for 46 to 52 % (Material's lunr, Pagefind, Zensical) and, with Dutch
stemming at build time and the same keywords, 73 to 91 % (Fuse, FlexSearch, Orama, MiniSearch); own ranking with
keywords 93 %. What they lack is Dutch compounds, and a typing error and an inflection in one word.

The index stands where Material's script looks for it, in the two shapes that it asks for: JSON from a server, and a
script from a folder. It holds titles, keywords, headings and leads, as many of the telling words of the text as there
is room for (see `search_packing`), and what a result shows.
"""

from __future__ import annotations

import gzip
import json
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cache
from posixpath import dirname, join, normpath

from generator.artifacts.recipes import TextArtifact
from generator.artifacts.site.contents import CHAPTERS
from generator.artifacts.site.pages.coverage import GATEN
from generator.artifacts.site.places import CODES, COLLECTIONS, FOLDERS, SCHEMA, WEEKS
from generator.artifacts.site.search_packing import (
    STOP,
    Weighing,
    common_words,
    groups_of,
    packed_groups,
    packed_places,
    packed_words,
)
from generator.artifacts.site.search_places import short_file, short_heads, short_places
from generator.artifacts.site.search_text import Entry, entries
from generator.artifacts.site.search_typed import same, typed
from generator.artifacts.site.text import shortened
from generator.artifacts.site.views import Download, Downloads, PageView, Quick
from generator.graph import Methodiek
from generator.model.kinds import kind_named

INDEX = "search/search_index"
ROOM = 57_500
"""How far words of running text may fill the index, in bytes, compressed. With more of them the search found less."""
SHARES = (1, 0.8, 0.6, 0.5, 0.4, 0.3, 0.25, 0.2, 0.15, 0.12, 0.1, 0.08, 0.06, 0.04, 0.02, 0.001, 0)
LEAD = {"page": 80, "part": 52}
"""How many letters of its lead a result shows."""
NAME = 80
"""How many letters of its title."""
RANK: dict[str, float] = {
    f"{CODES}/": 4,
    COLLECTIONS["literatuur"]: 5,
    COLLECTIONS["tegenstrijdigheid"]: 6,
    "verantwoording/": 7,
    "onderbouwing/": 8,
    "kwaliteitskader/": 8,
    "naslag/": 9,
    f"{FOLDERS['hoofdstuk']}/": 10.5,
    "training/": 9,
    WEEKS: 9,
    "toolkit/": 11,
}
"""How soon somebody at work wants it, of 10, by the start of its path: doing goes before accounting for it."""
LOOKED_UP = ("verantwoording/", COLLECTIONS["literatuur"])
"""Where nobody looks for a word of the running text."""
AT_HAND = 12
"""The same for what stands on every page because somebody may need it now."""
REPEATED = (SCHEMA, GATEN)
"""Pages whose parts are said elsewhere too, on pages of their own."""
EXPLAINED = (COLLECTIONS["begrip"], COLLECTIONS["ketenpartner"])
"""Where a part shows its lead; elsewhere its title says enough."""


def search_artifacts(
    methodiek: Methodiek, pages: Iterable[PageView], at_hand: tuple[Quick, ...]
) -> Iterator[TextArtifact]:
    """Yield the index of these pages in both its shapes, with as much of their text as there is room for."""
    index = Index(methodiek, tuple(page for page in pages if page.searchable), at_hand)

    @cache
    def written(share: float) -> str:
        return json.dumps(index.written(share), ensure_ascii=False, separators=(",", ":"))

    # The smaller the share the smaller the index: the first that fits is found by halving.
    fits = bisect_left(SHARES, True, key=lambda share: len(gzip.compress(written(share).encode())) <= ROOM)
    text = written(SHARES[min(fits, len(SHARES) - 1)])
    yield TextArtifact(f"{INDEX}.json", text.encode())
    yield TextArtifact(f"{INDEX}.js", f"var __index={text}".encode())


class Index:
    """The index of some pages, ready but for the choice of how many words of running text it holds."""

    def __init__(self, methodiek: Methodiek, shown: tuple[PageView, ...], at_hand: tuple[Quick, ...]) -> None:
        files = {page.path: file for page in shown if (file := _file(page))}
        found = [one for page in shown for one in entries(page) if not (one.anchor and one.path in REPEATED)]
        words = typed(methodiek)
        found = [replace(one, keywords=(*one.keywords, *words.get((one.path, one.anchor), ()))) for one in found]
        titles = [_title(one) for one in found]
        leads = [_lead(one) for one in found]
        whole = [number for number, one in enumerate(found) if not one.path.startswith(LOOKED_UP)]
        at_once = {(one.path, "") for one in at_hand}
        self._total = len(found)
        self._weighing = Weighing(found, [f"{title} {lead}" for title, lead in zip(titles, leads, strict=True)], whole)
        # Every column has one line for each entry. What is alike stands near, where the compression can see it.
        columns = {
            "kern": leads,
            "titel": titles,
            "plek": short_places([(one.path, one.anchor, one.code) for one in found], titles),
            "koppen": [short_heads(one.places) for one in found],
            "druk": ["" if one.anchor else short_file(one.path, files.get(one.path)) for one in found],
            "soort": [_kind(one) for one in found],
            "rang": [str(AT_HAND if (one.path, one.anchor) in at_once else _rank(one)) for one in found],
            "code": [one.code for one in found],
        }
        self._groups = groups_of(same(methodiek))
        self._docs: dict[str, object] = {
            "gewoon": " ".join(common_words(found)),
            "stop": " ".join(sorted(STOP)),
            **{name: "\n".join(lines) for name, lines in columns.items()},
            "groepen": {dirname(path): title for path, (title, _, _) in CHAPTERS.items()},
            "tips": _tips(at_hand, {page.path for page in shown}),
        }

    def written(self, share: float) -> dict[str, object]:
        """Return the index with so large a share of the words of running text."""
        levels = self._weighing.levels(share)
        vocabulary = sorted(
            {word for group in self._groups for phrase in group for word in phrase.split()} | set(levels)
        )
        # Like stands beside like, and rows of bits apart from the text: so it compresses best.
        words = {
            "waar": packed_places(levels, vocabulary, self._total),
            "gelijk": packed_groups(self._groups, vocabulary),
            "woorden": packed_words(vocabulary),
        }
        return {"config": {"lang": ["nl"], "separator": r"\W+", "pipeline": []}, "docs": words | self._docs}


def _tips(at_hand: tuple[Quick, ...], here: set[str]) -> list[tuple[str, str]]:
    """Return where somebody can go on who finds nothing: its place and title."""
    wider = (("toolkit/index.md", "Toolkit"), (COLLECTIONS["begrip"], "Begrippen"))
    return [
        *((_address(one.path), one.title) for one in at_hand),
        *((_address(path), title) for path, title in wider if path in here),
    ]


def _address(path: str) -> str:
    return path.removesuffix(".md") + ".html"


def _kind(entry: Entry) -> str:
    """Return what a result is called; a part of another page is called after that page."""
    if not entry.anchor:
        return "" if entry.kind in ("overzicht", "start", "toolkit") else entry.kind
    collected = next((kind for kind, path in COLLECTIONS.items() if path == entry.path), None)
    return kind_named(collected).name if collected else ""


def _title(entry: Entry) -> str:
    """Return the title that a result shows; of the many pages of a code no more than the code, to save room."""
    coded = entry.path.startswith(f"{CODES}/") and not entry.path.endswith("/index.md")
    return f"Melding {entry.title.split()[0]}" if coded else shortened(entry.title, NAME)


def _lead(entry: Entry) -> str:
    if (entry.anchor and entry.path not in EXPLAINED) or entry.path.startswith(f"{CODES}/"):
        return ""
    return shortened(entry.lead, LEAD["part" if entry.anchor else "page"])


def _rank(entry: Entry) -> float:
    rank = next((rank for start, rank in RANK.items() if entry.path.startswith(start)), 10)
    return max(rank - 1, 1) if entry.anchor and entry.path not in COLLECTIONS.values() else rank


def _file(page: PageView) -> tuple[str, str] | None:
    """Return where the main file to print of a page is, and how much paper it takes."""
    files: list[Download] = [
        file
        for section in page.sections
        for block in section.blocks
        if isinstance(block, Downloads)
        for file in block.files
    ]
    file = next((one for one in files if one.main), next(iter(files), None))
    return (normpath(join(dirname(page.path), file.href)), file.note) if file else None
