"""M7: what goes wrong when a sheet is made. The stage that makes sheets finds these; here is what they mean."""

from __future__ import annotations

from collections.abc import Iterator

from generator.graph import Methodiek
from generator.rules.base import Trouble, rule


@rule("M701")
def sheet_cannot_be_made(methodiek: Methodiek) -> Iterator[Trouble]:
    """Een blad kan niet worden gemaakt.

    Bijvoorbeeld omdat het meer bladzijden beslaat dan is opgegeven, omdat een teken niet in ons
    lettertype zit, of omdat een blad naar een plaatje wijst dat er niet is. De melding zegt wat. Zolang
    een blad niet gemaakt kan worden, blijft de vorige site staan.
    """
    yield from ()
