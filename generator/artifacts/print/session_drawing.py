"""The time line of a session: a bar with every block as wide as it is long, readable without colour."""

from __future__ import annotations

from markupsafe import Markup

from generator.artifacts.print.drawings import INK
from generator.artifacts.sessions import clock, stops
from generator.model.draaiboek import Dagdeel

WIDE, TOP, HIGH, LOW = 174.0, 1.0, 9.0, 16.0


def time_bar(dagdeel: Dagdeel) -> Markup:
    """Draw the bar; a break is left white with slanting lines, every half hour has a mark."""
    total = max(sum(blok.minuten for blok in dagdeel.blokken), 1)
    each = (WIDE - 1) / total
    parts = []
    for stop in stops(dagdeel):
        left, wide = 0.5 + stop.begin * each, stop.blok.minuten * each
        free = stop.blok.soort == "pauze"
        fill = "#ffffff" if free else ("#c9d1d9" if stop.blok.soort == "nazorg" else "#eef3f6")
        parts.append(
            f'<rect x="{left:.2f}" y="{TOP}" width="{wide:.2f}" height="{HIGH}" fill="{fill}" stroke="{INK}" '
            'stroke-width="0.35"/>'
        )
        parts += _slanting(left, wide) if free else []
        parts.append(
            f'<text x="{left + wide / 2:.2f}" y="{TOP + 6.1}" text-anchor="middle" font-size="4.2" '
            f'font-weight="700" fill="{INK}">{stop.nummer}</text>'
        )
    for minute in range(0, total + 1, 30):
        x = 0.5 + minute * each
        anchor = "start" if minute == 0 else "end" if minute == total else "middle"
        parts.append(f'<path d="M{x:.2f} {TOP + HIGH}v1.6" stroke="{INK}" stroke-width="0.35"/>')
        parts.append(
            f'<text x="{x:.2f}" y="{TOP + HIGH + 5}" text-anchor="{anchor}" font-size="3.2" '
            f'fill="{INK}">{clock(minute)}</text>'
        )
    said = ", ".join(f"{stop.nummer} {stop.blok.titel} {stop.blok.minuten} minuten" for stop in stops(dagdeel))
    return (
        Markup(
            '<svg xmlns="http://www.w3.org/2000/svg" class="tekening" width="{0:g}mm" height="{1:g}mm" '
            'viewBox="0 0 {0:g} {1:g}" font-family="Atkinson Hyperlegible Next"><title>{2}</title>'
        ).format(WIDE, LOW, f"Tijdlijn: {said}")
        + Markup("".join(parts))
        + Markup("</svg>")
    )


def _slanting(left: float, wide: float) -> list[str]:
    lines, x = [], left + 2
    while x < left + wide:
        rise = min(2.6, x - left)
        lines.append(
            f'<path d="M{x:.2f} {TOP + HIGH}l-{rise:.2f} -{HIGH}" stroke="#8b98a5" stroke-width="0.3" fill="none"/>'
        )
        x += 2.6
    return lines
