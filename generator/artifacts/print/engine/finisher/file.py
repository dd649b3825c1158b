"""A PDF as a file, for every plan of copies: what the plans share becomes bytes once.

Stands for `pydyf.PDF.write`, which makes bytes of every object for every file, twice, and may end a stream of its own
wrongly (`streams`). The form is the same: streams by themselves, all else packed in one stream, and a stream of places.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from hashlib import md5
from typing import Any, NamedTuple

import pydyf

from .streams import ambiguous, compressed

HEAD = b"%PDF-1.7\n%\xf0\x9f\x96\xa4\n"
APART, PACKED = 1, 2
"""How an object is found: by its place in the file, or by its place in the stream of packed objects."""
NOWHERE = (0, 0, 65535)
"""The place of an object that is free, and will always be."""


class Piece(NamedTuple):
    """An object as it stands in the file."""

    number: int
    data: bytes
    apart: bool
    """Whether it stands by itself, as a stream must."""


def pieces(objects: Iterable[Any]) -> dict[int, Piece]:
    """Objects of pydyf as bytes, by their number; without the free ones."""
    return {one.number: Piece(one.number, one.data, not one.compressible) for one in objects if one.free != "f"}


def file(parts: Mapping[int, Piece], catalog: int, info: int) -> bytes:
    """A file of all objects, whose numbers count from 1, given the numbers of the catalog and of the information."""
    packing, index = len(parts) + 1, len(parts) + 2
    places: list[tuple[int, int, int]] = [NOWHERE]
    written = bytearray(HEAD)
    packed: list[Piece] = []
    for number in range(1, packing):
        piece = parts[number]
        if piece.apart:
            places.append((APART, len(written), 0))
            written += _object(number, piece.data)
        else:
            places.append((PACKED, packing, len(packed)))
            packed.append(piece)
    places.append((APART, len(written), 0))
    written += _object(packing, _pack(packed))
    start = len(written)
    places.append((APART, start, 0))
    digest = pydyf.String(md5(b"".join(parts[number].data for number in range(1, packing))).hexdigest()).data
    root = {"Root": _reference(catalog), "Info": _reference(info), "ID": pydyf.Array((digest, digest))}
    written += _object(index, _index(places, root))
    written += b"startxref\n%d\n%%%%EOF\n" % start
    return bytes(written)


def _pack(packed: list[Piece]) -> bytes:
    """The stream of packed objects: first their numbers and where they begin, then they themselves."""
    heads, place = [], 0
    for piece in packed:
        heads.append(b"%d %d" % (piece.number, place))
        place += len(piece.data) + 1
    head = b" ".join(heads)
    extra = {"Type": "/ObjStm", "N": len(packed), "First": len(head) + 1}
    return _stream(b"\n".join((head, *(piece.data for piece in packed))), extra)


def _index(places: list[tuple[int, int, int]], root: dict[str, Any]) -> bytes:
    """The stream of places; one more that is free keeps it from ending wrongly, because here a space does harm."""
    widths = tuple((max(column).bit_length() + 7) // 8 for column in zip(*places, strict=True))
    if ambiguous(_rows(places, widths)):
        places = [*places, NOWHERE]
    extra = {"Type": "/XRef", "Index": pydyf.Array((0, len(places))), "W": pydyf.Array(widths), "Size": len(places)}
    return _stream(_rows(places, widths), {**extra, **root})


def _rows(places: list[tuple[int, int, int]], widths: tuple[int, ...]) -> bytes:
    """Places as bytes, in fields of so many bytes."""
    _, second, third = (8 * width for width in widths)
    row = sum(widths)
    return b"".join(((kind << second | one) << third | other).to_bytes(row, "big") for kind, one, other in places)


def _stream(data: bytes, extra: dict[str, Any]) -> bytes:
    """A compressed stream."""
    stream: bytes = pydyf.Stream([compressed(data)], {**extra, "Filter": "/FlateDecode"}).data
    return stream


def _object(number: int, data: bytes) -> bytes:
    """An object that stands by itself."""
    return b"%d 0 obj\n%b\nendobj\n" % (number, data)


def _reference(number: int) -> bytes:
    """How an object is referred to."""
    return b"%d 0 R" % number
