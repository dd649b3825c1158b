"""Boxes: what a style says in lengths is the same for every box that has it, and most boxes have no footnote."""

from __future__ import annotations

from collections.abc import Callable
from types import SimpleNamespace
from typing import Any

from weasyprint.css import AnonymousStyle, ComputedStyle
from weasyprint.formatting_structure.boxes import Box
from weasyprint.layout import LayoutContext, percent

LENGTHS = (
    *(f"{kind}_{side}" for kind in ("margin", "padding") for side in ("left", "right", "top", "bottom")),
    *(f"{bound}{size}" for size in ("width", "height") for bound in ("", "min_", "max_")),
)
"""Properties that may depend on the box around."""
CORNERS = tuple(f"border_{corner}_radius" for corner in ("top_left", "top_right", "bottom_right", "bottom_left"))
SQUARE = (0, "px")
NO_RADII = dict.fromkeys(CORNERS, (0, 0))


def _resolve_percentages(original: Any) -> Callable[..., None]:
    def resolve_percentages(box: Any, containing_block: Any) -> None:
        """Gives a box its lengths: those of its style, where none depends on the box around."""
        style = box.style
        if (lengths := vars(style).get("lengths")) is None:
            lengths = style.lengths = _lengths(original, style)
        if lengths:
            vars(box).update(lengths)
        else:
            original(box, containing_block)

    return resolve_percentages


def _lengths(original: Any, style: Any) -> dict[str, Any]:
    """The lengths of every box with a style; none when they depend on more than the style."""
    values = [style[name] for name in LENGTHS]
    if style["border_collapse"] == "collapse":
        return {}
    if any(value != "auto" and getattr(value, "unit", None) != "px" for value in values):
        return {}
    box = SimpleNamespace(style=style)
    original(box, (0, 0))
    del box.style
    return vars(box)


def _copy(original: Any) -> Callable[[Any], Any]:
    def copy(style: Any) -> Any:
        """A copy of a style, which is made to be changed: nothing is remembered of it."""
        new = original(style)
        new.lengths = {}
        return new

    return copy


def _is_in_normal_flow(_original: Any) -> Callable[[Any], bool]:
    def is_in_normal_flow(box: Any) -> bool:
        """Whether a box is where it stands in the text."""
        if box.style["float"] != "none":
            return False
        position = box.style["position"]
        return position in ("static", "relative", "sticky") or (
            position not in ("absolute", "fixed") and position[0] not in ("running()", "note()")
        )

    return is_in_normal_flow


def _resolve_radii_percentages(original: Any) -> Callable[[Any], None]:
    def resolve_radii_percentages(box: Any) -> None:
        """Gives a box its rounded corners: at once, where it has none."""
        style = box.style
        if (square := vars(style).get("square")) is None:
            square = style.square = all(SQUARE in style[name] for name in CORNERS)
        if square:
            vars(box).update(NO_RADII)
        else:
            original(box)

    return resolve_radii_percentages


class _Footnotes(list[Any]):
    """Footnotes that wait for their page. Every box of every line is asked whether its footnote is among them."""

    def __contains__(self, footnote: object) -> bool:
        return footnote is not None and super().__contains__(footnote)

    def copy(self) -> _Footnotes:
        """The same footnotes."""
        return _Footnotes(self)


def _init(original: Any) -> Callable[..., None]:
    def __init__(context: Any, *values: Any, **named: Any) -> None:
        """Begins a layout."""
        original(context, *values, **named)
        context.footnotes = _Footnotes()

    return __init__


REPLACED = (
    (LayoutContext, "__init__", _init),
    (percent, "resolve_percentages", _resolve_percentages),
    (percent, "resolve_radii_percentages", _resolve_radii_percentages),
    (AnonymousStyle, "copy", _copy),
    (ComputedStyle, "copy", _copy),
    (Box, "is_in_normal_flow", _is_in_normal_flow),
)
