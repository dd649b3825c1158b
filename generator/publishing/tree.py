"""From recipes to a tree of files: what is missing is made, what is the same is left alone."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from concurrent.futures import Executor
from dataclasses import dataclass, field
from pathlib import Path

from generator.artifacts import Artifact, KeptArtifact, PdfArtifact, TextArtifact
from generator.artifacts.print.engine import Assets, PrintFault, key, render_all

from .files import put_copy, put_text, remove_others
from .store import Store

Progress = Callable[[int, int, str], None]
"""Called with how many are made, how many there are, and the name of the last one."""


@dataclass
class Outcome:
    """What publishing did: files written and left alone; PDFs made, remembered, and where they are kept; faults."""

    written: int = 0
    kept: int = 0
    removed: int = 0
    made: list[str] = field(default_factory=list)
    remembered: int = 0
    stored: tuple[Path, ...] = ()
    faults: dict[str, str] = field(default_factory=dict)


def publish_tree(
    artifacts: Iterable[Artifact],
    folder: Path,
    store: Store,
    assets: Assets,
    *,
    workers: int | None = None,
    progress: Progress | None = None,
    begin: Callable[[], None] | None = None,
    executor: Executor | None = None,
) -> Outcome:
    """Make what has to be made, then bring the tree in `folder` up to date.

    A file is touched only where its content changed, and files that are no longer made are
    removed. When a PDF cannot be made, nothing in the tree changes and the outcome holds its fault.
    `begin` is called just before the first change to the tree. An `executor` makes PDFs in place of workers here.
    """
    artifacts = tuple(artifacts)
    outcome = Outcome()
    paths = _make_pdfs(
        [one for one in artifacts if isinstance(one, PdfArtifact)], store, assets, outcome, workers, progress, executor
    )
    if outcome.faults:
        return outcome
    if begin:
        begin()
    for artifact in artifacts:
        target = folder / artifact.path
        changed = not isinstance(artifact, KeptArtifact) and (
            put_text(target, artifact.data)
            if isinstance(artifact, TextArtifact)
            else put_copy(target, paths[artifact.path])
        )
        outcome.written += changed
        outcome.kept += not changed
    outcome.removed = remove_others(folder, {folder / artifact.path for artifact in artifacts})
    return outcome


def _make_pdfs(
    wanted: list[PdfArtifact],
    store: Store,
    assets: Assets,
    outcome: Outcome,
    workers: int | None,
    progress: Progress | None,
    executor: Executor | None,
) -> Mapping[str, Path]:
    keys = {artifact.path: key(artifact.job, assets) for artifact in wanted}
    stored = store.find(keys.values())
    found = {path: stored[one] for path, one in keys.items() if one in stored}
    outcome.remembered = len(found)
    missing = [artifact.job for artifact in wanted if artifact.path not in found]
    for job, result in render_all(missing, assets, workers, executor=executor) if missing else ():
        if isinstance(result, PrintFault):
            outcome.faults[job.name] = result.message
        else:
            found[job.name] = store.put(keys[job.name], result)
            outcome.made.append(job.name)
        if progress:
            progress(len(outcome.made) + len(outcome.faults), len(missing), job.name)
    if not outcome.faults:
        store.forget_others(found.values())
        outcome.stored = tuple(found.values())
    return found
