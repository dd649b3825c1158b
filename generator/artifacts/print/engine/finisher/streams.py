"""Streams whose end is beyond doubt.

A stream that ends in a carriage return runs into the line end that follows it, and some validators then count one
byte too few. It happens by chance, about once in 256 streams, so a sheet could turn invalid by any change.
"""

from __future__ import annotations

import zlib
from typing import Any

import pydyf

START, END = b"\nstream\n", b"\nendstream"
LEVEL = 6
"""How hard to compress: the highest level takes twice the time, for a fiftieth less room."""


def pack_streams(pdf: Any) -> None:
    """Compresses every stream here and now, so that pydyf has nothing left to compress, and none ends wrongly."""
    for stream in pdf.objects:
        if isinstance(stream, pydyf.Stream) and stream.compress:
            data = _plain(stream)
            stream.compress = False
            if stream.extra.get("Type") == "/EmbeddedFile":
                packed, times = _exactly(data)
                stream.stream = [packed]
                stream.extra["Filter"] = pydyf.Array(["/FlateDecode"] * times)
            else:
                stream.stream = [compressed(data)]
                stream.extra["Filter"] = "/FlateDecode"


def _plain(stream: Any) -> bytes:
    """The content of a stream before compression."""
    stream.compress = False
    data: bytes = stream.data
    return data[data.index(START) + len(START) : -len(END)]


def ambiguous(data: bytes) -> bool:
    """Whether data would end in a carriage return once it is compressed.

    The last byte of what is packed is that of a checksum: it follows from the data alone, whatever the level.
    """
    return zlib.adler32(data) & 0xFF == ord("\r")


def compressed(data: bytes) -> bytes:
    """A form that doesn't end in a carriage return; where it would, a space at the end of the data is harmless."""
    return zlib.compress(data + b" " if ambiguous(data) else data, LEVEL)


def _exactly(data: bytes) -> tuple[bytes, int]:
    """A file packed without a byte more, and how often it is packed: where once would end wrongly, twice."""
    packed = zlib.compress(data, 9)
    if not ambiguous(data):
        return packed, 1
    twice = (zlib.compress(zlib.compress(data, level), 9) for level in range(9, -1, -1))
    return next(one for one in twice if not one.endswith(b"\r")), 2
