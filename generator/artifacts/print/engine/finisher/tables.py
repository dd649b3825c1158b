"""Header cells that say whether they head a column or a row."""

from __future__ import annotations

from typing import Any


def finish_tables(document: Any) -> None:
    """Copies the `scope` of every <th> to its tag; WeasyPrint uses it to link cells to headers but doesn't write it."""
    for page in document.pages:
        for box in page._page_box.descendants(placeholders=True):
            tag = getattr(box, "mark", None)
            if tag is not None and tag.get("S") == "/TH" and box.element.tag == "th":
                tag["A"]["Scope"] = "/Row" if box.element.get("scope") == "row" else "/Column"
