"""What every page of a record ends with: where it belongs, its chains, and its sources."""

from __future__ import annotations

from collections.abc import Iterator

from generator.artifacts.recipes import OfferedPdf
from generator.artifacts.site.links import both_ways, source_words
from generator.artifacts.site.pages.history import changed_section
from generator.artifacts.site.places import CHANGES, chain_place, href, page_of
from generator.artifacts.site.views import Download, Fact, Facts, Item, LinkRow, Links, Note, Section
from generator.graph import Methodiek, Node
from generator.graph.coverage import promises
from generator.graph.review import Stand, sign_offs, stand
from generator.model.base import bron_van
from generator.model.bron import Bron


def closing(methodiek: Methodiek, node: Node) -> Iterator[Section]:
    """Yield the sections that close a page: gaps, links both ways, chains, changes, and sources."""
    page = page_of(node)
    gaps = tuple(gap_notes(methodiek, node))
    if gaps:
        yield Section("Wat hier ontbreekt", gaps, "wat-ontbreekt")
    links = both_ways(methodiek, node, page)
    if links:
        yield Section("Hoort bij", links, "hoort-bij")
    if place := chain_place(methodiek, node):
        row = LinkRow("Waar dit vandaan komt, en waar het toe leidt", href(place, page))
        yield Section("De hele keten", (Links("", (row,)),), "keten")
    yield from changed_section(node, page)
    yield Section("Bron", source_blocks(methodiek, node, page), "bron")


def gap_notes(methodiek: Methodiek, node: Node) -> Iterator[Note]:
    """Yield the gaps that are written down about a node."""
    for promise in promises(methodiek):
        for item in promise.gaps:
            if item.node is node and item.gat:
                yield Note("gat", item.gat.reden, "Gat: " + promise.belofte.titel.rstrip("."))


def source_blocks(methodiek: Methodiek, node: Node, page: str) -> tuple[Facts | Note, ...]:
    """Return on what the text of a node rests, and a mark where that is our own elaboration."""
    places = tuple(methodiek.sources_of(node.record))
    facts = []
    for place in places:
        words, target = source_words(methodiek, place, page)
        facts.append(Fact("Steunt op", words, target))
    for number in getattr(node.record, "nummers", ()):
        words, target = source_words(methodiek, number.bron, page)
        facts.append(Fact(f"Nummer {number.nummer}", f"in {words}", target))
    for alias in getattr(node.record, "aliassen", ()):
        facts.append(Fact("Heet ook", alias))
    if not getattr(node.record, "wijzigingen", ()):
        facts.append(Fact("Wijzigingen", "nog geen aangetekend", href(CHANGES, page)))
    facts.append(Fact("Getoetst", _signed(methodiek, node)))
    blocks: list[Facts | Note] = [Facts(tuple(facts))] if facts else []
    if own := _own(methodiek, places):
        blocks.append(Note("eigen", own.uitleg, own.titel))
    if stand(methodiek, node.key) is Stand.OPNIEUW:
        blocks.append(
            Note("let-op", "Dit is veranderd nadat iemand het toetste. Lees het opnieuw na.", "Opnieuw toetsen")
        )
    return tuple(blocks)


def _own(methodiek: Methodiek, places: tuple[str, ...]) -> Bron | None:
    for place in places:
        node = methodiek.get("bron", bron_van(place))
        if node is not None and isinstance(node.record, Bron) and node.record.soort == "eigen":
            return node.record
    return None


def _signed(methodiek: Methodiek, node: Node) -> str:
    """Return who signed a thing off and when, or that nobody did."""
    words = [
        f"{one.toets.rol}, {one.toets.datum:%d-%m-%Y}" + ("" if one.holds else f" ({Stand.OPNIEUW})")
        for one in sign_offs(methodiek, node.key)
    ]
    return "; ".join(words) or Stand.NIET


def part_item(methodiek: Methodiek, node: Node, page: str, **given: object) -> Item:
    """Return a part of a record as an item with its links, its sources and its gaps."""
    gaps = " ".join(note.text for note in gap_notes(methodiek, node))
    sources = tuple(Fact("Bron", *source_words(methodiek, place, page)) for place in methodiek.sources_of(node.record))
    signed = (Fact("Getoetst", _signed(methodiek, node)),) if sign_offs(methodiek, node.key) else ()
    facts = (*given.pop("facts", ()), *sources, *signed)  # type: ignore[misc]
    return Item(
        anchor=node.id,
        facts=facts,
        links=both_ways(methodiek, node, page),
        note=f"Gat: {gaps}" if gaps else "",
        **given,  # type: ignore[arg-type]
    )


def offered(pdf: OfferedPdf, page: str, *, main: bool = False) -> Download:
    """Return a PDF as a page offers it, with its note or else with how many pages it has."""
    many = pdf.job.pages
    note = pdf.note or (f"{many} {'bladzijde' if many == 1 else 'bladzijden'}" if many else "")
    return Download(pdf.title, href(pdf.path, page), note, main=main)
