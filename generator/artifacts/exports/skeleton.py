"""A first file for a kind of thing: every field that must be there, waiting for its text."""

from __future__ import annotations

from generator.model.kinds import Kind
from generator.model.links import part_fields
from generator.records import Typed, fields

ASK = "nog te bevestigen"


def skeleton(kind: Kind, name: str) -> str:
    """Return the text of a new file: the required fields, with a place to write."""
    body = "".join(_field(kind.cls, field, name) for field, info in fields(kind.cls).items() if info.required)
    if kind.suffix == ".md":
        return f"---\n{body}---\n\n{ASK.capitalize()}.\n"
    return body


def _field(cls: type[Typed], field: str, name: str) -> str:
    parts = {part for part, _, _ in part_fields(cls)}
    if field == "id":
        return f"id: {name}\n"
    if field == "bron":
        return "bron: eigen-uitwerking\n"
    if field in parts:
        return f"{field}: []\n"
    return f"{field}: {ASK}\n"
