"""Form fields that every reader draws alike, also a reader that may not invent an appearance itself."""

from __future__ import annotations

from typing import Any

import pydyf

from .objects import dictionaries


def finish_forms(pdf: Any) -> None:
    """Gives every widget an upright rectangle and a full set of appearances, and puts radio buttons in their group."""
    form = pdf.catalog.get("AcroForm")
    if form is None:
        return
    blanks = _Blanks(pdf)
    grouped = set()
    for widget in dictionaries(pdf, "Subtype", "/Widget"):
        _stand_upright(widget)
        _appear(widget, blanks)
        if "Parent" in widget:
            grouped.add(widget.reference)
            # A button of a group is a mere widget: name and type belong to the group.
            widget.pop("T", None)
            widget.pop("FT", None)
    form["Fields"] = pydyf.Array([reference for reference in form["Fields"] if reference not in grouped])
    # PDF/A forbids asking a reader to draw fields itself; with all appearances there is no need to.
    form.pop("NeedAppearances", None)


def _stand_upright(widget: Any) -> None:
    """Orders the corners of a rectangle, which WeasyPrint writes upside down."""
    left, top, right, bottom = widget["Rect"]
    widget["Rect"] = pydyf.Array((min(left, right), min(top, bottom), max(left, right), max(top, bottom)))


def _appear(widget: Any, blanks: _Blanks) -> None:
    """Adds the missing appearance: of an empty text, or of a box or button that is off."""
    left, bottom, right, top = widget["Rect"]
    blank = blanks.of_size(right - left, top - bottom)
    if "AP" not in widget:
        widget["AP"] = pydyf.Dictionary({"N": blank})
    else:
        widget["AP"]["N"].setdefault("Off", blank)


class _Blanks:
    """Empty appearances, one for each size, shared by all widgets of that size."""

    def __init__(self, pdf: Any) -> None:
        self._pdf = pdf
        self._by_size: dict[tuple[float, float], bytes] = {}

    def of_size(self, width: float, height: float) -> bytes:
        """A reference to an appearance of this size that draws nothing."""
        size = round(width, 3), round(height, 3)
        if size not in self._by_size:
            box, nothing = pydyf.Array((0, 0, *size)), pydyf.Dictionary()
            blank = pydyf.Stream([], {"Type": "/XObject", "Subtype": "/Form", "BBox": box, "Resources": nothing})
            self._pdf.add_object(blank)
            self._by_size[size] = blank.reference
        return self._by_size[size]
