"""One file at a time: a reader sees the old file or the new one whole, never a part."""

from __future__ import annotations

import filecmp
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def replacing(path: Path) -> Iterator[Path]:
    """Give a path to write to; what is there when the block is left takes the place of `path` in one step.

    When the block raises, `path` is as it was.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    temporary = path.with_name(f".{path.name}.{os.getpid()}.tmp")
    try:
        temporary.unlink(missing_ok=True)
        yield temporary
        os.replace(temporary, path)
    finally:
        temporary.unlink(missing_ok=True)


def write_atomically(path: Path, data: bytes) -> None:
    """Write a file so that a reader sees the old one or the new one whole, never a part."""
    with replacing(path) as temporary:
        temporary.write_bytes(data)


def put_text(target: Path, data: bytes) -> bool:
    """Write a file where its content differs; return whether it did."""
    try:
        if target.read_bytes() == data:
            return False
    except OSError:
        pass
    _make_way(target)
    write_atomically(target, data)
    return True


def put_copy(target: Path, source: Path) -> bool:
    """Put a stored file in the tree, as a hard link where the file system can; return whether it was not there."""
    try:
        if target.samefile(source) or filecmp.cmp(target, source, shallow=False):
            return False
    except OSError:
        pass
    _make_way(target)
    with replacing(target) as temporary:
        try:
            os.link(source, temporary)
        except OSError:
            shutil.copyfile(source, temporary)
    return True


def remove_others(folder: Path, wanted: set[Path]) -> int:
    """Remove what is not wanted from a folder, and folders that are empty then; return how many files went."""
    removed = 0
    for path in sorted(folder.rglob("*"), reverse=True):
        if path.is_dir() and not path.is_symlink():
            if not any(path.iterdir()):
                path.rmdir()
        elif path not in wanted:
            path.unlink()
            removed += 1
    return removed


def _make_way(target: Path) -> None:
    """Remove a folder where a file must come."""
    if target.is_dir() and not target.is_symlink():
        shutil.rmtree(target)
