"""A PDF as a file: every object is found, and no stream ends in a way that readers count differently."""

from __future__ import annotations

import io
import re

import pydyf
import pytest

from generator.artifacts.print.engine.finisher.file import Piece, file, pieces
from generator.artifacts.print.engine.finisher.streams import ambiguous, compressed

pikepdf = pytest.importorskip("pikepdf")
START = re.compile(rb"/Type /XRef.*?/Size (\d+)", re.DOTALL)


def _file(objects: int) -> bytes:
    """A document of one page with so many objects that say which they are."""
    pdf = pydyf.PDF()
    box, nothing = pydyf.Array((0, 0, 9, 9)), pydyf.Dictionary()
    page = {"Type": "/Page", "Parent": pdf.pages.reference, "MediaBox": box, "Resources": nothing}
    pdf.add_page(pydyf.Dictionary(page))
    pdf.add_object(pydyf.Stream([b"q Q"]))
    for number in range(objects):
        pdf.add_object(pydyf.Dictionary({"N": number}))
    pdf.add_object(pdf.info)
    return file(pieces(pdf.objects), pdf.catalog.number, pdf.info.number)


def test_every_object_is_found_and_every_stream_ends_clearly() -> None:
    """So many files that some index would have ended in a carriage return, and got one place more for it."""
    extra, seen = set(), 0
    for objects in range(200):
        data = _file(objects)
        assert b"\r\nendstream" not in data
        extra.add(int(START.search(data)[1]) - objects)
        if objects % 50 and len(extra) == seen:
            continue
        seen = len(extra)
        with pikepdf.open(io.BytesIO(data)) as pdf:
            assert pdf.get_warnings() == []
            assert [pdf.get_object(5 + number, 0).N for number in range(objects)] == list(range(objects))
    assert len(extra) == 2


def test_a_stream_that_would_end_wrongly_gets_a_space() -> None:
    data = next(bytes([65] * count) for count in range(999) if ambiguous(bytes([65] * count)))
    assert not compressed(data).endswith(b"\r")
    assert ambiguous(b"\x0c")
    assert not ambiguous(b"A")


def test_an_object_of_a_plan_takes_the_place_of_the_shared_one() -> None:
    pdf = pydyf.PDF()
    pdf.add_object(pydyf.Dictionary({"N": 1}))
    pdf.add_object(pdf.info)
    other = {3: Piece(3, b"<</N 2>>", False)}
    with pikepdf.open(io.BytesIO(file(pieces(pdf.objects) | other, 2, 4))) as read:
        assert read.get_object(3, 0).N == 2
