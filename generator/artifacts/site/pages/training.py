"""The chapter for who trains and who is new: session plans with their screens, routes, and the first day."""

from __future__ import annotations

from collections.abc import Iterator

from generator.artifacts.print.routes import GROUPS, of_day, of_route
from generator.artifacts.print.session_pdfs import session_pdfs
from generator.artifacts.sessions import slides, stops
from generator.artifacts.site.links import row_to
from generator.artifacts.site.pages.common import closing, offered
from generator.artifacts.site.places import (
    CHANGES,
    COLLECTIONS,
    TRAINING,
    code_of,
    href,
    page_of,
    pages,
    plural,
    plural_anchor,
)
from generator.artifacts.site.training_views import Questions, Slides, Step, Steps
from generator.artifacts.site.views import (
    Bullets,
    Card,
    Cards,
    Cell,
    Downloads,
    Fact,
    Facts,
    LinkRow,
    Links,
    Note,
    PageView,
    Prose,
    Section,
    Table,
)
from generator.graph import Methodiek, Node
from generator.model.draaiboek import Dagdeel, Draaiboek
from generator.model.inwerken import Dagkaart, Inwerkroute
from generator.model.kinds import kind_named
from generator.model.toolkit import Werkblad

LEADS = {
    "dagkaart": "De eerste vierentwintig uur met een nieuw meisje.",
    "inwerkroute": "Lezen, proberen en bespreken, op twee bladzijden. Met een zelfcheck.",
    "draaiboek": "Alles om een bijeenkomst te geven: plan met tijden, set, sleutel en dia's.",
    "training": "Wat het team volgde en wat wordt aangeboden. De training zelf blijft bij wie haar mag geven.",
    "competentie": "Wat iedereen in dit werk moet kunnen, en waar je dat leert.",
}


def training_index(methodiek: Methodiek, title: str, lead: str) -> PageView:
    """Return the first page of the chapter."""
    sections = []
    for kind, line in LEADS.items():
        cards = tuple(
            Card(node.titel, str(getattr(node.record, "kern", "")), href(page_of(node), TRAINING), code_of(node))
            for node in pages(methodiek, kind)
        )
        if cards:
            blocks = (Prose(line), Cards(cards))
            sections.append(Section(plural(kind_named(kind)), blocks, plural_anchor(kind)))
    if methodiek.of("draaiboek"):
        since = LinkRow("Wat er veranderd is, sinds een datum", href(CHANGES, TRAINING))
        sections.append(Section("Gaf je dit eerder?", (Links("", (since,)),), "eerder"))
    books = tuple(
        LinkRow(plural(kind_named(kind)), href(COLLECTIONS[kind], TRAINING))
        for kind in ("casus", "kijkwijzer")
        if methodiek.of(kind)
    )
    if books:
        sections.append(Section("Om mee te oefenen", (Links("", books),), "oefenen"))
    return PageView(TRAINING, title, lead, kind="overzicht", sections=tuple(sections))


def training_pages(methodiek: Methodiek) -> Iterator[PageView]:
    """Yield the pages of session plans with their screens, of routes, and of the first day."""
    for node in pages(methodiek, "draaiboek"):
        plan = node.record
        assert isinstance(plan, Draaiboek)
        sections = (*_plan(methodiek, node, plan), *closing(methodiek, node))
        yield _view(node, plan.code, sections, version=f"{plan.versie} van {plan.gewijzigd_op:%d-%m-%Y}")
        for dagdeel in plan.dagdelen:
            yield _screens(methodiek, node, plan, dagdeel)
    for node in pages(methodiek, "inwerkroute"):
        route = node.record
        assert isinstance(route, Inwerkroute)
        yield _view(node, route.code, (*_route(methodiek, node, route), *closing(methodiek, node)))
    for node in pages(methodiek, "dagkaart"):
        kaart = node.record
        assert isinstance(kaart, Dagkaart)
        yield _view(node, kaart.code, (*_day(methodiek, node), *closing(methodiek, node)))


def screens_page(node: Node, dagdeel: Dagdeel) -> str:
    """Return the path of the page with the screens of a session."""
    return page_of(node).removesuffix(".md") + f"-{dagdeel.id}-dias.md"


def _view(node: Node, code: str, sections: tuple[Section, ...], version: str = "") -> PageView:
    kern = str(getattr(node.record, "kern", ""))
    kind = node.kind.name
    return PageView(page_of(node), node.titel, kern, node.document.path, kind, code, sections, version=version)


def _plan(methodiek: Methodiek, node: Node, plan: Draaiboek) -> Iterator[Section]:
    page = page_of(node)
    yield Section("Wat dit is en niet is", (Note("let-op", plan.rechten),), "rechten")
    made = tuple(session_pdfs(methodiek, node))
    for dagdeel in plan.dagdelen:
        own = (pdf for pdf in made if pdf.path.endswith(f"-{dagdeel.id}-{pdf.soort}.pdf"))
        files = tuple(offered(pdf, page, main=pdf.soort == "draaiboek") for pdf in own)
        screen = LinkRow("Dia's op het scherm", href(screens_page(node, dagdeel), page))
        also = _also(methodiek, node, plan, dagdeel)
        blocks = (
            Bullets(dagdeel.doelen),
            Downloads(files),
            *((Links("Print ook", also),) if also else ()),
            Links("Geen printer?", (screen,)),
            _times(dagdeel),
            Note("rustig", dagdeel.bij_uitloop, "Als het uitloopt"),
        )
        yield Section(f"{dagdeel.titel} ({dagdeel.minuten} minuten)", blocks, dagdeel.id)
    facts = (Fact("Voor wie", plan.voor_wie), Fact("Groep", plan.groep), Fact("Trainer", plan.trainer))
    yield Section("Vooraf", (Facts(facts), Bullets(plan.vooraf)), "vooraf")
    yield Section("Afspraken met de groep", (Bullets(plan.afspraken),), "afspraken")
    yield Section("Als een deelnemer geraakt is", (Note("rustig", plan.nazorg_deelnemers),), "nazorg")
    yield Section("Bladen die je erbij gebruikt", (_used(methodiek, node),), "bladen")


