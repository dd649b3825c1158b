"""WeasyPrint complains in a log; here complaints become values."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator
from contextlib import contextmanager

LOGGER = logging.getLogger("weasyprint")
NOTDEF = re.compile(r'\.notdef glyph rendered .*: "(?P<character>.)" \(U\+', re.DOTALL)


class _Notebook(logging.Handler):
    """Writes down every warning and error, once."""

    def __init__(self, complaints: list[str]) -> None:
        super().__init__(logging.WARNING)
        self._complaints = complaints

    def emit(self, record: logging.LogRecord) -> None:
        if (message := record.getMessage()) not in self._complaints:
            self._complaints.append(message)


@contextmanager
def listening() -> Iterator[list[str]]:
    """Collects what WeasyPrint warns for inside the block, and keeps it from every other log.

    There is no list of tolerated warnings: none was needed so far, and each would hide a mistake in a stylesheet.
    """
    complaints: list[str] = []
    notebook = _Notebook(complaints)
    level, propagate = LOGGER.level, LOGGER.propagate
    LOGGER.addHandler(notebook)
    LOGGER.setLevel(logging.WARNING)
    LOGGER.propagate = False
    try:
        yield complaints
    finally:
        LOGGER.removeHandler(notebook)
        LOGGER.setLevel(level)
        LOGGER.propagate = propagate


def unknown_character(complaint: str) -> str | None:
    """The character that a complaint about a missing glyph is about; None for any other complaint."""
    found = NOTDEF.match(complaint)
    return found["character"] if found else None
