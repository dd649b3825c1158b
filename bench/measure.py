"""Run a command as a child and read what the system says it took."""

from __future__ import annotations

import os
import statistics
import subprocess
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from math import log


@dataclass(frozen=True)
class Cost:
    """Seconds of processor (user and system, children included), seconds of wall clock, and peak memory in MB."""

    cpu: float
    wall: float
    memory: float


@dataclass(frozen=True)
class Task:
    """Something to measure: a command, its folder, and what must be done before each run, which is not counted."""

    command: Sequence[str]
    folder: str
    before: Callable[[], None] | None = None


def run(task: Task) -> Cost:
    """Measure one run. Raises RuntimeError with the end of its output when the command fails."""
    if task.before:
        task.before()
    started = time.monotonic()
    with subprocess.Popen(
        task.command, cwd=task.folder, env=_surroundings(), stdout=subprocess.PIPE, stderr=subprocess.STDOUT
    ) as child:
        assert child.stdout is not None
        said = child.stdout.read()
        _, status, usage = os.wait4(child.pid, 0)
        child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode != 0:
        raise RuntimeError(f"{' '.join(task.command)}: {child.returncode}\n{said[-2000:].decode(errors='replace')}")
    return Cost(usage.ru_utime + usage.ru_stime, time.monotonic() - started, usage.ru_maxrss / 1024)


def _surroundings() -> dict[str, str]:
    """Return the environment of a command. Python may keep what it compiled: pip did so for the neighbours."""
    return {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}


def interleaved(tasks: Mapping[str, Task], times: int) -> dict[str, Cost]:
    """Measure all tasks in turn, `times` rounds; give each its median of every figure, apart from each other."""
    found: dict[str, list[Cost]] = {name: [] for name in tasks}
    for _ in range(times):
        for name, task in tasks.items():
            found[name].append(run(task))
    return {
        name: Cost(*(statistics.median(getattr(cost, field) for cost in costs) for field in ("cpu", "wall", "memory")))
        for name, costs in found.items()
    }


def exponent(small: tuple[int, float], large: tuple[int, float]) -> float:
    """How cost grows with size: 1 is in step, 2 is with the square."""
    return log(large[1] / small[1]) / log(large[0] / small[0])


def pace() -> float:
    """Return how long a fixed loop takes now, in milliseconds: the best of five.

    It tells how quick the machine is at this moment. Many share the cores of others, and are twice as slow for a while;
    figures in seconds mean something beside the pace at which they were measured.
    """
    best = float("inf")
    for _ in range(5):
        before = time.process_time()
        sum(number * number for number in range(1_000_000))
        best = min(best, time.process_time() - before)
    return best * 1000
