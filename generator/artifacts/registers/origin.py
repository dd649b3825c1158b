"""On what everything rests, and whose everything is."""

from __future__ import annotations

from collections import Counter

from generator.artifacts.print.classes import RECHT
from generator.artifacts.registers.base import Cel, Register, in_order, is_own, number_of, texts
from generator.graph import Methodiek, Node
from generator.graph.review import SETTINGS
from generator.model.kinds import KINDS

BRON, BEIDE, EIGEN = "uit een bron", "uit een bron, door ons uitgewerkt", "eigen uitwerking"


def rests_on(methodiek: Methodiek, node: Node) -> str | None:
    """Return on what a thing rests, or None for one that names no source of its own."""
    own = {is_own(methodiek, place) for place in methodiek.sources_of(node.record)}
    return {frozenset((True,)): EIGEN, frozenset((False,)): BRON, frozenset((True, False)): BEIDE}.get(frozenset(own))


def origin(methodiek: Methodiek) -> Register:
    """Per kind: how much rests on a source, how much is our own, and the same for links."""
    rows, total = [], Counter[str]()
    for kind in KINDS:
        found = Counter(grounds for node in methodiek.of(kind.name) if (grounds := rests_on(methodiek, node)))
        if found and kind.name not in SETTINGS:
            total += found
            rows.append(texts(kind.plural, *_shares(found[BRON], found[BEIDE], found[EIGEN])))
    edges = Counter(edge.koppeling.grond for edge in methodiek.edges)
    if rows:
        rows.append(texts("alles bij elkaar", *_shares(total[BRON], total[BEIDE], total[EIGEN])))
    if edges:
        rows.append(texts("koppelingen", *_shares(edges["bron"], 0, edges["afgeleid"])))
    heads = ("wat", "aantal", BRON, BEIDE, f"{EIGEN} of afgeleid", "deel bron", "deel bron en eigen", "deel eigen")
    lead = "Wat een bron zegt, wat wij uitwerkten, en wat van onszelf is."
    return Register("herkomst", "Herkomst", lead, heads, tuple(rows))


def _shares(source: int, both: int, own: int) -> tuple[str, ...]:
    total = source + both + own
    return str(total), *map(str, (source, both, own)), *(f"{100 * one / total:.0f}%" for one in (source, both, own))


def rights(methodiek: Methodiek) -> Register:
    """Everything that says whose it is, with what we give of it and where to get the rest."""
    rows = []
    for kind in KINDS:
        for node in in_order(methodiek, kind.name):
            record = node.record
            recht = getattr(record, "recht", None)
            if recht is None:
                continue
            owner = getattr(record, "eigenaar", None)
            where = getattr(record, "verkrijgen", None) or getattr(record, "rechten", None)
            rows.append(
                texts(
                    Cel(node.titel, node),  # first, because it heads the row, and not everything has a code
                    number_of(node),
                    kind.name,
                    recht,
                    RECHT.get(recht, ""),
                    owner or ("wij zelf" if recht == "EIGEN" else Cel("nog te bevestigen", gap=True)),
                    where or ("vrij te printen" if recht == "EIGEN" else ""),
                )
            )
    heads = ("wat", "code", "soort", "recht", "wat wij ervan geven", "eigenaar", "rechten of waar te krijgen")
    lead = "Van wie elk blad, instrument en elke training is, en wat wij ervan geven."
    return Register("rechten", "Rechten", lead, heads, tuple(rows))
