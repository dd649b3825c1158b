"""The page of each record that is not a worksheet: what it is, what we do, why, and on what it rests."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from generator.artifacts.site.drawings import time_line
from generator.artifacts.site.links import row_to, source_words
from generator.artifacts.site.pages.common import closing, part_item
from generator.artifacts.site.pages.handbook import phase_to_print
from generator.artifacts.site.pages.naslag import technique_sections
from generator.artifacts.site.pages.training_records import competence_sections, training_sections
from generator.artifacts.site.places import FOLDERS, code_of, page_of, pages
from generator.artifacts.site.views import (
    Bullets,
    Cell,
    Fact,
    Facts,
    Items,
    LinkRow,
    Links,
    PageView,
    Phases,
    Prose,
    Section,
    Table,
)
from generator.graph import Methodiek, Node
from generator.model.base import bron_van


def record_pages(methodiek: Methodiek) -> Iterator[PageView]:
    """Yield the page of every record that has one, worksheets apart."""
    for kind, sections in SECTIONS.items():
        for node in pages(methodiek, kind):
            yield PageView(
                path=page_of(node),
                title=node.titel,
                lead=str(getattr(node.record, "kern", "") or ""),
                source=node.document.path,
                kind=node.kind.name,
                code=code_of(node),
                sections=(*sections(methodiek, node), *_ending(methodiek, node)),
                keywords=tuple(getattr(node.record, "aliassen", ())),
            )


def _ending(methodiek: Methodiek, node: Node) -> Iterator[Section]:
    return iter(()) if node.kind.name == "bron" else closing(methodiek, node)


def _kernelement(methodiek: Methodiek, node: Node) -> Iterator[Section]:
    page = page_of(node)
    yield Section("Wat de commissie vraagt", (Prose(node.record.aanbeveling),), "aanbeveling")  # type: ignore[attr-defined]
    yield Section("In het kort", (Facts((Fact("Groep", node.record.groep),)),), "kort")  # type: ignore[attr-defined]
    criteria = [
        part_item(methodiek, part, page, title=f"Criterium {number}", text=part.record.tekst)  # type: ignore[attr-defined]
        for number, part in enumerate(methodiek.parts(node, "criterium"), 1)
    ]
    yield Section("Criteria voor de organisatie", (Items(tuple(criteria)),), "criteria")
    indicators = [
        part_item(
            methodiek,
            part,
            page,
            title=f"Indicator {number}",
            text=part.record.tekst,  # type: ignore[attr-defined]
            facts=(Fact("Niveau", part.record.niveau),),  # type: ignore[attr-defined]
        )
        for number, part in enumerate(methodiek.parts(node, "indicator"), 1)
    ]
    yield Section("Indicatoren", (Items(tuple(indicators)),), "indicatoren")


def _factor(methodiek: Methodiek, node: Node) -> Iterator[Section]:
    yield Section("Wat er aan de hand is", (Prose(node.record.toelichting),), "toelichting")  # type: ignore[attr-defined]
    if node.record.minder_beinvloedbaar:  # type: ignore[attr-defined]
        yield Section("Let op", (Prose("Deze factor is volgens de bron minder te beïnvloeden."),), "let-op")


def _subdoel(methodiek: Methodiek, node: Node) -> Iterator[Section]:
    yield Section("Wat we willen bereiken", (Prose(node.record.tekst),), "tekst")  # type: ignore[attr-defined]
    parts = methodiek.parts(node, "deeldoel")
    if parts:
        items = tuple(
            part_item(methodiek, part, page_of(node), title=part.titel, text=part.record.tekst, code=code_of(part))  # type: ignore[attr-defined]
            for part in parts
        )
        yield Section("Wanneer is het gelukt?", (Items(items),), "deeldoelen")


def _doel(methodiek: Methodiek, node: Node) -> Iterator[Section]:
    yield Section("Wat dit doel vraagt", (Prose(node.record.uitleg),), "uitleg")  # type: ignore[attr-defined]
    if node.parent:
        rows = tuple(row_to(methodiek, part, page_of(node)) for part in methodiek.parts(node.parent, "aanpak"))
        yield Section("Wat we eraan doen", (Links("Aanpak in dezelfde rij van het schema", rows),), "aanpak")


def _uitleg(heading: str) -> Callable[[Methodiek, Node], Iterator[Section]]:
    def sections(methodiek: Methodiek, node: Node) -> Iterator[Section]:
        yield Section(heading, (Prose(node.record.uitleg),), "uitleg")  # type: ignore[attr-defined]

    return sections


def _basiselement(methodiek: Methodiek, node: Node) -> Iterator[Section]:
    if node.record.doen:  # type: ignore[attr-defined]
        yield Section("Doen", (Bullets(node.record.doen),), "doen")  # type: ignore[attr-defined]
    yield Section("Hoe het gaat", (Prose(node.record.uitleg),), "uitleg")  # type: ignore[attr-defined]


def _lijn(methodiek: Methodiek, node: Node) -> Iterator[Section]:
    record = node.record
    facts = (Fact("Wie", record.wie), Fact("Wanneer", record.wanneer))  # type: ignore[attr-defined]
    yield Section("Doen", (Facts(facts), Prose(record.uitleg)), "doen")  # type: ignore[attr-defined]


def _fase(methodiek: Methodiek, node: Node) -> Iterator[Section]:
    page, record = page_of(node), node.record
    weeks = record.duur_weken  # type: ignore[attr-defined]
    facts = [Fact("Duur", f"{weeks} {'week' if weeks == 1 else 'weken'}")]
    if record.optioneel:  # type: ignore[attr-defined]
        facts.append(Fact("Altijd?", "nee, alleen als het nodig is"))
    items = []
    for part in methodiek.parts(node, "activiteit"):
        activity = part.record
        details = [Fact("Wie", activity.wie), Fact("Wanneer", activity.wanneer)]  # type: ignore[attr-defined]
        if activity.voorwaarde:  # type: ignore[attr-defined]
            details.append(Fact("Voorwaarde", activity.voorwaarde))  # type: ignore[attr-defined]
        items.append(
            part_item(methodiek, part, page, title=part.titel, text=activity.uitleg, facts=tuple(details))  # type: ignore[attr-defined]
        )
    others = tuple(one.record for one in pages(methodiek, "fase"))
    where = Phases(time_line(others, here=record))  # type: ignore[arg-type]
    yield Section("Doen", (where, Facts(tuple(facts)), Items(tuple(items))), "doen")
    if record.afspraken:  # type: ignore[attr-defined]
        yield Section("Afspraken", (Prose(record.afspraken),), "afspraken")  # type: ignore[attr-defined]
    yield from phase_to_print(methodiek, node, page)
    if record.besluiten:  # type: ignore[attr-defined]
        yield Section("Besluiten", (_besluiten(methodiek, node, page),), "besluiten")
    rows = tuple(row_to(methodiek, line, page) for line in pages(methodiek, "lijn"))
    if rows:
        yield Section("Wat altijd doorloopt", (Links("Door alle fasen heen", rows),), "doorlopend")
    yield Section("Waarom", (Prose(record.uitleg),), "waarom")  # type: ignore[attr-defined]


def _besluiten(methodiek: Methodiek, node: Node, page: str) -> Table:
    heads = tuple(Cell(text, header=True) for text in ("Besluit", "Wie", "Bron"))
    rows = []
    for besluit in node.record.besluiten:  # type: ignore[attr-defined]
        sources = (LinkRow(*source_words(methodiek, place, page)) for place in besluit.bron)
        rows.append((Cell(besluit.tekst, header=True), Cell(besluit.wie), Cell(rows=tuple(sources))))
    return Table("Besluiten", heads, tuple(rows), wide=True)


def _bron(methodiek: Methodiek, node: Node) -> Iterator[Section]:
    record = node.record
    facts = [Fact("Soort", "eigen uitwerking" if record.soort == "eigen" else "document")]  # type: ignore[attr-defined]
    for term, value in (("Jaar", record.jaar), ("Uitgever", record.uitgever)):  # type: ignore[attr-defined]
        if value:
            facts.append(Fact(term, value))
    yield Section("Wat dit is", (Prose(record.uitleg), Facts(tuple(facts))), "uitleg")  # type: ignore[attr-defined]
    users = [
        user
        for kind in FOLDERS
        if kind != "bron"
        for user in pages(methodiek, kind)
        if user.parent is None and _uses(user, node.id)
    ]
    rows = tuple(row_to(methodiek, user, page_of(node)) for user in users)
    if rows:
        yield Section("Waar we dit gebruiken", (Links(f"{len(rows)} pagina's noemen deze bron", rows),), "gebruik")


def _uses(node: Node, source: str) -> bool:
    return any(
        bron_van(value) == source and (path[-1] == "bron" or (len(path) > 1 and path[-2] == "bron"))
        for path, value in node.document.values
    )


SECTIONS: dict[str, Callable[[Methodiek, Node], Iterator[Section]]] = {
    "kernelement": _kernelement,
    "factor": _factor,
    "subdoel": _subdoel,
    "doel": _doel,
    "aanpakelement": _uitleg("Wat we doen"),
    "werkzaam-element": _uitleg("Hoe het eruitziet"),
    "basiselement": _basiselement,
    "fase": _fase,
    "lijn": _lijn,
    "techniek": technique_sections,
    "training": training_sections,
    "competentie": competence_sections,
    "bron": _bron,
}
"""For each kind of record, what its page says before the closing sections that all pages share."""
