"""What can be wrong with a document before it is laid out. Each check gives Dutch sentences, none when all is well."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from xml.etree.ElementTree import Element

from .glyphs import SVG, sentence, unknown

HEADINGS = {"h1", "h2", "h3", "h4", "h5", "h6"}


def source_problems(root: Element, known: frozenset[str]) -> list[str]:
    """Everything wrong with a parsed document, given the characters that the fonts know."""
    return [
        *_identity(root),
        *_styling(root),
        *_headings(root),
        *_tables(root),
        *_pictures(root),
        *_characters(root, known),
    ]


def _identity(root: Element) -> Iterator[str]:
    """A reader is told the language and the title, so both must be there."""
    if not (language := root.get("lang", "")).startswith("nl"):
        yield f'De taal van het document is “{language}”, niet Nederlands (lang="nl").'
    if not "".join(title.text or "" for title in root.iter("title")).strip():
        yield "Het document heeft geen titel (<title>)."


def _styling(root: Element) -> Iterator[str]:
    """Fonts and stylesheets come from the job alone: what one document brings along would reach the next one."""
    for link in root.iter("link"):
        yield f'Het document verwijst zelf naar een bestand: <link rel="{link.get("rel", "")}">.'
    if any(re.search(r"@(font-face|import)\b", style.text or "", re.IGNORECASE) for style in root.iter("style")):
        yield "Een <style> in het document laadt zelf een lettertype of stijlblad."
    if any("attachment" in anchor.get("rel", "").split() for anchor in root.iter("a")):
        yield "Het document voegt een bijlage toe."


def _headings(root: Element) -> Iterator[str]:
    """Headings are how a screen reader finds its way: from h1 down, no step skipped."""
    levels = [int(element.tag[1]) for element in root.iter() if element.tag in HEADINGS]
    if levels and levels[0] != 1:
        yield f"De eerste kop is een h{levels[0]}, geen h1."
    for above, below in pairwise(levels):
        if below > above + 1:
            yield f"Na een h{above} komt een h{below}: er is een kopniveau overgeslagen."


def _tables(root: Element) -> Iterator[str]:
    """A header cell must say what it heads, or a screen reader reads the wrong words with a cell."""
    if any(header.get("scope") not in {"col", "row"} for header in root.iter("th")):
        yield "Een <th> zegt niet of hij een rij of een kolom kopt (scope)."


def _pictures(root: Element, inside: bool = False) -> Iterator[str]:
    """A drawing in the text is content and needs words; a decorative one belongs in the stylesheet.

    WeasyPrint itself complains about an <img> without alt, but not about an <svg> without <title>.
    """
    for element in root:
        outermost = element.tag == f"{SVG}svg" and not inside
        if outermost and not (element.findtext(f"{SVG}title") or "").strip():
            yield "Een <svg> in de tekst heeft geen <title> die zegt wat er te zien is."
        yield from _pictures(element, inside or outermost)


def _characters(root: Element, known: frozenset[str]) -> Iterator[str]:
    """A character without a glyph would print as an empty box."""
    if missing := unknown(root, known):
        yield sentence(missing)
