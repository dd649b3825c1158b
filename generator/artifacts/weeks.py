"""The line of weeks as site and paper both show it: a row for each week, a lane for each heading."""

from __future__ import annotations

from dataclasses import dataclass

from generator.graph import Methodiek, Node
from generator.model.week import Weekregel, Weekstap


@dataclass(frozen=True)
class Step:
    """Something to do, with the sheets for it."""

    node: Node
    record: Weekstap
    sheets: tuple[Node, ...]


@dataclass(frozen=True)
class Week:
    """A week or some weeks that look alike, with the steps of each lane and the phase they belong to.

    `sometimes`: the phase is not always there. `closing`: nothing comes after it.
    """

    node: Node
    record: Weekregel
    phase: Node | None
    lanes: tuple[tuple[Step, ...], ...]
    sometimes: bool = False
    closing: bool = False

    @property
    def sheets(self) -> tuple[Node, ...]:
        """Every sheet of the week, each once."""
        return tuple(dict.fromkeys(sheet for lane in self.lanes for step in lane for sheet in step.sheets))


def due(step: Step, week: Week) -> str:
    """Return by which day a step must be done, or nothing.

    When the closing week is depends on how long somebody stays: there the days of the week itself are counted.
    """
    day = step.record.dag
    if not day:
        return ""
    return f"dag {day - (week.record.van - 1) * 7} van deze week" if week.closing else f"dag {day}"


@dataclass(frozen=True)
class WeekLine:
    """All weeks in order, and the headings of the lanes."""

    lanes: tuple[str, ...]
    weeks: tuple[Week, ...]

    def of(self, phase: Node) -> tuple[Week, ...]:
        """Return the weeks of a phase."""
        return tuple(week for week in self.weeks if week.phase is phase)


def week_line(methodiek: Methodiek) -> WeekLine:
    """Return the weeks of a methodology; without any, an empty line."""
    nodes = sorted(methodiek.of("week"), key=lambda node: node.record.van)  # type: ignore[attr-defined]
    lanes = tuple(dict.fromkeys(step.record.baan for node in nodes for step in _steps(methodiek, node)))
    return WeekLine(lanes, tuple(_week(methodiek, node, lanes, node is nodes[-1]) for node in nodes))


def _week(methodiek: Methodiek, node: Node, lanes: tuple[str, ...], closing: bool) -> Week:
    assert isinstance(node.record, Weekregel)
    steps = _steps(methodiek, node)
    phase = next((edge.naar for edge in methodiek.out(node, "fasen")), None)
    return Week(
        node,
        node.record,
        phase,
        tuple(tuple(step for step in steps if step.record.baan == lane) for lane in lanes),
        bool(phase and getattr(phase.record, "optioneel", False)),
        closing,
    )


def _steps(methodiek: Methodiek, node: Node) -> tuple[Step, ...]:
    found = []
    for part in methodiek.parts(node, "weekstap"):
        assert isinstance(part.record, Weekstap)
        sheets = tuple(edge.naar for edge in methodiek.out(part, "werkbladen"))
        found.append(Step(part, part.record, sheets))
    return tuple(found)
