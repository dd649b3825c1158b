"""The ways in: a door for each sort of reader, and what must be at hand on every page.

A door leads to what this methodology has; a door with nothing behind it is left out.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.artifacts.print.sets import pdfs_of
from generator.artifacts.registers.framework import asks
from generator.artifacts.site.drawings import pictogram
from generator.artifacts.site.pages.chains import INDEX, chain_kinds
from generator.artifacts.site.pages.coverage import GATEN
from generator.artifacts.site.pages.crosswalk import KRUISTABEL
from generator.artifacts.site.pages.naslag import HELP, help_lines
from generator.artifacts.site.pages.toolkit import LIGHT, TOOLKIT, guided, light, lists, packs
from generator.artifacts.site.places import CHANGES, DEKKING, SCHEMA, TRAINING, href, page_of, plural_anchor
from generator.artifacts.site.views import Door, LinkRow, Quick
from generator.graph import Methodiek, Node
from generator.model.toolkit import Werkblad

Place = tuple[str, str]
"""What a link says, and where it leads in the tree."""
HANDBOOK, GROUNDS, FRAMEWORK, ACCOUNT = (
    f"{chapter}/index.md" for chapter in ("handleiding", "onderbouwing", "kwaliteitskader", "verantwoording")
)


@dataclass(frozen=True)
class _Reader:
    title: str
    text: str
    picture: str


NEW = _Reader("Ik ben nieuw", "Hoe het werk gaat, van de eerste dag tot het afscheid.", "deur")
TRAINER = _Reader("Ik geef training", "Waar het werk uit bestaat, en wat je erbij kunt gebruiken.", "samen")
PRINTER = _Reader("Ik print voor de groep", "Alle bladen, met het aantal vellen en het begeleidersblad.", "kaartjes")
REVIEWER = _Reader("Ik beoordeel", "Wat er beloofd is, waar het op steunt en wat er ontbreekt.", "vraag")


def quick(methodiek: Methodiek) -> tuple[Quick, ...]:
    """Return what must be at hand on every page: the disclosure card and the help lines, where there are any."""
    cards = tuple(Quick(node.titel, page_of(node)) for node in _cards(methodiek))
    return (*cards, *((Quick("Hulplijnen", HELP),) if help_lines(methodiek) else ()))


def _cards(methodiek: Methodiek) -> tuple[Node, ...]:
    """Return the cards that say what to do when somebody tells something."""
    found = ((node, node.record) for node in methodiek.of("werkblad"))
    return tuple(node for node, record in found if isinstance(record, Werkblad) and record.onthulling)


def doors(methodiek: Methodiek, page: str) -> tuple[Door, ...]:
    """Return the doors that lead somewhere, as a page shows them."""
    found = (
        (NEW, tuple(_for_new(methodiek))),
        (TRAINER, tuple(_for_trainer(methodiek))),
        (PRINTER, tuple(_for_printer(methodiek))),
        (REVIEWER, tuple(_for_reviewer(methodiek))),
    )
    return tuple(_door(reader, places, page) for reader, places in found if places)


def _door(reader: _Reader, places: tuple[Place, ...], page: str) -> Door:
    (_, main), *others = places
    rows = tuple(LinkRow(words, href(place, page)) for words, place in others)
    return Door(reader.title, reader.text, href(main, page), pictogram(reader.picture), rows)


def _for_new(methodiek: Methodiek) -> Iterator[Place]:
    if not any(methodiek.of(kind) for kind in ("fase", "lijn", "basiselement")):
        return
    yield "Handleiding", HANDBOOK
    for node in methodiek.of("dagkaart"):
        yield node.titel, page_of(node)
    if methodiek.of("inwerkroute"):
        yield "Inwerkroutes", f"{TRAINING}#{plural_anchor('inwerkroute')}"
    if methodiek.of("fase"):
        yield "De fasen", f"{HANDBOOK}#{plural_anchor('fase')}"
    if methodiek.of("lijn"):
        yield "Wat altijd doorloopt", f"{HANDBOOK}#{plural_anchor('lijn')}"
    for one in quick(methodiek):
        yield one.title, one.path


def _for_trainer(methodiek: Methodiek) -> Iterator[Place]:
    if methodiek.of("draaiboek"):
        yield "Draaiboeken", f"{TRAINING}#{plural_anchor('draaiboek')}"
        yield "Wat er veranderd is", CHANGES
    if methodiek.of("training"):
        yield "Trainingen", f"{TRAINING}#{plural_anchor('training')}"
    if methodiek.of("basiselement"):
        yield "Basiselementen", f"{HANDBOOK}#{plural_anchor('basiselement')}"
    if methodiek.of("werkzaam-element"):
        yield "Werkzame elementen volgens de bron", f"{GROUNDS}#{plural_anchor('werkzaam-element')}"
    if guided(methodiek):
        yield "Bladen met een begeleidersblad", TOOLKIT
    for one in (card for card in quick(methodiek) if card.path != HELP):
        yield f"Oefenen met: {one.title}", one.path


def _for_printer(methodiek: Methodiek) -> Iterator[Place]:
    if not methodiek.of("werkblad"):
        return
    yield "Toolkit", TOOLKIT
    for name, anchor, _ in lists(methodiek)[:3]:
        yield name, f"{TOOLKIT}#{anchor}"
    for node in packs(methodiek):
        yield node.titel, page_of(node)
    if light(methodiek):
        yield "Liever iets lichts", f"{TOOLKIT}#{LIGHT}"
    for node in _cards(methodiek):
        for pdf in pdfs_of(methodiek, node)[:1]:
            yield f"{node.titel}, direct de PDF", pdf.path


def _for_reviewer(methodiek: Methodiek) -> Iterator[Place]:
    yield "Verantwoording", ACCOUNT
    yield "Dekking", DEKKING
    if asks(methodiek):
        yield "Kruistabel", KRUISTABEL
    if chain_kinds(methodiek):
        yield "Ketens: van factor tot kader", INDEX
    if methodiek.of("kernelement"):
        yield "Kwaliteitskader", FRAMEWORK
    if methodiek.of("schemarij"):
        yield "Factor, doel en aanpak", SCHEMA
    yield "Bekende gaten", GATEN
