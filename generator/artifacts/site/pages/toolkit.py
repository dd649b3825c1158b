"""The first page of the toolkit: every item as a card, by list, with fields to choose from."""

from __future__ import annotations

from collections.abc import Iterator

from generator.artifacts.print.classes import BEWAREN, GEBRUIK
from generator.artifacts.site.links import row_to
from generator.artifacts.site.miniatures import miniature
from generator.artifacts.site.places import href, page_of, pages
from generator.artifacts.site.views import Card, Cards, Choice, Chooser, Fact, Facts, Links, PageView, Prose, Section
from generator.graph import Methodiek, Node
from generator.model.toolkit import Werkblad

TOOLKIT = "toolkit/index.md"
LIGHT = "liever-iets-lichts"
LISTS = {
    "formulieren": "Formulieren",
    "middelen": "Middelen",
    "themas": "Thema-avonden",
    "vragenlijsten": "Vragenlijsten",
    "overige": "Overige",
    "materialen": "Materialen",
    "aanvulling": "Aanvulling",
}
"""The lists of a toolkit, in the order in which people look for them."""


def lists(methodiek: Methodiek) -> list[tuple[str, str, tuple[Node, ...]]]:
    """Return (name, anchor, items) for each list that holds something."""
    items = pages(methodiek, "werkblad")
    found = ((name, tuple(node for node in items if _record(node).lijst == key)) for key, name in LISTS.items())
    return [(name, name.lower(), nodes) for name, nodes in found if nodes]


def light(methodiek: Methodiek) -> tuple[Node, ...]:
    """Return the items that ask little: they may be used alone or with somebody near."""
    return tuple(
        node
        for node in pages(methodiek, "werkblad")
        if _record(node).gebruik in ("G0", "G1") and any(blad.soort == "deelnemer" for blad in _record(node).bladen)
    )


def guided(methodiek: Methodiek) -> tuple[Node, ...]:
    """Return the items that have a facilitator sheet."""
    return tuple(node for node in pages(methodiek, "werkblad") if _record(node).begeleiding)


def toolkit_page(methodiek: Methodiek, title: str, lead: str) -> PageView:
    """Return the first page of the toolkit."""
    return PageView(TOOLKIT, title, lead, kind="overzicht", sections=tuple(_sections(methodiek)))


def _sections(methodiek: Methodiek) -> Iterator[Section]:
    items = pages(methodiek, "werkblad")
    if len(items) > 3:
        yield Section("Kies", (Chooser(tuple(_choices(methodiek))),), "kies")
    together = tuple(
        Card(node.titel, str(getattr(node.record, "kern", "")), href(page_of(node), TOOLKIT), node.record.code)  # type: ignore[attr-defined]
        for kind in ("pakket", "themacyclus")
        for node in pages(methodiek, kind)
    )
    if together:
        yield Section("In één keer", (Cards(together),), "in-een-keer")
    for name, anchor, nodes in lists(methodiek):
        yield Section(name, (Cards(tuple(_card(methodiek, node) for node in nodes)),), anchor)
    if calm := light(methodiek):
        why = Prose(
            "Voor een avond die niet zwaar moet zijn. Deze bladen mogen zonder begeleiding, of met iemand in de buurt."
        )
        yield Section(
            "Liever iets lichts", (why, Links("", tuple(row_to(methodiek, node, TOOLKIT) for node in calm))), LIGHT
        )
    used = {_record(node).gebruik for node in items} | {_record(node).bewaren for node in items}
    facts = tuple(Fact(code, words) for table in (GEBRUIK, BEWAREN) for code, words in table.items() if code in used)
    yield Section("Wat de letters zeggen", (Facts(facts),), "letters")


def _choices(methodiek: Methodiek) -> Iterator[Choice]:
    items = [_record(node) for node in pages(methodiek, "werkblad")]
    classes = sorted({item.gebruik for item in items})
    yield Choice("Gebruik", tuple((code.lower(), f"{code}: {GEBRUIK[code]}") for code in classes))
    phases = pages(methodiek, "fase")
    if phases:
        yield Choice("Fase", tuple((f"fase-{node.id}", node.titel) for node in phases))


def _card(methodiek: Methodiek, node: Node) -> Card:
    record = _record(node)
    traits = [record.gebruik.lower(), *(f"fase-{edge.naar.id}" for edge in methodiek.out(node, "fasen"))]
    paper = f"Op papier: {record.neutrale_titel}. " if record.neutrale_titel else ""
    return Card(
        node.titel,
        record.doel,
        href(page_of(node), TOOLKIT),
        record.code,
        note=f"{paper}{record.duur[:1].upper()}{record.duur[1:]}.",
        classes=(record.gebruik, record.bewaren),
        traits=tuple(traits),
        picture=miniature(record.bladen[0]),
    )


def _record(node: Node) -> Werkblad:
    assert isinstance(node.record, Werkblad)
    return node.record
