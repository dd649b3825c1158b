"""The start page, and the first page of each chapter."""

from __future__ import annotations

from collections.abc import Iterator

from generator.artifacts.site.pages.coverage import GATEN, TELLINGEN
from generator.artifacts.site.pages.matrices import KERN
from generator.artifacts.site.places import CODES, DEKKING, SCHEMA, code_of, href, page_of, pages, plural
from generator.artifacts.site.views import Card, Cards, Fact, Facts, Note, PageView, Prose, Section
from generator.counts import counts
from generator.graph import Methodiek, Node
from generator.model.kinds import kind_named
from generator.model.methodiek import Interventie

START = "index.md"
CHAPTERS: dict[str, tuple[str, str, tuple[str, ...]]] = {
    "toolkit/index.md": ("Toolkit", "Bladen om te printen, met het begeleidersblad erbij.", ("werkblad",)),
    "handleiding/index.md": (
        "Handleiding",
        "Hoe het werk gaat: de fasen, wat altijd doorloopt, en waar het uit bestaat.",
        ("fase", "lijn", "basiselement"),
    ),
    "onderbouwing/index.md": (
        "Onderbouwing",
        "Waarom we het zo doen: van factor naar doel naar aanpak.",
        ("factor", "subdoel", "aanpakelement", "werkzaam-element", "doel"),
    ),
    "kwaliteitskader/index.md": (
        "Kwaliteitskader",
        "Wat het kader vraagt, en waar wij dat doen.",
        ("kernelement",),
    ),
    "verantwoording/index.md": (
        "Verantwoording",
        "Wat bewezen is, wat ontbreekt, en waar het op steunt.",
        ("bron",),
    ),
}
"""The chapters: title, what they are for, and the kinds whose pages they hold."""


def intervention(methodiek: Methodiek) -> Node | None:
    """Return the node of the intervention, if its file could be read."""
    return methodiek.single("interventie")


def start_page(methodiek: Methodiek) -> PageView:
    """Return the first page of the site."""
    node = intervention(methodiek)
    if node is None or not isinstance(node.record, Interventie):
        return PageView(START, "Start")
    record = node.record
    found = counts(methodiek)
    doors = tuple(
        Card(title, text, href(path, START)) for path, (title, text, kinds) in CHAPTERS.items() if _any(methodiek, kinds)
    )
    facts = [Fact("Duur", record.duur)]
    if record.erkenning:
        facts.append(Fact("Erkenning", record.erkenning.niveau))
    numbers = ", ".join(f"{found[kind]} {kind_named(kind).plural}" for kind in ("fase", "kernelement", "factor", "werkblad"))
    facts.append(Fact("In deze site", numbers))
    goals = tuple(Fact("Onderdeel", part.tekst) for part in record.hoofddoel.onderdelen)
    duration: tuple[Note, ...] = (Note("let-op", record.duur_toelichting, "De bronnen verschillen"),) if record.duur_toelichting else ()
    standing: tuple[Prose, ...] = (Prose(record.erkenning.toelichting),) if record.erkenning else ()
    return PageView(
        START,
        record.titel,
        record.ondertitel,
        source=node.document.path,
        kind="start",
        sections=(
            Section("Waar wil je heen?", (Cards(doors),), "deuren"),
            Section("Wat het is", (Prose(record.samenvatting), Facts(tuple(facts)), *duration), "wat"),
            Section("Voor wie", (Prose(record.doelgroep),), "doelgroep"),
            Section("Waar het om gaat", (Prose(record.hoofddoel.tekst), Facts(goals)), "hoofddoel"),
            *((Section("Hoe het beoordeeld is", standing, "erkenning"),) if standing else ()),
        ),
        keywords=record.aliassen,
    )


def _any(methodiek: Methodiek, kinds: tuple[str, ...]) -> bool:
    return any(methodiek.of(kind) for kind in kinds)


def chapter_pages(methodiek: Methodiek) -> Iterator[PageView]:
    """Yield the first page of each chapter that holds something."""
    for path, (title, lead, kinds) in CHAPTERS.items():
        if not _any(methodiek, kinds):
            continue
        sections = [
            Section(
                plural(kind_named(kind)),
                (Cards(tuple(_card(node, path) for node in pages(methodiek, kind))),),
                kind,
            )
            for kind in kinds
            if methodiek.of(kind)
        ]
        if path.startswith("verantwoording"):
            sections.insert(0, Section("Overzichten", (Cards(_overviews(methodiek, path)),), "overzichten"))
        if path.startswith("onderbouwing") and methodiek.of("schemarij"):
            card = Card("Factor, doel en aanpak", "Het hele schema in één tabel.", href(SCHEMA, path))
            sections.insert(0, Section("Het schema", (Cards((card,)),), "schema"))
        yield PageView(path, title, lead, sections=tuple(sections))


def _card(node: Node, path: str) -> Card:
    text = getattr(node.record, "kern", None) or getattr(node.record, "doel", None) or ""
    return Card(node.titel, str(text), href(page_of(node), path), code_of(node))


def _overviews(methodiek: Methodiek, path: str) -> tuple[Card, ...]:
    cards = [
        Card("Dekking", "Elke belofte, en waarmee zij is nagekomen.", href(DEKKING, path)),
        Card("Bekende gaten", "Wat ontbreekt, met de reden.", href(GATEN, path)),
        Card("Tellingen", "Hoeveel er van alles is.", href(TELLINGEN, path)),
        Card("Meldingen", "Wat de compiler kan melden.", href(f"{CODES}/index.md", path)),
    ]
    if methodiek.of("kernelement") and methodiek.of("werkzaam-element"):
        cards.insert(1, Card("Kernelement bij werkzaam element", "De tabel van alle koppelingen.", href(KERN, path)))
    return tuple(cards)
