"""Links as pages show them: both ways, with their ground."""

from __future__ import annotations

from generator.artifacts.site.places import code_of, href, place_of
from generator.artifacts.site.text import shortened
from generator.artifacts.site.views import Ground, LinkRow, Links
from generator.graph import Edge, Methodiek, Node
from generator.graph.review import Stand, stand_of_link
from generator.model.base import bron_van, plaats_in
from generator.model.bron import Bron
from generator.model.links import Koppeling


def row_to(methodiek: Methodiek, node: Node, page: str, koppeling: Koppeling | None = None) -> LinkRow:
    """Return a row that leads from a page to a node, with the ground of the link if there is one."""
    ground = ground_of(methodiek, koppeling, page) if koppeling else None
    return LinkRow(shortened(node.titel, 110), href(place_of(node), page), code_of(node), node.kind.name, ground)


def ground_of(methodiek: Methodiek, koppeling: Koppeling, page: str) -> Ground:
    """Return the ground of a link as a page shows it."""
    standing = stand_of_link(methodiek, koppeling)
    shown = "" if standing is Stand.NIET else str(standing)
    if koppeling.afgeleid:
        return Ground("afgeleid", koppeling.afgeleid, standing=shown)
    text, target = source_words(methodiek, koppeling.bron or "", page)
    return Ground("bron", text, target, shown)


def source_words(methodiek: Methodiek, vindplaats: str, page: str) -> tuple[str, str]:
    """Return how a page names a place in a source, and where the page of that source is."""
    node = methodiek.get("bron", bron_van(vindplaats))
    if node is None or not isinstance(node.record, Bron):
        return vindplaats, ""
    place = plaats_in(vindplaats)
    return node.record.kort + (f", {place}" if place else ""), href(place_of(node), page)


def is_own(methodiek: Methodiek, vindplaats: str) -> bool:
    """Tell whether a place in a source is our own elaboration."""
    node = methodiek.get("bron", bron_van(vindplaats))
    return node is not None and isinstance(node.record, Bron) and node.record.soort == "eigen"


def both_ways(methodiek: Methodiek, node: Node, page: str) -> tuple[Links, ...]:
    """Return every link of a node, leaving and arriving, grouped by what it says."""
    groups: dict[str, list[LinkRow]] = {}
    for edge in methodiek.out(node):
        label = _label(edge.field.name)
        groups.setdefault(label, []).append(row_to(methodiek, edge.naar, page, edge.koppeling))
    for edge in methodiek.referrers(node):
        label = arriving_label(edge)
        groups.setdefault(label, []).append(row_to(methodiek, shown(edge.van), page, edge.koppeling))
    return tuple(Links(label, tuple(rows)) for label, rows in groups.items())


STEPS = ("routestap", "dagstap")
"""Parts that say nothing without the whole that they are a step of."""


def shown(node: Node) -> Node:
    """Return what stands for a node where it is linked from elsewhere: of a step, the whole."""
    return node.top if node.kind.name in STEPS else node


def arriving_label(edge: Edge) -> str:
    """Return how a link reads from the end at which it arrives."""
    words = edge.field.naar.omgekeerd or "genoemd door"
    start = f"{words[:1].upper()}{words[1:]}"
    kind = shown(edge.van).kind
    return start if words.endswith(kind.name) else f"{start}: {kind.plural}"


def _label(field: str) -> str:
    words = field.replace("_", " ")
    return words[:1].upper() + words[1:]
