"""Styles: a property that no rule sets is its initial value or the parent's, and that is known at once."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from weasyprint.css import AnonymousStyle, ComputedStyle
from weasyprint.css.computed_values import PHYSICAL_FUNCTIONS
from weasyprint.css.properties import INHERITED, INITIAL_NOT_COMPUTED, INITIAL_VALUES

LOGICAL = frozenset(
    function(block="ttb", inline=inline) for function in PHYSICAL_FUNCTIONS.values() for inline in ("ltr", "rtl")
)
"""Properties such as `inline-size`, that set another one."""
SPECIAL = {"page", "position", "float", "display"}
"""Properties whose initial value is worked on."""
INITIAL = {
    name: value
    for name, value in INITIAL_VALUES.items()
    if name not in INITIAL_NOT_COMPUTED | SPECIAL | set(INHERITED) and not name.startswith("text_decoration_")
}


def _missing(original: Any) -> Callable[[Any, str], Any]:
    def __missing__(style: Any, name: str) -> Any:
        """Works out the value of a property."""
        if name not in style.cascaded and (name not in PHYSICAL_FUNCTIONS or not _is_logical(style)):
            if name in INITIAL:
                value = style[name] = INITIAL[name]
                return value
            if name in INHERITED and style.parent_style is not None:
                value = style[name] = style.parent_style[name]
                return value
        return original(style, name)

    return __missing__


def _is_logical(style: Any) -> bool:
    """Whether a rule sets a logical property of a style."""
    if (logical := vars(style).get("logical")) is None:
        logical = style.logical = not LOGICAL.isdisjoint(style.cascaded)
    return bool(logical)


def _anonymous(original: Any) -> Callable[[Any, str], Any]:
    def __missing__(style: Any, name: str) -> Any:
        """Works out the value of a property of a box that no element stands for."""
        if name in INITIAL:
            value = style[name] = INITIAL[name]
            return value
        return original(style, name)

    return __missing__


REPLACED = (
    (ComputedStyle, "__missing__", _missing),
    (AnonymousStyle, "__missing__", _anonymous),
)
