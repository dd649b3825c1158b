"""The text in a PDF: what is drawn, and every string and stream besides. The only door to pikepdf.

What is drawn is read back through each font's own table of characters, in the order of drawing. Spaces and line breaks
are not drawn and therefore not there; whoever compares must look at letters only.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from typing import Any

import pikepdf

_CHARS = re.compile(rb"beginbfchar(.*?)endbfchar", re.DOTALL)
_RANGES = re.compile(rb"beginbfrange(.*?)endbfrange", re.DOTALL)
_PAIR = re.compile(rb"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f\s]*)>")
_RANGE = re.compile(rb"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>\s*(?:<([0-9A-Fa-f]+)>|\[([^\]]*)\])")
_DRAWING = ("Tf", "Tj", "TJ", "'", '"', "Do")
_SKIPPED = ("/Image",)


def pdf_streams(data: bytes) -> Iterator[tuple[str, str | bytes]]:
    """Yield (part, text) for a PDF; a stream that holds a file or data of its own is yielded as bytes.

    Raises ValueError when it is no readable PDF.
    """
    try:
        with pikepdf.open(io.BytesIO(data)) as pdf:
            drawn: set[tuple[int, int]] = set()
            pages = _Pages(drawn)
            yield "tekst", "\n".join(pages.text(page) for page in pdf.pages)
            yield "gegevens en bladwijzers", "\n".join(_strings(pdf))
            yield from _other(pdf, drawn)
    except pikepdf.PdfError as error:
        raise ValueError(str(error)) from error


class _Pages:
    """Reads what is drawn on the pages of a document, with what is drawn through forms. A font is read once."""

    def __init__(self, drawn: set[tuple[int, int]]) -> None:
        self.drawn = drawn
        self.tables: dict[Any, tuple[int, dict[int, str]]] = {}

    def text(self, page: Any) -> str:
        contents = page.obj.get("/Contents")
        parts = contents if isinstance(contents, pikepdf.Array) else [contents]
        self.drawn.update(one.objgen for one in parts if one is not None)
        return "".join(self._of(page.obj, page.get("/Resources", pikepdf.Dictionary()), 0))

    def _of(self, stream: Any, resources: Any, depth: int) -> Iterator[str]:
        size, table = 1, dict[int, str]()
        fonts = resources.get("/Font", pikepdf.Dictionary())
        forms = resources.get("/XObject", pikepdf.Dictionary())
        for instruction in pikepdf.parse_content_stream(stream, " ".join(_DRAWING)):
            operands: Any = instruction.operands
            name = str(instruction.operator)
            if name == "Tf":
                size, table = self._table(fonts.get(str(operands[0])))
            elif name == "Do":
                form = forms.get(str(operands[0]))
                if form is not None and form.get("/Subtype") == "/Form" and depth < 8:
                    self.drawn.add(form.objgen)
                    yield from self._of(form, form.get("/Resources", resources), depth + 1)
            elif operands:
                shown = operands[-1]
                for one in shown if isinstance(shown, pikepdf.Array) else (shown,):
                    if isinstance(one, pikepdf.String):
                        yield _decoded(bytes(one), size, table)

    def _table(self, font: Any) -> tuple[int, dict[int, str]]:
        """Return how many bytes a character has, and the text of each."""
        if font is None:
            return 1, {}
        key = font.objgen
        if key not in self.tables or key == (0, 0):
            size = 2 if font.get("/Subtype") == "/Type0" else 1
            found = font.get("/ToUnicode")
            self.tables[key] = (size, _characters(found.read_bytes()) if found is not None else {})
        return self.tables[key]


def _decoded(codes: bytes, size: int, table: dict[int, str]) -> str:
    if not table:
        return codes.decode("latin-1")
    numbers = (int.from_bytes(codes[at : at + size], "big") for at in range(0, len(codes), size))
    return "".join(table.get(number, "") for number in numbers)


def _characters(table: bytes) -> dict[int, str]:
    found: dict[int, str] = {}
    for block in _CHARS.findall(table):
        found.update((int(code, 16), _utf16(text)) for code, text in _PAIR.findall(block))
    for block in _RANGES.findall(table):
        for first, last, start, several in _RANGE.findall(block):
            codes = range(int(first, 16), int(last, 16) + 1)
            if start:
                base = _utf16(start)
                found.update((code, base[:-1] + chr(ord(base[-1]) + code - codes[0])) for code in codes if base)
            else:
                texts = re.findall(rb"<([0-9A-Fa-f\s]*)>", several)
                found.update(zip(codes, map(_utf16, texts), strict=False))
    return found


def _utf16(digits: bytes) -> str:
    return bytes.fromhex(digits.decode().replace(" ", "")).decode("utf-16-be", "replace")


def _strings(pdf: pikepdf.Pdf) -> Iterator[str]:
    """Yield every string in the document's objects: information, bookmarks, remarks, descriptions, fields."""
    waiting: list[Any] = [pdf.trailer, *pdf.objects]
    seen = 0
    while waiting and seen < 2_000_000:
        one = waiting.pop()
        seen += 1
        if isinstance(one, pikepdf.String):
            yield str(one)
        elif isinstance(one, pikepdf.Array):
            waiting += [item for item in one if _direct(item)]
        elif isinstance(one, pikepdf.Dictionary | pikepdf.Stream):
            waiting += [value for _, value in one.items() if _direct(value)]


def _direct(one: Any) -> bool:
    return isinstance(one, pikepdf.Object) and not one.is_indirect


def _other(pdf: pikepdf.Pdf, drawn: set[tuple[int, int]]) -> Iterator[tuple[str, bytes]]:
    """Yield the streams that are neither drawn, nor a picture, nor a font: metadata and files that go along."""
    fonts = {
        value.objgen
        for one in pdf.objects
        if isinstance(one, pikepdf.Dictionary)
        for key, value in one.items()
        if key in ("/FontFile", "/FontFile2", "/FontFile3", "/ToUnicode", "/CIDSet", "/CIDToGIDMap")
    }
    for one in pdf.objects:
        if isinstance(one, pikepdf.Stream) and one.objgen not in fonts and one.objgen not in drawn:
            if one.get("/Type") in ("/ObjStm", "/XRef"):
                continue
            if str(one.get("/Subtype", "")) in _SKIPPED:
                if one.get("/Filter") == "/DCTDecode":
                    yield f"foto {one.objgen[0]}", one.read_raw_bytes()
                continue
            yield f"stroom {one.objgen[0]}", one.read_bytes()
