"""The chain explorer: a page with the picture of the whole, and for each kind a page with the chain of every thing.

A chain leads from one entry to the next by plain links, so that one can start anywhere and walk both ways.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.artifacts.flow import drawn
from generator.artifacts.site.chain_views import Chain, Passed, Station
from generator.artifacts.site.links import row_to, source_words
from generator.artifacts.site.pages.common import gap_notes
from generator.artifacts.site.places import (
    CHAINS,
    chain_page,
    chain_place,
    code_of,
    href,
    pages,
    place_of,
    plural,
)
from generator.artifacts.site.text import shortened
from generator.artifacts.site.views import (
    Block,
    Cell,
    Drawing,
    Fact,
    Facts,
    LinkRow,
    Links,
    PageView,
    Prose,
    Section,
    Table,
)
from generator.artifacts.whole import TITLE, Whole, whole
from generator.graph import Methodiek, Node
from generator.graph.chains import STATIONS, Reached, reach, stations
from generator.model.base import bron_van
from generator.model.kinds import kind_named

INDEX = f"{CHAINS}/index.md"
SOURCE = "bron"
NAMED = 3
"""How many things a chain names by which something is reached."""


def chain_pages(methodiek: Methodiek) -> Iterator[PageView]:
    """Yield the explorer: its first page, a page for each kind on a chain, and one for the sources."""
    if not (kinds := chain_kinds(methodiek)):
        return
    yield _index(methodiek, kinds)
    for kind in kinds:
        name = plural(kind_named(kind))
        entries = tuple(_entry(methodiek, node) for node in pages(methodiek, kind))
        lead = f"Van elk ding de hele keten, naar twee kanten. {name}: {len(entries)}."
        yield PageView(chain_page(kind), f"Ketens: {kind_named(kind).plural}", lead, sections=entries, searchable=False)


def chain_kinds(methodiek: Methodiek) -> tuple[str, ...]:
    """Return the kinds that one can start from, those that are there and lead anywhere."""
    kinds = tuple(kind for kind in STATIONS if stations(methodiek, kind) or stations(methodiek, kind, back=True))
    return (*kinds, SOURCE) if kinds else ()


def _index(methodiek: Methodiek, kinds: tuple[str, ...]) -> PageView:
    how = Prose(
        "Kies waar je begint: bij een factor, een doel, een activiteit, een blad, een indicator of een bron. Elke "
        "keten loopt naar twee kanten: waar iets vandaan komt, en waar het toe leidt. Wat je in een keten aanklikt, "
        "is weer een begin. Waar een keten ophoudt, staat dat erbij."
    )
    starts = (Links(plural(kind_named(kind)), tuple(_starts(methodiek, kind))) for kind in kinds)
    sections = [Section("Hoe dit werkt", (how,), "uitleg")]
    if picture := whole(methodiek):
        sections.append(Section("Het geheel in één beeld", tuple(_picture(picture)), "beeld"))
    sections += [
        Section(one.label, (Links("", one.rows),), f"begin-{kind}") for kind, one in zip(kinds, starts, strict=True)
    ]
    return PageView(
        INDEX, "Ketens", "Begin waar je wilt en loop naar twee kanten.", kind="overzicht", sections=tuple(sections)
    )


def _starts(methodiek: Methodiek, kind: str) -> Iterator[LinkRow]:
    for node in pages(methodiek, kind):
        yield LinkRow(shortened(node.titel, 110), href(f"{chain_page(kind)}#{node.id}", INDEX), code_of(node))


def _picture(picture: Whole) -> Iterator[Block]:
    yield Prose(
        "Elke lijn staat voor koppelingen die in de inhoud staan: hoe meer, hoe dikker. Een streepjeslijn slaat een "
        "kolom over. Een doel telt met zijn deeldoelen, een kernelement met zijn criteria en indicatoren. De bladen "
        "staan per lijst bij elkaar, met het aantal. De tabel eronder zegt hetzelfde."
    )
    yield Drawing(drawn(picture.flow, TITLE))
    heads = tuple(Cell(text, header=True) for text in ("Van", "Kolom", "Leidt naar, met het aantal koppelingen"))
    rows = tuple(
        (
            Cell(group.label, header=True, href=f"#begin-{group.nodes[0].kind.name}"),
            Cell(head),
            Cell("; ".join(f"{other.label}: {count}" for other, count in picture.onward(group.name)) or "niets"),
        )
        for head, groups in picture.columns[:-1]
        for group in groups
    )
    yield Table("Hetzelfde als tabel", heads, rows, wide=True)


def _entry(methodiek: Methodiek, node: Node) -> Section:
    page = chain_page(node.kind.name)
    title = " ".join(filter(None, (code_of(node), shortened(node.titel, 110))))
    blocks: list[Block] = [Links("", (LinkRow("Open de pagina", href(place_of(node), page)),))]
    if node.kind.name == SOURCE:
        return Section(title, (*blocks, _resting(methodiek, node, page)), node.id)
    blocks += gap_notes(methodiek, node)
    for label, back in (("Waar komt dit vandaan?", True), ("Waar leidt dit toe?", False)):
        if stations(methodiek, node.kind.name, back=back):
            blocks.append(_chain(methodiek, node, label, back=back))
    places = tuple(methodiek.sources_of(node.record))
    if places:
        blocks.append(Facts(tuple(Fact("Bron", *_source(methodiek, place, page)) for place in places)))
    return Section(title, tuple(blocks), node.id)


def _chain(methodiek: Methodiek, node: Node, label: str, *, back: bool) -> Chain:
    page = chain_page(node.kind.name)
    found: dict[str, list[Passed]] = {}
    for one in reach(methodiek, node, back=back):
        found.setdefault(one.node.kind.name, []).append(_passed(methodiek, one, page, back=back))
    shown = tuple(Station(plural(kind_named(kind)), tuple(found[kind])) for kind in STATIONS if kind in found)
    missing = (kind for kind in stations(methodiek, node.kind.name, back=back) if kind not in found)
    return Chain(label, shown, tuple(kind_named(kind).plural for kind in missing))


def _passed(methodiek: Methodiek, one: Reached, page: str, *, back: bool) -> Passed:
    target = href(chain_place(methodiek, one.node), page)
    row = LinkRow(shortened(one.node.titel, 110), target, code_of(one.node), one.node.kind.name)
    if one.distance == 1:
        (step, *_) = one.steps
        ground = row_to(methodiek, one.node, page, step.edge.koppeling if step.edge else None).ground
        return Passed(LinkRow(row.title, row.href, row.code, row.kind, ground))
    names = [_name(step.naar if back else step.van) for step in one.steps]
    more = (f"en {len(names) - NAMED} andere",) if len(names) > NAMED else ()
    return Passed(row, (*names[:NAMED], *more))


def _name(node: Node) -> str:
    code = code_of(node)
    return code if "-" in code else f"{node.kind.name} {code}" if code else f"‘{shortened(node.titel, 44)}’"


def _source(methodiek: Methodiek, place: str, page: str) -> tuple[str, str]:
    """Return a place in a source in words, and where the chain of that source is."""
    words, _ = source_words(methodiek, place, page)
    return words, href(f"{chain_page(SOURCE)}#{bron_van(place)}", page)


def _resting(methodiek: Methodiek, source: Node, page: str) -> Chain:
    """Return everything on a chain that names a source as its own."""
    found = []
    for kind in STATIONS:
        nodes = [
            node
            for node in pages(methodiek, kind)
            if any(bron_van(place) == source.id for place in methodiek.sources_of(node.record))
        ]
        rows = tuple(
            Passed(LinkRow(shortened(node.titel, 110), href(chain_place(methodiek, node), page), code_of(node)))
            for node in nodes
        )
        if rows:
            found.append(Station(plural(kind_named(kind)), rows))
    return Chain("Wat hierop steunt", tuple(found))
