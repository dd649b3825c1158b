"""What the planner shows, as frozen values: the weeks and the steps that a script puts dates to."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class PlannedStep:
    """Something to do in a week; `day` is the day of the stay by which it must be done, 0 for any day of the week.

    `due` is the same in words.

    `sheets` are (code, title, address).
    """

    name: str
    text: str
    day: int
    due: str
    lane: str
    sheets: tuple[tuple[str, str, str], ...] = ()


@dataclass(frozen=True)
class Planned:
    """A week of the planner, from week `first` up to and including week `last`."""

    title: str
    href: str
    first: int
    last: int
    sometimes: bool
    closing: bool
    steps: tuple[PlannedStep, ...]


@dataclass(frozen=True)
class Planner:
    """The weeks as a list; a script puts dates to it when somebody fills in a first day."""

    weeks: tuple[Planned, ...]
