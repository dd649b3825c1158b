"""What a promise of pages does not see: things that fall off the paper, and words printed over other words."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any
from weakref import WeakKeyDictionary

SLACK = 2.0
"""How far a box may pass the edge of the page's area, in CSS pixels: half a millimetre."""


_SEEN: WeakKeyDictionary[Any, tuple[str, ...]] = WeakKeyDictionary()
"""What was found on a page: many documents may have it."""


def overflow_problems(document: Any) -> Iterator[str]:
    """Say, per page, what falls outside the area of the page and which texts overlap."""
    for number, page in enumerate(document.pages, 1):
        if page not in _SEEN:
            root = page._page_box.children[0]
            _SEEN[page] = (*_outside(page._page_box, root), *_overlapping(root))
        for problem in _SEEN[page]:
            yield f"Op pagina {number} {problem}"


def _outside(paper: Any, root: Any) -> Iterator[str]:
    """The first thing that reaches below or beside the area that the margins leave."""
    bottom = paper.content_box_y() + paper.height + SLACK
    right = paper.content_box_x() + paper.width + SLACK
    for box in root.descendants():
        if not isinstance(getattr(box, "height", None), int | float) or not hasattr(box, "border_height"):
            continue
        below = box.position_y + box.margin_top + box.border_height() > bottom
        beside = box.position_x + box.margin_left + box.border_width() > right
        if below or beside:
            where = "onder" if below else "rechts"
            yield f"valt iets {where} buiten het blad{_near(box)}."
            return


def _overlapping(root: Any) -> Iterator[str]:
    """The first two pieces of text whose middles cover each other."""
    seen: list[tuple[float, float, float, float, str]] = []
    pieces = []
    for box in root.descendants():
        text = getattr(box, "text", None)
        if isinstance(text, str) and text.strip():
            height = box.height
            top = box.position_y + height * 0.3
            pieces.append((top, top + height * 0.4, box.position_x + 1, box.position_x + box.width - 1, text.strip()))
    for top, bottom, left, right, text in sorted(pieces):
        seen = [piece for piece in seen if piece[1] > top]
        for _, _, other_left, other_right, other in seen:
            if left < other_right and other_left < right:
                yield f"staan “{other[:40]}” en “{text[:40]}” over elkaar heen."
                return
        seen.append((top, bottom, left, right, text))


def _near(box: Any) -> str:
    """The words in or around a box, to find it by."""
    for one in (box, *getattr(box, "descendants", lambda: ())()):
        text = getattr(one, "text", None)
        if isinstance(text, str) and text.strip():
            return f", bij “{text.strip()[:40]}”"
    return ""
