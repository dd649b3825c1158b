"""The appendix of the dossier: for every toolkit item why it is there and whether it is safe, then its sheets."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.artifacts.print.classes import BEWAREN, GEBRUIK, RECHT
from generator.artifacts.print.explanation import Uitleg, Verwijzing
from generator.artifacts.print.facilitator import FacilitatorView, facilitator_view
from generator.artifacts.print.references import explanation
from generator.artifacts.print.sheets import SheetView, sheet_view
from generator.artifacts.registers.base import in_order, source_name
from generator.artifacts.safety import easy_variant, stop_rule
from generator.graph import Methodiek, Node
from generator.graph.coverage import promises
from generator.graph.review import stand
from generator.model.toolkit import LIJSTEN, Werkblad


@dataclass(frozen=True)
class Fact:
    """What is said of an item, in lines; `gap` where it is missing."""

    term: str
    lines: tuple[str, ...]
    gap: bool = False


@dataclass(frozen=True)
class Item:
    """A toolkit item in the appendix: what is said of it, and its sheets as they come out of the printer, each once."""

    anchor: str
    title: str
    facts: tuple[Fact, ...]
    delen: tuple[SheetView | FacilitatorView, ...]


def appendix(methodiek: Methodiek) -> tuple[Item, ...]:
    """Return every toolkit item, by code."""
    return tuple(_item(methodiek, node) for node in in_order(methodiek, "werkblad"))


def _item(methodiek: Methodiek, node: Node) -> Item:
    werkblad = node.record
    assert isinstance(werkblad, Werkblad)
    words = explanation(methodiek, node)
    # On paper nothing is filled in on a screen.
    sheets = (blad.but(invulbaar=False) for blad in werkblad.bladen)
    delen: list[SheetView | FacilitatorView] = [sheet_view(werkblad, blad, words) for blad in sheets]
    if werkblad.begeleiding:
        delen.append(facilitator_view(werkblad, words))
    facts = tuple(_facts(methodiek, node, werkblad, words))
    return Item(f"blad-{node.id}", f"{werkblad.code} {werkblad.titel}", facts, tuple(delen))


def _facts(methodiek: Methodiek, node: Node, werkblad: Werkblad, words: Uitleg) -> Iterator[Fact]:
    yield Fact("Waarvoor", (werkblad.doel,))
    yield Fact("Wanneer", tuple(filter(None, (werkblad.wanneer, _but("Niet: ", werkblad.niet_wanneer)))))
    yield Fact("Wie, hoe lang", (f"{werkblad.wie}; {werkblad.duur}",))
    for term, kind, links in (
        ("Subdoelen", "subdoel", words.subdoelen),
        ("Factoren", "factor", words.factoren),
        ("Kernelementen", "kernelement", words.kernelementen),
        ("Fasen", "fase", words.fasen),
    ):
        yield _linked(methodiek, node, term, kind, links)
    yield Fact("Gebruik", (f"{werkblad.gebruik}: {GEBRUIK[werkblad.gebruik]}",))
    yield Fact("Bewaren", (f"{werkblad.bewaren}: {BEWAREN[werkblad.bewaren]}",))
    owner = tuple(filter(None, (_but("Eigenaar: ", werkblad.eigenaar), _but("Te krijgen: ", werkblad.verkrijgen))))
    yield Fact("Rechten", (f"{werkblad.recht}: {RECHT[werkblad.recht]}", *owner))
    yield Fact("Eenvoudige variant", (easy_variant(werkblad),))
    yield Fact("Stopregel", (stop_rule(werkblad), *filter(None, (werkblad.let_op,))))
    yield Fact("Steunt op", tuple(source_name(methodiek, place) for place in werkblad.bron))
    version = f"{werkblad.versie} van {werkblad.gewijzigd_op:%d-%m-%Y}"
    yield Fact("Versie", (f"{version}; {stand(methodiek, node.key)}",))
    yield Fact("Lijst", (LIJSTEN[werkblad.lijst],))


def _but(before: str, text: str | None) -> str:
    return f"{before}{text}" if text else ""


def _linked(methodiek: Methodiek, node: Node, term: str, kind: str, links: tuple[Verwijzing, ...]) -> Fact:
    """Return links with their ground; where there are none, the gap as it is written down."""
    if links:
        return Fact(term, tuple(f"{one.naam} ({one.grond}: {one.reden.rstrip('.')})" for one in links))
    reasons = tuple(
        item.gat.reden
        for promise in promises(methodiek)
        for item in promise.gaps
        if item.node is node and item.gat and kind in promise.belofte.titel
    )
    return Fact(term, reasons or ("geen",), gap=bool(reasons))
