"""The four documents of a session: the trainer's plan, the participants' set, the key, and the screens as pages."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.artifacts.print.engine import PrintJob
from generator.artifacts.print.references import source_name
from generator.artifacts.print.session_drawing import time_bar
from generator.artifacts.print.session_sheets import participant_sides
from generator.artifacts.print.templating import render
from generator.artifacts.recipes import OfferedPdf
from generator.artifacts.sessions import case_node, case_slugs, cases, slides, stops
from generator.diagnostics import Span
from generator.graph import Methodiek, Node
from generator.model.casus import Casus, Kijkwijzer, Oordeel, Punt
from generator.model.draaiboek import Dagdeel, Draaiboek

SHEETS = (
    "fonts/print-fonts.css",
    "css/tokens.css",
    "css/page.css",
    "css/sheets.css",
    "css/blocks.css",
    "css/drawings.css",
    "css/training.css",
)
SCREENS = ("fonts/print-fonts.css", "css/slides.css")


@dataclass(frozen=True)
class JudgedPoint:
    """A point with what the key says of it."""

    punt: Punt
    oordeel: Oordeel


@dataclass(frozen=True)
class JudgedCase:
    """A case with its key, for the trainer."""

    casus: Casus
    wijzer: Kijkwijzer
    punten: tuple[JudgedPoint, ...]
    uitkomst: str


def session_pdfs(methodiek: Methodiek, node: Node) -> Iterator[OfferedPdf]:
    """Yield the documents of every session of a plan."""
    plan = node.record
    assert isinstance(plan, Draaiboek)
    for index, dagdeel in enumerate(plan.dagdelen):
        yield from _of_session(methodiek, node, plan, dagdeel, node.at("dagdelen", index, "id"))


def _of_session(
    methodiek: Methodiek, node: Node, plan: Draaiboek, dagdeel: Dagdeel, span: Span
) -> Iterator[OfferedPdf]:
    def made(soort: str, title: str, html: str, pages: int | None, sheets: tuple[str, ...], note: str) -> OfferedPdf:
        path = f"training/draaiboeken/{node.id}/{plan.code.lower()}-{dagdeel.id}-{soort}.pdf"
        return OfferedPdf(PrintJob(path, html, sheets, pages), span, title, note, soort)

    foot = f"{plan.code} · v{plan.versie} · {dagdeel.titel}"
    common = {"plan": plan, "dagdeel": dagdeel, "voet": foot}
    known = {one.id: one for one in plan.materialen}
    used = dict.fromkeys(name for blok in dagdeel.blokken for name in blok.materialen)
    html = render(
        "draaiboek.html",
        **common,
        haltes=stops(dagdeel),
        balk=time_bar(dagdeel),
        spullen=tuple(known[name] for name in used if name in known),
        bekend=known,
        casussen={slug: found[0] for slug in case_slugs(dagdeel) if (found := cases(methodiek, (slug,)))},
        bronnen=tuple(source_name(methodiek, place) for place in plan.bron),
    )
    yield made("draaiboek", "Draaiboek voor de trainer", html, None, SHEETS, "met tijdlijn")
    sides = participant_sides(methodiek, plan, dagdeel)
    title = f"{dagdeel.titel} ({plan.code})"
    html = render("deelnemers.html", titel=title, zijden=sides, voet=foot, klas="deelnemersset")
    note = f"{len(sides)} bladzijden, een set per deelnemer"
    yield made("deelnemers", "Deelnemersset", html, len(sides), SHEETS, note)
    html = render("sleutel.html", **common, casussen=judged(methodiek, dagdeel), vragen=_questions(plan, dagdeel))
    yield made("sleutel", "Sleutel", html, None, SHEETS, "alleen voor de trainer, niet uitdelen")
    screens = slides(methodiek, plan, dagdeel)
    html = render("dias.html", titel=title, dias=screens, code=plan.code)
    yield made("dias", "Dia's als PDF", html, len(screens), SCREENS, f"{len(screens)} dia's, liggend")


def judged(methodiek: Methodiek, dagdeel: Dagdeel) -> tuple[JudgedCase, ...]:
    """Return the cases of a session with their keys."""
    return tuple(_judged(*found[1:]) for slug in case_slugs(dagdeel) if (found := case_node(methodiek, slug)))


def _judged(casus: Casus, wijzer: Kijkwijzer) -> JudgedCase:
    points = {punt.id: punt for punt in wijzer.punten}
    rows = (JudgedPoint(points[one.punt], one) for one in casus.sleutel.oordelen if one.punt in points)
    end = next((f"{one.teken}. {one.titel}" for one in wijzer.uitkomsten if one.id == casus.sleutel.uitkomst), "")
    return JudgedCase(casus, wijzer, tuple(rows), end)


def _questions(plan: Draaiboek, dagdeel: Dagdeel) -> tuple[object, ...]:
    return plan.toets if dagdeel.metingen else ()
