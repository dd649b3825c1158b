"""A site to look at, without printing: every PDF in it is an empty file."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from pathlib import Path

from generator.artifacts import Artifact, TextArtifact
from generator.artifacts.site.navigation import navigation
from generator.compiling import Compilation, Project
from generator.mkdocs_plugin import render_site
from generator.pipeline import Build, artifacts
from tests.conftest import TOP, compiled


def rendered(top: Path, home: Path, files: Mapping[str, str | bytes]) -> Path:
    """Render files with the settings of the methodology in `home` below `top`; return the folder of the site."""
    compilation = compiled(dict(files))
    assert not compilation.errors, compilation.errors
    return rendered_of(top, home, compilation, artifacts(compilation.methodiek))


def rendered_of(top: Path, home: Path, compilation: Compilation, recipes: Iterable[Artifact]) -> Path:
    """Render what was compiled and made of it, whatever its findings; return the folder of the site."""
    overrides = str(TOP / "overrides")
    settings = (home / "mkdocs.yml").read_text()
    for written in ("../../overrides", "custom_dir: overrides"):
        settings = settings.replace(written, f"custom_dir: {overrides}" if ":" in written else overrides)
    (top / "mkdocs.yml").write_text(settings)
    project = Project(top)
    for one in recipes:
        target = project.tree / one.path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(one.data if isinstance(one, TextArtifact) else b"%PDF-1.7")
    project.navigation.write_text(json.dumps(navigation(compilation.methodiek)))
    project.content_folder.mkdir(exist_ok=True)
    render_site(project, Build(compilation, ()), project.site)
    return project.site
