"""The pages to look things up on: one page for each kind, every entry with its own anchor."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from generator.artifacts.dated import checked
from generator.artifacts.site.links import source_words
from generator.artifacts.site.pages.common import part_item
from generator.artifacts.site.pages.training_records import case_item, points_item
from generator.artifacts.site.places import COLLECTIONS, href, pages, place_of, plural
from generator.artifacts.site.views import (
    Bullets,
    Cell,
    Fact,
    Item,
    Items,
    LinkRow,
    Links,
    Note,
    PageView,
    Prose,
    Section,
    Table,
)
from generator.graph import Methodiek, Node
from generator.model.kinds import kind_named
from generator.model.naslag import (
    Begrip,
    Ketenpartner,
    Literatuur,
    Onderzoek,
    Programma,
    Techniek,
    Tegenstrijdigheid,
)

LEADS = {
    "begrip": "Woorden en afkortingen, kort uitgelegd.",
    "ketenpartner": "Met wie we werken, waarvoor, en wanneer.",
    "literatuur": (
        "De werken die de bronnen aanhalen, en waar. De bron zelf heeft geen literatuurlijst; wij verzinnen er geen."
    ),
    "tegenstrijdigheid": (
        "Waar de bronnen elkaar of zichzelf tegenspreken. Beide lezingen, wat wij volgen, en wie moet beslissen."
    ),
    "programma": "Programma's voor dezelfde meisjes, naast elkaar. Een leeg vak: de tekst zegt het niet.",
    "onderzoek": "Elk cijfer met het aantal, het jaar en de grens van wat het zegt.",
    "casus": "Verzonnen en alledaags, om samen over te praten. De antwoorden heeft de trainer.",
    "kijkwijzer": "Waarmee je naar een casus kijkt, en van wie de namen zijn.",
}


HELP = "naslag/hulplijnen.md"


def help_lines(methodiek: Methodiek) -> tuple[Node, ...]:
    """Return the partners that can be called, the one for an emergency first."""
    partners = [node for node in methodiek.of("ketenpartner") if getattr(node.record, "telefoon", None)]
    return tuple(
        sorted(partners, key=lambda node: (not str(getattr(node.record, "telefoon", "")).startswith("112"), node.titel))
    )


def help_page(methodiek: Methodiek) -> PageView:
    """Return the page with the numbers to call, each with the day on which it was checked."""
    items = []
    for node in help_lines(methodiek):
        record = node.record
        assert isinstance(record, Ketenpartner)
        row = LinkRow("Meer over deze partner", href(place_of(node), HELP))
        facts = (Fact("Bel", str(record.telefoon)), Fact("Gecontroleerd", checked(record)))
        items.append(Item(node.id, node.titel, record.kern, facts=facts, links=(Links("", (row,)),)))
    section = Section("Bellen", (Items(tuple(items)),))
    return PageView(HELP, "Hulplijnen", "Wie je belt, en waarvoor.", kind="overzicht", sections=(section,))


def lookup_pages(methodiek: Methodiek) -> Iterator[PageView]:
    """Yield a page for each kind that people look things up in."""
    if help_lines(methodiek):
        yield help_page(methodiek)
    for kind, path in COLLECTIONS.items():
        if methodiek.of(kind):
            sections = SECTIONS[kind](methodiek) if kind in SECTIONS else _entries(methodiek, kind, path)
            title = plural(kind_named(kind))
            yield PageView(path, title, LEADS[kind], kind="overzicht", sections=tuple(sections))


def _terms(methodiek: Methodiek) -> Iterator[Section]:
    """Yield the abbreviations, each leading to its term, and then the terms."""
    page = COLLECTIONS["begrip"]
    heads = (Cell("Afkorting", header=True), Cell("Voluit", header=True))
    rows = tuple(
        (Cell(node.titel, header=True, href=href(place_of(node), page)), Cell(node.record.voluit))
        for node in sorted(methodiek.of("begrip"), key=lambda one: one.titel.lower())
        if isinstance(node.record, Begrip) and node.record.voluit
    )
    if rows:
        yield Section("Afkortingen", (Table("Afkortingen en waar zij voor staan", heads, rows),))
    yield from _entries(methodiek, "begrip", page)


def _entries(methodiek: Methodiek, kind: str, path: str) -> Iterator[Section]:
    groups: dict[str, list[Item]] = {}
    for node in pages(methodiek, kind):
        heading = getattr(node.record, "ernst", None) or node.titel[:1].upper()
        groups.setdefault(str(heading), []).append(ITEMS[kind](methodiek, node, path))
    named = {"hoog": "Raakt de handelwijze", "midden": "Moet zichtbaar zijn", "laag": "Spelling en redactie"}
    many = sum(map(len, groups.values())) > 15
    if not many or kind == "literatuur":
        yield Section(plural(kind_named(kind)), (Items(tuple(item for found in groups.values() for item in found)),))
        return
    for heading in sorted(groups, key=lambda name: (list(named).index(name) if name in named else 9, name)):
        yield Section(named.get(heading, heading), (Items(tuple(groups[heading])),))


def _begrip(methodiek: Methodiek, node: Node, page: str) -> Item:
    record = node.record
    assert isinstance(record, Begrip)
    facts = [Fact("Voluit", record.voluit)] if record.voluit else []
    facts += [Fact("Ook", ", ".join(record.synoniemen))] if record.synoniemen else []
    facts += [Fact("Gecontroleerd", checked(record))] if record.vervalt_op else []
    return part_item(methodiek, node, page, title=record.titel, text=record.uitleg, facts=tuple(facts))


def _ketenpartner(methodiek: Methodiek, node: Node, page: str) -> Item:
    record = node.record
    assert isinstance(record, Ketenpartner)
    facts = [Fact("Wanneer", record.wanneer)]
    facts += [Fact("Doen", "; ".join(record.doen))] if record.doen else []
    facts += [Fact("Let op", record.let_op)] if record.let_op else []
    facts += [Fact("Telefoon", record.telefoon)] if record.telefoon else []
    facts.append(Fact("Gecontroleerd", checked(record)))
    return part_item(methodiek, node, page, title=record.titel, text=record.waarvoor, facts=tuple(facts))


def _literatuur(methodiek: Methodiek, node: Node, page: str) -> Item:
    record = node.record
    assert isinstance(record, Literatuur)
    facts = [Fact("Volledig", record.volledig or "niet in de bron")]
    facts += [Fact("Ook geschreven als", "; ".join(record.varianten))] if record.varianten else []
    facts += [Fact("Aangehaald in", *source_words(methodiek, place, page)) for place in record.vindplaatsen]
    return part_item(methodiek, node, page, title=record.titel, text=record.toelichting or "", facts=tuple(facts))


def _verschil(methodiek: Methodiek, node: Node, page: str) -> Item:
    record = node.record
    assert isinstance(record, Tegenstrijdigheid)
    facts = [Fact("Soort", record.soort)]
    for lezing in record.lezingen:
        words, target = source_words(methodiek, lezing.bron, page)
        facts.append(Fact(words, lezing.tekst, target))
    decided = f"besloten op {record.besloten_op:%d-%m-%Y}" if record.besloten_op else "nog te beslissen"
    facts += [
        Fact("Wij volgen", record.lijn),
        Fact("Omdat", record.reden),
        Fact("Beslist", f"{record.beslist}; {decided}"),
    ]
    return part_item(methodiek, node, page, title=record.titel, code=record.code, facts=tuple(facts))


def _onderzoek(methodiek: Methodiek, node: Node, page: str) -> Item:
    record = node.record
    assert isinstance(record, Onderzoek)
    facts = (
        Fact("Aantal", record.aantal),
        Fact("Jaar", record.jaar),
        Fact("Soort", f"{record.soort} onderzoek"),
        Fact("Kanttekening", record.kanttekening),
    )
    return part_item(methodiek, node, page, title=record.titel, text=record.uitspraak, facts=facts)


ITEMS: dict[str, Callable[[Methodiek, Node, str], Item]] = {
    "begrip": _begrip,
    "ketenpartner": _ketenpartner,
    "literatuur": _literatuur,
    "tegenstrijdigheid": _verschil,
    "onderzoek": _onderzoek,
    "casus": case_item,
    "kijkwijzer": points_item,
}
"""How an entry of each kind is shown on the page of its kind."""

TRAITS = ("aanbieder", "doelgroep", "leeftijd", "setting", "duur", "fasen", "aanpak", "onderzoek")


def _programmas(methodiek: Methodiek) -> Iterator[Section]:
    nodes = pages(methodiek, "programma")
    page = COLLECTIONS["programma"]
    heads = (Cell("Kenmerk", header=True), *(Cell(node.titel, header=True) for node in nodes))
    rows = tuple(
        (
            Cell(trait.capitalize(), header=True),
            *(Cell(str(getattr(node.record, trait, None) or "niet in de tekst")) for node in nodes),
        )
        for trait in TRAITS
    )
    yield Section("Naast elkaar", (Table("De programma's naast elkaar", heads, rows, wide=True),))
    items = tuple(
        part_item(methodiek, node, page, title=node.titel, text=node.record.kern)
        for node in nodes
        if isinstance(node.record, Programma)
    )
    yield Section("Per programma", (Items(items),))


SECTIONS: dict[str, Callable[[Methodiek], Iterator[Section]]] = {"begrip": _terms, "programma": _programmas}
"""The kinds whose page is more than its entries."""


def technique_sections(methodiek: Methodiek, node: Node) -> Iterator[Section]:
    """Yield what the card of a technique says: when, how, and with which words."""
    record = node.record
    assert isinstance(record, Techniek)
    yield Section("Doen", (Bullets(record.stappen),), "doen")
    yield Section("Wanneer wel en niet", (Prose(record.wanneer), Note("let-op", record.niet_wanneer, "Wanneer niet")))
    if record.zinnen:
        yield Section("Zinnen die helpen", (Bullets(record.zinnen),), "zinnen")
    if record.let_op:
        yield Section("Let op", (Note("let-op", record.let_op),))
