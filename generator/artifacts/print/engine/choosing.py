"""Which pages of a layout a job writes: one layout of a whole worksheet serves every PDF that is a part of it."""

from __future__ import annotations

from collections import Counter
from copy import copy
from dataclasses import dataclass
from typing import Any

from .job import PrintJob, Unprintable

Stretches = tuple[tuple[tuple[int, ...], int], ...]
"""Pages that come out together, counted from 0, and how often."""


@dataclass(frozen=True)
class Choice:
    """The pages that a job writes, of all pages that were laid out, and the order in which they come out."""

    pages: tuple[int, ...]
    """Numbers of pages in the layout, counted from 0, each once."""
    stretches: Stretches
    """What is written, in numbers among `pages`; empty for each of them once."""

    @property
    def written(self) -> int:
        """How many pages are written."""
        return sum(len(pages) * times for pages, times in self.stretches) or len(self.pages)

    @property
    def repeated(self) -> frozenset[int]:
        """The pages that are written more than once."""
        times: Counter[int] = Counter()
        for pages, often in self.stretches:
            times.update(dict.fromkeys(pages, often))
        return frozenset(page for page, often in times.items() if often > 1)


def choose(document: Any, job: PrintJob) -> Choice:
    """What a job writes of a `weasyprint.Document`. Raises Unprintable for parts that are not there or not apart."""
    if not job.copies:
        return Choice(tuple(range(len(document.pages))), ())
    parts = _parts(document)
    groups = []
    for group, times in job.copies:
        wanted = [_pages_of(part, parts) for part in group]
        for page in {page for pages in wanted for page in pages}:
            if strange := parts[page] - set(group):
                raise Unprintable([f"Deel {min(strange)} staat op een pagina met een ander deel; zo is het niet los."])
        groups.append((tuple(page for pages in wanted for page in pages), times))
    pages = tuple(sorted({page for group, _ in groups for page in group}))
    place = {page: number for number, page in enumerate(pages)}
    return Choice(pages, tuple((tuple(place[page] for page in group), times) for group, times in groups))


def chosen(document: Any, choice: Choice, title: str | None) -> Any:
    """The pages of a choice as a `weasyprint.Document` of their own."""
    part = document.copy([document.pages[page] for page in choice.pages])
    if title is not None:
        part.metadata = copy(part.metadata)
        part.metadata.title = title
    return part


def _parts(document: Any) -> list[set[int]]:
    """The parts on each page. A blank page belongs to what stands before it."""
    body = next(document._html.etree_element.iter("body"))
    numbers = {element: number for number, element in enumerate(body, 1)}
    found: list[set[int]] = []
    for page in document.pages:
        bodies = (box for box in page._page_box.descendants() if box.element_tag == "body")
        children = getattr(next(bodies, None), "children", ())
        on_page = {numbers[child.element] for child in children if child.element in numbers}
        found.append(on_page or (found[-1] if found else set()))
    return found


def _pages_of(part: int, parts: list[set[int]]) -> list[int]:
    """The pages that a part is on. Raises Unprintable for one that is nowhere."""
    pages = [number for number, on_page in enumerate(parts) if part in on_page]
    if not pages:
        raise Unprintable([f"Het document heeft geen deel {part}."])
    return pages
