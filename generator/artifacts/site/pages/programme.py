"""The pages of packs to print in one go and of cycles of theme evenings."""

from __future__ import annotations

from collections.abc import Iterator

from generator.artifacts.print.packs import calendar_pdf, pack_pdf
from generator.artifacts.print.sets import SetPdf
from generator.artifacts.site.links import row_to
from generator.artifacts.site.pages.common import source_blocks
from generator.artifacts.site.places import href, page_of, pages
from generator.artifacts.site.views import Cell, Download, Downloads, Links, PageView, Prose, Section, Table
from generator.graph import Methodiek, Node
from generator.model.programma import Pakket, Themacyclus


def programme_pages(methodiek: Methodiek) -> Iterator[PageView]:
    """Yield the page of every pack and of every cycle."""
    for node in pages(methodiek, "pakket"):
        yield _view(methodiek, node, _pack(methodiek, node))
    for node in pages(methodiek, "themacyclus"):
        yield _view(methodiek, node, _cycle(methodiek, node))


def _view(methodiek: Methodiek, node: Node, sections: Iterator[Section]) -> PageView:
    page, record = page_of(node), node.record
    assert isinstance(record, Pakket | Themacyclus)
    closing = Section("Bron", source_blocks(methodiek, node, page), "bron")
    return PageView(
        page, record.titel, record.kern, node.document.path, node.kind.name, record.code, (*sections, closing)
    )


def _download(pdf: SetPdf, page: str) -> Downloads:
    count = f"{pdf.pages} {'bladzijde' if pdf.pages == 1 else 'bladzijden'}"
    return Downloads((Download(pdf.title, href(pdf.path, page), count, main=True),))


def _pack(methodiek: Methodiek, node: Node) -> Iterator[Section]:
    page, pakket = page_of(node), node.record
    assert isinstance(pakket, Pakket)
    yield Section("Printen", (_download(pack_pdf(methodiek, node), page),), "printen")
    yield Section("Wanneer", (Prose(pakket.uitleg),), "wanneer")
    rows = tuple(row_to(methodiek, edge.naar, page, edge.koppeling) for edge in methodiek.out(node, "werkbladen"))
    yield Section("Wat erin zit", (Links("Werkbladen", rows),), "inhoud")


def _cycle(methodiek: Methodiek, node: Node) -> Iterator[Section]:
    page, cyclus = page_of(node), node.record
    assert isinstance(cyclus, Themacyclus)
    yield Section("Printen", (_download(calendar_pdf(methodiek, node), page),), "printen")
    yield Section("Hoe het werkt", (Prose(cyclus.uitleg),), "uitleg")
    themes = {slug: thema.naam for thema in cyclus.kernthemas for slug in thema.avonden}
    heads = tuple(Cell(text, header=True) for text in ("Avond", "Blad", "Kernthema", "Waarom hier"))
    rows = tuple(
        (
            Cell(str(number), header=True),
            Cell(rows=(row_to(methodiek, edge.naar, page),)),
            Cell(themes.get(edge.naar.id, "")),
            Cell(edge.koppeling.afgeleid or edge.koppeling.bron or ""),
        )
        for number, edge in enumerate(methodiek.out(node, "avonden"), 1)
    )
    yield Section("De avonden", (Table(cyclus.titel, heads, rows, wide=True),), "avonden")
    names = ", ".join(thema.naam for thema in cyclus.kernthemas)
    proof = f"Bij elke bouw nagegaan: in {cyclus.venster} avonden achter elkaar komen altijd voor: {names}."
    yield Section("Wat is nagegaan", (Prose(proof),), "bewijs")
