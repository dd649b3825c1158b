"""Shell two: the MkDocs plugin, and the only code that knows MkDocs.

The plugin runs the pipeline before a build, points MkDocs at the tree it wrote, watches the content
while serving, and says findings in MkDocs' own log. The rendering itself is all MkDocs'.
"""

from __future__ import annotations

import json
import logging
import re
from contextlib import ExitStack
from pathlib import Path
from typing import Any

from mkdocs.config import config_options
from mkdocs.config.base import Config
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin

from generator.compiling import Project, compile_project
from generator.diagnostics import Severity
from generator.mishaps import in_dutch
from generator.pipeline import Build, build_tree
from generator.publishing import Busy, forget, in_the_making, replace_folder, turn
from generator.reports import as_text

log = logging.getLogger("mkdocs.plugins.methodiek")

PATIENCE = 30.0
"""Seconds that MkDocs waits for another build: while serving, a build beside it is no reason to stop."""

UNUSED = (
    "assets/**/*.map",
    "assets/stylesheets/main.*.css",
    "assets/stylesheets/palette.*.css",
    "assets/stylesheets/delen/*.css",
    "assets/images/favicon.png",
    "assets/javascripts/lunr/**/*.js",
    "assets/javascripts/workers/*.js",
    "sitemap.xml.gz",
)
"""What is put in every site and no page asks for: of Material, the parts that our style sheet is made of, and what has
the day of the build in it."""

BLOCK = re.compile(r"<!--blok-->\s*(.*?)\s*<!--/blok-->", re.DOTALL)
"""Finished HTML in a page of the tree; no text can look like its marks, since all text is escaped."""
PLACE = '<hr id="__blok-{}">'
PLACED = re.compile(PLACE.format(r"(\d+)"))
"""What stands in for a block in the meantime: something that Markdown leaves alone."""


class Settings(Config):
    """What `mkdocs.yml` may say about the plugin: where content is read and results are written."""

    content = config_options.Type(str, default="content")
    build = config_options.Type(str, default="build")


class MethodiekPlugin(BasePlugin[Settings]):
    """Compiles the methodology into the tree that MkDocs renders.

    `prepared` may hold a build that was already made, with the project that it was made for, so that the command does
    not do it twice.
    """

    def __init__(self) -> None:
        self.prepared: tuple[Project, Build] | None = None
        self.serving = False
        self.message = ""
        self._blocks: dict[str, list[str]] = {}
        self._turn = ExitStack()
        self._target: Path | None = None

    def on_startup(self, *, command: str, dirty: bool) -> None:
        """Keep one instance alive over the rebuilds of `serve`."""
        self.serving = command == "serve"

    def on_config(self, config: Any) -> Any:
        """Run the pipeline and point MkDocs at its tree and navigation. Raises PluginError on errors."""
        if self.prepared is not None:
            project, build = self.prepared
        else:
            project = self._project(config)
            build = self._build(project, config)
        self.prepared = None
        self.message = ""
        for finding in build.findings:
            if finding.severity is Severity.LET_OP:
                log.info(as_text([finding]))
        if build.failed:
            message = as_text([finding for finding in build.findings if finding.severity is Severity.FOUT])
            if not self.serving or not project.navigation.exists():
                raise PluginError(f"De inhoud heeft fouten; de vorige site blijft staan.\n{message}")
            log.error(f"De inhoud heeft fouten; je ziet de vorige versie.\n{message}")
            self.message = message
        config.docs_dir = str(project.tree)
        config.nav = json.loads(project.navigation.read_text())
        return config

    def on_page_markdown(self, markdown: str, *, page: Any, config: Any, files: Any) -> str:
        """Put the finished HTML of a page aside: MkDocs and Markdown would read it twice, and leave it as it is."""
        blocks = self._blocks[page.file.src_uri] = BLOCK.findall(markdown)
        numbers = iter(range(len(blocks)))
        return BLOCK.sub(lambda _: PLACE.format(next(numbers)), markdown)

    def on_page_content(self, html: str, *, page: Any, config: Any, files: Any) -> str:
        """Put the finished HTML back in its place."""
        blocks = self._blocks.pop(page.file.src_uri)
        return PLACED.sub(lambda found: blocks[int(found[1])], html)

    def on_page_context(self, context: Any, *, page: Any, config: Any, nav: Any) -> Any:
        """Point the edit link at the content file, and hand the theme what is wrong while serving."""
        source = page.meta.get("bron")
        if source and config.repo_url and config.edit_uri is not None:
            page.edit_url = f"{config.repo_url.rstrip('/')}/{config.edit_uri.strip('/')}/{source}".replace("/./", "/")
        else:
            page.edit_url = None
        context["methodiek_fouten"] = self.message
        context["methodiek_serveert"] = self.serving
        return context

    def _build(self, project: Project, config: Any) -> Build:
        """Run the pipeline while nobody else does. The site of the project is made beside the one that is there."""
        try:
            self._turn.enter_context(turn(project.build_folder, project.site, patience=PATIENCE))
            build = build_tree(project, compile_project(project), keep_data=self.serving)
        except Busy as busy:
            raise PluginError(f"methodiek: {busy}") from busy
        except OSError as error:
            self._turn.close()
            raise PluginError(f"methodiek: {in_dutch(error)}") from error
        if not self.serving and Path(config.site_dir) == project.site:
            self._target = project.site
            config.site_dir = str(in_the_making(project.site) / project.site.name)
        return build

    def on_post_build(self, *, config: Any) -> None:
        """Leave out what no page needs: a site on a stick or a phone is better small. Then publish it."""
        for pattern in UNUSED:
            for path in list(Path(config.site_dir).glob(pattern)):
                path.unlink()
                if not any(path.parent.iterdir()):
                    path.parent.rmdir()
        if self._target:
            new, config.site_dir = Path(config.site_dir), str(self._target)
            if not (config.strict and _warned()):
                replace_folder(new, self._target)
            forget(new.parent)
        self._finish()

    def on_build_error(self, *, error: Exception) -> None:
        """Leave the last good site where it is."""
        if self._target:
            forget(in_the_making(self._target))
        self._finish()

    def _finish(self) -> None:
        self._target = None
        self._turn.close()

    def on_serve(self, server: Any, *, config: Any, builder: Any) -> Any:
        """Watch the content, so that a saved file shows in the browser, and not the tree that we write."""
        project = self._project(config)
        server.watch(str(project.content_folder))
        if str(project.tree) in server._watched_paths:
            server.unwatch(str(project.tree))
        return server

    def _project(self, config: Any) -> Project:
        top = Path(config.config_file_path).resolve().parent
        return Project(top, self.config.content, self.config.build)


def _warned() -> bool:
    """Tell whether the host counted warnings, so that it will stop a strict build."""
    handlers = (one for name in ("mkdocs", "properdocs") for one in logging.getLogger(name).handlers)
    return any(one.get_counts() for one in handlers if hasattr(one, "get_counts"))


def render_site(project: Project, build: Build, target: Path) -> list[str]:
    """Render the tree of a build into `target` with MkDocs, strictly; return the folders of its theme.

    Raises what MkDocs raises.
    """
    from mkdocs.commands.build import build as mkdocs_build
    from mkdocs.config import load_config

    config = load_config(str(project.top / "mkdocs.yml"), site_dir=str(target), strict=True)
    plugin = config.plugins["methodiek"]
    assert isinstance(plugin, MethodiekPlugin)
    plugin.prepared = (project, build)
    mkdocs_build(config)
    return [str(folder) for folder in config.theme.dirs]
