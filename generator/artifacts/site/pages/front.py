"""The start page, and the first page of each chapter."""

from __future__ import annotations

from collections.abc import Iterator

from generator.artifacts.registers.framework import asks
from generator.artifacts.site.contents import CHAPTERS, START
from generator.artifacts.site.drawings import time_line, weeks
from generator.artifacts.site.pages.coverage import GATEN, TELLINGEN
from generator.artifacts.site.pages.crosswalk import KRUISTABEL
from generator.artifacts.site.pages.doors import doors
from generator.artifacts.site.pages.handbook import to_print
from generator.artifacts.site.pages.matrices import KERN
from generator.artifacts.site.pages.naslag import LEADS
from generator.artifacts.site.pages.reach import has_reach, reach_card
from generator.artifacts.site.pages.registers import SELFSCAN_PAGE, TAKE_ALONG, register_path, shown_registers
from generator.artifacts.site.pages.toolkit import TOOLKIT, toolkit_page
from generator.artifacts.site.pages.training import training_index
from generator.artifacts.site.pages.weeks import week_cards
from generator.artifacts.site.places import (
    CHANGES,
    CODES,
    COLLECTIONS,
    DEKKING,
    FACTS,
    SCHEMA,
    TRAINING,
    code_of,
    href,
    page_of,
    pages,
    plural,
    plural_anchor,
)
from generator.artifacts.site.views import (
    Bullets,
    Card,
    Cards,
    Doors,
    Fact,
    Facts,
    LinkRow,
    Links,
    Note,
    PageView,
    Phase,
    Phases,
    Prose,
    Section,
)
from generator.counts import counts
from generator.graph import Methodiek, Node
from generator.graph.editions import elsewhere
from generator.model.handleiding import Fase
from generator.model.kinds import kind_named
from generator.model.methodiek import Interventie


def intervention(methodiek: Methodiek) -> Node | None:
    """Return the node of the intervention, if its file could be read."""
    return methodiek.single("interventie")


def start_page(methodiek: Methodiek) -> PageView:
    """Return the first page of the site."""
    node = intervention(methodiek)
    if node is None or not isinstance(node.record, Interventie):
        return PageView(START, "Start")
    record = node.record
    goals = tuple(part.tekst for part in record.hoofddoel.onderdelen)
    duration = (Note("let-op", record.duur_toelichting, "De bronnen verschillen"),) if record.duur_toelichting else ()
    standing = (Prose(record.erkenning.toelichting),) if record.erkenning else ()
    phases = _phases(methodiek, START)
    return PageView(
        START,
        record.titel,
        record.ondertitel,
        source=node.document.path,
        kind="start",
        sections=(
            Section("Waar wil je heen?", (Doors(doors(methodiek, START)),), "deuren"),
            *((Section("Van begin tot eind", phases, plural_anchor("fase")),) if phases else ()),
            Section("Wat het is", (Prose(record.samenvatting), _facts(methodiek, record), *duration), "wat"),
            Section("Voor wie", (Prose(record.doelgroep),), "doelgroep"),
            Section("Waar het om gaat", (Prose(record.hoofddoel.tekst), Bullets(goals)), "hoofddoel"),
            *((Section("Hoe het beoordeeld is", standing, "erkenning"),) if standing else ()),
            *_edition(methodiek),
        ),
        keywords=record.aliassen,
    )


def _edition(methodiek: Methodiek) -> Iterator[Section]:
    """Yield what an edition leaves out, in numbers only."""
    left = [f"{number} {kind.plural if number > 1 else kind.name}" for kind, number in elsewhere(methodiek)]
    if left:
        text = (
            "Deze uitgave is niet voor medewerkers. Er is meer, en dat staat hier met opzet niet: "
            f"{', '.join(left)}. Of alles gedekt is, rekent de compiler na over het geheel."
        )
        yield Section("Deze uitgave", (Note("rustig", text),), "uitgave")


def _facts(methodiek: Methodiek, record: Interventie) -> Facts:
    found = counts(methodiek)
    facts = [Fact("Duur", record.duur)]
    if record.erkenning:
        facts.append(Fact("Erkenning", record.erkenning.niveau))
    kinds = ("fase", "kernelement", "factor", "werkblad")
    numbers = ", ".join(f"{found[kind]} {kind_named(kind).plural}" for kind in kinds if found.get(kind, 0) > 1)
    return Facts((*facts, Fact("In deze site", numbers))) if numbers else Facts(tuple(facts))


def _phases(methodiek: Methodiek, page: str) -> tuple[Phases, ...]:
    """Return the time line of the phases, or nothing when there are none."""
    nodes = pages(methodiek, "fase")
    records = [node.record for node in nodes if isinstance(node.record, Fase)]
    if not records:
        return ()
    listed = tuple(
        Phase(node.titel, href(page_of(node), page), weeks(record), record.kern, record.optioneel)
        for node, record in zip(nodes, records, strict=True)
    )
    return (Phases(time_line(records), listed),)


