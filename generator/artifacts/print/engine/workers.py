"""Forked workers that may die: whatever happens to one of them costs one job and no more.

Knows nothing of documents. A ProcessPoolExecutor can't do this: when one of its processes dies it gives up on all
jobs, doesn't say whose fault it was, and it can't stop a job that takes too long.
"""

from __future__ import annotations

import multiprocessing
import signal
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from enum import Enum
from itertools import islice
from multiprocessing.connection import Connection, wait
from typing import Any


class Loss(Enum):
    """Why a job has no result."""

    DIED = "its worker was killed, ran out of memory or crashed in a library"
    LATE = "it took too long and was stopped"


@dataclass(frozen=True)
class Terms:
    """What every worker gets: how to work, and how much it may use."""

    prepare: Callable[[], Callable[[Any], Any]]
    """Runs once in every worker and gives the function that does a job; that function must not raise."""
    seconds: float
    """For one job."""
    memory: int
    """Bytes of address space for one worker."""


def in_workers(jobs: Sequence[Any], terms: Terms, count: int) -> Iterator[tuple[Any, Any | Loss]]:
    """Does jobs in `count` processes; they start in the given order and come out in the order of being done."""
    waiting = iter(range(len(jobs)))
    crew: list[_Worker] = []
    try:
        crew += [_Worker(jobs, terms, number) for number in islice(waiting, count)]
        while crew:
            patience = min(worker.deadline for worker in crew) - time.monotonic()
            ready = wait([worker.line for worker in crew], max(0.0, patience))
            for worker in [one for one in crew if one.line in ready or one.late]:
                number, result = worker.number, worker.result(worker.line in ready)
                following = next(waiting, None)
                if following is not None and not isinstance(result, Loss):
                    worker.assign(following)
                else:
                    crew.remove(worker)
                    worker.dismiss()
                    if following is not None:
                        crew.append(_Worker(jobs, terms, following))
                yield jobs[number], result
    finally:
        for worker in crew:
            worker.dismiss()


class _Worker:
    """One process with one job at a time. Jobs cross over with the fork; only numbers and results go by the line."""

    def __init__(self, jobs: Sequence[Any], terms: Terms, number: int) -> None:
        fork = multiprocessing.get_context("fork")
        self.line, far_end = fork.Pipe()
        self._seconds = terms.seconds
        self._process = fork.Process(target=_work, args=(jobs, terms, self.line, far_end), daemon=True)
        self._process.start()
        # With its far end open here too, the line would never tell that the worker died.
        far_end.close()
        self.assign(number)

    def assign(self, number: int) -> None:
        """Starts a job and its clock."""
        self.number = number
        self.deadline = time.monotonic() + self._seconds
        with suppress(OSError):  # It died in between; then `result` will find the end of the line.
            self.line.send(number)

    @property
    def late(self) -> bool:
        """Whether the time for the current job is over."""
        return time.monotonic() >= self.deadline

    def result(self, ready: bool) -> Any | Loss:
        """What came of the current job, given whether the line has something to read."""
        try:
            return self.line.recv() if ready else Loss.LATE
        except (EOFError, OSError):
            return Loss.DIED

    def dismiss(self) -> None:
        """Ends the process, in the middle of a job if need be."""
        self.line.close()
        self._process.kill()
        self._process.join()


def _work(jobs: Sequence[Any], terms: Terms, near_end: Connection, line: Connection) -> None:
    """The life of a worker: until the parent hangs up."""
    near_end.close()
    # The parent stops its workers itself.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _limit_memory(terms.memory)
    do = terms.prepare()
    try:
        while True:
            line.send(do(jobs[line.recv()]))
    except (EOFError, OSError):
        return


def _limit_memory(most: int) -> None:
    """Makes a job that grows beyond all bounds fail with a MemoryError, before the machine starts to kill."""
    import resource  # Not on Windows, where there is no fork either.

    _, ceiling = resource.getrlimit(resource.RLIMIT_AS)
    if ceiling == resource.RLIM_INFINITY or most < ceiling:
        resource.setrlimit(resource.RLIMIT_AS, (most, ceiling))
