"""Streams whose end is beyond doubt.

A stream that ends in a carriage return runs into the line end that follows it, and some validators then count one
byte too few. It happens by chance, about once in 256 streams, so a sheet could turn invalid by any change.
"""

from __future__ import annotations

import zlib
from io import BytesIO
from typing import Any

import pydyf

START, END = b"\nstream\n", b"\nendstream"
AMBIGUOUS = b"\r" + END


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
                stream.stream = [_compressed(data)]
                stream.extra["Filter"] = "/FlateDecode"


def write_carefully(pdf: Any, *options: object) -> bytes:
    """Makes pydyf write again, with one empty object more, when a stream of its own making ends wrongly.

    Those are the object stream and the cross-reference stream, which only exist after the finisher is done.
    """
    pdf.objects = [_Packed(item) for item in pdf.objects]
    size = len(pdf.objects)
    for spare in range(1, 9):
        draft = BytesIO()
        pydyf.PDF.write(pdf, draft, *options)
        if AMBIGUOUS not in draft.getvalue():
            break
        del pdf.objects[size:]
        pdf.current_position = 0
        for _ in range(spare):
            pdf.add_object(pydyf.Dictionary())
    return draft.getvalue()


class _Packed(pydyf.Object):  # type: ignore[misc]
    """An object as bytes, made once: pydyf asks for them twice, the second time to sign the file."""

    def __init__(self, original: Any) -> None:
        super().__init__()
        self.number, self.generation, self.free = original.number, original.generation, original.free
        self._compressible: bool = original.compressible
        self._data: bytes = b"" if original.free == "f" else original.data

    @property
    def data(self) -> bytes:
        """The object, as it stands in the file."""
        return self._data

    @property
    def compressible(self) -> bool:
        """Whether it may go in an object stream."""
        return self._compressible


def _plain(stream: Any) -> bytes:
    """The content of a stream before compression."""
    stream.compress = False
    data: bytes = stream.data
    return data[data.index(START) + len(START) : -len(END)]


def _compressed(data: bytes) -> bytes:
    """The smallest form that doesn't end in a carriage return; a space at the end is harmless where all else fails."""
    for level in range(9, 0, -1):
        if not (packed := zlib.compress(data, level)).endswith(b"\r"):
            return packed
    return zlib.compress(data + b" ", 9)


def _exactly(data: bytes) -> tuple[bytes, int]:
    """A file packed without a byte more, and how often it is packed.

    The last byte of what is packed follows from the data alone, whatever the level, so where that is a carriage return
    only packing once more helps.
    """
    if not (packed := zlib.compress(data, 9)).endswith(b"\r"):
        return packed, 1
    twice = (zlib.compress(zlib.compress(data, level), 9) for level in range(9, -1, -1))
    return next(one for one in twice if not one.endswith(b"\r")), 2