def _also(methodiek: Methodiek, node: Node, plan: Draaiboek, dagdeel: Dagdeel) -> tuple[LinkRow, ...]:
    """Return the toolkit items that must lie ready for a session, with how many of each."""
    asked = {name for blok in dagdeel.blokken for name in blok.materialen}
    items = {one.werkblad: one.aantal for one in plan.materialen if one.werkblad and one.id in asked}
    found = ((methodiek.get("werkblad", slug), many) for slug, many in items.items())
    rows = ((row_to(methodiek, item, page_of(node)), many) for item, many in found if item)
    return tuple(LinkRow(f"{row.title} ({many})", row.href + "#printen", row.code) for row, many in rows)


def _used(methodiek: Methodiek, node: Node) -> Table:
    """Return the toolkit items that a plan uses, with the version that they have now."""
    heads = tuple(Cell(text, header=True) for text in ("Blad", "Versie", "Gewijzigd op"))
    rows = []
    for edge in methodiek.out(node, "werkbladen"):
        item = edge.naar.record
        if isinstance(item, Werkblad):
            row = row_to(methodiek, edge.naar, page_of(node))
            rows.append((Cell(rows=(row,), header=True), Cell(item.versie), Cell(f"{item.gewijzigd_op:%d-%m-%Y}")))
    return Table("Bladen die je erbij gebruikt", heads, tuple(rows))


def _times(dagdeel: Dagdeel) -> Table:
    heads = tuple(Cell(text, header=True) for text in ("Vanaf", "Onderdeel", "Minuten", "Werkvorm"))
    rows = tuple(
        (Cell(stop.van, header=True), Cell(stop.blok.titel), Cell(str(stop.blok.minuten)), Cell(stop.blok.werkvorm))
        for stop in stops(dagdeel)
    )
    return Table(f"{dagdeel.titel}, samen {dagdeel.minuten} minuten", heads, rows)


def _screens(methodiek: Methodiek, node: Node, plan: Draaiboek, dagdeel: Dagdeel) -> PageView:
    page = screens_page(node, dagdeel)
    back = LinkRow(plan.titel, href(page_of(node), page), plan.code)
    return PageView(
        page,
        f"Dia's: {dagdeel.titel}",
        "Eén ding per scherm. Pijltjes om verder te gaan, Escape om te sluiten.",
        source=node.document.path,
        kind="dias",
        code=plan.code,
        sections=(
            Section("De dia's", (Slides(slides(methodiek, plan, dagdeel)),), "dias"),
            Section("Hoort bij", (Links("", (back,)),), "hoort-bij"),
        ),
        searchable=False,
    )


def _route(methodiek: Methodiek, node: Node, route: Inwerkroute) -> Iterator[Section]:
    page = page_of(node)
    facts = (
        Fact("Voor wie", route.voor_wie),
        Fact("Wanneer", route.wanneer),
        Fact("Lezen", f"{route.leestijd} minuten"),
    )
    yield Section("Begin hier", (Note("rustig", route.onthoud), Facts(facts)), "begin")
    for sort, title in GROUPS:
        steps = tuple(_step(methodiek, part, page) for part in methodiek.parts(node, "routestap") if _is(part, sort))
        if steps:
            yield Section(title, (Steps(steps, ticks=True),), sort)
    questions = tuple((vraag.vraag, vraag.opties) for vraag in route.zelfcheck)
    enough = f"Met {route.voldoende} van de {len(questions)} goed kun je beginnen. Er wordt niets bewaard."
    yield Section("Zelfcheck", (Prose(enough), Questions(questions)), "zelfcheck")
    route_pdf, key = of_route(methodiek, node)
    yield Section("Printen", (Downloads((offered(route_pdf, page, main=True), offered(key, page))),), "printen")


def _is(part: Node, sort: str) -> bool:
    return getattr(part.record, "soort", "") == sort


def _step(methodiek: Methodiek, part: Node, page: str) -> Step:
    record = part.record
    rows = tuple(row_to(methodiek, edge.naar, page) for edge in methodiek.out(part))
    minutes = getattr(record, "minuten", None)
    note = f"{minutes} min" if minutes else f"{getattr(record, 'moment', '')}: {getattr(record, 'wie', '')}"
    return Step(part.id, part.titel, str(getattr(record, "tekst", "")), note, rows)


def _day(methodiek: Methodiek, node: Node) -> Iterator[Section]:
    page = page_of(node)
    steps = tuple(_step(methodiek, part, page) for part in methodiek.parts(node, "dagstap"))
    yield Section("Wie doet wat, met welk blad", (Steps(steps),), "stappen")
    yield Section("Printen", (Downloads((offered(of_day(methodiek, node), page, main=True),)),), "printen")
