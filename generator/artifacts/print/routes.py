"""The papers for who is new: a route with its self-check on two sides, the key apart, and the card of the first day."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.artifacts.print.engine import PrintJob
from generator.artifacts.print.session_pdfs import SHEETS, session_pdfs
from generator.artifacts.print.session_sheets import question_sides
from generator.artifacts.print.templating import render
from generator.artifacts.recipes import OfferedPdf
from generator.graph import Methodiek, Node
from generator.model.inwerken import Dagkaart, Dagstap, Inwerkroute, Routestap
from generator.model.kinds import kind_named

GROUPS = (("lezen", "Lezen"), ("proberen", "Proberen"), ("bespreken", "Bespreken met een collega"))
"""What a step may be, in the order of a route, and how people read it."""
QUESTIONS_ON_A_SIDE = 10


@dataclass(frozen=True)
class StepView:
    """A step with where its matter is found, in words for paper."""

    stap: Routestap | Dagstap
    waar: tuple[str, ...]


@dataclass(frozen=True)
class GroupView:
    """The steps of one sort, and their minutes together."""

    titel: str
    minuten: int
    stappen: tuple[StepView, ...]


def training_pdfs(methodiek: Methodiek) -> Iterator[OfferedPdf]:
    """Yield every document for training: of sessions, of routes, and of the first day."""
    for node in methodiek.of("draaiboek"):
        yield from session_pdfs(methodiek, node)
    yield from route_pdfs(methodiek)


def route_pdfs(methodiek: Methodiek) -> Iterator[OfferedPdf]:
    """Yield the papers of every route, and the card of the first day."""
    for node in methodiek.of("inwerkroute"):
        yield from of_route(methodiek, node)
    for node in methodiek.of("dagkaart"):
        yield of_day(methodiek, node)


def of_route(methodiek: Methodiek, node: Node) -> tuple[OfferedPdf, OfferedPdf]:
    """Return a route with its self-check, and the key."""
    route = node.record
    assert isinstance(route, Inwerkroute)
    base = f"training/inwerken/{route.code.lower()}"
    lead = f"Kies steeds één antwoord. Met {route.voldoende} van de {len(route.zelfcheck)} goed kun je beginnen."
    sides = tuple(question_sides("Zelfcheck", route.zelfcheck, lead, QUESTIONS_ON_A_SIDE))
    html = render("route.html", route=route, groepen=groups(methodiek, node), zijden=sides)
    key = render("routesleutel.html", route=route)
    span = node.at("stappen", key=True)
    return (
        OfferedPdf(
            PrintJob(f"{base}-route.pdf", html, SHEETS, route.bladzijden), span, "Route en zelfcheck", soort="route"
        ),
        OfferedPdf(
            PrintJob(f"{base}-antwoorden.pdf", key, SHEETS, 1),
            span,
            "Antwoorden bij de zelfcheck",
            "pas openen als je klaar bent",
            "sleutel",
        ),
    )


def of_day(methodiek: Methodiek, node: Node) -> OfferedPdf:
    """Return the card of the first day."""
    kaart = node.record
    assert isinstance(kaart, Dagkaart)
    steps = tuple(
        StepView(part.record, _where(methodiek, part, "werkblad"))
        for part in methodiek.parts(node, "dagstap")
        if isinstance(part.record, Dagstap)
    )
    html = render("dagkaart.html", kaart=kaart, stappen=steps)
    job = PrintJob(f"training/inwerken/{kaart.code.lower()}-dag.pdf", html, SHEETS, 1)
    return OfferedPdf(job, node.at("stappen", key=True), "Kaart om op te hangen", soort="dagkaart")


def groups(methodiek: Methodiek, node: Node) -> tuple[GroupView, ...]:
    """Return the steps of a route by what they are."""
    found: dict[str, list[StepView]] = {}
    for part in methodiek.parts(node, "routestap"):
        if isinstance(part.record, Routestap):
            found.setdefault(part.record.soort, []).append(StepView(part.record, _where(methodiek, part, "naar")))
    return tuple(
        GroupView(title, sum(getattr(one.stap, "minuten", 0) for one in found[sort]), tuple(found[sort]))
        for sort, title in GROUPS
        if sort in found
    )


def _where(methodiek: Methodiek, part: Node, field: str) -> tuple[str, ...]:
    rows = []
    for edge in methodiek.out(part, field):
        code = getattr(edge.naar.record, "code", "")
        name = f"{code} {edge.naar.titel}" if code else edge.naar.titel
        rows.append(name if code else f"{name} ({kind_named(edge.naar.kind.name).name})")
    return tuple(rows)
