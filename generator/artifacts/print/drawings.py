"""Drawings that depend on what stands in a block: the thermometer with its zones, rings around a middle, and
the line through time.

Sizes are millimetres. Every drawing has a title, which is what a screen reader says.
"""

from __future__ import annotations

from collections.abc import Iterator

from markupsafe import Markup

from generator.model.blokken import TekenvlakBlok, ThermometerBlok, Zone

INK = "#1b2733"
LINE = "#17405e"
ZONES = (
    ("#e3f2f5", "#3d7f8e"),
    ("#fbf1d0", "#8a6a00"),
    ("#fae0c8", "#a8501b"),
    ("#f5d0cb", "#98201a"),
)
"""Fill and line of the zones from calm to full. Each also has a pattern of its own, for printers without colour."""
TUBE_LEFT, TUBE_WIDE, BULB, WIDE = 4.0, 10.0, 9.0, 26.0
FACES = {2: (5, 1), 3: (5, 3, 1), 4: (5, 4, 3, 1), 5: (5, 4, 3, 2, 1)}
FACE_WORDS = {
    1: "heel rustig gezicht",
    2: "blij gezicht",
    3: "gewoon gezicht",
    4: "gespannen gezicht",
    5: "bang gezicht",
}


def zone_faces(count: int) -> list[tuple[int, str]]:
    """Return the faces for that many zones or steps, tense first, each with its words."""
    return [(face, FACE_WORDS[face]) for face in FACES[count]]


def thermometer(blok: ThermometerBlok) -> Markup:
    """Draw the tube beside the zones, with the numbers to mark."""
    full, count = blok.hoogte * len(blok.zones), len(blok.zones)
    marks: list[str] = []
    for index, zone in enumerate(blok.zones):
        top, level = index * blok.hoogte, _level(index, count)
        marks.append(_zone(top, blok.hoogte, level, first=index == 0))
        marks += [] if not blok.cijfers else _numbers(zone, top, blok.hoogte - (BULB if index == count - 1 else 0))
    tube = (
        f'<path d="{_outline(full)}" fill="none" stroke="{INK}" stroke-width="1"/>'
        f'<circle cx="{TUBE_LEFT + TUBE_WIDE / 2}" cy="{full}" r="{BULB - 0.8}" fill="{ZONES[0][0]}" '
        f'stroke="{INK}" stroke-width="1"/>'
    )
    low, high = min(zone.van for zone in blok.zones), max(zone.tot for zone in blok.zones)
    return _svg(
        f"Thermometer van {low} tot {high}" if blok.cijfers else "Thermometer", WIDE, full + BULB, "".join(marks) + tube
    )


def rings(blok: TekenvlakBlok) -> Markup:
    """Draw circles around a word in the middle."""
    size = blok.hoogte
    middle, inner = size / 2, 9.0
    step = (middle - 0.5 - inner) / max(blok.ringen, 1)
    circles = "".join(
        f'<circle cx="{middle}" cy="{middle}" r="{inner + step * n:.2f}" fill="none" stroke="#6b7885" '
        f'stroke-width="0.35"/>'
        for n in range(1, blok.ringen + 1)
    )
    word = Markup()
    if blok.midden:
        word = Markup(
            '<circle cx="{0}" cy="{0}" r="{1}" fill="#eef3f6" stroke="{2}" stroke-width="0.6"/>'
            '<text x="{0}" y="{3}" text-anchor="middle" font-size="5" font-weight="700" fill="{2}">{4}</text>'
        ).format(middle, inner, INK, middle + 1.7, blok.midden)
    return _svg(f"Kringen om een midden: {blok.ringen}", size, size, Markup(circles) + word)


