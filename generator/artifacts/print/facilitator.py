"""From a worksheet to the view of its facilitator sheet: twelve blocks in a fixed order."""

from __future__ import annotations

from dataclasses import dataclass

from generator.artifacts.print.explanation import Uitleg
from generator.artifacts.print.sheets import TO_HOLD
from generator.model.blokken import Blok, LijnenBlok, LijstBlok, WelNietBlok, ZinnenBlok
from generator.model.toolkit import Begeleiding, Werkblad

WITH_HELP = {"G2", "G3"}
"""The classes whose facilitator sheet repeats the disclosure card."""
TO_WRITE_ON = (LijnenBlok, ZinnenBlok)


@dataclass(frozen=True)
class FacilitatorView:
    """One facilitator sheet, with everything its template needs."""

    sjabloon: str
    titel: str
    neutrale_titel: str | None
    code: str
    gebruik: str
    gebruik_tekst: str
    bewaren: str
    bewaren_tekst: str
    stopteken: str | None
    let_op: str | None
    wie: str
    inhoud: Begeleiding
    samen: int | None
    """The minutes of all steps together, where every step keeps time."""
    met_ouders: bool
    """Whether only parents hold its sheets."""
    onthulling: tuple[tuple[Blok, ...], ...]
    """The disclosure card in rows of one or two blocks; empty where the sheet itself says what to do."""
    uitleg: Uitleg
    voeten: tuple[str, ...]
    """One running footer for each side of the paper."""
    colofon: str | None = None


def facilitator_view(werkblad: Werkblad, uitleg: Uitleg, colophon: str | None = None) -> FacilitatorView:
    """Return the view of a facilitator sheet. Raises ValueError for a worksheet that has none."""
    inhoud = werkblad.begeleiding
    if inhoud is None:
        raise ValueError(f"{werkblad.id} has no facilitator sheet")
    sides = inhoud.bladzijden
    return FacilitatorView(
        sjabloon="begeleiding.html",
        titel=werkblad.titel,
        neutrale_titel=werkblad.neutrale_titel,
        code=werkblad.code,
        gebruik=werkblad.gebruik,
        gebruik_tekst=uitleg.gebruik,
        bewaren=werkblad.bewaren,
        bewaren_tekst=uitleg.bewaren,
        stopteken=werkblad.stopteken,
        let_op=werkblad.let_op,
        wie=werkblad.wie,
        inhoud=inhoud,
        samen=_minutes(inhoud),
        met_ouders={blad.soort for blad in werkblad.bladen} & TO_HOLD == {"ouder"},
        onthulling=() if inhoud.bij_vertellen or werkblad.gebruik not in WITH_HELP else _to_read(uitleg.onthulling),
        uitleg=uitleg,
        voeten=tuple(
            f"{werkblad.code} · v{werkblad.versie} · begeleiding {n} van {sides}" for n in range(1, sides + 1)
        ),
        colofon=colophon,
    )


def _minutes(inhoud: Begeleiding) -> int | None:
    minutes = [stap.minuten for stap in inhoud.stappen]
    return sum(one for one in minutes if one) if all(minutes) else None


def _to_read(blokken: tuple[Blok, ...]) -> tuple[tuple[Blok, ...], ...]:
    """Set the card in rows: a list stands beside what to do and what not. What is only there to be written on is left
    out: that belongs on the card itself."""
    rows: list[tuple[Blok, ...]] = []
    for blok in blokken:
        if isinstance(blok, TO_WRITE_ON):
            continue
        if rows and isinstance(blok, LijstBlok) and len(rows[-1]) == 1 and isinstance(rows[-1][0], WelNietBlok):
            rows[-1] = (*rows[-1], blok)
        else:
            rows.append((blok,))
    return tuple(rows)
