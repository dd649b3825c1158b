"""A drawing of columns of boxes with lines between them: what leads to what, and how strongly.

It is drawn once for page and paper: black and white says everything, a page may give it colours of its own by the
classes. What it shows stands beside it as a table, so a screen reader is told only what it is.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup, escape

INK, LINE, PAPER = "#1b2733", "#6b7885", "#ffffff"
BOX_WIDE, GAP_WIDE, EDGE, HEAD, APART = 168.0, 96.0, 2.0, 30.0, 6.5
LETTER, LEADING, PADDING, GAP_HIGH = 6.9, 16.0, 8.0, 10.0
"""About how wide a letter of a label is, how far its lines are apart, and the room in and between boxes."""
THIN, THICK = 0.8, 7.0


@dataclass(frozen=True)
class Box:
    """A box: the name that lines know it by, and what stands in it."""

    name: str
    label: str


@dataclass(frozen=True)
class Flow:
    """Columns of boxes from left to right, each under a heading, and lines with how many links each stands for."""

    columns: tuple[tuple[str, tuple[Box, ...]], ...]
    lines: dict[tuple[str, str], int]


@dataclass(frozen=True)
class _Place:
    left: float
    top: float
    high: float
    words: tuple[str, ...]
    column: int


def drawn(flow: Flow, title: str, inside: tuple[float, float] | None = None) -> Markup:
    """Return the drawing as SVG, as wide as its columns; its height follows from the fullest of them.

    With `inside` it is as large as fits in that width and height, in millimetres; without, the page decides.
    """
    highs = {box.name: _high(box, flow) for _, boxes in flow.columns for box in boxes}
    heights = [sum(highs[box.name] + GAP_HIGH for box in boxes) - GAP_HIGH for _, boxes in flow.columns]
    full = max(heights, default=0.0)
    places: dict[str, _Place] = {}
    for number, (_, boxes) in enumerate(flow.columns):
        left = EDGE + number * (BOX_WIDE + GAP_WIDE)
        # A column that is less full than the others spreads over the same height.
        gap = GAP_HIGH + (full - heights[number]) / max(len(boxes), 1)
        top = HEAD + (gap - GAP_HIGH) / 2
        for box in boxes:
            places[box.name] = _Place(left, top, highs[box.name], _words(box.label), number)
            top += highs[box.name] + gap
    wide, high = len(flow.columns) * (BOX_WIDE + GAP_WIDE) - GAP_WIDE + 2 * EDGE, full + HEAD + EDGE
    scale = min(inside[0] / wide, inside[1] / high) if inside else 0.0
    size = f' width="{wide * scale:.1f}mm" height="{high * scale:.1f}mm"' if inside else ""
    heads = "".join(
        f'<text class="m-stroom__kop" x="{EDGE + number * (BOX_WIDE + GAP_WIDE) + BOX_WIDE / 2:g}" y="16" '
        f'text-anchor="middle" font-weight="700" fill="{INK}">{escape(head)}</text>'
        for number, (head, _) in enumerate(flow.columns)
    )
    return Markup(
        f'<svg xmlns="http://www.w3.org/2000/svg" class="m-stroom"{size} viewBox="0 0 {wide:g} {high:.0f}" role="img" '
        f'aria-label="{escape(title)}" font-family="Atkinson Hyperlegible Next" font-size="13">'
        f"<title>{escape(title)}</title>"
        f"{''.join(_lines(flow, places))}{heads}{''.join(_box(place) for place in places.values())}</svg>"
    )


def _words(label: str) -> tuple[str, ...]:
    """Break a label over lines that fit in a box."""
    room = int((BOX_WIDE - 2 * PADDING) / LETTER)
    lines = [""]
    for word in label.split():
        if lines[-1] and len(lines[-1]) + 1 + len(word) > room:
            lines.append(word)
        else:
            lines[-1] = f"{lines[-1]} {word}".strip()
    return tuple(lines)


def _high(box: Box, flow: Flow) -> float:
    """Return how high a box is: room for its words, and for its lines to be told apart."""
    sides = (sum(pair[side] == box.name for pair in flow.lines) for side in (0, 1))
    return max(len(_words(box.label)) * LEADING, max(sides) * APART) + PADDING


def _box(place: _Place) -> str:
    middle, first = place.left + BOX_WIDE / 2, place.top + (place.high - LEADING * len(place.words)) / 2
    words = "".join(
        f'<text x="{middle:g}" y="{first + LEADING * (number + 0.78):.1f}" text-anchor="middle" '
        f'fill="{INK}">{escape(line)}</text>'
        for number, line in enumerate(place.words)
    )
    return (
        f'<rect x="{place.left:g}" y="{place.top:.1f}" width="{BOX_WIDE:g}" height="{place.high:.1f}" rx="4" '
        f'fill="{PAPER}" stroke="{INK}" stroke-width="1.2"/>{words}'
    )


def _lines(flow: Flow, places: dict[str, _Place]) -> Iterator[str]:
    """Draw every line from the right side of a box to the left side of another, the thickest below."""
    most = max(flow.lines.values(), default=1)
    spread = {name: _Spread(flow, places, name) for name in places}
    for (start, end), count in sorted(flow.lines.items(), key=lambda item: (-item[1], item[0])):
        one, other = places[start], places[end]
        x1, x2 = one.left + BOX_WIDE, other.left
        y1, y2 = spread[start].leaving(end), spread[end].arriving(start)
        bend = GAP_WIDE * 0.6
        far = f"{x1:g} {y1:.1f}C{x1 + bend:g} {y1:.1f} {x2 - bend:g} {y2:.1f} {x2:g} {y2:.1f}"
        thick = THIN + (THICK - THIN) * (count - 1) / max(most - 1, 1)
        dashed = ' stroke-dasharray="5 4"' if other.column - one.column > 1 else ""
        yield (
            f'<path class="m-stroom__lijn" d="M{far}" fill="none" stroke="{LINE}" stroke-width="{thick:.1f}"{dashed}/>'
        )


class _Spread:
    """Where on the sides of a box its lines begin and end: in the order of the boxes at their other ends."""

    def __init__(self, flow: Flow, places: dict[str, _Place], name: str) -> None:
        self._place = places[name]

        def order(other: str) -> float:
            return places[other].top + places[other].high / 2

        self._out = sorted((end for start, end in flow.lines if start == name), key=order)
        self._in = sorted((start for start, end in flow.lines if end == name), key=order)

    def leaving(self, end: str) -> float:
        return self._at(self._out.index(end), len(self._out))

    def arriving(self, start: str) -> float:
        return self._at(self._in.index(start), len(self._in))

    def _at(self, number: int, count: int) -> float:
        room = self._place.high - PADDING
        return self._place.top + PADDING / 2 + room * (number + 0.5) / count
