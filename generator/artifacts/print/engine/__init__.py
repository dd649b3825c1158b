"""The PDF engine: from HTML text to finished bytes that are PDF/UA-1 and PDF/A-3a at once.

Equal jobs with equal assets give equal bytes, on any worker and in any order, and `key` says so beforehand without
loading WeasyPrint. A document that can't be made right is not made: it gives a `PrintFault`.
"""

from __future__ import annotations

from .assets import Assets
from .job import Attached, Copies, PrintFault, PrintJob
from .libraries import missing_libraries
from .rendering import render_all
from .toolchain import key, toolchain

__all__ = [
    "Assets",
    "Attached",
    "Copies",
    "PrintFault",
    "PrintJob",
    "key",
    "missing_libraries",
    "render_all",
    "toolchain",
]
