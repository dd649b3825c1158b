"""The text in a file that was made, whatever it is packed in: every place where words can stand.

A stream is a stretch of text that a reader may see as one. A page gives two: what is read, and what stands in its
tags. An archive gives the streams of what is in it; what was seen before, byte for byte, is not read twice.
"""

from __future__ import annotations

import csv
import gzip
import html
import io
import json
import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256

from generator.proof.pdf_text import pdf_streams

PHOTO = "gegevens in een foto"
LIMIT_DEPTH = 4
"""How deep archives in archives are opened; what is deeper counts as text that cannot be read."""
OPAQUE = (".woff2", ".ttf", ".otf")
"""Fonts: their bytes are outlines, and they come with the program."""
APART = "\0"
"""Stands between texts that a reader doesn't take for one."""
_IN_LINE = re.compile(
    "a|abbr|b|bdi|br|cite|code|del|dfn|em|i|ins|kbd|mark|q|s|samp|small|span|strong|sub|sup|u|var|wbr", re.IGNORECASE
)
_NAME = re.compile(r"</?([a-zA-Z][\w-]*)")
_TAG = re.compile(r"<!--.*?-->|<(script|style)\b.*?</\1\s*>|<[^>]*>", re.DOTALL | re.IGNORECASE)
_ESCAPE = re.compile(r"\\(?:u([0-9a-fA-F]{4})|([nrtbf/\"\\]))")


@dataclass(frozen=True)
class Stream:
    """A stretch of text, and where it stands: the file, and the part of it in words."""

    where: str
    text: str


class Reader:
    """Reads files one after the other; `seen` are the fingerprints of what it read, `unread` what it could not."""

    def __init__(self) -> None:
        self.seen: set[bytes] = set()
        self.unread: list[str] = []

    def streams(self, name: str, data: bytes, depth: int = 0) -> Iterator[Stream]:
        """Yield the text in a file; nothing where the same bytes were read before."""
        yield Stream(f"{name} (bestandsnaam)", name.replace("/", "\n"))
        mark = sha256(data).digest()
        if mark in self.seen or name.endswith(OPAQUE):
            return
        self.seen.add(mark)
        try:
            yield from self._inside(name, data, depth)
        except (OSError, ValueError, EOFError, zipfile.BadZipFile, RuntimeError) as error:
            self.unread.append(f"{name}: {error}")

    def _inside(self, name: str, data: bytes, depth: int) -> Iterator[Stream]:
        if data[:4] == b"PK\x03\x04" or data[:2] == b"\x1f\x8b":
            if depth == LIMIT_DEPTH:
                raise ValueError("te diep ingepakt")
            for inner, unpacked in _unpacked(name, data):
                yield from self.streams(f"{name} > {inner}", unpacked, depth + 1)
        elif kept := photo_data(data):
            yield Stream(f"{name} ({PHOTO})", kept)
        elif data[:5] == b"%PDF-":
            for part, text in pdf_streams(data):
                if isinstance(text, bytes):
                    yield from self.streams(f"{name} > {part}", text, depth + 1)
                else:
                    yield Stream(f"{name} ({part})", text)
        elif name.endswith((".html", ".md", ".svg", ".xml", ".xhtml")) or data[:1] == b"<":
            yield from page_streams(name, as_text(data))
        else:
            text = as_text(data)
            cells = _cells(text) if name.endswith(".csv") else _values(text)
            yield Stream(name, APART.join(map(html.unescape, cells)) if cells else unescaped(text))


def photo_data(data: bytes) -> str:
    """Return what a picture carries besides its pixels: when, where and with what it was made; often nothing."""
    if data[:3] == b"\xff\xd8\xff":
        marks: tuple[bytes, ...] = (b"Exif\0", b"http://ns.adobe.com/xap", b"Photoshop 3.0")
    elif data[:8] == b"\x89PNG\r\n\x1a\n":
        marks = (b"eXIf", b"tEXt", b"iTXt", b"zTXt")
    elif data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        marks = (b"EXIF", b"XMP ")
    else:
        return ""
    found = [data[at : at + 4000] for mark in marks if (at := data.find(mark)) >= 0]
    return as_text(b"\n".join(found))


def _unpacked(name: str, data: bytes) -> Iterator[tuple[str, bytes]]:
    if data[:2] == b"\x1f\x8b":
        yield name.rsplit("/", 1)[-1].removesuffix(".gz"), gzip.decompress(data)
        return
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        yield "opmerking", archive.comment
        for entry in archive.infolist():
            if not entry.is_dir():
                yield entry.filename, archive.read(entry)


def _cells(text: str) -> list[str]:
    return [cell for row in csv.reader(io.StringIO(text)) for cell in row]


def _values(text: str) -> list[str]:
    """Return every name and value in JSON, also where a script or a value holds it; nothing for other text."""
    start = min((at for at in (text.find("{"), text.find("[")) if at >= 0), default=-1)
    end = max(text.rfind("}"), text.rfind("]"))
    if start < 0 or end < start:
        return []
    try:
        waiting: list[object] = [json.loads(text[start : end + 1])]
    except (ValueError, RecursionError):
        return []
    found = [text[:start], text[end + 1 :]]
    while waiting:
        one = waiting.pop()
        if isinstance(one, dict):
            found += one.keys()
            waiting += one.values()
        elif isinstance(one, list):
            waiting += one
        elif isinstance(one, str):
            found += (_values(one) if one[:1] in "{[" else None) or [one]
    return found


def as_text(data: bytes) -> str:
    """Return bytes as text; what is no UTF-8 is read byte by byte."""
    try:
        return data.decode()
    except UnicodeDecodeError:
        return data.decode("latin-1")


def unescaped(text: str) -> str:
    """Return text without the escapes of HTML, JSON and JavaScript."""
    return html.unescape(_ESCAPE.sub(_plain, text))


def _plain(found: re.Match[str]) -> str:
    if found.group(1):
        return chr(int(found.group(1), 16))
    return {"n": "\n", "r": "\r", "t": "\t", "b": " ", "f": " "}.get(found.group(2), found.group(2))


def _gap(found: re.Match[str]) -> str:
    """Return what a tag is to a reader: nothing inside a line, and else the end of a text."""
    name = _NAME.match(found.group())
    return "" if name and _IN_LINE.fullmatch(name.group(1)) else APART


def page_streams(name: str, text: str) -> Iterator[Stream]:
    """Yield what is read on a page, and what stands in its tags, comments and scripts."""
    yield Stream(name, html.unescape(_TAG.sub(_gap, text)))
    tags = "\n".join(found.group() for found in _TAG.finditer(text))
    yield Stream(f"{name} (in de code)", unescaped(tags))
