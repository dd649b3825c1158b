"""The matrices: core elements against working elements, and the schema of factor, goal and approach."""

from __future__ import annotations

from collections.abc import Iterator

from generator.artifacts.site.links import row_to
from generator.artifacts.site.pages.common import part_item
from generator.artifacts.site.places import SCHEMA, code_of, href, page_of, pages
from generator.artifacts.site.views import Cell, Items, LinkRow, Links, PageView, Prose, Section, Table
from generator.graph import Methodiek

KERN = "verantwoording/kernelement-werkzaam-element.md"


def matrix_pages(methodiek: Methodiek) -> Iterator[PageView]:
    """Yield the pages that show links as tables."""
    if methodiek.of("kernelement") and methodiek.of("werkzaam-element"):
        yield _kernelement_by_werkzaam(methodiek)
    if methodiek.of("schemarij"):
        yield _schema(methodiek)


def _kernelement_by_werkzaam(methodiek: Methodiek) -> PageView:
    columns = pages(methodiek, "werkzaam-element")
    heads = (
        Cell("Kernelement", header=True),
        *(Cell(f"W{number}", header=True, href=href(page_of(node), KERN)) for number, node in enumerate(columns, 1)),
        Cell("Aantal", header=True),
    )
    rows = []
    for node in pages(methodiek, "kernelement"):
        edges = {id(edge.van): edge for edge in methodiek.referrers(node, "werkzaam-element", "kernelementen")}
        cells = [Cell(f"{code_of(node)} {node.titel}", header=True, href=href(page_of(node), KERN))]
        for column in columns:
            edge = edges.get(id(column))
            if edge is None:
                cells.append(Cell())
            else:
                ground = edge.koppeling.grond
                cells.append(Cell(ground, mark="●" if ground == "bron" else "○", tone=ground))
        cells.append(Cell(str(len(edges)), tone="" if edges else "gat"))
        rows.append(tuple(cells))
    legend = tuple(
        LinkRow(node.titel, href(page_of(node), KERN), f"W{number}") for number, node in enumerate(columns, 1)
    )
    total = sum(len(methodiek.out(node, "kernelementen")) for node in columns)
    table = Table("Welk kernelement komt terug in welk werkzaam element", heads, tuple(rows), wide=True)
    return PageView(
        KERN,
        "Kernelement bij werkzaam element",
        f"{len(rows)} kernelementen, {len(columns)} werkzame elementen, {total} koppelingen.",
        sections=(
            Section(
                "De tabel",
                (
                    Prose("Een dicht rondje: de bron legt de koppeling. Een open rondje: wij hebben haar afgeleid."),
                    table,
                ),
                "tabel",
            ),
            Section("De werkzame elementen", (Links("", legend),), "legenda"),
        ),
    )


def _schema(methodiek: Methodiek) -> PageView:
    heads = tuple(Cell(text, header=True) for text in ("Factor", "Doelen van de hulp", "Aanpak"))
    rows, bullets = [], []
    for row in pages(methodiek, "schemarij"):
        goals, actions = methodiek.parts(row, "doel"), methodiek.parts(row, "aanpak")
        factors = {id(edge.naar): edge for part in (*goals, *actions) for edge in methodiek.out(part, "factoren")}
        rows.append(
            (
                Cell(
                    header=True,
                    rows=tuple(row_to(methodiek, edge.naar, SCHEMA, edge.koppeling) for edge in factors.values()),
                ),
                Cell(rows=tuple(row_to(methodiek, goal, SCHEMA) for goal in goals)),
                Cell(rows=tuple(row_to(methodiek, action, SCHEMA) for action in actions)),
            )
        )
        items = tuple(part_item(methodiek, action, SCHEMA, title=action.titel) for action in actions)
        bullets.append(Section(row.titel, (Items(items),), row.id))
    goals_total, actions_total = len(methodiek.of("doel")), len(methodiek.of("aanpak"))
    table = Table("Per factor de doelen van de hulp en wat er gebeurt", heads, tuple(rows), wide=True)
    return PageView(
        SCHEMA,
        "Factor, doel en aanpak",
        f"{len(rows)} rijen, {goals_total} doelen, {actions_total} regels aanpak.",
        sections=(Section("Het schema", (table,), "schema"), *bullets),
    )
