"""Many documents at once: by workers that are forked here, or by any executor, also on other machines."""

from __future__ import annotations

import atexit
import gc
import os
import tempfile
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import CancelledError, Executor, as_completed
from contextlib import contextmanager
from functools import lru_cache
from itertools import chain
from threading import Lock

from .assets import Assets
from .job import Batch, PrintFault, PrintJob, batches
from .libraries import missing_libraries
from .toolchain import toolchain
from .walls import wall_of
from .workers import Loss, Terms, guarded, in_workers

Answer = tuple[PrintJob, bytes | PrintFault]
"""A job, and its document or what is wrong with it."""

Progress = Callable[[int, int], None]
"""Is told how many documents are done, and how many there are."""


def render_all(
    jobs: Iterable[PrintJob],
    assets: Assets,
    workers: int | None = None,
    progress: Progress | None = None,
    executor: Executor | None = None,
) -> Iterator[Answer]:
    """Makes every document, longest first, and gives each as soon as it is done.

    Never raises for a document: what goes wrong is a `PrintFault` in the place of its bytes. Bytes do not depend on
    the number of workers, nor on the order, nor on the other jobs. Every document is made behind a wall of time and
    memory (`walls`), in a process that is forked for it. An executor takes the place of the workers: whatever it
    runs on needs this package, answers only when its tools are the same as here, and has the same walls.
    """
    queue = sorted(batches(jobs), key=lambda batch: (-len(batch[0].html), batch[0].name))
    total = sum(map(len, queue))
    answers = _by_executor(queue, assets, executor) if executor else _answers(queue, assets, workers)
    for number, answer in enumerate(answers, 1):
        if progress:
            progress(number, total)
        yield answer


def _answers(queue: list[Batch], assets: Assets, workers: int | None) -> Iterator[Answer]:
    """Works here, where the libraries are there."""
    if missing := missing_libraries():
        return _without_libraries(queue, missing)
    return _in_workers(queue, assets, min(workers or len(os.sched_getaffinity(0)), len(queue)))


def _without_libraries(queue: list[Batch], missing: tuple[str, ...]) -> Iterator[Answer]:
    """The same fault for every job: this machine can't make documents."""
    message = f"De PDF-maker mist onderdelen van het systeem. Installeer ze met: apt-get install {' '.join(missing)}"
    for job in chain.from_iterable(queue):
        yield job, PrintFault(job.name, message)


def _in_workers(queue: list[Batch], assets: Assets, count: int) -> Iterator[Answer]:
    """In workers of this machine."""
    with _shared_memory(), _scratch_folder() as folder:
        for batch, answers in in_workers(queue, _terms(assets, folder), count):
            yield from zip(batch, _told(batch, answers), strict=True)


def _terms(assets: Assets, folder: str) -> Terms:
    """How a worker works. Fonts and stylesheets are read in it, not here: Pango's threads don't survive a fork."""
    from .press import Presses

    def prepare() -> Callable[[Batch], list[bytes | PrintFault]]:
        tempfile.tempdir = folder
        return Presses(assets).make

    return Terms(prepare, wall_of)


def _told(batch: Batch, answers: list[bytes | PrintFault] | Loss) -> list[bytes | PrintFault]:
    """The answers of a worker, or what happened to it for each document that it was making."""
    match answers:
        case Loss.DIED:
            message = "De PDF-maker is afgebroken bij dit document, mogelijk door geheugengebrek."
        case Loss.LATE:
            message = f"Het maken van dit document duurde langer dan {wall_of(batch).seconds:.0f} seconden."
        case _:
            return answers
    return [PrintFault(job.name, message) for job in batch]


def _by_executor(queue: list[Batch], assets: Assets, executor: Executor) -> Iterator[Answer]:
    """Wherever an executor works: in threads, processes or on other machines."""
    futures = {executor.submit(make_batch, batch, assets, toolchain()): batch for batch in queue}
    for future in as_completed(futures):
        batch = futures[future]
        try:
            answers: list[bytes | PrintFault] = future.result()
        except (Exception, CancelledError) as error:  # A worker that is lost costs its own documents only.
            message = f"De werker die dit maakte is weggevallen: {type(error).__name__}: {error}."
            answers = [PrintFault(job.name, message) for job in batch]
        yield from zip(batch, answers, strict=True)


def make_batch(batch: Batch, assets: Assets, tools: tuple[str, ...]) -> list[bytes | PrintFault]:
    """Makes the documents of a batch where an executor runs it; never raises for a document.

    `tools` are those of who asks: other versions would give other bytes under the same key, so they are refused.
    """
    if missing := missing_libraries():
        return [answer for _, answer in _without_libraries([batch], missing)]
    if strange := sorted(set(toolchain()) ^ set(tools)):
        message = f"De werker heeft andere versies dan deze machine: {', '.join(strange)}."
        return [PrintFault(job.name, message) for job in batch]
    with _ONE_AT_A_TIME:
        return _told(batch, _guard(assets)(batch))


_ONE_AT_A_TIME = Lock()
"""An executor may run threads; a worker does one job at a time."""


@lru_cache(maxsize=1)
def _guard(assets: Assets) -> Callable[[Batch], list[bytes | PrintFault] | Loss]:
    """The worker of this process: assets that arrive again are the same by their digest."""
    scratch = tempfile.TemporaryDirectory(prefix="print-", ignore_cleanup_errors=True)
    atexit.register(scratch.cleanup)
    return guarded(_terms(assets, scratch.name))


@contextmanager
def _shared_memory() -> Iterator[None]:
    """Keeps the collector from touching what the parent loaded, so that workers go on sharing it."""
    gc.freeze()
    try:
        yield
    finally:
        gc.unfreeze()


@contextmanager
def _scratch_folder() -> Iterator[str]:
    """A folder for the temporary fonts of workers, which are stopped too suddenly to clean up themselves."""
    with tempfile.TemporaryDirectory(prefix="print-", ignore_cleanup_errors=True) as folder:
        yield folder
