"""The report of coverage: every promise, what keeps it, and every gap with its reason."""

from __future__ import annotations

from collections.abc import Iterator

from generator.artifacts.site.links import row_to
from generator.artifacts.site.places import DEKKING, PROMISES, href, place_of
from generator.artifacts.site.text import shortened
from generator.artifacts.site.views import Cell, Fact, Facts, Item, Items, Links, Note, PageView, Prose, Section, Table
from generator.counts import counts, coverage, groups, links_by_ground
from generator.graph import Methodiek
from generator.graph.coverage import Promise, promises
from generator.model.kinds import KINDS

GATEN = "verantwoording/gaten.md"
TELLINGEN = "verantwoording/tellingen.md"
DETAIL = (("kernelement", "groep"), ("indicator", "niveau"), ("werkzaam-element", "soort"), ("werkblad", "recht"))


def coverage_pages(methodiek: Methodiek) -> Iterator[PageView]:
    """Yield the pages that show what is covered, what is not, and how much there is."""
    yield _report(methodiek)
    for promise in promises(methodiek):
        yield _promise(methodiek, promise)
    yield _gaps(methodiek)
    yield _counts(methodiek)


def _report(methodiek: Methodiek) -> PageView:
    total = coverage(methodiek)
    grounds = links_by_ground(methodiek)
    facts = Facts(
        (
            Fact("Beloften", str(total["beloften"])),
            Fact("Nagekomen", f"{total['nagekomen']} van de {total['beloofd']} keer"),
            Fact("Bekende gaten", str(total["bekende_gaten"]), href(GATEN, DEKKING)),
            Fact("Koppelingen uit een bron", str(grounds["bron"])),
            Fact("Koppelingen die wij afleidden", str(grounds["afgeleid"])),
        )
    )
    heads = tuple(Cell(text, header=True) for text in ("Belofte", "Nagekomen", "Bekende gaten", "Uit bron", "Afgeleid"))
    rows = []
    for promise in promises(methodiek):
        by_ground = [edge.koppeling.grond for item in promise.items for edge in item.edges]
        rows.append(
            (
                Cell(promise.belofte.titel, header=True, href=href(promise_page(promise), DEKKING)),
                Cell(f"{promise.kept} van {len(promise.items)}"),
                Cell(str(len(promise.gaps)), tone="gat" if promise.gaps else ""),
                Cell(str(by_ground.count("bron"))),
                Cell(str(by_ground.count("afgeleid"))),
            )
        )
    intro = Prose(
        "Deze methodiek belooft dat niets los hangt. De compiler controleert elke belofte bij elke bouw. "
        "Een koppeling komt uit een bron, of wij leidden haar af en zeggen waarom. "
        "Wat ontbreekt, staat er als gat bij, met de reden."
    )
    table = Table("Alle beloften", heads, tuple(rows), wide=True)
    return PageView(
        DEKKING,
        "Dekking",
        "Wat is beloofd, wat is nagekomen, en wat ontbreekt.",
        source="content/dekking.yml",
        sections=(Section("Stand", (intro, facts), "stand"), Section("Beloften", (table,), "beloften")),
    )


def promise_page(promise: Promise) -> str:
    """Return the path of the page on which a promise is answered, one by one."""
    return f"{PROMISES}/{promise.belofte.id}.md"


def _promise(methodiek: Methodiek, promise: Promise) -> PageView:
    path = promise_page(promise)
    heads = tuple(Cell(text, header=True) for text in ("Wat", "Gedekt door", "Stand"))
    rows = []
    for item in promise.items:
        arriving = {
            id(edge): edge.van if edge.naar in (item.node, *methodiek.parts(item.node)) else edge.naar
            for edge in item.edges
        }
        state = "gedekt" if item.kept else f"gat: {item.gat.reden}" if item.gat else "open"
        rows.append(
            (
                Cell(shortened(item.node.titel, 110), header=True, href=href(place_of(item.node), path)),
                Cell(rows=tuple(row_to(methodiek, arriving[id(edge)], path) for edge in item.edges)),
                Cell(state, tone="" if item.kept else "gat"),
            )
        )
    table = Table(promise.belofte.titel, heads, tuple(rows), wide=True)
    kept = f"{promise.kept} van {len(promise.items)} nagekomen, {len(promise.gaps)} bekende gaten."
    answer = Section("Eén voor één", (table,), "een-voor-een")
    # The report names every promise already; searching for one should lead there.
    return PageView(
        path, promise.belofte.titel, kept, source="content/dekking.yml", sections=(answer,), searchable=False
    )


def _gaps(methodiek: Methodiek) -> PageView:
    sections = []
    total = 0
    for promise in promises(methodiek):
        if promise.gaps:
            total += len(promise.gaps)
            items = tuple(
                Item(
                    anchor=f"{promise.belofte.id}-{item.node.id}",
                    title=shortened(item.node.titel, 110),
                    text=item.gat.reden if item.gat else "",
                    links=(Links("Het gaat om", (row_to(methodiek, item.node, GATEN),)),),
                )
                for item in promise.gaps
            )
            sections.append(Section(promise.belofte.titel, (Items(items),), promise.belofte.id))
    intro = Note(
        "rustig", "Een gat is geen fout die we verbergen. Het staat hier tot het gedicht is.", "Waarom deze lijst?"
    )
    return PageView(
        GATEN,
        "Bekende gaten",
        f"{total} plekken waar iets ontbreekt, met de reden.",
        source="content/dekking.yml",
        sections=(Section("Over deze lijst", (intro,), "over"), *sections),
    )


def _counts(methodiek: Methodiek) -> PageView:
    heads = tuple(Cell(text, header=True) for text in ("Wat", "Aantal"))
    found = counts(methodiek)
    rows = []
    for kind in KINDS:
        if kind.name in found:
            rows.append((Cell(kind.plural, header=True), Cell(str(found[kind.name]))))
            for name, field in DETAIL:
                if name == kind.name:
                    for value, number in groups(methodiek, name, field).items():
                        rows.append((Cell(f"{kind.plural}: {value}", header=True), Cell(str(number))))
    table = Table("Hoeveel er van alles is", heads, tuple(rows))
    return PageView(
        TELLINGEN,
        "Tellingen",
        "Hoeveel er van alles is, geteld bij de laatste bouw.",
        sections=(Section("Aantallen", (table,), "aantallen"),),
    )
