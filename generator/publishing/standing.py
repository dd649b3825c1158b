"""What a finished build left, so that a build that would make the same again need not make it.

Files are known by their size and the moment of their last change: a look at them is cheap, so that thousands can be
looked at. The record is taken away before a build changes anything and written last, as its final act.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from .files import write_atomically
from .folders import forget

NAME = ".gebouwd"

Seen = dict[str, list[int]]
"""Paths of files with their size in bytes and when they last changed, in nanoseconds."""


@dataclass(frozen=True)
class Standing:
    """The record of a build in the folder that it built in."""

    folder: Path

    @property
    def file(self) -> Path:
        """Where the record is kept."""
        return self.folder / NAME

    def forget(self) -> None:
        """Take the record away: what stands is about to change."""
        forget(self.file)

    def remember(self, key: str, whole: Iterable[Path], among: Iterable[Path], account: dict[str, Any]) -> None:
        """Keep what a build left. `key` says from what it was made, `account` what the build said of itself.

        `whole` are files and folders in which nothing may be changed, missing or added; `among` are files that have
        others beside them.
        """
        tops = sorted({str(path) for path in whole})
        record = {"sleutel": key, "geheel": tops, "daarin": seen(tops), "tussen": seen(among), "verslag": account}
        write_atomically(self.file, json.dumps(record).encode())

    def recall(self, key: str) -> dict[str, Any] | None:
        """Return what the last build said of itself if it was made from the same and all it left still stands."""
        try:
            record = json.loads(self.file.read_bytes())
            same = record["sleutel"] == key
            same = same and seen(record["tussen"]) == record["tussen"] and seen(record["geheel"]) == record["daarin"]
            account: dict[str, Any] = record["verslag"]
        except (OSError, ValueError, KeyError, TypeError):
            return None
        return account if same else None


def seen(paths: Iterable[str | Path]) -> Seen:
    """Return all files at some paths and below them. What is not there is not in it; compiled Python is left out."""
    found: Seen = {}
    for path in paths:
        if os.path.isdir(path):
            _below(os.fspath(path), found)
        elif os.path.lexists(path):
            _put(os.fspath(path), os.lstat(path), found)
    return found


def _below(folder: str, found: Seen) -> None:
    with os.scandir(folder) as entries:
        for entry in entries:
            if not entry.is_dir(follow_symlinks=False):
                _put(entry.path, entry.stat(follow_symlinks=False), found)
            elif entry.name != "__pycache__":
                _below(entry.path, found)


def _put(path: str, status: os.stat_result, found: Seen) -> None:
    found[path] = [status.st_size, status.st_mtime_ns]
