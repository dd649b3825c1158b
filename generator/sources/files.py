"""The only place that reads content from disk."""

from __future__ import annotations

import os
import stat
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

SUFFIXES = (".yml", ".yaml", ".md")
LIMIT_FILE = 1_000_000
"""Largest content file that is read, in bytes; a larger one becomes a finding."""
LIMIT_FILES = 100_000
"""How many content files are read; the next one becomes a finding, and the rest is left alone."""
LIMIT_FOLDERS = 12
"""How many folders deep content may stand."""


class SourceFile(NamedTuple):
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
    found: list[SourceFile] = []
    with suppress(_Enough):
        _walk(os.fspath(folder), top, 0, os.path.realpath(folder), found)
    return tuple(sorted(found, key=lambda source: source.path))


class _Enough(Exception):
    """Stops the walk: there are too many files. Never leaves this module."""


def _walk(folder: str, top: str, depth: int, inside: str, found: list[SourceFile]) -> None:
    """Add what stands in a folder and below it: first its own files, then its folders, in the order of their names."""
    try:
        with os.scandir(folder) as entries:
            here = sorted((one for one in entries if not one.name.startswith(".")), key=lambda one: one.name)
    except OSError:
        found.append(SourceFile(_visible(top), b"", "unreadable"))
        return
    below = []
    for entry in here:
        content = entry.name.endswith(SUFFIXES)
        if _is_folder(entry):
            if content or entry.is_symlink():
                found.append(SourceFile(_visible(f"{top}/{entry.name}"), b"", "no_file"))
            elif depth >= LIMIT_FOLDERS:
                found.append(SourceFile(_visible(f"{top}/{entry.name}"), b"", "too_far"))
            else:
                below.append(entry)
        elif content:
            shown = _visible(f"{top}/{entry.name}")
            if len(found) >= LIMIT_FILES:
                found.append(SourceFile(shown, b"", "too_many"))
                raise _Enough
            found.append(_read(entry, shown, inside))
    for entry in below:
        _walk(entry.path, f"{top}/{entry.name}", depth + 1, inside, found)


def _is_folder(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir()
    except OSError:
        return False


def _read(file: os.DirEntry[str], shown: str, inside: str) -> SourceFile:
    try:
        if file.is_symlink() and os.path.commonpath((inside, os.path.realpath(file.path))) != inside:
            return SourceFile(shown, b"", "outside")
        if not stat.S_ISREG(file.stat().st_mode):  # looked at before it is opened: a pipe would wait
            return SourceFile(shown, b"", "no_file")
        opened = os.open(file.path, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC)
        try:
            size = os.fstat(opened).st_size
            data = os.read(opened, size + 1) if size <= LIMIT_FILE else b""
        finally:
            os.close(opened)
    except OSError:
        return SourceFile(shown, b"", "unreadable")
    return SourceFile(shown, b"", "too_large") if max(size, len(data)) > LIMIT_FILE else SourceFile(shown, data)


def _visible(path: str) -> str:
    """Return a path that can be shown anywhere: bytes that are no text and invisible characters become a mark."""
    if path.isprintable():
        return path
    text = os.fsencode(path).decode("utf-8", "replace")
    return "".join(letter if letter.isprintable() else "\ufffd" for letter in text)
