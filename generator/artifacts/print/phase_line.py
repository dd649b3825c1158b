"""The phases on a line of weeks, drawn for paper: each as wide as it is long, one that is not always there dashed."""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup, escape

from generator.model.handleiding import Fase

INK, LINE, TINT, PAPER = "#1b2733", "#17405e", "#dfe8ee", "#ffffff"
LETTER = 0.51
"""How wide a letter is beside its size; enough to know where a label has to break."""


def phase_line(phases: Sequence[Fase], wide: float = 164.0, size: float = 3.5) -> Markup:
    """Draw the phases `wide` millimetres wide, with labels of `size` millimetres above and the weeks below."""
    total = sum(phase.duur_weken for phase in phases)
    week = wide / max(total, 1)
    top, high = 2.6 * size + 1, 3.4 * size
    parts: list[str] = []
    start = 0
    for number, phase in enumerate(phases, 1):
        left, width = start * week, phase.duur_weken * week
        dashed = f' stroke-dasharray="{size / 2} {size / 3}"' if phase.optioneel else ""
        fill = PAPER if phase.optioneel else TINT
        parts.append(
            f'<rect x="{left + 0.6:.2f}" y="{top:.2f}" width="{width - 1.2:.2f}" height="{high:.2f}" rx="1.6" '
            f'fill="{fill}" stroke="{LINE}" stroke-width="0.5"{dashed}/>'
        )
        parts.append(_text(left + width / 2, top + high / 2 + size * 0.45, str(number), size * 1.3, bold=True))
        lines = _broken(phase.titel, max(int(width / (size * LETTER)), 9))
        for index, line in enumerate(lines):
            y = top - 1.6 - (len(lines) - 1 - index) * size * 1.2
            parts.append(_text(left + width / 2, y, line, size))
        start += phase.duur_weken
    for number in range(total + 1):
        x, y = min(max(number * week, 0.2), wide - 0.2), top + high + 1
        parts.append(f'<path d="M{x:.2f} {y:.2f}v2" stroke="{INK}" stroke-width="0.3"/>')
        if number < total:
            label = f"week {number + 1}" if week > size * 3.2 else str(number + 1)
            parts.append(_text(number * week + week / 2, y + size * 1.3, label, size * 0.9))
    said = "; ".join(
        f"{phase.titel}, {phase.duur_weken} {'week' if phase.duur_weken == 1 else 'weken'}"
        + (", alleen als het nodig is" if phase.optioneel else "")
        for phase in phases
    )
    tall = top + high + size * 2 + 2
    return Markup(
        f'<svg xmlns="http://www.w3.org/2000/svg" class="tijdlijn" width="{wide:g}mm" height="{tall:.1f}mm" '
        f'viewBox="0 0 {wide:g} {tall:.1f}" font-family="Atkinson Hyperlegible Next">'
        f"<title>{escape(f'Tijdlijn van {total} weken: {said}.')}</title>{''.join(parts)}</svg>"
    )


def _text(x: float, y: float, words: str, size: float, *, bold: bool = False) -> str:
    weight = ' font-weight="700"' if bold else ""
    return (
        f'<text x="{x:.2f}" y="{y:.2f}" text-anchor="middle" font-size="{size:.2f}"{weight} fill="{INK}">'
        f"{escape(words)}</text>"
    )


def _broken(title: str, room: int) -> list[str]:
    """Break a label over at most two lines."""
    lines = [""]
    for word in title.split():
        if lines[-1] and len(lines[-1]) + 1 + len(word) > room and len(lines) < 2:
            lines.append(word)
        else:
            lines[-1] = f"{lines[-1]} {word}".strip()
    return lines
