"""The drawing of phase by goal: a square for every item of the toolkit that serves a goal in a phase, and the gaps.

It takes its colours from the page. A table with the same content stands below it, so the drawing itself is one picture
with a sentence for whoever cannot see it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from textwrap import wrap

from markupsafe import Markup, escape

LABEL, COLUMN, HEAD, LINE, PAD = 262.0, 124.0, 52.0, 18.0, 8.0
SQUARE, STEP, PER_LINE = 8.0, 11.0, 8
LETTERS = 36
"""How many letters of a goal's name fit on a line beside the columns."""


@dataclass(frozen=True)
class Row:
    """A goal with its code, and how many items serve it in each phase."""

    code: str
    title: str
    counts: tuple[int, ...]

    @property
    def lines(self) -> list[str]:
        """The name of the goal, broken where the column ends."""
        return wrap(f"{self.code} {self.title}".strip(), LETTERS)

    @property
    def high(self) -> float:
        """How high the row is."""
        squares = -(-max((*self.counts, 1)) // PER_LINE)
        return 2 * PAD + max(len(self.lines) * LINE, squares * STEP)


def reach_drawing(phases: Sequence[str], rows: Sequence[Row]) -> Markup:
    """Draw the rows under the names of the phases."""
    wide, high = LABEL + COLUMN * len(phases), HEAD + sum(row.high for row in rows)
    return Markup(
        f'<svg class="m-bereik__beeld" viewBox="0 0 {wide:g} {high:g}" role="img" aria-labelledby="__bereik">'
        f'<title id="__bereik">{escape(_said(phases, rows))}</title>'
        '<defs><pattern id="__leeg" width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">'
        '<path class="m-bereik__streep" d="M0 0V7"/></pattern></defs>'
        f"{''.join(_drawn(phases, rows, wide))}</svg>"
    )


def _said(phases: Sequence[str], rows: Sequence[Row]) -> str:
    gaps = [
        f"{row.title} in {name}" for row in rows for name, count in zip(phases, row.counts, strict=True) if not count
    ]
    if not gaps:
        return "Per subdoel en fase het aantal werkbladen. Geen vak is leeg."
    return f"Per subdoel en fase het aantal werkbladen. Leeg: {'; '.join(gaps)}."


def _drawn(phases: Sequence[str], rows: Sequence[Row], wide: float) -> Iterator[str]:
    for number, name in enumerate(phases):
        lines = wrap(name, 15)[:2]
        for index, line in enumerate(lines):
            y = HEAD - 12 - LINE * (len(lines) - 1 - index)
            yield f'<text class="m-bereik__kop" x="{LABEL + COLUMN * number + PAD:g}" y="{y:g}">{escape(line)}</text>'
    top = HEAD
    for row in rows:
        yield f'<path class="m-bereik__lijn" d="M0 {top:g}H{wide:g}"/>'
        for index, line in enumerate(row.lines):
            yield f'<text x="0" y="{top + PAD + 13 + LINE * index:g}">{escape(line)}</text>'
        for number, count in enumerate(row.counts):
            yield from _cell(LABEL + COLUMN * number, top, row.high, count)
        top += row.high


def _cell(left: float, top: float, high: float, count: int) -> Iterator[str]:
    if not count:
        box = f'x="{left + 1:g}" y="{top + 3:g}" width="{COLUMN - 6:g}" height="{high - 6:g}"'
        yield f'<rect class="m-bereik__leeg" fill="url(#__leeg)" rx="4" {box}/>'
        yield f'<text class="m-bereik__gat" x="{left + PAD:g}" y="{top + PAD + 13:g}">geen</text>'
        return
    yield f'<text class="m-bereik__aantal" x="{left + PAD:g}" y="{top + PAD + 13:g}">{count}</text>'
    for one in range(count):
        x, y = left + PAD + 24 + STEP * (one % PER_LINE), top + PAD + 4 + STEP * (one // PER_LINE)
        yield f'<rect class="m-bereik__blad" x="{x:g}" y="{y:g}" width="{SQUARE:g}" height="{SQUARE:g}" rx="1.5"/>'
