"""What pages show of chains: everything that is reached from a thing."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from generator.artifacts.site.views import LinkRow


@dataclass(frozen=True)
class Passed:
    """A thing on a chain, and the names of what it is reached by; none for what is linked itself."""

    row: LinkRow
    via: tuple[str, ...] = ()


@dataclass(frozen=True)
class Station:
    """Everything of one kind on a chain."""

    name: str
    passed: tuple[Passed, ...]


@dataclass(frozen=True)
class Chain:
    """A chain in one direction, by kind in the order of the chain; `empty` names the kinds that it does not reach."""

    label: str
    stations: tuple[Station, ...]
    empty: tuple[str, ...] = ()
