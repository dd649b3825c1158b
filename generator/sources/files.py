"""The only place that reads content from disk."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

SUFFIXES = (".yml", ".yaml", ".md")
LIMIT_FILE = 1_000_000
"""Largest content file that is read, in bytes; a larger one becomes a finding."""


@dataclass(frozen=True, slots=True)
class SourceFile:
    """One file of content as it stood on disk.

    `path` is the name under which findings speak of it, with forward slashes.
    `data` holds the bytes, or nothing where `trouble` says why it was not read
    (`"too_large"`, `"unreadable"` or `"outside"`).
    """

    path: str
    data: bytes
    trouble: str = ""


def read_sources(folder: Path, shown_as: str | None = None) -> tuple[SourceFile, ...]:
    """Read every content file below `folder`, in a fixed order.

    `shown_as` is the first part of the paths (default: the folder's own name). Hidden
    files and folders are skipped. A file that cannot be read is returned with its
    `trouble`; nothing is raised for it.
    """
    top = folder.name if shown_as is None else shown_as
    inside = folder.resolve()
    found: list[SourceFile] = []
    for base, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            if name.startswith(".") or not name.endswith(SUFFIXES):
                continue
            file = Path(base) / name
            shown = "/".join((top, *file.relative_to(folder).parts))
            found.append(_read(file, shown, inside))
    return tuple(sorted(found, key=lambda source: source.path))


def _read(file: Path, shown: str, inside: Path) -> SourceFile:
    try:
        if file.is_symlink() and not file.resolve().is_relative_to(inside):
            return SourceFile(shown, b"", "outside")
        if file.stat().st_size > LIMIT_FILE:
            return SourceFile(shown, b"", "too_large")
        return SourceFile(shown, file.read_bytes())
    except OSError:
        return SourceFile(shown, b"", "unreadable")
