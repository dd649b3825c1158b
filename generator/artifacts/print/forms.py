"""The documents of a worksheet: one sheet alone, or the facilitator sheet alone. `group` puts them in sets."""

from __future__ import annotations

from collections.abc import Sequence

from generator.artifacts.print.explanation import Uitleg
from generator.artifacts.print.facilitator import FacilitatorView, facilitator_view
from generator.artifacts.print.sheets import SheetView, sheet_pages, sheet_title, sheet_view
from generator.artifacts.print.templating import render
from generator.model.toolkit import Blad, Werkblad

STYLESHEETS = (
    "fonts/print-fonts.css",
    "css/tokens.css",
    "css/page.css",
    "css/sheets.css",
    "css/blocks.css",
    "css/drawings.css",
    "css/facilitator.css",
    "css/fields.css",
)
"""The stylesheets of every document made here, as names of assets in the order of the cascade."""


def sheet_html(werkblad: Werkblad, blad: Blad, uitleg: Uitleg) -> str:
    """Return one sheet as a document of its own."""
    return document_html(sheet_title(werkblad, blad), [sheet_view(werkblad, blad, uitleg)])


def worksheet_html(werkblad: Werkblad, uitleg: Uitleg) -> str:
    """Return all sheets of a worksheet as they are written, and then its facilitator sheet, as one document.

    Every PDF of the worksheet is some parts of this layout, see `group`.
    """
    views: list[SheetView | FacilitatorView] = [sheet_view(werkblad, blad, uitleg) for blad in werkblad.bladen]
    if werkblad.begeleiding:
        views.append(facilitator_view(werkblad, uitleg))
    return document_html(f"{werkblad.titel} ({werkblad.code})", views)


def document_html(title: str, views: Sequence[SheetView | FacilitatorView]) -> str:
    """Return sheets one after the other as one document; each of them is a part of it."""
    return render("document.html", titel=title, delen=views)


def facilitator_pages(werkblad: Werkblad) -> int:
    """Return how many pages the facilitator sheet promises; 0 where there is none."""
    return werkblad.begeleiding.bladzijden if werkblad.begeleiding else 0


__all__ = [
    "STYLESHEETS",
    "document_html",
    "facilitator_pages",
    "sheet_html",
    "sheet_pages",
    "worksheet_html",
]
