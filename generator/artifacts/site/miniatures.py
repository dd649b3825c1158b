"""A sheet drawn very small: where its lines, boxes and tables stand, without a readable word.

It helps people to recognise a sheet, so it follows the blocks of the sheet and nothing else.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from markupsafe import Markup

from generator.model.blokken import Blok
from generator.model.toolkit import Blad

MARGIN, GAP = 6.0, 3.5
Box = tuple[float, float, float]
"""Left, top and width of the room that a block has."""
Drawn = tuple[str, float]
"""Path data, and the height that it takes."""


def miniature(blad: Blad) -> Markup:
    """Return the first page of a sheet as a drawing of about a thumb's size."""
    wide, high = (84, 60) if blad.formaat == "A4-liggend" else (60, 84)
    paths = _quarters(wide, high) if blad.formaat == "A6x4" else _page(blad.blokken, wide, high)
    return Markup(
        f'<svg class="m-mini" viewBox="0 0 {wide} {high}" width="{wide}" height="{high}" aria-hidden="true" '
        f'focusable="false"><rect x=".5" y=".5" width="{wide - 1}" height="{high - 1}" rx="2"/>'
        f'<path class="m-mini__titel" d="M{MARGIN} 9h{wide * 0.45:.0f}"/><path d="{paths}"/></svg>'
    )


