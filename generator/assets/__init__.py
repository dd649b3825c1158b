"""Drawings, fonts and tokens that belong to the package, read as bytes."""

from __future__ import annotations

from functools import cache
from importlib.resources import files


@cache
def pictograms() -> tuple[str, ...]:
    """Return the names of the pictograms that sheets may use."""
    folder = files(__package__) / "pictogrammen"
    names = (entry.name for entry in folder.iterdir()) if folder.is_dir() else ()
    return tuple(sorted(name.removesuffix(".svg") for name in names if name.endswith(".svg")))
