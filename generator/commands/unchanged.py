"""From what a build is made, in one key: equal keys and an untouched result mean that there is nothing to do.

Content counts by its bytes, because it was read anyway. The program and the theme count by size and moment of change
(`generator.publishing.standing`), installed packages by name, version and moment of installation.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

import generator
from generator.compiling import Compilation, Project, salt_of
from generator.guard import mark_of
from generator.rules.dates import today
from generator.sbom import LOCK

PROGRAM = Path(generator.__file__).parent


def key_of(project: Project, whole: Compilation, store: str | None) -> str:
    """Return the key of a build of a project; `store` is the shared store that was asked for."""
    from generator.artifacts.print.engine import toolchain

    salt = salt_of(project)
    parts = [
        str(project.top),
        project.edition,
        str(store),
        today().isoformat(),
        mark_of(salt) if salt else "",
        sys.version,
        *toolchain(),
        *sorted(_installed()),
        *(_digest(project.top / name) for name in ("mkdocs.yml", LOCK)),
        *(f"{one.path}\0{one.trouble}\0{sha256(one.data).hexdigest()}" for one in whole.sources),
    ]
    return sha256("\n".join(parts).encode(errors="surrogateescape")).hexdigest()


def foreign(folders: list[str]) -> tuple[Path, ...]:
    """Return those folders of a theme that no installed package brought: somebody may change them at any time."""
    places = [place for place in sys.path if place.endswith("-packages")]
    return tuple(Path(one) for one in folders if not any(Path(one).is_relative_to(place) for place in places))


def _installed() -> Iterator[str]:
    for place in sys.path:
        if os.path.isdir(place):
            with os.scandir(place) as entries:
                for entry in entries:
                    if entry.name.endswith(".dist-info"):
                        yield f"{entry.path} {entry.stat().st_mtime_ns}"


def _digest(path: Path) -> str:
    try:
        return sha256(path.read_bytes()).hexdigest()
    except OSError:
        return ""
