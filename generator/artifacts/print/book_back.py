"""What stands at the back of the book: sheets, glossary, differences between sources, cited works, and the index."""

from __future__ import annotations

from collections.abc import Iterator

from generator.artifacts.dated import unchecked
from generator.artifacts.print.book_views import Difference, Entry, Meetings
from generator.artifacts.print.references import source_name
from generator.graph import Methodiek
from generator.model.naslag import Begrip, Literatuur, Tegenstrijdigheid
from generator.model.toolkit import Werkblad


def sheets(methodiek: Methodiek) -> Iterator[tuple[str, str, str, str]]:
    """Yield (id, code, title, goal) of every sheet, by code."""
    for node in sorted(methodiek.of("werkblad"), key=lambda one: one.record.code):  # type: ignore[attr-defined]
        if isinstance(node.record, Werkblad):
            yield node.id, node.record.code, node.record.titel, node.record.doel


def glossary(methodiek: Methodiek) -> Iterator[tuple[str, str, str, str]]:
    """Yield (id, word, what it stands for, explanation) of every term."""
    for node in sorted(methodiek.of("begrip"), key=lambda one: one.titel.lower()):
        if isinstance(node.record, Begrip):
            record = node.record
            unasked = " Of dit nog klopt, is nog te bevestigen." if unchecked(record) else ""
            yield node.id, record.titel, record.voluit or "", record.uitleg + unasked


def differences(methodiek: Methodiek) -> Iterator[Difference]:
    """Yield where sources contradict each other, by code."""
    for node in sorted(methodiek.of("tegenstrijdigheid"), key=lambda one: one.id):
        record = node.record
        assert isinstance(record, Tegenstrijdigheid)
        readings = tuple((source_name(methodiek, one.bron), " ".join(one.tekst.split())) for one in record.lezingen)
        day = record.besloten_op
        decides = f"{record.beslist}; besloten op {day:%d-%m-%Y}" if day else record.beslist
        anchor = f"{node.kind.name}-{node.id}"
        yield Difference(anchor, record.code, record.titel, readings, " ".join(record.lijn.split()), decides)


def works(methodiek: Methodiek) -> Iterator[tuple[str, str, str]]:
    """Yield (title as cited, full reference or nothing, where it is cited) of every work."""
    for node in sorted(methodiek.of("literatuur"), key=lambda one: one.titel.lower()):
        record = node.record
        assert isinstance(record, Literatuur)
        places = "; ".join(source_name(methodiek, place) for place in record.vindplaatsen)
        yield record.titel, record.volledig or "", places


def index(methodiek: Methodiek, meetings: Meetings) -> Iterator[Entry]:
    """Yield the terms that are met, each with the place of its explanation."""
    words = {node.id: node.titel for node in methodiek.of("begrip")}
    for slug, anchors in sorted(meetings.places.items(), key=lambda item: words[item[0]].lower()):
        yield Entry(words[slug], f"begrip-{slug}", tuple(anchors))
