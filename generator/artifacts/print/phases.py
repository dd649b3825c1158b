"""The phases on paper: all of them on one sheet for the wall, and a card of two pages for each."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from generator.artifacts.print.engine import PrintJob
from generator.artifacts.print.phase_line import phase_line
from generator.artifacts.print.references import source_name
from generator.artifacts.print.templating import paragraphs, render
from generator.artifacts.recipes import OfferedPdf
from generator.artifacts.weeks import Step, Week, WeekLine, due, week_line
from generator.graph import Methodiek, Node
from generator.model.base import bron_van, plaats_in
from generator.model.handleiding import Activiteit, Fase
from generator.model.methodiek import Interventie

STYLESHEETS = ("fonts/print-fonts.css", "css/fasen.css")
FOLDER = "handleiding"
ROOMY = 3
"""A card with at most so many activities has room to explain them."""
PICTURES = {"A3": (260.0, 3.9), "A4": (190.0, 2.9)}
"""How wide the picture on the wall sheet is, and the size of its letters, in millimetres."""


@dataclass(frozen=True)
class Task:
    """Something to do, as paper shows it: its words, a few details, and (code, title) of its sheets."""

    text: str
    details: tuple[str, ...] = ()
    sheets: tuple[tuple[str, str], ...] = ()
    more: str = ""


@dataclass(frozen=True)
class WallPhase:
    """A phase on the wall: over how many columns it goes, and what happens in it."""

    number: int
    title: str
    duration: str
    optional: bool
    columns: int
    tasks: tuple[Task, ...]
    decisions: tuple[str, ...]


@dataclass(frozen=True)
class WeekRow:
    """A week: its title, its goal, and its tasks in each lane."""

    title: str
    goal: str
    lanes: tuple[tuple[Task, ...], ...]


def phase_pdfs(methodiek: Methodiek) -> tuple[OfferedPdf, ...]:
    """Return the wall sheet in two sizes and the card of every phase; nothing without phases or weeks."""
    phases = _phases(methodiek)
    if not phases or not methodiek.of("week"):
        return ()
    return (*_walls(methodiek, phases), *(phase_card(methodiek, node) for node in phases))


def phase_card(methodiek: Methodiek, node: Node) -> OfferedPdf:
    """Return the card of two pages for a phase."""
    fase = _record(node)
    line = week_line(methodiek)
    html = render(
        "fasekaart.html",
        fase=fase,
        number=_phases(methodiek).index(node) + 1,
        duration=_duration(fase),
        line=phase_line([_record(one) for one in _phases(methodiek)], 174.0),
        tasks=tuple(_activity(one) for one in fase.activiteiten),
        roomy=len(fase.activiteiten) <= ROOMY,
        always=tuple(lijn.titel for lijn in _sorted(methodiek, "lijn")),
        lanes=line.lanes,
        weeks=tuple(_week(week) for week in line.of(node)),
        decisions=tuple((one.tekst, one.wie) for one in fase.besluiten),
        sheets=_sheets(line, node),
        sources=_by_source(methodiek, fase),
        version=_version(methodiek),
    )
    path = f"{FOLDER}/fasen/{node.id}-kaart.pdf"
    return OfferedPdf(PrintJob(path, html, STYLESHEETS, 2), node.at("titel"), f"Kaart: {node.titel}", "2 bladzijden")


def _walls(methodiek: Methodiek, phases: tuple[Node, ...]) -> Iterator[OfferedPdf]:
    line = week_line(methodiek)
    for size in PICTURES:
        html = render(
            "fasenwand.html",
            size=size.lower(),
            line=phase_line([_record(node) for node in phases], *(PICTURES[size])),
            phases=tuple(_wall_phase(number, node, line) for number, node in enumerate(phases, 1)),
            lanes=line.lanes,
            weeks=tuple(_week(week) for week in line.weeks),
            always=tuple(lijn.titel for lijn in _sorted(methodiek, "lijn")),
            version=_version(methodiek),
        )
        job = PrintJob(f"{FOLDER}/fasen-wand-{size.lower()}.pdf", html, STYLESHEETS, 1)
        yield OfferedPdf(job, phases[0].at("titel"), f"De fasen aan de muur ({size})", f"1 bladzijde {size}")


def _wall_phase(number: int, node: Node, line: WeekLine) -> WallPhase:
    fase = _record(node)
    tasks = tuple(Task(one.titel) for one in fase.activiteiten)
    decisions = tuple(one.tekst for one in fase.besluiten)
    columns = max(len(line.of(node)), 1)
    return WallPhase(number, fase.titel, _duration(fase), fase.optioneel, columns, tasks, decisions)


def _week(week: Week) -> WeekRow:
    lanes = tuple(tuple(_task(step, due(step, week)) for step in lane) for lane in week.lanes)
    return WeekRow(week.node.titel, week.record.kern, lanes)


def _task(step: Step, day: str) -> Task:
    return Task(
        step.record.tekst,
        (f"uiterlijk {day}",) if day else (),
        tuple((_code(sheet), sheet.titel) for sheet in step.sheets),
    )


def _sheets(line: WeekLine, phase: Node) -> tuple[tuple[str, str, str], ...]:
    found = dict.fromkeys(sheet for week in line.of(phase) for sheet in week.sheets)
    return tuple(sorted((_code(one), one.titel, str(getattr(one.record, "doel", ""))) for one in found))


def _sources(fase: Fase) -> Iterator[str]:
    yield from fase.bron
    for activity in fase.activiteiten:
        yield from activity.bron
    for decision in fase.besluiten:
        yield from decision.bron


def _activity(one: Activiteit) -> Task:
    return Task(one.titel, (one.wie, one.wanneer, *_condition(one.voorwaarde)), more=paragraphs(one.uitleg)[0])


def _by_source(methodiek: Methodiek, fase: Fase) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Return every source of a phase once, with its places."""
    places: dict[str, dict[str, None]] = {}
    for place in _sources(fase):
        name = source_name(methodiek, bron_van(place))
        places.setdefault(name, {}).update({plaats_in(place): None} if plaats_in(place) else {})
    return tuple((name, tuple(found)) for name, found in places.items())


def _duration(fase: Fase) -> str:
    count = f"{fase.duur_weken} {'week' if fase.duur_weken == 1 else 'weken'}"
    return f"{count}, alleen als het nodig is" if fase.optioneel else count


def _condition(words: str | None) -> tuple[str, ...]:
    return (" ".join(words.split()),) if words else ()


def _version(methodiek: Methodiek) -> str:
    node = methodiek.single("interventie")
    return node.record.versie if node and isinstance(node.record, Interventie) else ""


def _phases(methodiek: Methodiek) -> tuple[Node, ...]:
    return _sorted(methodiek, "fase")


def _sorted(methodiek: Methodiek, kind: str) -> tuple[Node, ...]:
    return tuple(sorted(methodiek.of(kind), key=lambda node: node.record.volgorde))  # type: ignore[attr-defined]


def _record(node: Node) -> Fase:
    assert isinstance(node.record, Fase)
    return node.record


def _code(node: Node) -> str:
    return str(getattr(node.record, "code", ""))


def time_line_of(methodiek: Methodiek, wide: float = 164.0) -> Markup:
    """Return the drawing of all phases on a line of weeks, or nothing where there are none."""
    phases = [_record(node) for node in _phases(methodiek)]
    return phase_line(phases, wide) if phases else Markup("")
