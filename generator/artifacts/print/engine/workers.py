"""Forked workers that may die: whatever happens to one of them costs one job and no more.

Knows nothing of documents. A ProcessPoolExecutor can't do this: when one of its processes dies it gives up on all
jobs, doesn't say whose fault it was, and it can't stop a job that takes too long.
"""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from enum import Enum
from itertools import islice
from multiprocessing import Pipe
from multiprocessing.connection import Connection, wait
from pathlib import Path
from typing import Any


class Loss(Enum):
    """Why a job has no result."""

    DIED = "its worker was killed, ran out of memory or crashed in a library"
    LATE = "it took too long and was stopped"


@dataclass(frozen=True)
class Wall:
    """How much one job may use."""

    seconds: float
    memory: int
    """Bytes of address space that its worker may take on top of what it has."""


@dataclass(frozen=True)
class Terms:
    """What every worker gets: how to work, and how much each job may use."""

    prepare: Callable[[], Callable[[Any], Any]]
    """Runs once in every worker and gives the function that does a job; that function must not raise."""
    wall: Callable[[Any], Wall]


def in_workers(jobs: Sequence[Any], terms: Terms, count: int) -> Iterator[tuple[Any, Any | Loss]]:
    """Does jobs in `count` processes; they start in the given order and come out in the order of being done."""
    waiting = iter(range(len(jobs)))
    crew: list[_Worker] = []

    def hire(number: int) -> None:
        crew.append(_Worker(terms))
        crew[-1].assign(number, jobs[number])

    try:
        for number in islice(waiting, count):
            hire(number)
        while crew:
            patience = min(worker.deadline for worker in crew) - time.monotonic()
            ready = wait([worker.line for worker in crew], max(0.0, patience))
            for worker in [one for one in crew if one.line in ready or one.late]:
                number, result = worker.number, worker.result(worker.line in ready)
                following = next(waiting, None)
                if following is not None and not isinstance(result, Loss):
                    worker.assign(following, jobs[following])
                else:
                    crew.remove(worker)
                    worker.dismiss()
                    if following is not None:
                        hire(following)
                yield jobs[number], result
    finally:
        for worker in crew:
            worker.dismiss()


def guarded(terms: Terms) -> Callable[[Any], Any | Loss]:
    """Gives a function that does one job at a time in a worker, which lives on for the next one unless it is lost."""
    crew: list[_Worker] = []

    def do(job: Any) -> Any | Loss:
        if not crew:
            crew.append(_Worker(terms))
        worker = crew[0]
        worker.assign(0, job)
        result = worker.result(bool(wait([worker.line], worker.deadline - time.monotonic())))
        if isinstance(result, Loss):
            crew.pop().dismiss()
        return result

    return do


class _Worker:
    """One process with one job at a time. It is forked here and not by multiprocessing, which refuses to do so in a
    process that is a worker itself, as those of a cluster are."""

    def __init__(self, terms: Terms) -> None:
        self.line, far_end = Pipe()
        self._wall = terms.wall
        self._process = os.fork()
        if not self._process:
            try:
                _work(terms, self.line, far_end)
            finally:
                os._exit(0)
        # With its far end open here too, the line would never tell that the worker died.
        far_end.close()

    def assign(self, number: int, job: Any) -> None:
        """Starts a job and its clock."""
        self.number = number
        wall = self._wall(job)
        self.deadline = time.monotonic() + wall.seconds
        with suppress(OSError):  # It died in between; then `result` will find the end of the line.
            self.line.send((job, wall.memory))

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
        os.kill(self._process, signal.SIGKILL)
        os.waitpid(self._process, 0)


def _work(terms: Terms, near_end: Connection, line: Connection) -> None:
    """The life of a worker: until the parent hangs up."""
    near_end.close()
    # The parent stops its workers itself.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    do = terms.prepare()
    try:
        while True:
            job, memory = line.recv()
            _limit_memory(memory)
            line.send(do(job))
    except (EOFError, OSError):
        return


def _limit_memory(more: int) -> None:
    """Makes a job that grows beyond its bounds fail with a MemoryError, before the machine starts to kill."""
    import resource  # Not on Windows, where there is no fork either.

    used = int(Path("/proc/self/statm").read_text().split()[0]) * resource.getpagesize()
    _, ceiling = resource.getrlimit(resource.RLIMIT_AS)
    most = used + more if ceiling == resource.RLIM_INFINITY else min(used + more, ceiling)
    resource.setrlimit(resource.RLIMIT_AS, (most, ceiling))
