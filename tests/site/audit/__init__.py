"""The checks of a built site, one list of faults each: links, HTML, and what a browser sees.

`make audit` runs them on every page, the tests on a page of each kind; the code is the same.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

TOOLS = Path(__file__).resolve().parents[3] / ".venv/audit/node_modules"
"""Where `scripts/prepare` puts what comes from npm."""


class Check(StrEnum):
    """What is looked for; each must be found nowhere."""

    LINK = "kapotte links en ankers"
    ELSEWHERE = "vragen aan een andere plek"
    CONSOLE = "fouten in de console"
    SCRIPT = "scripts die niet van ons zijn"
    AXE = "toegankelijkheid (axe)"
    HTML = "geldigheid van de HTML (vnu)"
    WIDE = "breder dan een scherm van 320 px"


@dataclass(frozen=True)
class Fault:
    """Something wrong on a page."""

    check: Check
    page: str
    text: str

    def __str__(self) -> str:
        return f"{self.page}: {self.text}"
