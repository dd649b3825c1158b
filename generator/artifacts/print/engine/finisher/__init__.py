"""The last hand on a PDF before it is written: what PDF/UA-1 and PDF/A-3a ask and WeasyPrint 70 leaves undone.

Works on pydyf objects through WeasyPrint's own `finisher` hook. Each concern has its module, and every step gives the
same result for the same document. Copies are made of finished pages; streams come last, because packing closes them.
Written for one WeasyPrint version: read it again at an upgrade.
"""

from __future__ import annotations

from typing import Any

from ..job import Copies
from .copies import repeat_pages
from .fonts import finish_fonts
from .forms import finish_forms
from .identity import finish_identity
from .links import describe_links, keep_whole_links
from .streams import pack_streams, write_carefully
from .tables import finish_tables
from .tags import finish_tags

__all__ = ["finish", "prepare"]


def prepare(document: Any) -> None:
    """Mends a `weasyprint.Document` that was laid out, where that is easier than mending the PDF."""
    keep_whole_links(document)


def finish(document: Any, pdf: Any, copies: tuple[Copies, ...] = ()) -> None:
    """Finishes a `pydyf.PDF` in place; raises Unprintable when a margin holds what a screen reader can't reach."""
    finish_identity(pdf)
    finish_fonts(document, pdf)
    finish_forms(pdf)
    finish_tables(document)
    describe_links(document)
    finish_tags(pdf)
    repeat_pages(pdf, copies)
    pack_streams(pdf)
    write_carefully(pdf)
