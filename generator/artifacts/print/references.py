"""What a sheet says about the rest of the methodology, found in the graph."""

from __future__ import annotations

from generator.artifacts.print.classes import BEWAREN, GEBRUIK
from generator.artifacts.print.explanation import Uitleg, Verwijzing
from generator.graph import Methodiek, Node
from generator.model.base import bron_van, plaats_in
from generator.model.toolkit import Werkblad


def explanation(methodiek: Methodiek, node: Node) -> Uitleg:
    """Return what a sheet needs to know beyond its own record."""
    werkblad = node.record
    assert isinstance(werkblad, Werkblad)
    card = next((one for one in methodiek.of("werkblad") if getattr(one.record, "onthulling", False)), None)
    record = card.record if card else None
    blocks = record.bladen[0].blokken if isinstance(record, Werkblad) else ()
    return Uitleg(
        gebruik=GEBRUIK[werkblad.gebruik],
        bewaren=BEWAREN[werkblad.bewaren],
        onthulling=blocks,
        onthullingskaart=f"{record.titel} ({record.code})" if isinstance(record, Werkblad) else None,
        fasen=_references(methodiek, node, "fasen"),
        subdoelen=_references(methodiek, node, "subdoelen"),
        kernelementen=_references(methodiek, node, "kernelementen"),
        factoren=_references(methodiek, node, "factoren"),
        bronnen=tuple(source_name(methodiek, place) for place in werkblad.bron),
    )


def _references(methodiek: Methodiek, node: Node, field: str) -> tuple[Verwijzing, ...]:
    found = []
    for edge in methodiek.out(node, field):
        link = edge.koppeling
        numbers = getattr(edge.naar.record, "nummers", ())
        found.append(
            Verwijzing(
                edge.naar.titel,
                link.grond,
                link.afgeleid or source_name(methodiek, link.bron or ""),
                str(numbers[0].nummer) if numbers and field in ("subdoelen", "kernelementen") else None,
            )
        )
    return tuple(found)


def source_name(methodiek: Methodiek, vindplaats: str) -> str:
    """Return how paper names a place in a source."""
    node = methodiek.get("bron", bron_van(vindplaats))
    name = str(getattr(node.record, "kort", "")) if node else bron_van(vindplaats)
    place = plaats_in(vindplaats)
    return f"{name}, {place}" if place else name
