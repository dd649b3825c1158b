"""From a sheet in the toolkit to the frozen view that its template prints."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from generator.artifacts.print.classes import BEWAREN, GEBRUIK
from generator.artifacts.print.explanation import Uitleg
from generator.model.base import Part
from generator.model.blokken import Blok, NieuweBladzijdeBlok
from generator.model.toolkit import Blad, Werkblad

TO_HOLD = {"deelnemer", "knipvel", "ouder"}
"""Sheets that a girl or a parent holds: large type, and only a neutral title, code and version."""
MAY_SKIP = {"deelnemer": "Je mag altijd iets overslaan.", "ouder": "U mag altijd iets overslaan."}
"""What stands beside the title of a sheet that asks something."""
CARDS_ON_A_SHEET = 4
"""How many A6 cards go on one A4."""
MUCH_ON_A_CARD = 640
"""From how many characters on, a staff card needs small type."""

IN_CARE_SYSTEM = "Bewaar in het zorgsysteem. Vernietig daarna dit papier."
FILLED_IN = "Ingevuld? Bewaar in het zorgsysteem; wis het bestand van deze computer."


@dataclass(frozen=True)
class Pagina:
    """One side of paper: its blocks and its running footer."""

    blokken: tuple[Blok, ...]
    voet: str


@dataclass(frozen=True)
class SheetView:
    """One sheet, with everything its template needs."""

    sjabloon: str
    titel: str
    ondertitel: str | None
    klas: str
    """The CSS classes of each of its pages: paper, holder, size of type."""
    paginas: tuple[Pagina, ...]
    links: str
    """What stands left in the running footer; empty on paper that a girl or a parent holds."""
    kenmerk: bool
    overslaan: str | None
    invulbaar: bool
    slot: str | None
    bewaarregel: str | None
    klassen: tuple[tuple[str, str], ...]
    """The G-class and B-class with their words, on staff paper that is no record itself."""
    kaarten: int = 0
    """How many times the sheet stands on its page; 0 for a whole page."""
    colofon: str | None = None


def sheet_view(werkblad: Werkblad, blad: Blad, uitleg: Uitleg, colophon: str | None = None) -> SheetView:
    """Return the view of one sheet. A colophon only goes on paper for staff."""
    held = blad.soort in TO_HOLD
    cards = blad.formaat == "A6x4"
    recorded = _recorded(werkblad, blad)
    return SheetView(
        sjabloon="kaarten.html" if cards else "sheet.html",
        titel=blad.titel,
        ondertitel=blad.ondertitel,
        klas=_classes(blad, held),
        paginas=_pages(werkblad, blad),
        links="" if held else werkblad.titel,
        kenmerk=recorded,
        overslaan=MAY_SKIP.get(blad.soort),
        invulbaar=blad.invulbaar,
        slot=blad.slot,
        bewaarregel=_where_kept(blad, held) if recorded else None,
        klassen=() if held or cards or recorded else _class_words(werkblad, blad, uitleg),
        kaarten=CARDS_ON_A_SHEET if cards else 0,
        colofon=None if held or cards else colophon,
    )


def sheet_title(werkblad: Werkblad, blad: Blad) -> str:
    """Return what a reader's window shows; as neutral as the paper."""
    return f"{blad.titel} ({_code(werkblad, blad)})"


def sheet_pages(blad: Blad) -> int:
    """Return how many sides of paper a sheet promises to take."""
    return blad.bladzijden


def _code(werkblad: Werkblad, blad: Blad) -> str:
    return f"{werkblad.code} {blad.variant}" if blad.variant else werkblad.code


def _recorded(werkblad: Werkblad, blad: Blad) -> bool:
    """Whether what is written on a sheet goes to the care system. An appendix about a girl always does."""
    if blad.formaat == "A6x4" or blad.soort == "knipvel":
        return False
    keeping = blad.bewaren or werkblad.bewaren
    return keeping == "B2" or (blad.soort == "bijlage" and keeping == "B1")


def _class_words(werkblad: Werkblad, blad: Blad, uitleg: Uitleg) -> tuple[tuple[str, str], ...]:
    """The classes of a sheet with their words: its own where it has them, else those of the item."""
    return (
        (blad.gebruik, GEBRUIK[blad.gebruik]) if blad.gebruik else (werkblad.gebruik, uitleg.gebruik),
        (blad.bewaren, BEWAREN[blad.bewaren]) if blad.bewaren else (werkblad.bewaren, uitleg.bewaren),
    )


def _classes(blad: Blad, held: bool) -> str:
    paper = {"A4": "staand", "A4-liggend": "liggend", "A6x4": "vier"}[blad.formaat]
    holder = f"deelnemer maat-{(blad.variant or 'A').lower()}" if held else "staf maat-staf"
    room = " krap" if paper == "vier" and _characters(blad.blokken) > MUCH_ON_A_CARD * blad.bladzijden else ""
    return f"{paper} {holder} soort-{blad.soort}{room}"


def _characters(blokken: Iterable[Part]) -> int:
    """How much there is to read in blocks."""
    return sum(map(_length, (blok.data() for blok in blokken)))


def _length(value: object) -> int:
    if isinstance(value, str):
        return len(value)
    if isinstance(value, dict):
        return sum(map(_length, value.values()))
    return sum(map(_length, value)) if isinstance(value, tuple | list) else 0


def _pages(werkblad: Werkblad, blad: Blad) -> tuple[Pagina, ...]:
    """Divide the blocks over pages where the author turns the page."""
    pages: list[list[Blok]] = [[]]
    for blok in blad.blokken:
        if isinstance(blok, NieuweBladzijdeBlok):
            pages.append([])
        else:
            pages[-1].append(blok)
    foot = f"{_code(werkblad, blad)} · v{werkblad.versie}"
    if blad.formaat == "A6x4":
        return tuple(Pagina(tuple(blokken), foot) for blokken in pages)
    return tuple(
        Pagina(tuple(blokken), f"{foot} · blad {number} van {blad.bladzijden}")
        for number, blokken in enumerate(pages, 1)
    )


def _where_kept(blad: Blad, held: bool) -> str | None:
    if blad.invulbaar:
        return FILLED_IN
    return None if held else IN_CARE_SYSTEM
