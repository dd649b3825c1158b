"""What a record alone can't tell a sheet: the titles behind its links and codes, filled in by whoever has the graph."""

from __future__ import annotations

from dataclasses import dataclass

from generator.model.base import Grond
from generator.model.blokken import Blok


@dataclass(frozen=True)
class Verwijzing:
    """One link, ready to print: where it leads, and on what it rests."""

    titel: str
    grond: Grond
    reden: str
    """For `bron` the place in the source in words, for `afgeleid` our one line."""
    nummer: str | None = None
    """How people number it: `5c`, `3.4`. Never used to find anything."""

    @property
    def naam(self) -> str:
        """Number and title."""
        return f"{self.nummer} {self.titel}" if self.nummer else self.titel


@dataclass(frozen=True)
class Uitleg:
    """Everything about one worksheet that its own record doesn't hold."""

    gebruik: str
    """What its G-class asks, in words: `alleen samen met een getrainde medewerker`."""
    bewaren: str
    """What its B-class asks, in words."""
    onthulling: tuple[Blok, ...] = ()
    """The blocks of the disclosure card; every sheet that is not used alone repeats them."""
    onthullingskaart: str | None = None
    """The name and code of that card, to point to it."""
    fasen: tuple[Verwijzing, ...] = ()
    subdoelen: tuple[Verwijzing, ...] = ()
    kernelementen: tuple[Verwijzing, ...] = ()
    factoren: tuple[Verwijzing, ...] = ()
    bronnen: tuple[str, ...] = ()
    """The places in sources that the whole worksheet rests on, in words."""
