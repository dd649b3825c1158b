"""What all documents have in common. Everything here shapes the bytes, so the key takes it in."""

from __future__ import annotations

BASE_URL = "https://assets.invalid/"
"""Where assets seem to live. A made-up scheme would be prettier, but urljoin() only resolves against real ones."""

OPTIONS: dict[str, object] = {
    # Archivable and tagged; the finisher adds what PDF/UA-1 wants on top.
    "pdf_variant": "pdf/a-3a",
    # Inputs are fields unless a stylesheet says `appearance: none`.
    "pdf_forms": True,
}
