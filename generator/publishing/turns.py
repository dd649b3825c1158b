"""One build at a time in one folder. The system frees the lock of a process that ends, however it ends."""

from __future__ import annotations

import errno
import fcntl
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from io import TextIOWrapper
from pathlib import Path

from .folders import mend

NAME = ".bezig"
PAUSE = 0.2
"""Seconds between two looks at a folder in which someone else builds."""
TAKEN = (errno.EACCES, errno.EAGAIN)
NO_LOCKS = (errno.ENOLCK, errno.ENOSYS, errno.EOPNOTSUPP)
"""What a network disk without locks says; there the turn is not guarded."""


class Busy(Exception):
    """Someone else builds in this folder. The text says so, in Dutch."""


@contextmanager
def turn(folder: Path, *sites: Path, patience: float = 0.0) -> Iterator[None]:
    """Have a build folder for oneself while the block runs, cleaned of what stopped builds left behind.

    `sites` are the folders that are published from it. Raises Busy when someone else still has it after
    `patience` seconds, and OSError when nothing can be written there.
    """
    folder.mkdir(parents=True, exist_ok=True)
    with _locked(folder / NAME, time.monotonic() + patience):
        for left in folder.glob(".*.tmp"):
            left.unlink(missing_ok=True)
        for site in sites:
            mend(site)
        yield


@contextmanager
def _locked(path: Path, deadline: float) -> Iterator[None]:
    while True:
        with path.open("a+") as file:
            if _lock(file) and _still(file, path):
                file.truncate(0)
                print(os.getpid(), file=file, flush=True)
                yield
                return
            file.seek(0)
            number = file.read(20).strip()
        if time.monotonic() >= deadline:
            who = f" (proces {number})" if number.isdigit() else ""
            raise Busy(f"er wordt al gebouwd in {path.parent}{who}; wacht tot dat klaar is en probeer het dan opnieuw")
        time.sleep(PAUSE)


def _lock(file: TextIOWrapper) -> bool:
    """Lock a file; return False when another process has it. A lock of this kind is not inherited by workers."""
    try:
        fcntl.lockf(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        if error.errno in TAKEN:
            return False
        if error.errno not in NO_LOCKS:
            raise
    return True


def _still(file: TextIOWrapper, path: Path) -> bool:
    """Tell whether the locked file is still the one in the folder: someone may have emptied it in between."""
    try:
        return os.path.samestat(os.fstat(file.fileno()), path.stat())
    except FileNotFoundError:
        return False
