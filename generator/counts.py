"""How much of everything there is: for the site, the command and whoever checks them."""

from __future__ import annotations

from collections import Counter

from generator.graph import Methodiek
from generator.graph.coverage import promises
from generator.model.kinds import KINDS

_SINGLE = (
    "interventie",
    "dekking",
    "vastlegging",
    "uitgaven",
    "bescherming",
    "taal",
    "zoekwoorden",
    "toetsing",
    "indeling",
)


def counts(methodiek: Methodiek) -> dict[str, int]:
    """Return the number of things of each kind, by the kind's name."""
    return {kind.name: len(methodiek.of(kind.name)) for kind in KINDS if kind.name not in _SINGLE}


def groups(methodiek: Methodiek, kind: str, field: str) -> dict[str, int]:
    """Return how many things of a kind have each value of a field."""
    return dict(sorted(Counter(str(getattr(node.record, field)) for node in methodiek.of(kind)).items()))


def parts_per(methodiek: Methodiek, kind: str, part: str) -> dict[str, int]:
    """Return how many parts of a kind each record holds, by the record's id."""
    return {node.id: len(methodiek.parts(node, part)) for node in methodiek.of(kind)}


def links_by_ground(methodiek: Methodiek) -> dict[str, int]:
    """Return how many links rest on a source and how many are derived."""
    found = Counter(edge.koppeling.grond for edge in methodiek.edges)
    return {"bron": found["bron"], "afgeleid": found["afgeleid"]}


def links_by_field(methodiek: Methodiek) -> dict[str, int]:
    """Return how many links each field holds, as `kind.field`."""
    return dict(sorted(Counter(f"{edge.van.kind.name}.{edge.field.name}" for edge in methodiek.edges).items()))


def coverage(methodiek: Methodiek) -> dict[str, int]:
    """Return the coverage in five numbers: promises, things promised, kept, known gaps, open."""
    all_promises = promises(methodiek)
    return {
        "beloften": len(all_promises),
        "beloofd": sum(len(promise.items) for promise in all_promises),
        "nagekomen": sum(promise.kept for promise in all_promises),
        "bekende_gaten": sum(len(promise.gaps) for promise in all_promises),
        "open": sum(len(promise.open) for promise in all_promises),
    }
