"""The only code that writes files. It holds the store of what was made before.

Layout of the build folder: `docs/` the tool-neutral tree, `store/` the PDFs by key, `site/` the
published site, `nieuw/` a site in the making.
"""

from __future__ import annotations

import filecmp
import os
import shutil
import zipfile
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from generator.artifacts import Artifact, PdfArtifact, TextArtifact
from generator.artifacts.print.engine import Assets, PrintFault, key, render_all

Progress = Callable[[int, int, str], None]
"""Called with how many are made, how many there are, and the name of the last one."""


@dataclass
class Outcome:
    """What publishing did: files written and left alone, PDFs made and remembered, and faults."""

    written: int = 0
    kept: int = 0
    removed: int = 0
    made: list[str] = field(default_factory=list)
    remembered: int = 0
    faults: dict[str, str] = field(default_factory=dict)


class Store:
    """PDFs by the key of their recipe. Equal keys promise equal bytes, so nothing is made twice."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def find(self, key: str) -> Path | None:
        """Return the file for a key, or None. A file that is no whole PDF is taken away."""
        path = self._path(key)
        try:
            with path.open("rb") as file:
                head = file.read(5)
                file.seek(max(0, path.stat().st_size - 32))
                if head == b"%PDF-" and b"%%EOF" in file.read():
                    return path
            path.unlink()
        except FileNotFoundError:
            pass
        return None

    def put(self, key: str, data: bytes) -> Path:
        """Keep bytes under a key."""
        path = self._path(key)
        write_atomically(path, data)
        return path

    def forget_others(self, keys: Iterable[str]) -> None:
        """Remove what no recipe asks for any more."""
        wanted = {self._path(key).name for key in keys}
        if self.folder.is_dir():
            for path in self.folder.iterdir():
                if path.name not in wanted:
                    path.unlink(missing_ok=True)

    def _path(self, key: str) -> Path:
        return self.folder / f"{key}.pdf"


def write_atomically(path: Path, data: bytes) -> None:
    """Write a file so that a reader sees the old one or the new one whole, never a part."""
    path.parent.mkdir(parents=True, exist_ok=True)
    temporary = path.with_name(f".{path.name}.{os.getpid()}.tmp")
    try:
        temporary.write_bytes(data)
        os.replace(temporary, path)
    finally:
        temporary.unlink(missing_ok=True)


def publish_tree(
    artifacts: Iterable[Artifact],
    folder: Path,
    store: Store,
    assets: Assets,
    *,
    workers: int | None = None,
    progress: Progress | None = None,
) -> Outcome:
    """Make what has to be made, then bring the tree in `folder` up to date.

    A file is touched only where its content changed, and files that are no longer made are
    removed. When a PDF cannot be made, nothing in the tree changes and the outcome holds its fault.
    """
    artifacts = tuple(artifacts)
    outcome = Outcome()
    paths = _make_pdfs(
        [one for one in artifacts if isinstance(one, PdfArtifact)], store, assets, outcome, workers, progress
    )
    if outcome.faults:
        return outcome
    for artifact in artifacts:
        target = folder / artifact.path
        changed = (
            _put_text(target, artifact.data)
            if isinstance(artifact, TextArtifact)
            else _put_copy(target, paths[artifact.path])
        )
        outcome.written += changed
        outcome.kept += not changed
    outcome.removed = _remove_others(folder, {folder / artifact.path for artifact in artifacts})
    return outcome


def _make_pdfs(
    wanted: list[PdfArtifact],
    store: Store,
    assets: Assets,
    outcome: Outcome,
    workers: int | None,
    progress: Progress | None,
) -> Mapping[str, Path]:
    keys = {artifact.path: key(artifact.job, assets) for artifact in wanted}
    found = {path: file for path, one in keys.items() if (file := store.find(one)) is not None}
    outcome.remembered = len(found)
    missing = [artifact.job for artifact in wanted if artifact.path not in found]
    for job, result in render_all(missing, assets, workers) if missing else ():
        if isinstance(result, PrintFault):
            outcome.faults[job.name] = result.message
        else:
            found[job.name] = store.put(keys[job.name], result)
            outcome.made.append(job.name)
        if progress:
            progress(len(outcome.made) + len(outcome.faults), len(missing), job.name)
    if not outcome.faults:
        store.forget_others(keys.values())
    return found


def _put_text(target: Path, data: bytes) -> bool:
    try:
        if target.read_bytes() == data:
            return False
    except OSError:
        pass
    write_atomically(target, data)
    return True


def _put_copy(target: Path, source: Path) -> bool:
    """Put a stored file in the tree, as a hard link where the file system can."""
    try:
        if target.samefile(source) or filecmp.cmp(target, source, shallow=False):
            return False
    except OSError:
        pass
    target.parent.mkdir(parents=True, exist_ok=True)
    temporary = target.with_name(f".{target.name}.{os.getpid()}.tmp")
    temporary.unlink(missing_ok=True)
    try:
        os.link(source, temporary)
    except OSError:
        shutil.copyfile(source, temporary)
    os.replace(temporary, target)
    return True


def _remove_others(folder: Path, wanted: set[Path]) -> int:
    removed = 0
    for path in sorted(folder.rglob("*"), reverse=True):
        if path.is_dir() and not path.is_symlink():
            if not any(path.iterdir()):
                path.rmdir()
        elif path not in wanted:
            path.unlink()
            removed += 1
    return removed


def replace_folder(new: Path, target: Path) -> None:
    """Put a finished folder in the place of the old one, so that one of them is always whole there."""
    old = target.with_name(f"{target.name}.oud")
    shutil.rmtree(old, ignore_errors=True)
    if target.exists():
        os.rename(target, old)
    try:
        os.rename(new, target)
    except OSError:
        if old.exists():
            os.rename(old, target)
        raise
    shutil.rmtree(old, ignore_errors=True)


def forget(*paths: Path) -> None:
    """Take files and folders away, whether they are there or not."""
    for path in paths:
        if path.is_dir():
            shutil.rmtree(path, ignore_errors=True)
        else:
            path.unlink(missing_ok=True)


def zip_folder(folder: Path, target: Path) -> int:
    """Pack a folder in one file to carry along; the same files give the same bytes. Return its size in bytes."""
    temporary = target.with_name(f".{target.name}.{os.getpid()}.tmp")
    try:
        with zipfile.ZipFile(temporary, "w") as bundle:
            for path in sorted(folder.rglob("*")):
                if path.is_file():
                    entry = zipfile.ZipInfo(f"{target.stem}/{path.relative_to(folder).as_posix()}")
                    entry.external_attr = 0o644 << 16
                    packed = path.suffix in (".pdf", ".woff2", ".gz", ".png")
                    entry.compress_type = zipfile.ZIP_STORED if packed else zipfile.ZIP_DEFLATED
                    bundle.writestr(entry, path.read_bytes())
        os.replace(temporary, target)
    finally:
        temporary.unlink(missing_ok=True)
    return target.stat().st_size
