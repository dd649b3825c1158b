"""The documents of a worksheet: one sheet alone, the facilitator sheet alone, and the whole set in printing order."""

from __future__ import annotations

from generator.artifacts.print.explanation import Uitleg
from generator.artifacts.print.facilitator import FacilitatorView, facilitator_view
from generator.artifacts.print.sheets import CARDS_ON_A_SHEET, SheetView, sheet_pages, sheet_title, sheet_view
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
    return _document(sheet_title(werkblad, blad), [sheet_view(werkblad, blad)])


def facilitator_html(werkblad: Werkblad, uitleg: Uitleg) -> str:
    """Return the facilitator sheet as a document of its own. Raises ValueError for a worksheet without one."""
    return _document(f"{werkblad.titel} ({werkblad.code})", [facilitator_view(werkblad, uitleg)])


def set_html(
    werkblad: Werkblad,
    uitleg: Uitleg,
    *,
    aantal: int,
    eenvoudig: int,
    colophon: str,
    dubbelzijdig: bool = False,
) -> str:
    """Return everything for one use in printing order: each girl's sheets, what the table shares, the facilitator's.

    `eenvoudig` of the `aantal` girls get variant B. `dubbelzijdig` starts every sheet on fresh paper, so that a
    printer that turns the paper over never puts two girls on one leaf.
    """
    views: list[SheetView | FacilitatorView] = [
        sheet_view(werkblad, blad, colophon) for blad in _set(werkblad, aantal, eenvoudig)
    ]
    if werkblad.begeleiding:
        views.append(facilitator_view(werkblad, uitleg, colophon))
    return _document(f"{werkblad.neutrale_titel or werkblad.titel} ({werkblad.code})", views, dubbelzijdig)


def set_pages(werkblad: Werkblad, *, aantal: int, eenvoudig: int, dubbelzijdig: bool = False) -> int:
    """Return how many pages a set promises; with `dubbelzijdig` the blank backs count."""
    sizes = [sheet_pages(blad) for blad in _set(werkblad, aantal, eenvoudig)]
    sizes += [facilitator_pages(werkblad)] if werkblad.begeleiding else []
    if dubbelzijdig:
        # The last sheet has nothing behind it that needs fresh paper.
        sizes = [size + size % 2 for size in sizes[:-1]] + sizes[-1:]
    return sum(sizes)


def facilitator_pages(werkblad: Werkblad) -> int:
    """Return how many pages the facilitator sheet promises; 0 where there is none."""
    return werkblad.begeleiding.bladzijden if werkblad.begeleiding else 0


def _set(werkblad: Werkblad, aantal: int, eenvoudig: int) -> list[Blad]:
    """Return the sheets of a set, each as often as it is printed. An appendix kept apart is never among them."""
    own = [blad for blad in werkblad.bladen if blad.soort == "deelnemer" and not blad.per_groep]
    whole = [blad for blad in own if blad.formaat != "A6x4"]
    simple = min(eenvoudig, aantal) if any(blad.variant == "B" for blad in whole) else 0
    variants = ["A"] * (aantal - simple) + ["B"] * simple
    each = [blad for variant in variants for blad in whole if blad.variant in (variant, None)]
    cards = [blad for blad in own if blad not in whole for _ in range(-(-aantal // CARDS_ON_A_SHEET))]
    shared = [blad for blad in werkblad.bladen if blad not in own and blad.soort != "bijlage"]
    return each + cards + shared


def _document(title: str, views: list[SheetView] | list[SheetView | FacilitatorView], duplex: bool = False) -> str:
    return render("document.html", titel=title, delen=views, dubbelzijdig=duplex)


__all__ = [
    "STYLESHEETS",
    "facilitator_html",
    "facilitator_pages",
    "set_html",
    "set_pages",
    "sheet_html",
    "sheet_pages",
]
