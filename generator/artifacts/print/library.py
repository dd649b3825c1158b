"""The files that every print job may reach: our fonts, pictograms and stylesheets, and nothing else."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from generator.artifacts.print.engine import Assets

_PACKAGE = Path(__file__).resolve().parent


@cache
def print_library() -> Assets:
    """Return the assets of all print jobs, read once."""
    shared = _PACKAGE.parent.parent / "assets"
    return Assets.from_folders(
        {"fonts": shared / "fonts", "pictogrammen": shared / "pictogrammen", "css": _PACKAGE / "css"}
    )
