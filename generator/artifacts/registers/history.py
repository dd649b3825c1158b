"""Which version of a thing is the last, and every change with its reason."""

from __future__ import annotations

from datetime import date

from generator.artifacts.registers.base import Cel, Register, number_of, texts
from generator.graph import Methodiek
from generator.graph.history import history


def versions(methodiek: Methodiek) -> Register:
    """Everything with a version of its own, the last changed on top."""
    found = [
        (changed, node)
        for node in methodiek.nodes.values()
        if isinstance(changed := getattr(node.record, "gewijzigd_op", None), date)
    ]
    found.sort(key=lambda item: (-item[0].toordinal(), number_of(item[1]), item[1].titel))
    rows = tuple(
        texts(number_of(node), Cel(node.titel, node), getattr(node.record, "versie", ""), changed.isoformat())
        for changed, node in found
    )
    heads = ("code", "wat", "versie", "gewijzigd op")
    return Register("versies", "Versies", "Welke versie de laatste is, en van welke dag.", heads, rows)


def changes(methodiek: Methodiek) -> Register:
    """Every change that a record tells of, the last one on top."""
    rows = tuple(
        texts(
            one.wijziging.datum.isoformat(),
            number_of(one.node),
            Cel(one.node.titel, one.node),
            one.node.kind.name,
            one.wijziging.versie,
            one.wijziging.wat,
            one.wijziging.waarom,
        )
        for one in history(methodiek)
    )
    heads = ("datum", "code", "van wat", "soort", "versie", "wat er veranderde", "waarom")
    lead = "Wat er aan welk blad en welke pagina veranderde, wanneer en waarom."
    return Register("wijzigingen", "Wijzigingen", lead, heads, rows, empty="Er is nog niets veranderd.")
