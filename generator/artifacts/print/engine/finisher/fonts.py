"""Text that can be copied and read aloud: every drawn glyph knows the characters it stands for."""

from __future__ import annotations

from typing import Any

from .objects import dictionaries, resolve


def finish_fonts(document: Any, pdf: Any) -> None:
    """Completes the character map of fonts that fields use.

    WeasyPrint writes their map from the font itself, and so forgets the glyphs that only a feature gives:
    ligatures, and the tabular figures that number a list.
    """
    by_name = {item["BaseFont"]: item for item in dictionaries(pdf, "Type", "/Font") if "ToUnicode" in item}
    for font in document.fonts.values():
        if font.used_in_forms:
            lines = resolve(pdf, by_name[font.name]["ToUnicode"]).stream
            known = {line[:6] for line in lines}
            drawn = [_entry(glyph, text) for glyph, text in font.to_unicode.items()]
            forgotten = [line for line in drawn if line[:6] not in known]
            # One block holds at most a hundred entries.
            for start in range(0, len(forgotten), 100):
                block = forgotten[start : start + 100]
                end = lines.index(b"endcmap")
                lines[end:end] = [f"{len(block)} beginbfchar".encode(), *block, b"endbfchar"]


def _entry(glyph: int, text: str) -> bytes:
    """One line of a character map."""
    return f"<{glyph:04x}> <{text.encode('utf-16-be').hex()}>".encode()
