"""How much time and memory the documents of a batch may take, by how much they have to say.

A sheet takes a second or two, a handbook of a hundred pages half a minute and a dossier of four hundred about three,
each on a quiet machine; the walls are there for what never ends, so they leave room for a slow and busy one.
"""

from __future__ import annotations

from .job import Batch
from .workers import Wall

SECONDS, SECONDS_PER_PDF, SECONDS_PER_LETTER = 40.0, 5.0, 0.001
"""For a batch, for each PDF after its first, and for each letter of its HTML: a sheet gets a minute."""

MEMORY, MEMORY_PER_LETTER, MEMORY_PER_BYTE_ALONG = 300_000_000, 1_000, 10
"""For a batch, for each letter of its HTML and for each byte of what goes along inside: some 350 MB for a sheet."""


def wall_of(batch: Batch) -> Wall:
    """The wall around one layout and all PDFs that are drawn from it."""
    first = batch[0]
    seconds = SECONDS + SECONDS_PER_PDF * (len(batch) - 1) + SECONDS_PER_LETTER * len(first.html)
    along = sum(len(one.data) for one in first.attachments)
    return Wall(seconds, MEMORY + MEMORY_PER_LETTER * len(first.html) + MEMORY_PER_BYTE_ALONG * along)
