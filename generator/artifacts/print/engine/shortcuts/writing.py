"""Writing: the list of pages is made once, and the commonest things become bytes first."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pydyf


def _page_references(_original: Any) -> property:
    def page_references(pdf: Any) -> tuple[bytes, ...]:
        """The references of all pages. WeasyPrint asks them for every tag."""
        kids = pdf.pages["Kids"]
        known = vars(pdf).get("known_pages")
        if known is None or known[0] is not kids or known[1] != len(kids):
            known = pdf.known_pages = (kids, len(kids), tuple(f"{number} 0 R".encode() for number in kids[::3]))
        references: tuple[bytes, ...] = known[2]
        return references

    return property(page_references)


def _to_bytes(original: Any) -> Callable[[Any], bytes]:
    def to_bytes(item: Any) -> bytes:
        """The bytes of anything that stands in a PDF."""
        kind = type(item)
        if kind is bytes:
            return item  # type: ignore[no-any-return]
        if kind is str:
            return item.encode("ascii")  # type: ignore[no-any-return]
        if kind is int:
            return b"%d" % item
        return original(item)  # type: ignore[no-any-return]

    return to_bytes


REPLACED = (
    (pydyf.PDF, "page_references", _page_references),
    (pydyf, "_to_bytes", _to_bytes),
)
