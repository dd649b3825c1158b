"""The two values at the border of the engine: what is asked, and what is answered when it can't be made."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Literal

Copies = tuple[tuple[int, ...], int]
"""Parts of a document that come out together, and how often. A part is an element right under <body>; they count
from 1."""


@dataclass(frozen=True)
class Attached:
    """A file that goes along inside a document, for whoever wants to reckon it again."""

    name: str
    mime: str
    description: str
    """What it is, in Dutch."""
    relation: Literal["Data", "Supplement"]
    """`Data` for what the document was made from, `Supplement` for what goes with it."""
    changed: date
    """The day that it says it was last changed; of the content, never of the clock."""
    data: bytes


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
    """Which parts are written, in which order and how often; empty writes everything once.

    The written document has each group of parts `times` times as a whole (p1 p2 p1 p2). What can be told apart must be
    apart: a written part shares no page with a part outside its group, and what is repeated has no fields. Links,
    bookmarks and page numbers in copies are those of the first one.
    """
    title: str | None = None
    """What a reader's window shows, where that is not the <title> of the document."""

    attachments: tuple[Attached, ...] = ()
    """Files that go along inside; only these, whatever the HTML asks for."""

    def __post_init__(self) -> None:
        """Raises ValueError for a group without parts, a part that can't be, a group that is never printed, and for
        attachments with the same name."""
        if len({one.name for one in self.attachments}) < len(self.attachments):
            raise ValueError(f"{self.name}: attachments with the same name")
        for parts, times in self.copies:
            if not parts or min(parts) < 1 or len(set(parts)) < len(parts) or times < 1:
                raise ValueError(f"{self.name}: parts {parts}, {times} times")


Batch = tuple[PrintJob, ...]
"""Jobs that come from one layout: they differ in what they write of it, in their titles or promises."""


def batches(jobs: Iterable[PrintJob]) -> list[Batch]:
    """Puts jobs together that can share a layout."""
    alike: dict[tuple[tuple[str, ...], str, tuple[Attached, ...]], list[PrintJob]] = {}
    for job in jobs:
        alike.setdefault((job.stylesheets, job.html, job.attachments), []).append(job)
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
