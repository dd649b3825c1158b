"""Drawing: the glyphs of a line are read from memory in one go, and what is written for a glyph is remembered.

Only for lines of ordinary glyphs, which are nearly all; any other goes the way around.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from weasyprint.draw import text as drawn_text
from weasyprint.text.ffi import FROM_UNITS, ffi, pango

GLYPH = ffi.sizeof("PangoGlyphInfo") // 4
"""How many whole numbers stand in memory for a glyph: itself, its width, how far it is moved, and a mark."""
EXACT = pango.pango_version() >= 14802
"""Whether Pango tells the size of a font exactly."""


def _draw_first_line(original: Any) -> Callable[..., Any]:
    def draw_first_line(stream: Any, textbox: Any, text_overflow: str, block_ellipsis: str, matrix: Any) -> Any:
        """Draws a line of text; returns its emoji."""
        if text_overflow == "ellipsis" or block_ellipsis != "none" or not textbox.text.strip():
            return original(stream, textbox, text_overflow, block_ellipsis, matrix)
        layout = textbox.pango_layout
        pango.pango_layout_set_single_paragraph_mode(layout.layout, True)
        line, _ = layout.get_first_line()
        drawn: list[tuple[Any, float, str]] = []
        for item in _items(line):
            font, size = stream.add_font(item.item.analysis.font)
            if not EXACT:
                size = textbox.style["font_size"]
            glyphs = None if _special(font) else _glyphs(item, layout.text, font, size, stream)
            if glyphs is None:
                return original(stream, textbox, text_overflow, block_ellipsis, matrix)
            if drawn and drawn[-1][0] is font and drawn[-1][1] == size:
                glyphs = drawn.pop()[2] + glyphs
            drawn.append((font, size, glyphs))
        stream.set_text_matrix(*matrix.values)
        for font, size, glyphs in drawn:
            stream.set_font_size(font.hash, size)
            stream.show_text(glyphs)
        return []

    return draw_first_line


def _items(line: Any) -> Iterator[Any]:
    """The stretches of a line that have one font."""
    run = line.runs[0]
    while run != ffi.NULL:
        yield run.data
        run = run.next


def _special(font: Any) -> bool:
    """Whether a font draws more than outlines."""
    return bool(font.bitmap or font.svg or font.png or font.colr)


def _glyphs(item: Any, text: str, font: Any, size: float, stream: Any) -> str | None:
    """What is written for the glyphs of a stretch; None where one is missing or stands higher, lower or aside."""
    string = item.glyphs
    numbers = ffi.buffer(string.glyphs, string.num_glyphs * GLYPH * 4)
    values = memoryview(numbers).cast("i").tolist()
    if any(values[2::GLYPH]) or any(values[3::GLYPH]) or item.item.analysis.level % 2:
        return None
    written: dict[tuple[int, int, float], str] = vars(font).setdefault("written", {})
    pieces = []
    for place, (glyph, width) in enumerate(zip(values[::GLYPH], values[1::GLYPH], strict=True)):
        piece = written.get((glyph, width, size))
        if piece is None:
            if glyph & pango.PANGO_GLYPH_UNKNOWN_FLAG:
                return None
            piece = written[glyph, width, size] = _piece(item, place, glyph, width, text, font, size, stream)
        pieces.append(piece)
    return f"<{''.join(pieces)}>".removesuffix("<>")


def _piece(item: Any, place: int, glyph: int, width: int, text: str, font: Any, size: float, stream: Any) -> str:
    """What is written for one glyph; the font comes to know the characters it stands for, and how wide it is."""
    if glyph == pango.PANGO_GLYPH_EMPTY:
        return f">{-width / size}<"
    if glyph not in font.to_unicode:
        clusters, offset = item.glyphs.log_clusters, item.item.offset
        last = place == item.glyphs.num_glyphs - 1
        end = item.item.length if last else clusters[place + 1]
        font.to_unicode[glyph] = text.encode()[offset + clusters[place] : offset + end].decode()
    if glyph not in font.widths:
        pango.pango_font_get_glyph_extents(item.item.analysis.font, glyph, stream.ink_rect, stream.logical_rect)
        font.widths[glyph] = round(stream.logical_rect.width * 1000 * FROM_UNITS / size)
    kerning = font.widths[glyph] - width * 1000 * FROM_UNITS / size
    return f"{glyph:04x}>{int(kerning)}<" if kerning else f"{glyph:04x}"


REPLACED = ((drawn_text, "draw_first_line", _draw_first_line),)
