"""Finding one's way among pydyf objects, which know each other by references like `b"12 0 R"`."""

from __future__ import annotations

from typing import Any


def number(reference: bytes) -> int:
    """The object number in a reference."""
    return int(reference.split()[0])


def resolve(pdf: Any, reference: bytes) -> Any:
    """The object that a reference points at."""
    return pdf.objects[number(reference)]


def dictionaries(pdf: Any, key: str, value: str) -> list[Any]:
    """All dictionaries with this value under this key, such as everything whose `Type` is `/Font`."""
    return [item for item in pdf.objects if isinstance(item, dict) and item.get(key) == value]
