"""A page of each kind, so that a sample of a site stands for the whole."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from tests.site.markup import Markup

PARTS = ("s-soort-", "m-", "s-")
"""How the classes begin that say what a page is and what it holds."""


def page_kinds(pages: Mapping[str, Markup]) -> dict[str, str]:
    """Return for each kind of page (the class of its body) its fullest page."""
    best: dict[str, tuple[int, str]] = {}
    for name, page in pages.items():
        kind = str(page.all("body")[0].get("class"))
        best[kind] = max(best.get(kind, (0, "")), (len(_parts(page)), name))
    return {kind: name for kind, (_, name) in best.items()}


def sample(pages: Mapping[str, Markup]) -> list[str]:
    """Return pages that together hold every kind of page and every part that any page is made of."""
    chosen = list(page_kinds(pages).values())
    there = set().union(*(_parts(pages[name]) for name in chosen))
    for name in sorted(pages, key=lambda one: (-len(_parts(pages[one])), one)):
        if not _parts(pages[name]) <= there:
            chosen.append(name)
            there |= _parts(pages[name])
    return sorted(chosen)


def _parts(page: Markup) -> frozenset[str]:
    named = (one for _, attrs in page.tags for one in str(attrs.get("class") or "").split())
    return frozenset(one for one in named if one.startswith(PARTS))


def largest(site: Path, pages: Mapping[str, Markup]) -> str:
    """Return the page with the most bytes: the slowest to look at."""
    return max(pages, key=lambda name: ((site / name).stat().st_size, name))
