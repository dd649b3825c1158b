"""The pages of the registers, and the page with everything to take along."""

from __future__ import annotations

from collections.abc import Iterator

from generator.artifacts.exports.files import FOLDER
from generator.artifacts.exports.readme import FILES, SELFSCAN
from generator.artifacts.print.selfscan import selfscan_pdf
from generator.artifacts.registers import Cel, Register, registers
from generator.artifacts.registers.framework import asks
from generator.artifacts.site.places import href, place_of
from generator.artifacts.site.views import (
    Cell,
    Download,
    Downloads,
    Fact,
    Facts,
    LinkRow,
    Links,
    Note,
    PageView,
    Prose,
    Section,
    Table,
)
from generator.graph import Methodiek

TAKE_ALONG = "verantwoording/open-data.md"
SELFSCAN_PAGE = "verantwoording/zelfscan.md"
SHORT = len("22-11-2026")
"""How long a text is at most that stays on one line: a number or a day is not to be broken."""
OWN_PAGE = ("kruistabel", "zelfscan", "gaten", "verschillen", "wijzigingen")
"""The registers that the site shows on a page of another shape."""


def register_path(register: Register) -> str:
    """Return the page of a register."""
    return f"verantwoording/register-{register.id}.md"


def shown_registers(methodiek: Methodiek) -> tuple[Register, ...]:
    """Return the registers that have a page made of their rows."""
    return tuple(one for one in registers(methodiek) if one.id not in OWN_PAGE)


def register_pages(methodiek: Methodiek) -> Iterator[PageView]:
    """Yield the page of every register, of the zelfscan, and of the open data."""
    for register in shown_registers(methodiek):
        page = register_path(register)
        yield PageView(page, register.title, register.lead, kind="register", sections=tuple(_sections(register, page)))
    if asks(methodiek):
        yield _selfscan(methodiek)
    yield _take_along(methodiek)


def _sections(register: Register, page: str) -> Iterator[Section]:
    if register.said:
        yield Section("Stand", (Facts(tuple(Fact(*one) for one in register.said)),), "stand")
    if register.rows:
        heads = tuple(Cell(head[:1].upper() + head[1:], header=True) for head in register.heads)
        rows = tuple(
            tuple(_cell(cell, page, header=number == 0) for number, cell in enumerate(row)) for row in register.rows
        )
        yield Section(register.title, (Table(register.title, heads, rows, wide=True),), "rijen")
    else:
        yield Section(register.title, (Note("rustig", register.empty),), "rijen")
    if register.rows:
        yield Section("Meenemen", (csv_link(register.id, page),), "meenemen")


def _cell(cell: Cel, page: str, header: bool) -> Cell:
    target = href(place_of(cell.node), page) if cell.node else ""
    tone = "gat" if cell.gap else "kort" if len(cell.shown) <= SHORT else ""
    return Cell(cell.shown, header=header, href=target, tone=tone)


def csv_link(name: str, page: str) -> Links:
    """Return the link to a table as CSV."""
    return Links("Als tabel", (LinkRow(f"{name}.csv", href(f"{FOLDER}/csv/{name}.csv", page)),))


def _selfscan(methodiek: Methodiek) -> PageView:
    pdf = selfscan_pdf(methodiek)
    page = SELFSCAN_PAGE
    how = Prose(
        "Loop met elkaar elke uitspraak langs. Zeg of jullie organisatie eraan voldoet, en waar dat te zien is. Nog "
        "niet? Schrijf op wat er gebeurt, wie het doet en wanneer het klaar is. Wat in de methodiek niet gedekt is, "
        "moet de organisatie zelf regelen."
    )
    print_ = Downloads((Download(pdf.title, href(pdf.path, page), f"{pdf.pages} bladzijden", main=True),))
    sheet = LinkRow("Werkboek met keuzelijsten (XLSX)", href(f"{FOLDER}/{SELFSCAN}", page))
    table = LinkRow("Tabel (CSV)", href(f"{FOLDER}/csv/zelfscan.csv", page))
    sections = (
        Section("Doen", (how,), "doen"),
        Section("Printen", (print_,), "printen"),
        Section("Op het scherm", (Links("Om in te vullen", (sheet, table)),), "scherm"),
    )
    lead = "Voldoet onze organisatie aan het kwaliteitskader? Per uitspraak invullen."
    return PageView(page, "Zelfscan", lead, kind="overzicht", sections=sections)


def _take_along(methodiek: Methodiek) -> PageView:
    page = TAKE_ALONG
    why = Prose(
        "Alles op deze site staat ook in bestanden die elk programma leest. Elk ding en elke koppeling heeft een vaste "
        "naam. Zo kan iedereen narekenen wat hier staat. Hoe dat gaat, staat in LEESMIJ.txt."
    )
    files = tuple(LinkRow(f"{name}: {what}", href(f"{FOLDER}/{name}", page)) for name, what in FILES)
    if not asks(methodiek):
        files = tuple(row for row, (name, _) in zip(files, FILES, strict=True) if name != SELFSCAN)
    tables = tuple(
        LinkRow(f"{one.title} (CSV)", href(f"{FOLDER}/csv/{one.id}.csv", page))
        for one in registers(methodiek)
        if one.rows
    )
    dossier = Prose(
        "Voor een vergadering is er een dossier: één PDF met de weergave voor de commissie, de ketens, de kruistabel, "
        "alle registers en elk blad, met deze bestanden als bijlage erin. Het opmaken duurt minuten, dus het staat "
        "niet op de site. Wie de methodiek beheert, maakt het met het commando 'methodiek bundel'. Dat geeft "
        "build/bundel.zip: het dossier, elke PDF, deze data, en SHA256SUMS om alles na te rekenen."
    )
    sections = (
        Section("Wat dit is", (why,), "uitleg"),
        Section("Het dossier", (dossier,), "dossier"),
        Section("De bestanden", (Links("", files),), "bestanden"),
        Section("De registers als tabel", (Links("", tables),), "registers"),
    )
    return PageView(page, "Open data", "Alles om mee te nemen en na te rekenen.", kind="overzicht", sections=sections)
