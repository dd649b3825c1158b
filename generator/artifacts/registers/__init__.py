"""What a reviewer wants to see as rows: one value per register, for pages, tables and paper alike."""

from __future__ import annotations

from collections.abc import Callable

from generator.artifacts.registers.base import Cel, Register
from generator.artifacts.registers.facts import claims, contradictions, expiring
from generator.artifacts.registers.framework import crosswalk_register, selfscan
from generator.artifacts.registers.gaps import gaps
from generator.artifacts.registers.history import changes, versions
from generator.artifacts.registers.origin import origin, rights
from generator.artifacts.registers.signed import sign_off_register
from generator.graph import Methodiek

Maker = Callable[[Methodiek], Register]

MAKERS: tuple[Maker, ...] = (
    crosswalk_register,
    selfscan,
    origin,
    rights,
    gaps,
    contradictions,
    expiring,
    claims,
    versions,
    changes,
    sign_off_register,
)
"""Every register, in the order in which a dossier has them."""


def registers(methodiek: Methodiek) -> tuple[Register, ...]:
    """Return every register that has rows, or that says something by having none."""
    found = (make(methodiek) for make in MAKERS)
    return tuple(one for one in found if one.rows or one.empty)


__all__ = ["Cel", "Register", "registers"]