def track(stations: int) -> Markup:
    """Draw the line through time with its stations; it is as wide as where it stands."""
    each = 100 / stations
    circles = "".join(
        f'<circle cx="{each * (n + 0.5):.2f}%" cy="9" r="7.5" fill="#fff" stroke="{LINE}" stroke-width="3"/>'
        for n in range(stations)
    )
    return Markup(
        '<svg xmlns="http://www.w3.org/2000/svg" class="tekening" width="100%" height="18">'
        f"<title>Lijn met haltes: {stations}</title>"
        f'<line x1="0" y1="9" x2="100%" y2="9" stroke="{LINE}" stroke-width="3"/>{circles}'
        "</svg>"
    )


def _level(index: int, count: int) -> int:
    """Which of the four fills a zone gets, so that the lowest is always calm and the highest always full."""
    return round((count - 1 - index) * 3 / (count - 1))


def _outline(full: float) -> str:
    left, round_ = TUBE_LEFT, TUBE_WIDE / 2
    return f"M{left} {full - 6}V{round_ + 0.5}a{round_} {round_} 0 0 1 {TUBE_WIDE} 0V{full - 6}"


def _zone(top: float, height: float, level: int, *, first: bool) -> str:
    fill, line = ZONES[level]
    left, right, bottom = TUBE_LEFT, TUBE_LEFT + TUBE_WIDE, top + height
    if first:
        half = TUBE_WIDE / 2
        shape = f'<path d="M{left} {bottom}V{half + 0.5}a{half} {half} 0 0 1 {TUBE_WIDE} 0V{bottom}z" fill="{fill}"/>'
    else:
        shape = f'<path d="M{left} {top}H{right}V{bottom}H{left}z" fill="{fill}"/>'
    start = top + (TUBE_WIDE / 2 if first else 0)
    return (
        shape
        + "".join(_pattern(level, line, start, bottom))
        + ("" if first else f'<path d="M{left} {top}H{right}" stroke="{INK}" stroke-width="0.5"/>')
    )


def _pattern(level: int, line: str, top: float, bottom: float) -> Iterator[str]:
    """Nothing, dots, slanting lines, or a grid: drawn, because the paper may be grey."""
    left, wide = TUBE_LEFT, TUBE_WIDE
    stroke = f'stroke="{line}" stroke-width="0.45"'
    if level == 1:
        rows = int((bottom - top - 1.5) // 3)
        for row in range(rows):
            for column in range(3 if row % 2 == 0 else 2):
                x = left + 2 + column * 3 + (1.5 if row % 2 else 0)
                yield f'<circle cx="{x}" cy="{top + 2 + row * 3:.2f}" r="0.55" fill="{line}"/>'
    elif level >= 2:
        y = top + wide if level == 2 else top + wide * 0.75
        rise = wide if level == 2 else wide * 0.75
        while y <= bottom:
            yield f'<path d="M{left} {y:.2f}L{left + wide} {y - rise:.2f}" {stroke}/>'
            if level == 3:
                yield f'<path d="M{left} {y - rise:.2f}L{left + wide} {y:.2f}" {stroke}/>'
            y += 3.4 if level == 2 else 2.6


def _numbers(zone: Zone, top: float, height: float) -> list[str]:
    """The numbers of one zone, highest first, evenly over its height."""
    values = range(zone.tot, zone.van - 1, -1)
    step = height / len(values)
    right = TUBE_LEFT + TUBE_WIDE
    return [
        f'<path d="M{right + 0.5} {y:.2f}h2" stroke="{INK}" stroke-width="0.5"/>'
        f'<text x="{right + 4}" y="{y + 1.5:.2f}" font-size="4.4" font-weight="700" fill="{INK}">{value}</text>'
        for value, y in ((value, top + step * (n + 0.5)) for n, value in enumerate(values))
    ]


def _svg(title: str, wide: float, high: float, body: str) -> Markup:
    return (
        Markup(
            '<svg xmlns="http://www.w3.org/2000/svg" class="tekening" width="{0:g}mm" height="{1:g}mm" '
            'viewBox="0 0 {0:g} {1:g}" font-family="Atkinson Hyperlegible Next"><title>{2}</title>'
        ).format(wide, high, title)
        + Markup(body)
        + Markup("</svg>")
    )
