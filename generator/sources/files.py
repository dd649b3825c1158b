"""The only place that reads content from disk."""

from __future__ import annotations

import os
import stat
from dataclasses import dataclass
from pathlib import Path

SUFFIXES = (".yml", ".yaml", ".md")
LIMIT_FILE = 1_000_000
"""Largest content file that is read, in bytes; a larger one becomes a finding."""
LIMIT_FILES = 20_000
"""How many content files are read; the next one becomes a finding, and the rest is left alone."""
LIMIT_FOLDERS = 12
"""How many folders deep content may stand."""


@dataclass(frozen=True, slots=True)
class SourceFile:
    """One file of content as it stood on disk.

    `path` is the name under which findings speak of it, with forward slashes and without invisible characters.
    `data` holds the bytes, or nothing where `trouble` says why it was not read: `"too_large"`, `"too_many"`,
    `"too_far"` (too many folders deep), `"unreadable"`, `"outside"`, or `"no_file"` (a folder, a pipe or a link to a
    folder that has the name of a file or stands where files stand).
    """

    path: str
    data: bytes
    trouble: str = ""


def read_sources(folder: Path, shown_as: str | None = None) -> tuple[SourceFile, ...]:
    """Read every content file below `folder`, in a fixed order.

    `shown_as` is the first part of the paths (default: the folder's own name). Hidden
    files and folders are skipped. What cannot be read is returned with its
    `trouble`; nothing is raised for it.
    """
    top = folder.name if shown_as is None else shown_as
    inside = Path(os.path.realpath(folder))
    found: list[SourceFile] = []

    def shown(path: Path) -> str:
        return _visible("/".join((top, *path.relative_to(folder).parts)))

    def shut(error: OSError) -> None:
        found.append(SourceFile(shown(Path(os.fsdecode(error.filename or folder))), b"", "unreadable"))

    for base, folders, names in os.walk(folder, onerror=shut):
        here = Path(base)
        kept = []
        for name in sorted(name for name in folders if not name.startswith(".")):
            if (here / name).is_symlink() or name.endswith(SUFFIXES):
                found.append(SourceFile(shown(here / name), b"", "no_file"))
            elif len(here.relative_to(folder).parts) >= LIMIT_FOLDERS:
                found.append(SourceFile(shown(here / name), b"", "too_far"))
            else:
                kept.append(name)
        folders[:] = kept
        for name in sorted(names):
            if name.startswith(".") or not name.endswith(SUFFIXES):
                continue
            if len(found) >= LIMIT_FILES:
                found.append(SourceFile(shown(here / name), b"", "too_many"))
                return tuple(sorted(found, key=lambda source: source.path))
            found.append(_read(here / name, shown(here / name), inside))
    return tuple(sorted(found, key=lambda source: source.path))


def _read(file: Path, shown: str, inside: Path) -> SourceFile:
    try:
        if file.is_symlink() and not Path(os.path.realpath(file)).is_relative_to(inside):
            return SourceFile(shown, b"", "outside")
        if not stat.S_ISREG(file.stat().st_mode):
            return SourceFile(shown, b"", "no_file")
        with file.open("rb") as opened:
            data = opened.read(LIMIT_FILE + 1)
    except OSError:
        return SourceFile(shown, b"", "unreadable")
    return SourceFile(shown, b"", "too_large") if len(data) > LIMIT_FILE else SourceFile(shown, data)


def _visible(path: str) -> str:
    """Return a path that can be shown anywhere: bytes that are no text and invisible characters become a mark."""
    text = os.fsencode(path).decode("utf-8", "replace")
    if text.isprintable():
        return text
    return "".join(letter if letter.isprintable() else "\ufffd" for letter in text)
