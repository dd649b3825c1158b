"""The last hand on a PDF before it is written: what PDF/UA-1 and PDF/A-3a ask and WeasyPrint 70 leaves undone.

Works on pydyf objects through WeasyPrint's own `finisher` hook. Each concern has its module, and every step gives the
same result for the same document. Packing closes the streams, so it comes after all that changes them; copies share the
streams, so they come after that. Written for one WeasyPrint version: read it again at an upgrade.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from ..choosing import Stretches
from ..job import Attached
from ..settings import OPTIONS
from .attachments import attach, finish_attachments
from .copies import repeated
from .file import file, pieces
from .fonts import finish_fonts
from .forms import finish_forms
from .identity import finish_identity
from .links import describe_links, keep_whole_links
from .streams import pack_streams
from .tables import finish_tables
from .tags import finish_tags

__all__ = ["prepare", "write"]


def prepare(document: Any) -> None:
    """Mends a `weasyprint.Document` that was laid out, where that is easier than mending the PDF."""
    keep_whole_links(document)


def write(document: Any, plans: Sequence[Stretches], attachments: Sequence[Attached] = ()) -> list[bytes]:
    """Writes a `weasyprint.Document` for every plan of copies, drawn once, each with its attachments.

    Raises Unprintable when a margin holds what a screen reader can't reach.
    """
    written: list[bytes] = []

    def finish_and_write(document: Any, pdf: Any) -> None:
        _finish(document, pdf)
        finish_attachments(pdf, attachments)
        pack_streams(pdf)
        pdf.add_object(pdf.info)
        shared = pieces(pdf.objects)
        for plan in plans:
            parts = shared | pieces(repeated(pdf, plan))
            written.append(file(parts, pdf.catalog.number, pdf.info.number))
        # WeasyPrint writes right after its finisher.
        pdf.write = lambda *_: None

    attach(document, attachments)
    document.write_pdf(finisher=finish_and_write, **OPTIONS)
    return written


def _finish(document: Any, pdf: Any) -> None:
    """Finishes a `pydyf.PDF` in place, but for its copies."""
    finish_identity(pdf)
    finish_fonts(document, pdf)
    finish_forms(pdf)
    finish_tables(document)
    describe_links(document)
    finish_tags(pdf)
