"""PDFs that go beyond one toolkit item: a pack to print in one go, and the calendar of a cycle."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from generator.artifacts.print.classes import BEWAREN, GEBRUIK
from generator.artifacts.print.explanation import Uitleg
from generator.artifacts.print.facilitator import FacilitatorView, facilitator_view
from generator.artifacts.print.forms import document_html, facilitator_pages, sheet_html, sheet_pages
from generator.artifacts.print.references import explanation
from generator.artifacts.print.sets import SetPdf
from generator.artifacts.print.sheets import SheetView, sheet_view
from generator.graph import Methodiek, Node
from generator.model.blokken import Kolom, Optie, TabelBlok
from generator.model.programma import Pakket, Themacyclus
from generator.model.toolkit import Blad, Werkblad


def pack_pdf(methodiek: Methodiek, node: Node) -> SetPdf:
    """Return everything of a pack as one PDF, each piece once, in the order in which it is written."""
    pakket = node.record
    assert isinstance(pakket, Pakket)
    views: list[SheetView | FacilitatorView] = []
    pages = 0
    for stuk in pakket.stukken:
        item = methodiek.nodes["werkblad", stuk.werkblad]
        werkblad = item.record
        assert isinstance(werkblad, Werkblad)
        words = explanation(methodiek, item)
        for blad in werkblad.bladen:
            if blad.id in stuk.bladen or (not stuk.bladen and blad.soort == "deelnemer"):
                views.append(sheet_view(werkblad, blad, words))
                pages += sheet_pages(blad)
        if stuk.begeleiding and werkblad.begeleiding:
            views.append(facilitator_view(werkblad, words))
            pages += facilitator_pages(werkblad)
    return SetPdf(
        f"toolkit/pakketten/{pakket.code.lower()}.pdf",
        "Alles in één keer",
        cache(lambda: document_html(pakket.code, views)),
        pages,
        node.at("stukken", key=True),
        main=True,
    )


def calendar_pdf(methodiek: Methodiek, node: Node) -> SetPdf:
    """Return the calendar of a cycle: its evenings in order, with room for dates and names of staff."""
    cyclus = node.record
    assert isinstance(cyclus, Themacyclus)
    columns = (
        Kolom(kop="Avond", breedte=6),
        Kolom(kop="Datum", breedte=3),
        Kolom(kop="Wie begeleidt", breedte=4),
        Kolom(kop="Opmerking", breedte=4),
    )
    evenings = [methodiek.nodes["werkblad", link.naar].titel for link in cyclus.avonden]
    rows = tuple(Optie(tekst=f"{number}. {title}") for number, title in enumerate(evenings, 1))
    table = TabelBlok(soort="tabel", uitleg=cyclus.kern, kolommen=columns, rijen=rows, hoogte=15)
    sheet = Blad(id="kalender", soort="staf", titel=cyclus.titel, blokken=(table,))
    item = Werkblad(
        id=cyclus.id,
        titel=cyclus.titel,
        bron=cyclus.bron,
        code=cyclus.code,
        lijst="aanvulling",
        recht="EIGEN",
        gebruik="G0",
        bewaren="B0",
        doel=cyclus.kern,
        wanneer=cyclus.uitleg,
        wie="begeleiding",
        duur="een cyclus",
        wijzigingen=cyclus.wijzigingen,
        bladen=(sheet,),
    )
    return SetPdf(
        f"toolkit/cycli/{cyclus.code.lower()}-kalender.pdf",
        "Kalender om op te hangen",
        cache(lambda: sheet_html(item, sheet, Uitleg(GEBRUIK[item.gebruik], BEWAREN[item.bewaren]))),
        sheet_pages(sheet),
        node.at("avonden", key=True),
        main=True,
    )


def programme_pdfs(methodiek: Methodiek) -> Iterator[SetPdf]:
    """Yield the PDFs of all packs and cycles."""
    for node in methodiek.of("pakket"):
        yield pack_pdf(methodiek, node)
    for node in methodiek.of("themacyclus"):
        yield calendar_pdf(methodiek, node)
