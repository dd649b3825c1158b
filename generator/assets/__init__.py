"""Drawings, fonts and tokens that belong to the package, read as bytes."""

from __future__ import annotations

from functools import cache
from pathlib import Path


@cache
def pictograms() -> tuple[str, ...]:
    """Return the names of the pictograms that sheets may use."""
    folder = Path(__file__).parent / "pictogrammen"
    return tuple(sorted(path.stem for path in folder.glob("*.svg")))
