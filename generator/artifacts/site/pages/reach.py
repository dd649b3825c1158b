"""The page of phase by goal by item: a drawing, the same as a table, and what is empty with its reason."""

from __future__ import annotations

from collections.abc import Iterator

from generator.artifacts.site.links import row_to
from generator.artifacts.site.places import REACH, code_of, href, page_of, pages, place_of
from generator.artifacts.site.reach_drawing import Row, reach_drawing
from generator.artifacts.site.views import Card, Cell, Drawing, Item, Items, Links, PageView, Prose, Section, Table
from generator.graph import Methodiek, Node
from generator.graph.reach import goals, phases, serving
from generator.model.toolkit import Indeling

TITLE = "Fase, subdoel en werkblad"
LEAD = "Welk werkblad in welke fase aan welk subdoel werkt, en waar er geen is."


def has_reach(methodiek: Methodiek) -> bool:
    """Return whether there is anything to draw."""
    return all(methodiek.of(kind) for kind in ("fase", "subdoel", "werkblad"))


def reach_pages(methodiek: Methodiek) -> Iterator[PageView]:
    """Yield the page, for a methodology with phases, subgoals and a toolkit."""
    if has_reach(methodiek):
        yield PageView(REACH, TITLE, LEAD, kind="overzicht", sections=tuple(_sections(methodiek)))


def reach_card(page: str) -> Card:
    """Return the way in from another page."""
    return Card(TITLE, LEAD, href(REACH, page))


def _sections(methodiek: Methodiek) -> Iterator[Section]:
    columns, rows = phases(methodiek), _rows(methodiek)
    found = {(row, column): _items(methodiek, row, column) for row in rows for column in columns}
    drawn = tuple(Row(code_of(row), row.titel, tuple(len(found[row, one]) for one in columns)) for row in rows)
    legend = Prose(
        "Elk blokje is een werkblad dat in die fase aan dat subdoel werkt. Een gestreept vak is leeg. "
        "Veel blokjes zegt niet dat het beter gaat; het zegt alleen dat er papier voor is."
    )
    picture = Drawing(reach_drawing(tuple(one.titel for one in columns), drawn))
    yield Section("De tekening", (legend, picture), "tekening")
    gaps = tuple(_gap(methodiek, row, column) for (row, column), items in found.items() if not items)
    yield Section("Lege vakken", (Items(gaps),) if gaps else (Prose("Er is geen leeg vak."),), "leeg")
    heads = (
        Cell("Subdoel", header=True),
        *(Cell(one.titel, header=True, href=href(page_of(one), REACH)) for one in columns),
    )
    table = Table(
        "Werkbladen per subdoel en fase",
        heads,
        tuple((_head(row), *(_cell(methodiek, found[row, one]) for one in columns)) for row in rows),
        wide=True,
    )
    yield Section("Hetzelfde als tabel", (table,), "tabel")


def _rows(methodiek: Methodiek) -> tuple[Node, ...]:
    served = goals(methodiek)
    ordered = (one for subdoel in pages(methodiek, "subdoel") for one in (subdoel, *methodiek.parts(subdoel)))
    return tuple(one for one in ordered if one in served)


def _items(methodiek: Methodiek, goal: Node, phase: Node) -> tuple[Node, ...]:
    serves = serving(methodiek, goal, phase)
    return tuple(node for node in pages(methodiek, "werkblad") if node in serves)


def _head(row: Node) -> Cell:
    return Cell(f"{code_of(row)} {row.titel}".strip(), header=True, href=href(place_of(row), REACH))


def _cell(methodiek: Methodiek, items: tuple[Node, ...]) -> Cell:
    if not items:
        return Cell("geen", tone="gat")
    return Cell(rows=tuple(row_to(methodiek, one, REACH) for one in items))


def _gap(methodiek: Methodiek, goal: Node, phase: Node) -> Item:
    node = methodiek.single("indeling")
    known = node.record.lege_vakken if node and isinstance(node.record, Indeling) else ()
    reason = next((one.reden for one in known if (one.fase, one.doel) == (phase.id, goal.id)), "")
    rows = tuple(row_to(methodiek, one, REACH) for one in (goal, phase))
    return Item(
        f"leeg-{phase.id}-{goal.id}", f"{code_of(goal)} {goal.titel}", reason, links=(Links("Het gaat om", rows),)
    )
