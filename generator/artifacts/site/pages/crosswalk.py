"""The crosswalk on the site: every element with its demands, where they are met, and on what that rests."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import groupby

from generator.artifacts.registers.framework import NIET, demand_name, demands, element_name
from generator.artifacts.site.links import row_to
from generator.artifacts.site.pages.registers import SELFSCAN_PAGE, csv_link
from generator.artifacts.site.places import href, page_of, place_of
from generator.artifacts.site.views import Cell, Fact, Facts, LinkRow, Links, PageView, Prose, Section, Table
from generator.graph import Methodiek, Node
from generator.graph.crosswalk import Demand

KRUISTABEL = "verantwoording/kruistabel.md"
MARKS = {"gedekt": "●", "gedeeltelijk": "◐", NIET: "○"}
CARRIERS = ("werkzaam-element", "werkblad", "training", "draaiboek", "hoofdstuk")
"""The kinds that may name an element as a whole."""


def crosswalk_page(methodiek: Methodiek) -> Iterator[PageView]:
    """Yield the crosswalk, for a methodology that has a framework to answer to."""
    found = demands(methodiek)
    if not found:
        return
    elements = [tuple(group) for _, group in groupby(found, key=lambda demand: id(demand.element))]
    yield PageView(
        KRUISTABEL,
        "Kruistabel van het kwaliteitskader",
        "Elk criterium en elke indicator, waar wij daaraan voldoen en waarop dat berust.",
        kind="overzicht",
        sections=(
            Section("Stand", (_intro(), _facts(found, len(elements)), _overview(elements)), "stand"),
            *(_element(methodiek, group) for group in elements),
            Section("Meenemen", (csv_link("kruistabel", KRUISTABEL), _to_selfscan()), "meenemen"),
        ),
    )


def _intro() -> Prose:
    return Prose(
        "Een plek in de methodiek dekt een uitspraak helemaal of gedeeltelijk. Is er geen plek, dan staat er 'niet "
        "gedekt', met de reden. Bij elke plek staat de grond: een bron, of wij leidden het af en zeggen waarom. Wat "
        "alleen bijdraagt, zoals een training, dekt niets."
    )


def _facts(found: tuple[Demand, ...], elements: int) -> Facts:
    count = Counter(demand.stand for demand in found)
    kinds = Counter(demand.statement.kind.plural for demand in found)
    facts = [Fact("Kernelementen", str(elements))]
    facts += [Fact(name[:1].upper() + name[1:], str(number)) for name, number in kinds.items()]
    facts += [Fact(name[:1].upper() + name[1:], f"{count[name]} van de {len(found)}") for name in MARKS]
    return Facts(tuple(facts))


def _overview(elements: list[tuple[Demand, ...]]) -> Table:
    widest = {
        kind: max(sum(one.statement.kind.name == kind for one in group) for group in elements)
        for kind in ("criterium", "indicator")
    }
    heads = [Cell("Kernelement", header=True)]
    for kind, many in widest.items():
        heads += [Cell(f"{kind[:1].upper()}{number}", header=True) for number in range(1, many + 1)]
    rows = []
    for group in elements:
        cells = [Cell(element_name(group[0]), header=True, href=f"#{group[0].element.id}")]
        for kind, many in widest.items():
            own = [one for one in group if one.statement.kind.name == kind]
            for one in own:
                cells.append(Cell(one.stand, mark=MARKS[one.stand], tone="gat" if one.stand == NIET else ""))
            cells += [Cell("bestaat niet", mark="–")] * (many - len(own))
        rows.append(tuple(cells))
    caption = "Per kernelement de criteria (C) en indicatoren (I): ● gedekt, ◐ gedeeltelijk, ○ niet gedekt"
    return Table(caption, tuple(heads), tuple(rows), wide=True)


def _element(methodiek: Methodiek, group: tuple[Demand, ...]) -> Section:
    element = group[0].element
    heads = tuple(
        Cell(text, header=True) for text in ("Uitspraak", "Stand", "Waar, en waarop dat berust", "Draagt bij")
    )
    rows = []
    for demand in group:
        places = tuple(row_to(methodiek, edge.naar, KRUISTABEL, edge.koppeling) for edge in demand.places)
        helps = tuple(row_to(methodiek, edge.van, KRUISTABEL, edge.koppeling) for edge in demand.support)
        level = getattr(demand.statement.record, "niveau", "organisatie")
        missing = "" if places else demand.gap or "De reden is nog niet opgeschreven."
        rows.append(
            (
                Cell(
                    f"{demand_name(demand)} ({level}): {demand.statement.titel}",
                    header=True,
                    href=href(place_of(demand.statement), KRUISTABEL),
                ),
                Cell(demand.stand, tone="gat" if demand.stand == NIET else ""),
                Cell(missing, rows=places, tone="" if places else "gat"),
                Cell("" if helps else "niets", rows=helps),
            )
        )
    blocks: list[Table | Links] = [Table(element_name(group[0]), heads, tuple(rows), wide=True)]
    blocks += _carriers(methodiek, element)
    blocks.append(Links("Het hele kernelement", (LinkRow(element.titel, href(page_of(element), KRUISTABEL)),)))
    return Section(element_name(group[0]), tuple(blocks), element.id)


def _carriers(methodiek: Methodiek, element: Node) -> Iterator[Links]:
    for kind in CARRIERS:
        edges = methodiek.referrers(element, kind)
        if edges:
            rows = tuple(row_to(methodiek, edge.van, KRUISTABEL) for edge in edges)
            yield Links(f"Komt terug in {edges[0].van.kind.plural}", rows)


def _to_selfscan() -> Links:
    return Links("Zelf nagaan", (LinkRow("Zelfscan: voldoet onze organisatie?", href(SELFSCAN_PAGE, KRUISTABEL)),))
