"""The two values at the border of the engine: what is asked, and what is answered when it can't be made."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

Copies = tuple[int, int, int]
"""A stretch of pages as laid out, and how often it comes out: first page, last page, times."""


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
    """The promised number of pages as written, copies and all; None promises nothing."""
    fillable: bool = False
    """Whether the document may have form fields; without it a field is a fault."""
    copies: tuple[Copies, ...] = ()
    """Which stretches of pages come out more than once, in order and covering all pages; empty repeats nothing.

    The written document has each stretch `times` times as a whole (p1 p2 p1 p2). What can be told apart must be apart:
    no element under <body> lies in two stretches, and a stretch that is repeated has no fields. Links, bookmarks and
    page numbers in copies are those of the first one.
    """

    def __post_init__(self) -> None:
        """Raises ValueError for stretches that leave a page out, turn back, or are never printed."""
        ends = [0, *(last for _, last, _ in self.copies)]
        for before, (first, last, times) in zip(ends, self.copies, strict=False):
            if first != before + 1 or last < first or times < 1:
                raise ValueError(f"{self.name}: pages {first} to {last}, {times} times, after page {before}")


Batch = tuple[PrintJob, ...]
"""Jobs that look alike on every page and differ in their copies or promises: one layout serves them all."""


def batches(jobs: Iterable[PrintJob]) -> list[Batch]:
    """Puts jobs together that can share a layout."""
    alike: dict[tuple[tuple[str, ...], str], list[PrintJob]] = {}
    for job in jobs:
        alike.setdefault((job.stylesheets, job.html), []).append(job)
    return [tuple(batch) for batch in alike.values()]


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
