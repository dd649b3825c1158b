"""What the toolkit can be chosen by: the fields, and the traits that each item has.

Everything comes from the records: moment, theme and company from `kiezen`, the weeks from the line of weeks, the rest
from the item itself. A field without anything to choose is left out.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.artifacts.print.classes import GEBRUIK
from generator.artifacts.site.places import pages
from generator.artifacts.site.views import Choice, Chooser
from generator.artifacts.weeks import week_line
from generator.graph import Methodiek, Node
from generator.model.toolkit import Indeling, Keuze, Werkblad

TIMES = (10, 20, 30, 45)
"""The limits in minutes that people can choose."""
LONGER = "langer"
ANY_WEEK = "elke"
LEVELS = {
    "b": "ook makkelijk te lezen (variant B)",
    "a": "één blad voor iedereen",
    "geen": "niet voor meisjes of ouders",
}


def chooser(methodiek: Methodiek) -> Chooser:
    """Return the fields to choose by."""
    used = {trait for node in pages(methodiek, "werkblad") for trait in traits(methodiek, node)}
    found = []
    for name, words, options in _choices(methodiek):
        left = tuple((f"{name}-{value}", text) for value, text in options if f"{name}-{value}" in used)
        if len(left) > 1:
            found.append(Choice(name, words, left))
    return Chooser(tuple(found))


def traits(methodiek: Methodiek, node: Node) -> tuple[str, ...]:
    """Return what an item can be chosen by, each as the field's name and a value."""
    return tuple(dict.fromkeys(_traits(methodiek, node)))


def _choices(methodiek: Methodiek) -> Iterator[tuple[str, str, list[tuple[str, str]]]]:
    node = methodiek.single("indeling")
    indeling = node.record if node and isinstance(node.record, Indeling) else None
    if indeling:
        yield "moment", "Moment", _named(indeling.momenten)
    yield "fase", "Fase", [(one.id, one.titel) for one in pages(methodiek, "fase")]
    weeks = [(one.node.id, one.record.weken) for one in week_line(methodiek).weeks]
    yield "week", "Aan de beurt in", [*weeks, (ANY_WEEK, "elke week, of als het nodig is")]
    if indeling:
        yield "thema", "Thema", _named(indeling.themas)
        yield "wie", "Wie doet mee", _named(indeling.met)
    limits = [(str(limit), f"hooguit {limit} minuten") for limit in TIMES]
    yield "duur", "Duur", [*limits, (LONGER, f"langer dan {TIMES[-1]} minuten")]
    yield "gebruik", "Klasse", [(code.lower(), f"{code}: {words}") for code, words in GEBRUIK.items()]
    yield "taal", "Taal", list(LEVELS.items())


def _named(choices: tuple[Keuze, ...]) -> list[tuple[str, str]]:
    return [(one.id, one.naam) for one in choices]


def _traits(methodiek: Methodiek, node: Node) -> Iterator[str]:
    record = node.record
    assert isinstance(record, Werkblad)
    if kiezen := record.kiezen:
        yield from (f"moment-{one}" for one in kiezen.momenten)
        yield from (f"thema-{one}" for one in kiezen.themas)
        yield from (f"wie-{one}" for one in kiezen.met)
        if kiezen.minuten is not None:
            yield from (f"duur-{limit}" for limit in TIMES if kiezen.minuten <= limit)
            if kiezen.minuten > TIMES[-1]:
                yield f"duur-{LONGER}"
    yield from (f"fase-{edge.naar.id}" for edge in methodiek.out(node, "fasen"))
    weeks = [edge.van.parent.id for edge in methodiek.referrers(node, "weekstap", "werkbladen") if edge.van.parent]
    yield from (f"week-{week}" for week in weeks or [ANY_WEEK])
    yield f"gebruik-{record.gebruik.lower()}"
    yield f"taal-{level(record)}"


def level(record: Werkblad) -> str:
    """Return the key of `LEVELS` that says for which readers an item has sheets."""
    variants = {blad.variant for blad in record.bladen if blad.soort in ("deelnemer", "knipvel", "ouder")}
    if "B" in variants:
        return "b"
    return "a" if variants else "geen"