def _quarters(wide: int, high: int) -> str:
    rows = "".join(
        f"M{x} {y + line}h{wide / 2 - 10 - (line % 3) * 3:.0f}"
        for x in (5, wide // 2 + 4)
        for y in (14, high // 2 + 5)
        for line in (0, 5, 10, 15)
    )
    return f"M{wide / 2} 1v{high - 2}M1 {high / 2}h{wide - 2}{rows}"


def _page(blocks: Iterable[Blok], wide: float, high: float) -> str:
    paths, top = [], 16.0
    for block in blocks:
        path, taken = _block(block, (MARGIN, top, wide - 2 * MARGIN))
        if top + taken > high - 4:
            break
        paths.append(path)
        top += taken + GAP
    return "".join(paths)


def _block(block: Blok, box: Box) -> Drawn:
    if block.soort == "naast-elkaar":
        x, y, wide = box
        half = (wide - 4) / 2
        sides = [_stack(block.links, (x, y, half)), _stack(block.rechts, (x + half + 4, y, half))]
        return "".join(path for path, _ in sides), max(taken for _, taken in sides)
    return SHAPES.get(block.soort, _words)(block, box)


def _stack(blocks: Iterable[Blok], box: Box) -> Drawn:
    x, top, wide = box
    paths = []
    for block in blocks:
        path, taken = _block(block, (x, top, wide))
        paths.append(path)
        top += taken + GAP
    return "".join(paths), top - GAP - box[1]


def _rectangle(x: float, y: float, wide: float, high: float) -> str:
    return f"M{x:.1f} {y:.1f}h{wide:.1f}v{high:.1f}h-{wide:.1f}z"


def _circle(x: float, y: float, r: float) -> str:
    half = f"a{r:.1f} {r:.1f} 0 1 0"
    return f"M{x - r:.1f} {y:.1f}{half} {2 * r:.1f} 0{half} -{2 * r:.1f} 0"


def _words(block: Blok, box: Box) -> Drawn:
    x, y, wide = box
    count = min(max(_count(block), 2), 6)
    return "".join(
        f"M{x:.1f} {y + 3.5 * n:.1f}h{wide * (0.95, 0.8, 0.88)[n % 3]:.1f}" for n in range(count)
    ), 3.5 * count


def _count(block: Blok) -> int:
    for name in ("opties", "punten", "stappen", "feiten", "zinnen", "tekens", "regels", "aantal"):
        value = getattr(block, name, None)
        if value is not None:
            return value if isinstance(value, int) else len(value)
    return len(getattr(block, "tekst", "")) // 60 + 1


def _lines(block: Blok, box: Box) -> Drawn:
    x, y, wide = box
    count = min(_count(block), 8)
    return f"M{x:.1f} {y:.1f}h{wide * 0.5:.1f}" + "".join(
        f"M{x:.1f} {y + 6 * n:.1f}h{wide:.1f}" for n in range(1, count + 1)
    ), 6.0 * count


def _ticks(block: Blok, box: Box) -> Drawn:
    x, y, wide = box
    count = min(max(_count(block), 1), 8)
    return "".join(
        _rectangle(x, y + 5 * n, 3, 3) + f"M{x + 5:.1f} {y + 1.5 + 5 * n:.1f}h{wide * (0.6, 0.75)[n % 2]:.1f}"
        for n in range(count)
    ), 5.0 * count


def _table(block: Blok, box: Box) -> Drawn:
    x, y, wide = box
    columns = min(max(len(getattr(block, "kolommen", ())) or 2, 2), 6)
    rows = min(max(len(getattr(block, "rijen", ())) + getattr(block, "leeg", 0) + 1, 3), 7)
    high = rows * 5.0
    across = "".join(f"M{x:.1f} {y + 5 * n:.1f}h{wide:.1f}" for n in range(1, rows))
    down = "".join(f"M{x + wide * n / columns:.1f} {y:.1f}v{high:.1f}" for n in range(1, columns))
    return _rectangle(x, y, wide, high) + across + down, high


def _cards(block: Blok, box: Box) -> Drawn:
    x, y, wide = box
    columns = getattr(block, "kolommen", 2)
    rows = min(-(-_count_cards(block) // columns), 5)
    size = (wide - 2 * (columns - 1)) / columns
    return "".join(
        _rectangle(x + column * (size + 2), y + row * 12, size, 10) for row in range(rows) for column in range(columns)
    ), rows * 12.0


def _count_cards(block: Blok) -> int:
    return len(getattr(block, "kaartjes", ())) or 4


def _frame(block: Blok, box: Box) -> Drawn:
    x, y, wide = box
    return _rectangle(
        x, y, wide, 11
    ) + f"M{x + 3:.1f} {y + 4:.1f}h{wide - 8:.1f}M{x + 3:.1f} {y + 7.5:.1f}h{wide - 14:.1f}", 11.0


def _field(block: Blok, box: Box) -> Drawn:
    x, y, wide = box
    high = min(max(getattr(block, "hoogte", 80) / 4, 12), 44)
    rings = getattr(block, "ringen", 0)
    radii = (high * 0.46 * (n + 1) / rings for n in range(rings))
    circles = "".join(_circle(x + wide / 2, y + high / 2, radius) for radius in radii)
    return circles or _rectangle(x, y, wide, high), high


def _scale(block: Blok, box: Box) -> Drawn:
    x, y, wide = box
    return f"M{x:.1f} {y:.1f}h{wide * 0.6:.1f}M{x:.1f} {y + 6:.1f}h{wide:.1f}" + "".join(
        f"M{x + wide * n / 10:.1f} {y + 4.5:.1f}v3" for n in range(11)
    ), 9.0


def _thermometer(block: Blok, box: Box) -> Drawn:
    x, y, wide = box
    tube = f"M{x + 2:.1f} {y + 28:.1f}v-26a3 3 0 0 1 6 0v26a5 5 0 1 1 -6 0z"
    path, _ = _table(block, (x + 13, y, wide - 13))
    return tube + path, 37.0


def _columns(block: Blok, box: Box) -> Drawn:
    x, y, wide = box
    half = wide / 2 - 2
    return "".join(
        _rectangle(left, y, half, 17) + "".join(f"M{left + 3:.1f} {y + 4 + 4 * n:.1f}h{half - 7:.1f}" for n in range(3))
        for left in (x, x + half + 4)
    ), 17.0


def _time(block: Blok, box: Box) -> Drawn:
    x, y, wide = box
    return f"M{x:.1f} {y + 14:.1f}h{wide:.1f}" + "".join(
        f"M{x + wide * n / 5:.1f} {y + 10:.1f}v8" for n in range(6)
    ), 28.0


def _nothing(block: Blok, box: Box) -> Drawn:
    return "", 999.0


SHAPES: dict[str, Callable[[Blok, Box], Drawn]] = {
    "lijnen": _lines,
    "zinnen": _lines,
    "vinkjes": _ticks,
    "keuzetabel": _table,
    "tabel": _table,
    "stroken": _cards,
    "kaartjes": _cards,
    "kader": _frame,
    "tekenvlak": _field,
    "schaal": _scale,
    "voor-na": _scale,
    "thermometer": _thermometer,
    "wel-niet": _columns,
    "tijdlijn": _time,
    "nieuwe-bladzijde": _nothing,
}
"""How each kind of block looks from far away; a kind that is not here looks like words."""
