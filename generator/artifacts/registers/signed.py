"""What has been signed off, by which role, and what has changed since."""

from __future__ import annotations

from generator.artifacts.registers.base import Cel, Register, texts
from generator.graph import Edge, Methodiek, Node
from generator.graph.fingerprints import link_key
from generator.graph.review import Stand, signed, stand, to_sign


def sign_off_register(methodiek: Methodiek) -> Register:
    """Every sign-off, those that need another look first, and how much nobody has signed off yet."""
    rows = []
    for one in sorted(signed(methodiek), key=lambda one: (one.holds, one.toets.op, one.toets.rol)):
        toets = one.toets
        now = "bestaat niet meer" if one.what is None else Stand.GETOETST if one.holds else Stand.OPNIEUW
        node = one.what.van if isinstance(one.what, Edge) else one.what
        rows.append(
            texts(
                Cel(_title(one.what) or toets.op, node),
                toets.op,
                toets.rol,
                toets.datum.isoformat(),
                Cel(str(now), gap=not one.holds),
                toets.opmerking,
                toets.vingerafdruk,
            )
        )
    names = [*(node.key for node in to_sign(methodiek)), *(link_key(edge) for edge in methodiek.edges)]
    stands = [stand(methodiek, name) for name in names]
    said = tuple((one.value.capitalize(), f"{stands.count(one)} van {len(stands)}") for one in Stand)
    heads = ("wat", "sleutel", "rol", "datum", "stand", "opmerking", "vingerafdruk")
    lead = "Wie wat heeft getoetst, en wat daarna is veranderd."
    empty = "Er is nog niets getoetst. Alles in deze site is dus nog niet getoetst."
    return Register("toetsen", "Toetsen", lead, heads, tuple(rows), said, empty)


def _title(what: Node | Edge | None) -> str:
    if isinstance(what, Edge):
        return f"{what.van.titel} → {what.naar.titel}"
    return what.titel if what else ""
