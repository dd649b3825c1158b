"""Which characters our fonts can draw, and how to speak of one that they can't."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from io import BytesIO
from xml.etree.ElementTree import Element

from fontTools.ttLib import TTFont

from .assets import Assets

INVISIBLE = {"Cf", "Cc", "Zs", "Zl", "Zp"}
"""Characters that draw nothing (soft hyphens, joiners, spaces of every width): HarfBuzz needs no glyph for them."""
SVG = "{http://www.w3.org/2000/svg}"
NOT_DRAWN = {"head", "script", "style", "template", f"{SVG}title", f"{SVG}desc"}
"""Elements whose text does not end up on paper."""


def characters(assets: Assets) -> frozenset[str]:
    """Every character that at least one of the fonts has a glyph for."""
    return frozenset(chr(code) for font in assets.fonts() for code in TTFont(BytesIO(font), lazy=True).getBestCmap())


def unknown(root: Element, known: frozenset[str]) -> list[str]:
    """The characters in the text of a document that no font has, in reading order, each once."""
    return [
        character
        for character in dict.fromkeys("".join(_drawn(root)))
        if character not in known and unicodedata.category(character) not in INVISIBLE
    ]


def sentence(missing: Iterable[str]) -> str:
    """Names characters so that a person can find them, also where their own screen shows a box."""
    names = ", ".join(f"“{one}” (U+{ord(one):04X} {unicodedata.name(one, '?')})" for one in missing)
    return f"Het lettertype heeft geen letterbeeld voor {names}."


def _drawn(element: Element) -> Iterable[str]:
    """The text of an element and all below it, without what is never drawn."""
    if isinstance(element.tag, str) and element.tag not in NOT_DRAWN:
        yield element.text or ""
        for child in element:
            yield from _drawn(child)
            yield child.tail or ""
