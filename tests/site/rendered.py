"""A site to look at, without printing: every PDF in it is an empty file."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

from generator.artifacts import TextArtifact
from generator.artifacts.site.navigation import navigation
from generator.compiling import Project
from generator.mkdocs_plugin import render_site
from generator.pipeline import Build, artifacts
from tests.conftest import TOP, compiled


def rendered(top: Path, home: Path, files: Mapping[str, str | bytes], *, clean: bool = True) -> Path:
    """Render files with the settings of the methodology in `home` below `top`; return the folder of the site.

    Without `clean` the content may break rules about its meaning, as attacks do.
    """
    overrides = str(TOP / "overrides")
    settings = (home / "mkdocs.yml").read_text()
    for written in ("../../overrides", "custom_dir: overrides"):
        settings = settings.replace(written, f"custom_dir: {overrides}" if ":" in written else overrides)
    (top / "mkdocs.yml").write_text(settings)
    project = Project(top)
    compilation = compiled(dict(files))
    assert not (clean and compilation.errors), compilation.errors
    assert not compilation.methodiek.faults
    for one in artifacts(compilation.methodiek):
        target = project.tree / one.path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(one.data if isinstance(one, TextArtifact) else b"%PDF-1.7")
    project.navigation.write_text(json.dumps(navigation(compilation.methodiek)))
    project.content_folder.mkdir(exist_ok=True)
    render_site(project, Build(compilation, ()), project.site)
    return project.site
