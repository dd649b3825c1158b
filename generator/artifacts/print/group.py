"""The set for a group in printing order: which sheets of a worksheet come out, and how often."""

from __future__ import annotations

from dataclasses import dataclass

from generator.artifacts.print.engine import Copies
from generator.artifacts.print.forms import facilitator_pages, sheet_pages
from generator.artifacts.print.sheets import CARDS_ON_A_SHEET
from generator.model.toolkit import Blad, Werkblad


@dataclass(frozen=True)
class Plan:
    """Parts of the document of a worksheet (`forms.worksheet_html`), and how often they come out."""

    copies: tuple[Copies, ...]
    pages: int
    """How many pages are written."""


def set_plan(werkblad: Werkblad, aantal: int, eenvoudig: int) -> Plan:
    """Return everything for one use in printing order: each girl's sheets, what the table shares, the facilitator's.

    `eenvoudig` of the `aantal` girls get variant B.
    """
    stretches = [
        (tuple(werkblad.bladen.index(blad) + 1 for blad in bladen), sum(map(sheet_pages, bladen)), times)
        for bladen, times in _set(werkblad, aantal, eenvoudig)
    ]
    if werkblad.begeleiding:
        stretches.append(((facilitator_part(werkblad),), facilitator_pages(werkblad), 1))
    return Plan(
        tuple((parts, times) for parts, _, times in stretches), sum(pages * times for _, pages, times in stretches)
    )


def facilitator_part(werkblad: Werkblad) -> int:
    """Return which part of the document of a worksheet its facilitator sheet is."""
    return len(werkblad.bladen) + 1


def _set(werkblad: Werkblad, aantal: int, eenvoudig: int) -> list[tuple[list[Blad], int]]:
    """Return the sheets of a set and how often they are printed. An appendix kept apart is never among them."""
    own = [blad for blad in werkblad.bladen if blad.soort == "deelnemer" and not blad.per_groep]
    whole = [blad for blad in own if blad.formaat != "A6x4"]
    simple = min(eenvoudig, aantal) if any(blad.variant == "B" for blad in whole) else 0
    each = [
        ([blad for blad in whole if blad.variant in (variant, None)], times)
        for variant, times in (("A", aantal - simple), ("B", simple))
    ]
    cards = [([blad], -(-aantal // CARDS_ON_A_SHEET)) for blad in own if blad not in whole]
    shared = [blad for blad in werkblad.bladen if blad not in own and blad.soort != "bijlage"]
    return [(bladen, times) for bladen, times in (*each, *cards, (shared, 1)) if bladen and times]
