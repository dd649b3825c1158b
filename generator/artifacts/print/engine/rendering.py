"""Many documents at once: by workers that are forked here, or by any executor, also on other machines."""

from __future__ import annotations

import gc
import os
import tempfile
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import CancelledError, Executor, as_completed
from contextlib import contextmanager
from functools import lru_cache
from itertools import chain
from threading import Lock
from typing import TYPE_CHECKING

from .assets import Assets
from .job import Batch, PrintFault, PrintJob, batches
from .libraries import missing_libraries
from .settings import JOB_MEMORY, JOB_SECONDS
from .toolchain import toolchain
from .workers import Loss, Terms, in_workers

if TYPE_CHECKING:
    from .press import Presses

Answer = tuple[PrintJob, bytes | PrintFault]
"""A job, and its document or what is wrong with it."""

Progress = Callable[[int, int], None]
"""Is told how many documents are done, and how many there are."""

LOST = {
    Loss.DIED: "De PDF-maker is afgebroken bij dit document, mogelijk door geheugengebrek.",
    Loss.LATE: f"Het maken van dit document duurde langer dan {JOB_SECONDS} seconden.",
}


def render_all(
    jobs: Iterable[PrintJob],
    assets: Assets,
    workers: int | None = None,
    progress: Progress | None = None,
    executor: Executor | None = None,
) -> Iterator[Answer]:
    """Makes every document, longest first, and gives each as soon as it is done.

    Never raises for a document: what goes wrong is a `PrintFault` in the place of its bytes. Bytes do not depend on
    the number of workers, nor on the order, nor on the other jobs. A single batch, or one worker, stays in this
    process, where time and memory are not guarded. An executor takes the place of the workers: whatever it runs on
    needs this package, and answers only when its tools are the same as here.
    """
    queue = sorted(batches(jobs), key=lambda batch: (-len(batch[0].html), batch[0].name))
    total = sum(map(len, queue))
    answers = _by_executor(queue, assets, executor) if executor else _answers(queue, assets, workers)
    for number, answer in enumerate(answers, 1):
        if progress:
            progress(number, total)
        yield answer


def _answers(queue: list[Batch], assets: Assets, workers: int | None) -> Iterator[Answer]:
    """Chooses the way to work."""
    if missing := missing_libraries():
        return _without_libraries(queue, missing)
    count = min(workers or len(os.sched_getaffinity(0)), len(queue))
    return _side_by_side(queue, assets, count) if count > 1 else _one_by_one(queue, assets)


def _without_libraries(queue: list[Batch], missing: tuple[str, ...]) -> Iterator[Answer]:
    """The same fault for every job: this machine can't make documents."""
    message = f"De PDF-maker mist onderdelen van het systeem. Installeer ze met: apt-get install {' '.join(missing)}"
    for job in chain.from_iterable(queue):
        yield job, PrintFault(job.name, message)


def _one_by_one(queue: list[Batch], assets: Assets) -> Iterator[Answer]:
    """In this process, one after the other."""
    from .press import Presses

    presses = Presses(assets)
    for batch in queue:
        yield from zip(batch, presses.make(batch), strict=True)


def _side_by_side(queue: list[Batch], assets: Assets, count: int) -> Iterator[Answer]:
    """In workers. Fonts and stylesheets are read in each worker, not here: Pango's threads don't survive a fork."""
    from .press import Presses

    with _shared_memory(), _scratch_folder() as folder:

        def prepare() -> Callable[[Batch], list[bytes | PrintFault]]:
            tempfile.tempdir = folder
            return Presses(assets).make

        for batch, answers in in_workers(queue, Terms(prepare, JOB_SECONDS, JOB_MEMORY), count):
            for number, job in enumerate(batch):
                yield job, PrintFault(job.name, LOST[answers]) if isinstance(answers, Loss) else answers[number]


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
        return _presses(assets).make(batch)


_ONE_AT_A_TIME = Lock()
"""An executor may run threads; Pango may not."""


@lru_cache(maxsize=1)
def _presses(assets: Assets) -> Presses:
    """The presses of this process: assets that arrive again are the same by their digest."""
    from .press import Presses

    return Presses(assets)


@contextmanager
def _shared_memory() -> Iterator[None]:
    """Keeps the collector from touching what the parent loaded, so that workers go on sharing it."""
    gc.collect()
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
