"""The zelfscan on paper: a page for each element of the framework, with room for answers."""

from __future__ import annotations

from datetime import date
from functools import cache
from itertools import groupby

from generator.artifacts.print.classes import BEWAREN, GEBRUIK
from generator.artifacts.print.explanation import Uitleg
from generator.artifacts.print.forms import document_html, sheet_pages
from generator.artifacts.print.sets import SetPdf
from generator.artifacts.print.sheets import sheet_view
from generator.artifacts.registers.framework import demand_name, demands, element_name
from generator.graph import Methodiek
from generator.graph.crosswalk import Demand
from generator.model.base import Uitgave
from generator.model.blokken import Kolom, Optie, TabelBlok
from generator.model.toolkit import Blad, Werkblad

PATH = "verantwoording/zelfscan.pdf"
FORM = Uitgave(
    versie="1.0", datum=date(2026, 11, 21), wat="Eerste versie.", waarom="Er was nog geen formulier om in te vullen."
)
"""The edition of the form itself; what it asks comes from the framework."""
ROWS_ON_A_PAGE = 5
COLUMNS = (
    Kolom(kop="Uitspraak", breedte=8),
    Kolom(kop="Voldoet", breedte=2, uitleg="ja, deels of nee"),
    Kolom(kop="Waar te zien", breedte=4),
    Kolom(kop="Wat gaan we doen", breedte=4),
    Kolom(kop="Wie", breedte=2),
    Kolom(kop="Klaar op", breedte=2),
)


def selfscan_pdf(methodiek: Methodiek) -> SetPdf:
    """Return the zelfscan as one PDF of staff sheets."""
    sheets = tuple(
        _sheet(group[start : start + ROWS_ON_A_PAGE], start // ROWS_ON_A_PAGE + 1)
        for _, found in groupby(demands(methodiek), key=lambda demand: id(demand.element))
        for group in [tuple(found)]
        for start in range(0, len(group), ROWS_ON_A_PAGE)
    )
    first = demands(methodiek)[0].element
    item = Werkblad(
        id="zelfscan",
        titel="Zelfscan",
        bron=first.record.bron,  # type: ignore[attr-defined]
        code="Z-00",
        lijst="aanvulling",
        recht="EIGEN",
        gebruik="G0",
        bewaren="B0",
        doel="Nagaan of de organisatie aan het kwaliteitskader voldoet.",
        wanneer="Elk jaar, en als er iets verandert.",
        wie="leiding en team",
        duur="een dagdeel",
        wijzigingen=(FORM,),
        bladen=sheets,
    )
    words = Uitleg(GEBRUIK[item.gebruik], BEWAREN[item.bewaren])
    html = cache(lambda: document_html("Zelfscan", [sheet_view(item, blad, words) for blad in sheets]))
    pages = sum(sheet_pages(blad) for blad in sheets)
    return SetPdf(PATH, "Zelfscan om te printen", html, pages, first.at("criteria", key=True), main=True)


def _sheet(group: tuple[Demand, ...], number: int) -> Blad:
    name = element_name(group[0])
    rows = tuple(_row(demand) for demand in group)
    table = TabelBlok(soort="tabel", kolommen=COLUMNS, rijen=rows, hoogte=20)
    return Blad(
        id=f"{group[0].element.id}-{number}",
        soort="staf",
        titel=name if number == 1 else f"{name} (vervolg)",
        ondertitel="Voldoet onze organisatie hieraan? Ga het samen na.",
        formaat="A4-liggend",
        blokken=(table,),
    )


def _row(demand: Demand) -> Optie:
    """Return a demand as a row. A demand may be longer than an author may make a line, so it is taken as it is."""
    level = getattr(demand.statement.record, "niveau", "organisatie")
    words = f"In de methodiek: {demand.stand}."
    text = f"{demand_name(demand).capitalize()} ({level}). {demand.statement.titel}"
    return Optie.unchecked(tekst=" ".join(text.split()), uitleg=words)
