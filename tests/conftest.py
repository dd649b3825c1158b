"""What the tests share: methodologies in memory, and the one way in."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.compiling import Compilation, Project, compile_project, compile_sources
from generator.pipeline import build_tree
from generator.sources import SourceFile, read_sources

TOP = Path(__file__).resolve().parent.parent
SMALL = TOP / "tests" / "slaapcursus"


def files_of(folder: Path) -> dict[str, str]:
    """Return the content files of a project as text, by path."""
    return {source.path: source.data.decode() for source in read_sources(folder / "content")}


def compiled(files: dict[str, str | bytes]) -> Compilation:
    """Compile files that are in memory."""
    return compile_sources(
        SourceFile(path, text.encode() if isinstance(text, str) else text) for path, text in sorted(files.items())
    )


@pytest.fixture
def small() -> dict[str, str | bytes]:
    """The files of the small methodology, to change at will."""
    return dict(files_of(SMALL))


@pytest.fixture(scope="session")
def printed() -> Path:
    """The tree of the real project with every PDF in it; what `make` already made is not made again."""
    project = Project(TOP)
    build = build_tree(project, compile_project(project))
    assert not build.failed, [finding.message for finding in build.findings]
    return project.tree
