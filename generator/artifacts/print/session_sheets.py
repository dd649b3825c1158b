"""The participants' set of a session as pages of blocks: today, the points, cases, exercises and questions."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from generator.artifacts.sessions import CaseToRead, case_slugs, cases, point_name, stops
from generator.graph import Methodiek
from generator.model.blokken import (
    Blok,
    Feit,
    FeitenBlok,
    KaderBlok,
    KeuzeTabelBlok,
    LijnenBlok,
    LijstBlok,
    NieuweBladzijdeBlok,
    Optie,
    TekstBlok,
    VinkjesBlok,
)
from generator.model.casus import Kijkwijzer, Vraag
from generator.model.draaiboek import Dagdeel, Draaiboek
from generator.model.toolkit import Blad

QUESTIONS_ON_A_PAGE = 5


@dataclass(frozen=True)
class Side:
    """One side of paper: its heading (empty where it goes on from the side before) and its blocks."""

    titel: str
    ondertitel: str
    blokken: tuple[Blok, ...]


def participant_sides(methodiek: Methodiek, plan: Draaiboek, dagdeel: Dagdeel) -> tuple[Side, ...]:
    """Return the sides of a participants' set in the order in which the session needs them."""
    return tuple(_sides(methodiek, plan, dagdeel))


def _sides(methodiek: Methodiek, plan: Draaiboek, dagdeel: Dagdeel) -> Iterator[Side]:
    yield _today(plan, dagdeel)
    if "voor" in dagdeel.metingen:
        yield from question_sides("Tien vragen vooraf", plan.toets)
    found = cases(methodiek, case_slugs(dagdeel))
    ways = {case.wijzer.id: case.wijzer for case in found}
    for wijzer in ways.values():
        yield _points(wijzer)
    for blad in plan.bladen:
        if blad.id in dagdeel.bladen:
            yield from sheet_sides(blad)
    for case in found:
        yield _case(case)
    if "na" in dagdeel.metingen:
        yield from question_sides("Tien vragen na afloop", plan.toets)


def _today(plan: Draaiboek, dagdeel: Dagdeel) -> Side:
    order = tuple(f"{stop.van}  {stop.blok.titel}" for stop in stops(dagdeel))
    return Side(
        dagdeel.titel,
        plan.titel,
        (
            LijstBlok(soort="lijst", kop="Waar het om gaat", punten=dagdeel.doelen),
            KaderBlok(soort="kader", kop="Afspraken", tekst="\n\n".join(plan.afspraken), toon="let-op"),
            LijstBlok(soort="lijst", kop="Vandaag, in uren en minuten vanaf het begin", punten=order),
            LijnenBlok(soort="lijnen", vraag="Wie is er bereikbaar als het blijft hangen?", regels=2),
            TekstBlok(soort="tekst", kop="Wat dit is en niet is", tekst=plan.rechten),
        ),
    )


def _points(wijzer: Kijkwijzer) -> Side:
    facts = tuple(
        Feit(term=point_name(one.titel, one.voorheen), uitleg=" ".join(filter(None, (one.uitleg, one.vraag))))
        for one in wijzer.punten
    )
    blocks: list[Blok] = [FeitenBlok(soort="feiten", feiten=facts)]
    if wijzer.uitkomsten:
        ends = tuple(Feit(term=f"{one.teken}. {one.titel}", uitleg=one.uitleg) for one in wijzer.uitkomsten)
        blocks.append(FeitenBlok(soort="feiten", kop="Hoe ernstig is het?", feiten=ends))
    blocks.append(KaderBlok(soort="kader", kop="Van wie dit is", tekst=wijzer.rechten))
    return Side(wijzer.titel, wijzer.kern, tuple(blocks))


def _case(case: CaseToRead) -> Side:
    wijzer = case.wijzer
    blocks: list[Blok] = [KaderBlok(soort="kader", tekst=case.tekst)]
    if wijzer.oordelen:
        rows = tuple(Optie(tekst=point_name(one.titel, one.voorheen), uitleg=one.vraag) for one in wijzer.punten)
        columns = tuple(Optie(tekst=one) for one in wijzer.oordelen)
        blocks.append(KeuzeTabelBlok(soort="keuzetabel", kolommen=columns, rijen=rows))
        ends = tuple(Optie(tekst=f"{one.teken}. {one.titel}") for one in wijzer.uitkomsten)
        blocks.append(VinkjesBlok(soort="vinkjes", vraag=case.vraag, opties=ends, kolommen=4, een=True))
        blocks.append(LijnenBlok(soort="lijnen", vraag="Dat vind ik, omdat:", regels=3))
        blocks.append(LijnenBlok(soort="lijnen", vraag="Dit zou ik doen of zeggen:", regels=3))
    else:
        for punt in wijzer.punten:
            blocks.append(LijnenBlok(soort="lijnen", vraag=punt.titel, uitleg=punt.vraag, regels=3))
        blocks.append(LijnenBlok(soort="lijnen", vraag=case.vraag, regels=3))
    return Side(case.titel, f"Casus {case.code}. Verzonnen, en zo gewoon dat hij overal kan spelen.", tuple(blocks))


def question_sides(
    title: str, questions: tuple[Vraag, ...], lead: str = "", on_a_side: int = QUESTIONS_ON_A_PAGE
) -> Iterator[Side]:
    """Yield questions to answer on paper, without their answers."""
    lead = lead or "Zonder naam. Zet een eigen teken bovenaan: ________"
    for start in range(0, len(questions), on_a_side):
        some = questions[start : start + on_a_side]
        yield Side(title if not start else "", lead if not start else "", tuple(_asked(some, start + 1)))


def _asked(questions: Iterable[Vraag], first: int) -> Iterator[Blok]:
    for number, vraag in enumerate(questions, first):
        options = tuple(Optie(tekst=f"{letter}. {text}") for letter, text in zip("abcd", vraag.opties, strict=False))
        yield VinkjesBlok(soort="vinkjes", vraag=f"{number}. {vraag.vraag}", opties=options, een=True)


def sheet_sides(blad: Blad) -> Iterator[Side]:
    """Yield the sides of a sheet, where its author turns the page."""
    sides: list[list[Blok]] = [[]]
    for blok in blad.blokken:
        if isinstance(blok, NieuweBladzijdeBlok):
            sides.append([])
        else:
            sides[-1].append(blok)
    for number, blocks in enumerate(sides):
        yield Side(blad.titel if not number else "", (blad.ondertitel or "") if not number else "", tuple(blocks))
