"""What pages for training show besides what every page may: screens, steps to tick, and questions without answers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.artifacts.sessions import Slide

if TYPE_CHECKING:
    from generator.artifacts.site.views import LinkRow


@dataclass(frozen=True)
class Slides:
    """The screens of a session, as a list that can also be shown one by one."""

    slides: tuple[Slide, ...]


@dataclass(frozen=True)
class Step:
    """A step of a route: its anchor, what to do, a short note (how long, who), and where that is found."""

    anchor: str
    title: str
    text: str
    note: str
    rows: tuple[LinkRow, ...] = ()


@dataclass(frozen=True)
class Steps:
    """Steps in order; with `ticks` a reader may tick them, and the ticks stay in the browser."""

    steps: tuple[Step, ...]
    ticks: bool = False


@dataclass(frozen=True)
class Questions:
    """Questions with their options, and never with their answers."""

    questions: tuple[tuple[str, tuple[str, ...]], ...]
