"""Reads WeasyPrint, quicker than it reads itself. Whoever needs it gets it here, so that nobody reads it before."""

from __future__ import annotations

import warnings

from generator.memory import undisturbed

from .declarations import in_a_table
from .libraries import by_their_names

with warnings.catch_warnings(), by_their_names(), in_a_table(), undisturbed():
    # At import WeasyPrint warns for a machine without fonts, which is how we like it.
    warnings.simplefilter("ignore")
    from weasyprint import CSS, HTML
    from weasyprint.css.counters import CounterStyle
    from weasyprint.text.fonts import FontConfiguration, get_hb_object_data

__all__ = ["CSS", "HTML", "CounterStyle", "FontConfiguration", "get_hb_object_data"]
