"""The first page of the toolkit: every item as a card, by list, with fields to choose from."""

from __future__ import annotations

from collections.abc import Iterator

from generator.artifacts.print.classes import BEWAREN, GEBRUIK
from generator.artifacts.site.links import row_to
from generator.artifacts.site.miniatures import miniature
from generator.artifacts.site.pages.choosing import chooser, traits
from generator.artifacts.site.pages.reach import has_reach, reach_card
from generator.artifacts.site.places import code_of, href, page_of, pages
from generator.artifacts.site.views import Card, Cards, Fact, Facts, Links, PageView, Prose, Section
from generator.graph import Methodiek, Node
from generator.model.toolkit import LIJSTEN, Werkblad

TOOLKIT = "toolkit/index.md"
LIGHT = "liever-iets-lichts"
LIGHT_MINUTES = 30


def lists(methodiek: Methodiek) -> list[tuple[str, str, tuple[Node, ...]]]:
    """Return (name, anchor, items) for each list that holds something."""
    items = pages(methodiek, "werkblad")
    found = ((name, tuple(node for node in items if _record(node).lijst == key)) for key, name in LIJSTEN.items())
    return [(name, name.lower(), nodes) for name, nodes in found if nodes]


def light(methodiek: Methodiek) -> tuple[Node, ...]:
    """Return the items that ask little: alone or with somebody near, hers to hold, and soon done."""
    return tuple(node for node in pages(methodiek, "werkblad") if _light(_record(node)))


def _light(record: Werkblad) -> bool:
    short = record.kiezen is None or (record.kiezen.minuten or LIGHT_MINUTES) <= LIGHT_MINUTES
    return record.gebruik in ("G0", "G1") and short and any(blad.soort == "deelnemer" for blad in record.bladen)


def packs(methodiek: Methodiek) -> tuple[Node, ...]:
    """Return the packs to print in one go, and the cycles of evenings."""
    return tuple(node for kind in ("pakket", "themacyclus") for node in pages(methodiek, kind))


def guided(methodiek: Methodiek) -> tuple[Node, ...]:
    """Return the items that have a facilitator sheet."""
    return tuple(node for node in pages(methodiek, "werkblad") if _record(node).begeleiding)


def toolkit_page(methodiek: Methodiek, title: str, lead: str) -> PageView:
    """Return the first page of the toolkit."""
    return PageView(TOOLKIT, title, lead, kind="toolkit", sections=tuple(_sections(methodiek)))


def _sections(methodiek: Methodiek) -> Iterator[Section]:
    items = pages(methodiek, "werkblad")
    if at_once := tuple(_at_once(methodiek)):
        yield Section("In één keer", (Cards(at_once),), "in-een-keer")
    if len(items) > 3:
        yield Section("Kies", (chooser(methodiek),), "kies")
    for name, anchor, nodes in lists(methodiek):
        yield Section(name, (Cards(tuple(_card(methodiek, node) for node in nodes)),), anchor)
    if calm := light(methodiek):
        why = Prose(
            "Voor een avond die niet zwaar moet zijn. Deze bladen mogen zonder begeleiding, of met iemand in de buurt, "
            f"en duren hooguit {LIGHT_MINUTES} minuten per keer."
        )
        yield Section(
            "Liever iets lichts", (why, Links("", tuple(row_to(methodiek, node, TOOLKIT) for node in calm))), LIGHT
        )
    if has_reach(methodiek):
        yield Section("Waar het aan werkt", (Cards((reach_card(TOOLKIT),)),), "waar-het-aan-werkt")
    used = {_record(node).gebruik for node in items} | {_record(node).bewaren for node in items}
    facts = tuple(Fact(code, words) for table in (GEBRUIK, BEWAREN) for code, words in table.items() if code in used)
    yield Section("Wat de letters zeggen", (Facts(facts),), "letters")


def _at_once(methodiek: Methodiek) -> Iterator[Card]:
    """Yield what people want without having to choose."""
    for node in packs(methodiek):
        yield Card(node.titel, str(getattr(node.record, "kern", "")), href(page_of(node), TOOLKIT), code_of(node))
    if calm := light(methodiek):
        yield Card("Liever iets lichts", f"{len(calm)} bladen voor een avond die niet zwaar moet zijn.", f"#{LIGHT}")


def _card(methodiek: Methodiek, node: Node) -> Card:
    record = _record(node)
    paper = f"Op papier: ‘{record.neutrale_titel}’. " if record.neutrale_titel else ""
    return Card(
        node.titel,
        record.doel,
        href(page_of(node), TOOLKIT),
        record.code,
        note=f"{paper}{record.duur[:1].upper()}{record.duur[1:]}.",
        classes=(record.gebruik, record.bewaren),
        traits=traits(methodiek, node),
        picture=miniature(record.bladen[0]),
    )


def _record(node: Node) -> Werkblad:
    assert isinstance(node.record, Werkblad)
    return node.record
