"""Whole folders in one step: the published site is the old one or the new one, at every moment.

Linux can exchange two folders in one step, on the file systems that people build on. Elsewhere the old folder steps
aside for a moment; a build that is stopped in that moment leaves it there, and the next one puts it back.
"""

from __future__ import annotations

import ctypes
import os
import shutil
import sys
from contextlib import suppress
from pathlib import Path

HERE = -100
"""AT_FDCWD: a path starts from the current folder."""
EXCHANGE = 2
"""RENAME_EXCHANGE: two paths trade what they name, in one step."""


def in_the_making(target: Path) -> Path:
    """Return the folder in which the next version of a folder is made, under its own name."""
    return target.with_name("nieuw")


def aside(target: Path) -> Path:
    """Return where the last version of a folder waits while the next one takes its place."""
    return target.with_name(f"{target.name}.oud")


def forget(*paths: Path) -> None:
    """Take files and folders away, whether they are there or not; what cannot be removed stays."""
    for path in paths:
        if path.is_dir() and not path.is_symlink():
            shutil.rmtree(path, ignore_errors=True)
        else:
            with suppress(OSError):
                path.unlink()


def replace_folder(new: Path, target: Path) -> None:
    """Put a finished folder in the place of the old one, which is whole there until that moment.

    Raises OSError when it cannot be done; then the old folder is where it was.
    """
    _reach_disk(new)
    if not os.path.lexists(target):
        os.rename(new, target)
    elif _exchange(new, target):
        forget(new)
    else:
        _step_aside(new, target)


def mend(target: Path) -> None:
    """Clean up after a build that was stopped: nothing half-made stays, and a folder that stepped aside comes back."""
    forget(in_the_making(target))
    old = aside(target)
    if not old.is_dir():
        return
    if os.path.lexists(target):
        forget(old)
    else:
        os.rename(old, target)


def _exchange(one: Path, other: Path) -> bool:
    """Let two folders change places in one step; return False where that is not possible."""
    if not sys.platform.startswith("linux"):
        return False
    rename = getattr(ctypes.CDLL(None, use_errno=True), "renameat2", None)
    if rename is None:
        return False
    return bool(rename(HERE, os.fsencode(one), HERE, os.fsencode(other), EXCHANGE) == 0)


def _step_aside(new: Path, target: Path) -> None:
    old = aside(target)
    forget(old)
    os.rename(target, old)
    try:
        os.rename(new, target)
    except OSError:
        os.rename(old, target)
        raise
    forget(old)


def _reach_disk(folder: Path) -> None:
    """Wait until what is written is on the disk, so that a power cut after the exchange leaves no empty files."""
    sync = getattr(ctypes.CDLL(None), "syncfs", None) if sys.platform.startswith("linux") else None
    if sync is None:
        return
    opened = os.open(folder, os.O_RDONLY)
    try:
        sync(opened)
    finally:
        os.close(opened)
