"""What a toolkit item says of its own safety, in words for page and paper."""

from __future__ import annotations

from generator.model.toolkit import Werkblad

IN_HER_HANDS = ("deelnemer", "knipvel")


def easy_variant(werkblad: Werkblad) -> str:
    """Return whether there is an easy variant, and why not where there is none."""
    if any(blad.variant == "B" for blad in werkblad.bladen):
        return "ja, variant B"
    return "nee" if _in_her_hands(werkblad) else "niet nodig: geen blad voor een deelnemer"


def stop_rule(werkblad: Werkblad) -> str:
    """Return how somebody stops, and what holds where the item has no sign of its own."""
    if werkblad.stopteken:
        return werkblad.stopteken
    if _in_her_hands(werkblad):
        return "geen eigen stopteken; op het blad staat dat overslaan altijd mag"
    return "niet nodig: geen blad voor een deelnemer"


def _in_her_hands(werkblad: Werkblad) -> bool:
    return any(blad.soort in IN_HER_HANDS for blad in werkblad.bladen)
