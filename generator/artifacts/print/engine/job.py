"""The two values at the border of the engine: what is asked, and what is answered when it can't be made."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class PrintJob:
    """One document to print. Equal jobs give equal bytes; the name is only for messages."""

    name: str
    """How people know the document, for example `toolkit/set.pdf`."""
    html: str
    """A complete `<html lang="nl">` document that links no stylesheet itself."""
    stylesheets: tuple[str, ...]
    """Names of assets, in the order of the cascade."""
    pages: int | None = None
    """The promised number of pages; None promises nothing."""
    fillable: bool = False
    """Whether the document may have form fields; without it a field is a fault."""


@dataclass(frozen=True)
class PrintFault:
    """A document that was not made, and why, in Dutch sentences."""

    name: str
    message: str


class Unprintable(Exception):
    """Carries everything that is wrong with one document out of the press; becomes a `PrintFault`."""

    def __init__(self, problems: list[str]) -> None:
        self.problems = tuple(dict.fromkeys(problems))
        super().__init__(" ".join(self.problems))