def _any(methodiek: Methodiek, kinds: tuple[str, ...]) -> bool:
    return any(methodiek.of(kind) for kind in kinds)


def chapter_pages(methodiek: Methodiek) -> Iterator[PageView]:
    """Yield the first page of each chapter that holds something."""
    for path, (title, lead, kinds) in CHAPTERS.items():
        if not _any(methodiek, kinds):
            continue
        if path == TOOLKIT:
            yield toolkit_page(methodiek, title, lead)
        elif path == TRAINING:
            yield training_index(methodiek, title, lead)
        else:
            yield PageView(path, title, lead, kind="overzicht", sections=tuple(_chapter(methodiek, path, kinds)))


def _chapter(methodiek: Methodiek, path: str, kinds: tuple[str, ...]) -> Iterator[Section]:
    if path.startswith("verantwoording"):
        yield Section("Overzichten", (Cards(_overviews(methodiek, path)),), "overzichten")
    if path.startswith("onderbouwing") and (whole := tuple(_overall(methodiek, path))):
        yield Section("In één beeld", (Cards(whole),), "schema")
    if path.startswith("handleiding"):
        yield from to_print(methodiek, path)
    if path.startswith("handleiding") and (cards := week_cards(methodiek, path)):
        yield Section("Week voor week", (cards,), "week-voor-week")
    books = tuple(_collection(methodiek, kind, path) for kind in (*kinds, *_beside(path)) if kind in COLLECTIONS)
    if any(books):
        yield Section("Opzoeken", (Cards(tuple(card for found in books for card in found)),), "opzoeken")
    for kind in kinds:
        if methodiek.of(kind) and kind not in COLLECTIONS:
            blocks = _phases(methodiek, path) if kind == "fase" else _listed(methodiek, kind, path)
            yield Section(plural(kind_named(kind)), blocks, plural_anchor(kind))


def _overall(methodiek: Methodiek, path: str) -> Iterator[Card]:
    if methodiek.of("schemarij"):
        yield Card("Factor, doel en aanpak", "Het hele schema in één tabel.", href(SCHEMA, path))
    if has_reach(methodiek):
        yield reach_card(path)


def _beside(path: str) -> tuple[str, ...]:
    """Return the kinds that have one page in a chapter without belonging to its own."""
    folder = path.rpartition("/")[0]
    own = CHAPTERS[path][2]
    return tuple(kind for kind, page in COLLECTIONS.items() if page.startswith(f"{folder}/") and kind not in own)


def _collection(methodiek: Methodiek, kind: str, path: str) -> tuple[Card, ...]:
    if not methodiek.of(kind):
        return ()
    return (Card(plural(kind_named(kind)), LEADS[kind], href(COLLECTIONS[kind], path)),)


def _listed(methodiek: Methodiek, kind: str, path: str) -> tuple[Cards | Links, ...]:
    """Return the nodes of a kind as cards, or as a plain list where they have no summary to show."""
    cards = tuple(_card(node, path) for node in pages(methodiek, kind))
    if any(card.text for card in cards):
        return (Cards(cards),)
    return (Links("", tuple(LinkRow(card.title, card.href, card.code) for card in cards)),)


def _card(node: Node, path: str) -> Card:
    text = getattr(node.record, "kern", None) or ""
    return Card(node.titel, str(text), href(page_of(node), path), code_of(node))


def _overviews(methodiek: Methodiek, path: str) -> tuple[Card, ...]:
    cards = [
        Card("Dekking", "Elke belofte, en waarmee zij is nagekomen.", href(DEKKING, path)),
        Card("Bekende gaten", "Wat ontbreekt, met de reden.", href(GATEN, path)),
        Card("Tellingen", "Hoeveel er van alles is.", href(TELLINGEN, path)),
        Card("Wat er veranderd is", "Per blad en per pagina, sinds een datum.", href(CHANGES, path)),
        Card("Meldingen", "Wat de compiler kan melden.", href(f"{CODES}/index.md", path)),
    ]
    if register := methodiek.single("register"):
        cards.append(Card(register.titel, "Van elk feit uit de bronnen de pagina, of de reden.", href(FACTS, path)))
    if methodiek.of("kernelement") and methodiek.of("werkzaam-element"):
        cards.insert(1, Card("Kernelement bij werkzaam element", "De tabel van alle koppelingen.", href(KERN, path)))
    if asks(methodiek):
        cards[1:1] = [
            Card("Kruistabel", "Waar wij aan het kwaliteitskader voldoen, en waar niet.", href(KRUISTABEL, path)),
            Card("Zelfscan", "Ga na of jullie organisatie voldoet.", href(SELFSCAN_PAGE, path)),
        ]
    cards += [Card(one.title, one.lead, href(register_path(one), path)) for one in shown_registers(methodiek)]
    cards.append(Card("Open data", "Alles om mee te nemen en na te rekenen.", href(TAKE_ALONG, path)))
    return tuple(cards)
