"""Where every fact of the sources stands: totals, what is left out and why, and the page of each fact."""

from __future__ import annotations

from collections.abc import Iterator

from generator.artifacts.site.links import row_to
from generator.artifacts.site.places import FACTS, href, place_of, plural
from generator.artifacts.site.views import Cell, Fact, Facts, PageView, Prose, Section, Table
from generator.graph import Methodiek, Node
from generator.model.feiten import Feitenregister, Weggelaten
from generator.model.kinds import kind_named

LEAD = "Van elk feit uit de bronnen de pagina waar het staat, of de reden waarom niet."


def fact_pages(methodiek: Methodiek) -> Iterator[PageView]:
    """Yield the page of the register, for a methodology that keeps one."""
    node = methodiek.single("register")
    if node is not None and isinstance(node.record, Feitenregister):
        sections = tuple(_sections(methodiek, node.record))
        yield PageView(FACTS, node.titel, LEAD, source=node.document.path, kind="overzicht", sections=sections)


def _sections(methodiek: Methodiek, register: Feitenregister) -> Iterator[Section]:
    left_out = sum(len(one.feiten) for one in register.weggelaten)
    carried = sum(len(one.feiten) for one in register.plekken)
    facts = (
        Fact("Feiten in het register", str(register.aantal)),
        Fact("Op een pagina", str(carried)),
        Fact("Waarvan zonder een detail", str(sum(len(one.feiten) for one in register.deels))),
        Fact("Weggelaten met een reden", str(left_out)),
        Fact("Pagina's die feiten dragen", str(len(register.plekken))),
    )
    how = Prose(
        "De nummers verwijzen naar een register van feiten, gemaakt bij de bronnen. Dat register zelf hoort niet bij "
        "dit project. De plek is gezocht door woorden te vergelijken; wat niet duidelijk overeenkwam, is met de hand "
        "nagelopen. Een feit kan ook op andere pagina's staan."
    )
    yield Section("Stand", (how, Facts(facts)), "stand")
    if register.weggelaten:
        yield Section("Weggelaten", (_reasons("Weggelaten", register.weggelaten),), "weggelaten")
    if register.deels:
        yield Section("Zonder een detail", (_reasons("Zonder een detail", register.deels),), "zonder-detail")
    for kind, rows in _by_kind(methodiek, register).items():
        heads = tuple(Cell(text, header=True) for text in ("Pagina", "Aantal", "Feiten"))
        name = plural(kind_named(kind))
        yield Section(name, (Table(name, heads, tuple(rows), wide=True),), kind)


def _reasons(caption: str, groups: tuple[Weggelaten, ...]) -> Table:
    heads = tuple(Cell(text, header=True) for text in ("Waarom", "Feiten"))
    rows = tuple((Cell(" ".join(one.reden.split()), header=True), Cell(", ".join(one.feiten))) for one in groups)
    return Table(caption, heads, rows)


def _by_kind(methodiek: Methodiek, register: Feitenregister) -> dict[str, list[tuple[Cell, ...]]]:
    found: dict[str, list[tuple[Cell, ...]]] = {}
    for plek in register.plekken:
        node = methodiek.get(*plek.op.split("/", 1))
        if node is not None:
            row = (_name(methodiek, node), Cell(str(len(plek.feiten))), Cell(", ".join(plek.feiten)))
            found.setdefault(node.kind.name, []).append(row)
    return found


def _name(methodiek: Methodiek, node: Node) -> Cell:
    return Cell(row_to(methodiek, node, FACTS).title, header=True, href=href(place_of(node), FACTS))
