"""Numbers of pages in references, filled in after one layout.

`target-counter(attr(href), page)` asks for the number of a page that may not exist yet. WeasyPrint answers by laying
out every such page again once the numbers are known, which makes a book take twice as long. Here each number gets the
room of the widest one while the document is laid out, and its own digits when all pages stand: nothing moves but what
follows it on its line.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from weasyprint.document import Page
from weasyprint.formatting_structure.boxes import InlineBox, LineBox, TextBox
from weasyprint.text.line_break import create_layout, line_size

from .job import Unprintable

ROOM = "000"
"""What stands in for a number while a document is laid out; no page has this number."""

_REFERENCE = re.compile(r"target-counter\(\s*attr\(href\)\s*,\s*page\s*\)")


def with_room(stylesheet: str) -> str:
    """Return a stylesheet in which every reference to a page is the room for its number."""
    return _REFERENCE.sub(f'"{ROOM}"', stylesheet)


def number_references(document: Any) -> None:
    """Fills in the numbers of a `weasyprint.Document`, counted from 1.

    Raises Unprintable for a target that is on no page, or on one whose number has more digits than there is room for.
    """
    numbers: dict[str, str] = {}
    for number, page in enumerate(document.pages, 1):
        for anchor in page.anchors:
            numbers.setdefault(anchor, str(number))
    problems: list[str] = []
    for index, page in enumerate(document.pages):
        if waiting := list(_waiting(page._page_box)):
            for line, box in waiting:
                target = box.element.get("href", "")
                digits = numbers.get(target.removeprefix("#"), "")
                if digits and len(digits) <= len(ROOM):
                    _fill_in(line, box, digits)
                else:
                    problems.append(f"Het paginanummer van “{target}” is er niet of past niet.")
            document.pages[index] = Page(page._page_box)  # What can be clicked has moved along.
    if problems:
        raise Unprintable(problems)


def _waiting(page_box: Any) -> Iterator[tuple[Any, Any]]:
    """The texts with room for a number, each with the line that it is on. Only generated text can have it."""
    for line in page_box.descendants():
        if isinstance(line, LineBox):
            for box in line.descendants():
                if isinstance(box, TextBox) and ROOM in box.text and "::" in box.element_tag:
                    yield line, box


def _fill_in(line: Any, box: Any, number: str) -> None:
    """Gives a text its number and closes the gap that is left: what follows comes nearer, but leader dots stay put."""
    text = box.text.replace(ROOM, number)
    layout = create_layout(text, box.style, None, None, box.justification_spacing)
    width, _ = line_size(layout.get_first_line()[0], box.style)
    layout.deactivate()
    left = box.width - width
    box.text, box.pango_layout, box.width = text, layout, width
    if any(child.is_leader for child in line.descendants()):
        box.translate(dx=left)
    else:
        _close_up(line, box, left)


def _close_up(parent: Any, box: Any, left: float) -> bool:
    """Moves what follows a text on its line, and narrows what it is in; tells whether the text was in there."""
    found = False
    for child in parent.children:
        if found:
            child.translate(dx=-left)
        elif child is box or (hasattr(child, "children") and _close_up(child, box, left)):
            found = True
    if found and isinstance(parent, InlineBox | LineBox):
        parent.width -= left
    return found
