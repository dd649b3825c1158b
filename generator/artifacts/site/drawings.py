"""Drawings for pages, made at build time: the phases on a line of weeks, and the pictograms.

A drawing takes its colours from the page (`currentColor` and classes), so that both schemes and paper
show it well. What it says stands beside it as text too.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from importlib.resources import files

from markupsafe import Markup, escape

from generator.artifacts.site.text import shortened
from generator.model.handleiding import Fase

WIDE, LEFT, BAR_TOP, BAR_HIGH, HIGH = 760.0, 10.0, 54.0, 46.0, 132.0
LETTER_WIDE = 7.6
"""About how wide a letter of a label is; enough to know where a label has to break."""


@cache
def pictogram(name: str) -> Markup:
    """Return a pictogram in the colour of the text around it. It stands beside words that say the same."""
    drawn = (files("generator.assets") / "pictogrammen" / f"{name}.svg").read_text(encoding="utf-8").strip()
    drawn = drawn.replace("#1b2733", "currentColor")
    attributes = 'class="m-picto" aria-hidden="true" focusable="false"'
    return Markup(drawn.replace("<svg ", f"<svg {attributes} ", 1).replace(' xmlns="http://www.w3.org/2000/svg"', ""))


def time_line(phases: Sequence[Fase], here: Fase | None = None) -> Markup:
    """Draw phases on a line of weeks, each as wide as it is long; one that is not always there is dashed.

    With `here`, only that phase is filled.
    """
    total = sum(phase.duur_weken for phase in phases)
    week = (WIDE - 2 * LEFT) / max(total, 1)
    parts, start = [], 0
    for number, phase in enumerate(phases, 1):
        parts.append(_phase(number, phase, start, week, "elders" if here not in (None, phase) else ""))
        start += phase.duur_weken
    ticks = "".join(_tick(number, week) for number in range(total + 1))
    said = "; ".join(f"{phase.titel}, {weeks(phase)}" for phase in phases)
    return Markup(
        f'<svg class="m-tijdlijn__beeld" viewBox="0 0 {WIDE:g} {HIGH:g}" role="img" aria-labelledby="__tijdlijn">'
        f'<title id="__tijdlijn">Tijdlijn van {total} weken: {escape(said)}.</title>'
        f"{''.join(parts)}{ticks}</svg>"
    )


def weeks(phase: Fase) -> str:
    """Return how long a phase is, in words."""
    count = f"{phase.duur_weken} {'week' if phase.duur_weken == 1 else 'weken'}"
    return f"{count}, alleen als het nodig is" if phase.optioneel else count


def _phase(number: int, phase: Fase, start: int, week: float, other: str) -> str:
    left, wide = LEFT + start * week, phase.duur_weken * week
    middle = left + wide / 2
    kind = " ".join(filter(None, ("m-tijdlijn__deel", "soms" if phase.optioneel else "", other)))
    lines = _label(phase.titel, wide)
    words = "".join(
        f'<text x="{middle:.1f}" y="{BAR_TOP - 10 - 19 * (len(lines) - 1 - index):.1f}">{escape(line)}</text>'
        for index, line in enumerate(lines)
    )
    bar = f'<rect x="{left + 2:.1f}" y="{BAR_TOP:g}" width="{wide - 4:.1f}" height="{BAR_HIGH:g}" rx="8"/>'
    number_low = BAR_TOP + BAR_HIGH / 2 + 8
    shown = f'<text class="m-tijdlijn__nummer" x="{middle:.1f}" y="{number_low:g}">{number}</text>'
    return f'<g class="{kind}">{bar}{shown}{words}</g>'


def _label(title: str, wide: float) -> list[str]:
    """Break a label over at most two lines where the bar below it is narrow."""
    room = max(int(wide / LETTER_WIDE), 11)
    lines = [""]
    for word in shortened(title, 48).split():
        if lines[-1] and len(lines[-1]) + 1 + len(word) > room and len(lines) < 2:
            lines.append(word)
        else:
            lines[-1] = f"{lines[-1]} {word}".strip()
    return lines


def _tick(number: int, week: float) -> str:
    x, y = LEFT + number * week, BAR_TOP + BAR_HIGH + 6
    mark = f'<path d="M{x:.1f} {y:g}v6"/>'
    if number == 0:
        return mark
    words = f"week {number}" if number == 1 else str(number)
    return f'{mark}<text class="m-tijdlijn__week" x="{x - week / 2:.1f}" y="{y + 18:g}">{words}</text>'
