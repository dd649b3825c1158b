"""The same documents with less work: parts of WeasyPrint 70 that do again what they did before, replaced.

Every shortcut gives exactly what the way around gives: `tests/print/test_shortcuts.py` makes documents both ways and
compares their bytes, and keeps a digest of every function that is replaced, so that none is replaced unread after an
upgrade. What is remembered hangs on WeasyPrint's own values (a style, a font configuration) and goes when they go.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from .. import reading  # noqa: F401 - before the parts, which need WeasyPrint
from . import boxes, drawing, parsing, styles, texts, writing

__all__ = ["SHORTCUTS", "Shortcut", "leave", "take"]

PACKAGES = ("weasyprint", "pydyf", "tinyhtml5")


@dataclass(frozen=True)
class Shortcut:
    """One thing of WeasyPrint, pydyf or tinyhtml5 that is replaced, wherever a module of theirs has it by its name."""

    owner: Any
    """The module or class that defines it."""
    name: str
    original: Any
    replacement: Any

    @classmethod
    def of(cls, owner: Any, name: str, replacing: Callable[[Any], Any]) -> Shortcut:
        """A shortcut that is made from what it replaces."""
        original = vars(owner)[name]
        return cls(owner, name, original, replacing(original))

    def put(self, old: Any, new: Any) -> None:
        """Puts one thing in the place of another."""
        modules = [module for name, module in sys.modules.items() if name.partition(".")[0] in PACKAGES]
        for place in (self.owner, *modules):
            if vars(place).get(self.name) is old:
                setattr(place, self.name, new)


SHORTCUTS = tuple(
    Shortcut.of(*parts) for part in (parsing, styles, boxes, texts, drawing, writing) for parts in part.REPLACED
)
"""All of them."""


def take() -> None:
    """Replaces what is replaced. Twice is as good as once."""
    for shortcut in SHORTCUTS:
        shortcut.put(shortcut.original, shortcut.replacement)


def leave() -> None:
    """Puts everything back as it was."""
    for shortcut in SHORTCUTS:
        shortcut.put(shortcut.replacement, shortcut.original)
