"""The set for a group in printing order: each different sheet is laid out once, however many girls get it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import accumulate

from generator.artifacts.print.engine import Copies
from generator.artifacts.print.explanation import Uitleg
from generator.artifacts.print.facilitator import FacilitatorView, facilitator_view
from generator.artifacts.print.forms import document_html, facilitator_pages, sheet_pages
from generator.artifacts.print.sheets import CARDS_ON_A_SHEET, SheetView, sheet_view
from generator.model.toolkit import Blad, Werkblad


@dataclass(frozen=True)
class SetDocument:
    """Everything for one use of a worksheet: each different sheet once, and how often it comes out."""

    html: str
    pages: int
    """How many pages are written; with `dubbelzijdig` the blank backs count."""
    copies: tuple[Copies, ...]


def set_document(
    werkblad: Werkblad,
    uitleg: Uitleg,
    *,
    aantal: int,
    eenvoudig: int,
    colophon: str,
    dubbelzijdig: bool = False,
) -> SetDocument:
    """Return everything for one use in printing order: each girl's sheets, what the table shares, the facilitator's.

    `eenvoudig` of the `aantal` girls get variant B. `dubbelzijdig` starts every sheet on fresh paper, so that a
    printer that turns the paper over never puts two girls on one leaf.
    """
    stretches = [
        _Stretch(
            tuple(_Piece(sheet_view(werkblad, blad, uitleg, colophon), sheet_pages(blad)) for blad in bladen), times
        )
        for bladen, times in _set(werkblad, aantal, eenvoudig)
    ]
    if werkblad.begeleiding:
        piece = _Piece(facilitator_view(werkblad, uitleg, colophon), facilitator_pages(werkblad))
        stretches.append(_Stretch((piece,), 1))
    if dubbelzijdig and stretches:
        stretches = _on_fresh_paper(stretches)
    ends = list(accumulate(stretch.pages for stretch in stretches))
    return SetDocument(
        document_html(
            f"{werkblad.neutrale_titel or werkblad.titel} ({werkblad.code})",
            [piece.view for stretch in stretches for piece in stretch.pieces],
            dubbelzijdig,
        ),
        sum(stretch.pages * stretch.times for stretch in stretches),
        tuple((end - one.pages + 1, end, one.times) for one, end in zip(stretches, ends, strict=True)),
    )


@dataclass(frozen=True)
class _Piece:
    """One sheet of a set, and the pages it promises."""

    view: SheetView | FacilitatorView
    pages: int


@dataclass(frozen=True)
class _Stretch:
    """Sheets that come out together, so many times."""

    pieces: tuple[_Piece, ...]
    times: int

    @property
    def pages(self) -> int:
        """The pages of one time."""
        return sum(piece.pages for piece in self.pieces)


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


def _on_fresh_paper(stretches: list[_Stretch]) -> list[_Stretch]:
    """Give every sheet a back of its own, blank where need be.

    Only the very last one has nothing behind it that needs fresh paper, so it is laid out apart from its copies.
    """
    *before, last = stretches
    before += [replace(last, times=last.times - 1)] if last.times > 1 else []
    whole = [replace(one, pieces=tuple(map(_with_back, one.pieces))) for one in before]
    return [*whole, _Stretch((*map(_with_back, last.pieces[:-1]), last.pieces[-1]), 1)]


def _with_back(piece: _Piece) -> _Piece:
    return replace(piece, pages=piece.pages + piece.pages % 2)
