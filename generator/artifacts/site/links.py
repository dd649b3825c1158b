"""Links as pages show them: both ways, with their ground, and chains of them."""

from __future__ import annotations

from generator.artifacts.site.places import code_of, href, place_of
from generator.artifacts.site.text import shortened
from generator.artifacts.site.views import Branch, Chain, Ground, LinkRow, Links
from generator.graph import Edge, Methodiek, Node
from generator.model.base import bron_van, plaats_in
from generator.model.bron import Bron
from generator.model.links import Koppeling

ONWARD: dict[str, tuple[str, ...]] = {
    "factor": ("doel.factoren", "aanpak.factoren", "subdoelen", "aanpakelementen"),
    "doel": ("subdoelen",),
    "subdoel": ("> deeldoel", "activiteit.subdoelen", "lijn.subdoelen", "werkblad.subdoelen", "basiselementen"),
    "deeldoel": ("activiteit.subdoelen", "lijn.subdoelen", "werkblad.subdoelen", "aanpakelement.deeldoelen"),
    "aanpakelement": ("deeldoelen",),
    "kernelement": ("werkzaam-element.kernelementen", "werkblad.kernelementen"),
    "werkzaam-element": ("basiselementen",),
    "basiselement": ("fasen",),
    "activiteit": ("< fase",),
}
"""From what keeps a problem going, or from what is asked, towards what is done about it."""

BACK: dict[str, tuple[str, ...]] = {
    "werkblad": ("subdoelen", "kernelementen"),
    "fase": ("> activiteit", "basiselement.fasen"),
    "activiteit": ("subdoelen",),
    "lijn": ("subdoelen",),
    "deeldoel": ("< subdoel",),
    "subdoel": ("factor.subdoelen",),
    "aanpakelement": ("factor.aanpakelementen",),
    "doel": ("factoren",),
    "basiselement": ("werkzaam-element.basiselementen", "deeldoel.basiselementen"),
    "werkzaam-element": ("kernelementen",),
}
"""From what is done back to why."""

DEPTH = 4


def row_to(methodiek: Methodiek, node: Node, page: str, koppeling: Koppeling | None = None) -> LinkRow:
    """Return a row that leads from a page to a node, with the ground of the link if there is one."""
    ground = ground_of(methodiek, koppeling, page) if koppeling else None
    return LinkRow(shortened(node.titel, 110), href(place_of(node), page), code_of(node), node.kind.name, ground)


def ground_of(methodiek: Methodiek, koppeling: Koppeling, page: str) -> Ground:
    """Return the ground of a link as a page shows it."""
    if koppeling.afgeleid:
        return Ground("afgeleid", koppeling.afgeleid)
    text, target = source_words(methodiek, koppeling.bron or "", page)
    return Ground("bron", text, target)


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


def chain(methodiek: Methodiek, node: Node, page: str, *, back: bool = False) -> Chain | None:
    """Return the chain from a node, onward or back, or None where there is no next step."""
    steps = BACK if back else ONWARD
    branches = _branches(methodiek, node, page, steps, DEPTH, (node,))
    label = "Waar komt dit vandaan?" if back else "Waar leidt dit toe?"
    return Chain(label, branches) if branches else None


def _branches(
    methodiek: Methodiek, node: Node, page: str, steps: dict[str, tuple[str, ...]], depth: int, seen: tuple[Node, ...]
) -> tuple[Branch, ...]:
    if depth == 0:
        return ()
    found: list[Branch] = []
    for step in steps.get(node.kind.name, ()):
        for next_node, relation, koppeling in _follow(methodiek, node, step):
            if next_node not in seen:
                onward = _branches(methodiek, next_node, page, steps, depth - 1, (*seen, next_node))
                found.append(Branch(row_to(methodiek, next_node, page, koppeling), relation, onward))
    return tuple(found)


def _follow(methodiek: Methodiek, node: Node, step: str) -> list[tuple[Node, str, Koppeling | None]]:
    """Return what a step leads to. `> kind` goes to parts, `< kind` to the record that holds a part."""
    if step.startswith("> "):
        return [(part, "onderdeel", None) for part in methodiek.parts(node, step[2:])]
    if step.startswith("< "):
        return [(node.parent, "hoort bij", None)] if node.parent else []
    kind, dot, field = step.rpartition(".")
    if dot:
        edges = methodiek.referrers(node, kind, field)
        return [(edge.van, edge.field.naar.omgekeerd, edge.koppeling) for edge in edges]
    return [(edge.naar, _label(field).lower(), edge.koppeling) for edge in methodiek.out(node, field)]
