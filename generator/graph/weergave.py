"""The content in the order that a committee asks for: every rubriek with what stands in it, or that it lacks."""

from __future__ import annotations

import re
from typing import NamedTuple

from generator.graph.methodiek import Methodiek
from generator.graph.nodes import Node
from generator.model.kinds import KINDS
from generator.model.weergave import Rubriek, Stuk, Weergave
from generator.records import Typed, fields

_MARKS = re.compile(r"\[bron: [^\[\]]+\]|\]\([^)]*\)|[\[\]#>*_`|]|^-+\s", re.MULTILINE)


class Found(NamedTuple):
    """What a stuk gives: paragraphs, things in a list, or Markdown; or why it gives nothing.

    `origin` is the thing that it comes from, `places` the sources that it names itself.
    """

    heading: str = ""
    text: str = ""
    things: tuple[Node, ...] = ()
    markdown: str = ""
    origin: Node | None = None
    places: tuple[str, ...] = ()
    trouble: str = ""

    @property
    def words(self) -> int:
        """How many words a reader reads here."""
        listed = " ".join(f"{node.titel} {getattr(node.record, 'kern', '') or ''}" for node in self.things)
        return sum(any(char.isalnum() for char in word) for word in self._bare(listed).split())

    def _bare(self, listed: str) -> str:
        return _MARKS.sub(" ", f"{self.heading} {self.text} {self.markdown} {listed}")


ELSEWHERE = "dit deel is er wel, maar niet in deze uitgave"


def found(methodiek: Methodiek, stuk: Stuk) -> Found:
    """Return what a stuk gives."""
    here = _found(methodiek, stuk)
    if here.trouble and methodiek.whole is not None and not _found(methodiek.whole, stuk).trouble:
        return Found(stuk.kop or "", trouble=ELSEWHERE)
    return here


def _found(methodiek: Methodiek, stuk: Stuk) -> Found:
    filled = [name for name in ("tekst", "veld", "soort", "hoofdstuk") if getattr(stuk, name)]
    if len(filled) != 1:
        return Found(trouble="geef precies een van: tekst, veld, soort, hoofdstuk")
    if stuk.tekst:
        wrong = "" if stuk.bron else "noem de bron van deze tekst"
        return Found(stuk.kop or "", stuk.tekst, places=stuk.bron or (), trouble=wrong)
    if stuk.veld:
        return _field(methodiek, stuk)
    if stuk.soort:
        return _kind(methodiek, stuk)
    return _chapter(methodiek, stuk)


def _field(methodiek: Methodiek, stuk: Stuk) -> Found:
    node = methodiek.single("interventie")
    value = getattr(node.record, stuk.veld or "", None) if node else None
    if value is None:
        return Found(trouble=f"de interventie heeft geen '{stuk.veld}'")
    places = tuple(getattr(value if isinstance(value, Typed) else node.record, "bron", ()))  # type: ignore[union-attr]
    return Found(stuk.kop or "", _text(value), origin=node, places=places)


def _text(value: object) -> str:
    if isinstance(value, Typed):
        parts = (_text(getattr(value, name)) for name in fields(type(value)) if name not in ("id", "bron", "uitgave"))
        return "\n\n".join(filter(None, parts))
    if isinstance(value, tuple):
        return "\n\n".join(_text(one) for one in value)
    return "" if value is None else str(value)


def _kind(methodiek: Methodiek, stuk: Stuk) -> Found:
    if stuk.soort not in {kind.name for kind in KINDS}:
        return Found(trouble=f"er is geen soort '{stuk.soort}'")
    things = tuple(
        node
        for node in methodiek.of(stuk.soort)
        if all(str(getattr(node.record, field, "")) == value for field, value in stuk.waar.items())
    )
    return Found(stuk.kop or "", things=things, trouble="" if things else f"er is niets van soort '{stuk.soort}'")


def _chapter(methodiek: Methodiek, stuk: Stuk) -> Found:
    node = methodiek.get("hoofdstuk", stuk.hoofdstuk or "")
    if node is None:
        return Found(trouble=f"er is geen hoofdstuk '{stuk.hoofdstuk}'")
    body = node.document.body
    if stuk.koppen:
        pieces = re.split(r"^## +(.+?) *#*$", "\n" + body, flags=re.MULTILINE)
        by_heading = dict(zip((one.strip() for one in pieces[1::2]), pieces[2::2], strict=True))
        lost = [one for one in stuk.koppen if one not in by_heading]
        if lost:
            return Found(trouble=f"hoofdstuk '{node.id}' heeft geen kop '{lost[0]}'")
        body = "\n\n".join(by_heading[one].strip() for one in stuk.koppen)
    return Found(stuk.kop or "", markdown=body, origin=node)


def words(methodiek: Methodiek, rubrieken: tuple[Rubriek, ...]) -> int:
    """Return how many words some rubrieken hold together."""
    return sum(found(methodiek, stuk).words for rubriek in rubrieken for stuk in rubriek.stukken)


def in_limit(weergave: Weergave, names: tuple[str, ...]) -> tuple[Rubriek, ...]:
    """Return the rubrieken with these names."""
    return tuple(rubriek for rubriek in weergave.rubrieken if rubriek.id in names)


def lacking(methodiek: Methodiek, rubriek: Rubriek) -> tuple[str, ...]:
    """Return what a rubriek lacks: what is written down, what could not be found, or everything."""
    troubles = tuple(one.trouble for stuk in rubriek.stukken if (one := found(methodiek, stuk)).trouble)
    if not rubriek.stukken and not rubriek.ontbreekt:
        return ("Hier staat nog niets.",)
    return (*rubriek.ontbreekt, *troubles)
