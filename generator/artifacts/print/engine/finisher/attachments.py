"""Files that go along inside a document, declared by its job and by nothing else."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime, time
from typing import Any

import pydyf
from weasyprint import Attachment

from ..job import Attached
from .objects import dictionaries, resolve


def attach(document: Any, attachments: Sequence[Attached]) -> None:
    """Gives a `weasyprint.Document` its files, in the order of their names, as a name tree wants them."""
    document.metadata.attachments = [
        Attachment(
            string=one.data,
            name=one.name,
            description=one.description,
            relationship=one.relation,
            created=datetime.combine(one.changed, time(), UTC),
            modified=datetime.combine(one.changed, time(), UTC),
        )
        for one in sorted(attachments, key=lambda one: one.name)
    ]


def finish_attachments(pdf: Any, attachments: Sequence[Attached]) -> None:
    """Says of each file what it is, which WeasyPrint asks of the machine, and names each once."""
    kinds = {one.name: one.mime for one in attachments}
    for spec in dictionaries(pdf, "Type", "/Filespec"):
        stream = resolve(pdf, spec["EF"]["F"])
        stream.extra["Subtype"] = f"/{kinds[spec['UF'].string].replace('/', '#2f')}"
    if "AF" in pdf.catalog:
        pdf.catalog["AF"] = pydyf.Array(dict.fromkeys(pdf.catalog["AF"]))
