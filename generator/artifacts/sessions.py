"""What a session shows, on paper and on a screen alike: its time line, its cases and its screens. Never an answer."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.graph import Methodiek, Node
from generator.model.casus import Casus, Kijkwijzer
from generator.model.draaiboek import Dagdeel, Draaiblok, Draaiboek

KINDS_OF_BLOCK = {
    "opening": "opening",
    "meting": "meting",
    "uitleg": "uitleg",
    "oefening": "oefening",
    "casus": "casus",
    "onthulling": "onthulling",
    "feit-en-duiding": "feit en duiding",
    "melden": "melden",
    "samenwerken": "samenwerken",
    "pauze": "pauze",
    "afspraken": "afspraken",
    "nazorg": "nazorg deelnemers",
}
"""How people read what a block is about."""


@dataclass(frozen=True)
class Stop:
    """A block on the time line: its number, from when to when (hours and minutes from the start), and the block."""

    nummer: int
    begin: int
    van: str
    tot: str
    blok: Draaiblok

    @property
    def soort(self) -> str:
        """What the block is about, in words."""
        return KINDS_OF_BLOCK[self.blok.soort]


@dataclass(frozen=True)
class Slide:
    """One screen: large, calm, one thing at a time. `paren` are a name and a line about it; `voet` stands small."""

    soort: str
    titel: str
    regels: tuple[str, ...] = ()
    paren: tuple[tuple[str, str], ...] = ()
    voet: str = ""


@dataclass(frozen=True)
class CaseToRead:
    """A case as participants see it. It has no room for an answer."""

    code: str
    titel: str
    tekst: str
    vraag: str
    wijzer: Kijkwijzer


def clock(minutes: int) -> str:
    """Return minutes from the start as hours and minutes."""
    return f"{minutes // 60}.{minutes % 60:02}"


def stops(dagdeel: Dagdeel) -> tuple[Stop, ...]:
    """Return the blocks of a session with their place in time."""
    found, start = [], 0
    for number, blok in enumerate(dagdeel.blokken, 1):
        end = start + blok.minuten
        found.append(Stop(number, start, clock(start), clock(end), blok))
        start = end
    return tuple(found)


def case_node(methodiek: Methodiek, slug: str) -> tuple[Node, Casus, Kijkwijzer] | None:
    """Return a case with its points, where both are there."""
    node = methodiek.get("casus", slug)
    if node is None or not isinstance(node.record, Casus):
        return None
    wijzer = next((edge.naar.record for edge in methodiek.out(node, "kijkwijzer")), None)
    return (node, node.record, wijzer) if isinstance(wijzer, Kijkwijzer) else None


def cases(methodiek: Methodiek, slugs: tuple[str, ...]) -> tuple[CaseToRead, ...]:
    """Return cases as participants see them."""
    found = (case_node(methodiek, slug) for slug in slugs)
    return tuple(
        CaseToRead(casus.code, casus.titel, " ".join(casus.tekst.split()), casus.vraag, wijzer)
        for _, casus, wijzer in filter(None, found)
    )


def case_slugs(dagdeel: Dagdeel) -> tuple[str, ...]:
    """Return the cases of a session in the order in which they come up."""
    return tuple(dict.fromkeys(slug for blok in dagdeel.blokken for slug in blok.casussen))


def slides(methodiek: Methodiek, draaiboek: Draaiboek, dagdeel: Dagdeel) -> tuple[Slide, ...]:
    """Return the screens of a session in order."""
    first = Slide("begin", dagdeel.titel, (draaiboek.titel,), voet=draaiboek.kern)
    rules = Slide("afspraken", "Afspraken", draaiboek.afspraken)
    return (first, rules, *(slide for stop in stops(dagdeel) for slide in _of_block(methodiek, stop.blok)))


def _of_block(methodiek: Methodiek, blok: Draaiblok) -> Iterator[Slide]:
    minutes = f"{blok.minuten} minuten"
    if blok.soort == "pauze":
        yield Slide("pauze", "Pauze", (minutes,))
    elif blok.dia:
        yield Slide("dia", blok.dia.titel, blok.dia.punten, voet=minutes)
    wijzer = methodiek.get("kijkwijzer", blok.kijkwijzer) if blok.kijkwijzer else None
    if wijzer is not None and isinstance(wijzer.record, Kijkwijzer):
        yield from _of_points(wijzer.record)
    for case in cases(methodiek, blok.casussen):
        yield Slide("casus", case.titel, (case.tekst, case.vraag), voet=case.code)


def _of_points(wijzer: Kijkwijzer) -> Iterator[Slide]:
    credit = f"Namen: {wijzer.eigenaar}" if wijzer.uitkomsten else ""
    points = tuple((point_name(punt.titel, punt.voorheen), punt.vraag or punt.uitleg) for punt in wijzer.punten)
    yield Slide("punten", wijzer.titel, paren=points, voet=credit)
    if wijzer.uitkomsten:
        ends = tuple((f"{one.teken} {one.titel}", one.uitleg) for one in wijzer.uitkomsten)
        yield Slide("uitkomsten", "Hoe ernstig is het?", paren=ends, voet=credit)


def point_name(title: str, before: str | None) -> str:
    """Return the name of a point, with the name that it had before."""
    return f"{title} (voorheen {before})" if before else title
