"""The colours can be read: measured from the tokens themselves, in both schemes, and the same as on paper."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

TOP = Path(__file__).resolve().parent.parent.parent
STYLES = TOP / "overrides" / "assets" / "stylesheets"
PAPER = TOP / "generator" / "artifacts" / "print" / "css" / "tokens.css"
SHARED = ("inkt", "merk", "zacht", "lijn", "haar", "tint")
TEXT = [
    *((text, ground) for text in ("inkt", "zacht", "merk", "link", "warm") for ground in ("grond", "papier", "tint")),
    ("inkt", "warm-tint"), ("warm", "warm-tint"), ("wel", "wel-tint"), ("inkt", "wel-tint"),
    ("op-vlak", "vlak"), ("op-vlak", "vlak-aan"), ("link-aan", "grond"), ("papier", "zacht"),
]  # fmt: skip
EDGES = [("rand", "papier"), ("scherp", "grond"), ("scherp", "papier"), ("lijn", "papier")]


def tokens(*paths: Path) -> dict[str, str]:
    """Return the colours that the files name; a later file wins."""
    found: dict[str, str] = {}
    for path in paths:
        found |= dict(re.findall(r"--([\w-]+):\s*(#[0-9a-fA-F]{6})\b", path.read_text()))
    return found


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colours as WCAG reckons it."""

    def light(colour: str) -> float:
        parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
        red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue

    high, low = sorted((light(one), light(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


LIGHT = STYLES / "delen" / "tokens.css"
SCHEMES = {"licht": tokens(LIGHT), "donker": tokens(LIGHT, STYLES / "donker.css")}


@pytest.mark.parametrize("scheme", SCHEMES)
def test_text_and_edges_stand_out(scheme: str) -> None:
    colours = SCHEMES[scheme]
    for text, ground in TEXT:
        assert contrast(colours[text], colours[ground]) >= 4.5, f"{text} on {ground}"
    for edge, ground in EDGES:
        assert contrast(colours[edge], colours[ground]) >= 2.9, f"{edge} on {ground}"


def test_site_and_paper_have_the_same_colours() -> None:
    site, paper = SCHEMES["licht"], tokens(PAPER)
    assert {name: site[name] for name in SHARED} == {name: paper[name] for name in SHARED}
