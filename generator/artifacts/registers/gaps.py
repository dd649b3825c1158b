"""Everything that is missing, with the reason: a gap is shown until it is closed."""

from __future__ import annotations

from generator.artifacts.registers.base import Cel, Register, texts
from generator.graph import Methodiek
from generator.graph.coverage import promises


def gaps(methodiek: Methodiek) -> Register:
    """Every promise that is not kept everywhere, and where it is not."""
    rows = tuple(
        texts(
            promise.belofte.titel.rstrip("."),
            item.node.kind.name,
            Cel(item.node.titel, item.node),
            Cel(item.gat.reden if item.gat else "de reden is nog niet opgeschreven", gap=True),
            item.node.key,
        )
        for promise in promises(methodiek)
        for item in (*promise.gaps, *promise.open)
    )
    heads = ("beloofd is", "soort", "bij", "wat ontbreekt", "sleutel")
    lead = "Waar een belofte van dekking niet is nagekomen, en waarom."
    return Register("gaten", "Gaten", lead, heads, rows, empty="Er zijn geen bekende gaten.")
