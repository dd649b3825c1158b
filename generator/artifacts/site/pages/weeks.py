"""The stay from week to week: one table with every week below it, and the planner that puts dates to it."""

from __future__ import annotations

from collections.abc import Iterator

from generator.artifacts.site.pages.common import part_item
from generator.artifacts.site.places import PLANNER, WEEKS, code_of, href, page_of
from generator.artifacts.site.planning import Planned, PlannedStep, Planner
from generator.artifacts.site.views import (
    Card,
    Cards,
    Cell,
    Fact,
    Facts,
    Items,
    LinkRow,
    Note,
    PageView,
    Prose,
    Section,
    Table,
)
from generator.artifacts.weeks import Step, Week, WeekLine, due, week_line
from generator.graph import Methodiek

WEEKS_LEAD = "Per week: wat je doet, met wie, en met welk blad."
PLANNER_LEAD = "Vul de eerste dag in en je ziet welke week wanneer is."


def week_pages(methodiek: Methodiek) -> Iterator[PageView]:
    """Yield the page of the weeks and the planner, for a methodology that has weeks."""
    line = week_line(methodiek)
    if line.weeks:
        yield PageView(WEEKS, "De weken", WEEKS_LEAD, kind="overzicht", sections=tuple(_weeks(methodiek, line)))
        yield PageView(PLANNER, "Planner", PLANNER_LEAD, kind="planner", sections=tuple(_planner(line)))


def week_cards(methodiek: Methodiek, page: str) -> Cards | None:
    """Return the ways into the weeks, for a page of another chapter."""
    if not methodiek.of("week"):
        return None
    weeks = Card("De weken", WEEKS_LEAD, href(WEEKS, page))
    return Cards((weeks, Card("Planner", PLANNER_LEAD, href(PLANNER, page))))


def _weeks(methodiek: Methodiek, line: WeekLine) -> Iterator[Section]:
    heads = tuple(Cell(text, header=True) for text in ("Week", *line.lanes))
    rows = tuple(
        (
            Cell(week.node.titel, header=True, href=f"#{week.node.id}"),
            *(Cell(rows=tuple(_rows(lane))) for lane in week.lanes),
        )
        for week in line.weeks
    )
    way = Cards((Card("Planner", PLANNER_LEAD, href(PLANNER, WEEKS)),))
    yield Section("Alle weken", (Table("Alle weken", heads, rows, wide=True), way), "alle-weken")
    for week in line.weeks:
        yield Section(week.node.titel, tuple(_week(methodiek, line, week)), week.node.id)


def _rows(lane: tuple[Step, ...]) -> Iterator[LinkRow]:
    for step in lane:
        codes = " ".join(code_of(sheet) for sheet in step.sheets)
        yield LinkRow(step.record.tekst, f"#{step.node.id}", codes)


def _week(methodiek: Methodiek, line: WeekLine, week: Week) -> Iterator[Prose | Facts | Items]:
    facts = [Fact("Weken", week.record.weken)]
    if week.phase:
        facts.append(Fact("Fase", week.phase.titel, href(page_of(week.phase), WEEKS)))
    if week.sometimes:
        facts.append(Fact("Altijd?", "nee, alleen als het nodig is"))
    yield Prose(week.record.kern)
    yield Facts(tuple(facts))
    for name, lane in zip(line.lanes, week.lanes, strict=True):
        if lane:
            yield Items(
                tuple(
                    part_item(
                        methodiek, step.node, WEEKS, title=step.record.tekst, facts=tuple(_when(name, due(step, week)))
                    )
                    for step in lane
                )
            )


def _when(lane: str, day: str) -> Iterator[Fact]:
    yield Fact("Wie", lane)
    if day:
        yield Fact("Uiterlijk", day)


def _planner(line: WeekLine) -> Iterator[Section]:
    weeks = tuple(
        Planned(
            week.node.titel,
            f"{href(WEEKS, PLANNER)}#{week.node.id}",
            week.record.van,
            week.record.tot,
            week.sometimes,
            week.closing,
            tuple(
                PlannedStep(
                    step.node.id,
                    step.record.tekst,
                    step.record.dag or 0,
                    due(step, week),
                    name,
                    tuple((code_of(sheet), sheet.titel, href(page_of(sheet), PLANNER)) for sheet in step.sheets),
                )
                for name, lane in zip(line.lanes, week.lanes, strict=True)
                for step in lane
            ),
        )
        for week in line.weeks
    )
    keep = Note(
        "rustig",
        "Wat je invult, blijft in dit venster. Er gaat niets weg en er wordt niets bewaard. "
        "Zet geen naam in een agenda.",
        "Alleen voor jou",
    )
    yield Section("Jouw planning", (keep, Planner(weeks)), "planning")


__all__ = ["week_cards", "week_pages"]
