"""The site while somebody writes it: MkDocs' own server, with each page rendered when a browser asks for it.

`mkdocs serve` renders all pages after every change. This compiles the content, and then renders what is looked at; so a
change shows as soon in a large site as in a small one. Links are those of MkDocs' navigation, pages look the same as
in the site, and the browser reloads by itself.
"""

from __future__ import annotations

import logging
import posixpath
from collections.abc import Iterable
from functools import cached_property, lru_cache
from html import escape
from pathlib import Path
from threading import Lock
from typing import Any
from urllib.parse import urlsplit

from mkdocs.commands.build import get_context
from mkdocs.config import load_config
from mkdocs.exceptions import MkDocsException
from mkdocs.livereload import LiveReloadServer
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Section, get_navigation
from mkdocs.structure.pages import Page
from mkdocs.utils import get_relative_url

from generator.compiling import Project, compile_project
from generator.mishaps import in_dutch
from generator.mkdocs_plugin import MethodiekPlugin
from generator.on_demand import Tree, Unmade
from generator.publishing import Store, forget, write_atomically
from generator.reports import as_text
from generator.sources import parse

log = logging.getLogger("mkdocs.plugins.methodiek")

LOOK = 0.2
"""Seconds between two looks at the content; it takes a hundredth of a second to look."""
PARSED = 10_000
"""How many files are remembered as they were read: those that did not change are not read again."""
TROUBLE = (
    '<!doctype html><html lang="nl"><meta charset="utf-8"><title>{title}</title><body><h1>{title}</h1><pre>{text}</pre>'
)


class Shown:
    """One version of the site: MkDocs knows all its pages, and renders those that are asked for.

    `message` is what is wrong with newer content, and stands above every page.
    """

    def __init__(self, config: Any, environment: Any, tree: Tree, message: str = "") -> None:
        self.tree = tree
        self._config, self._env = config, environment
        self._plugin: MethodiekPlugin = config.plugins["methodiek"]
        self._message = message
        config.nav = tree.navigation
        self._files = Files([File.generated(config, path, content="") for path in tree.paths])
        self._files.add_files_from_theme(self._env, config)
        self._nav = get_navigation(self._files, config)
        self._pages = {file.dest_uri: file.page for file in self._files if file.page is not None}
        self._read: set[str] = set()

    def file(self, name: str) -> bytes:
        """Return a file of the site. Raises KeyError where there is none, Unmade for a sheet that cannot be made, and
        what MkDocs raises."""
        if (page := self._pages.get(name)) is not None:
            return self._page(page).encode()
        if name in self._config.theme.static_templates:
            # A page that stands in for any other cannot know where it is.
            top = urlsplit(self._config.site_url or "/").path if name == "404.html" else get_relative_url(".", name)
            return self._rendered(name, base_url=top).encode()
        if (file := self._theme.get(name)) is not None:
            return file.content_bytes
        return self.tree.file(name)

    @cached_property
    def _theme(self) -> dict[str, File]:
        return {file.dest_uri: file for file in self._files if file.dest_uri not in self._pages}

    def _page(self, page: Page) -> str:
        # The menu shows the headings of the first page of the chapter, and below the text stand the titles of others.
        first = [part.children[0] for part in page.ancestors if isinstance(part, Section)]
        beside = [one for one in (page.previous_page, page.next_page) if one is not None and one.title is None]
        for one in (page, *first, *beside):
            if isinstance(one, Page) and one.file.src_uri not in self._read:
                self._read_in(one)
        page.active = True
        try:
            return self._rendered(page.meta.get("template", "main.html"), page)
        finally:
            page.active = False

    def _read_in(self, page: Page) -> None:
        plugins, there = self._config.plugins, {"page": page, "config": self._config, "files": self._files}
        page.file.content_string = self.tree.page(page.file.src_uri)
        page.read_source(self._config)
        page.markdown = plugins.on_page_markdown(page.markdown, **there)
        page.render(self._config, self._files)
        page.content = plugins.on_page_content(page.content, **there)
        self._read.add(page.file.src_uri)

    def _rendered(self, name: str, page: Page | None = None, base_url: str = "") -> str:
        context = get_context(self._nav, self._files, self._config, page, base_url)
        if page is not None:
            self._plugin.message = self._message
            context = self._config.plugins.on_page_context(context, page=page, config=self._config, nav=self._nav)
        return str(self._env.get_template(name).render(context))


class Preview(LiveReloadServer):
    """The server: it puts a file in its folder when a browser asks for it, and makes all anew after a change.

    Content with errors leaves the last version that had none, with what is wrong above it.
    """

    def __init__(self, project: Project, address: str, folder: Path) -> None:
        """Raises MkDocsException for settings that are not right."""
        self._project, self._folder, self._address = project, folder, address
        self._store = Store(folder / "store", shared=True, beside=Store(project.build_folder / "store"))
        self._parse = lru_cache(maxsize=PARSED)(parse)
        self._lock = Lock()
        self._settings = b""
        self._shown: Shown | None = None
        self._placed: set[str] = set()
        self._trouble = ""
        self._configure()
        host, port = self._config.dev_addr
        path = urlsplit(self._config.site_url or "/").path
        super().__init__(self.renew, host, port, str(folder / "site"), mount_path=path, polling_interval=LOOK)
        self.error_handler = self._instead
        self.renew()
        for place in (project.content_folder, project.top / "mkdocs.yml", self._config.theme.custom_dir):
            if place:
                self.watch(str(place))

    def renew(self) -> None:
        """Compile the content, and show it from now on. Whatever is wrong is said on the pages."""
        with self._lock:
            self._placed.clear()
            self._trouble = self._renewed()
            if self._trouble:
                log.error(self._trouble)
                if self._shown is not None:
                    self._shown = Shown(self._config, self._env, self._shown.tree, self._trouble)

    def _renewed(self) -> str:
        """Show what the content says now, unless something is wrong: then return that."""
        try:
            self._configure()
            compilation = compile_project(self._project, self._parse)
        except MkDocsException as error:
            return f"MkDocs kan de site niet tonen: {error}"
        except OSError as error:
            return in_dutch(error)
        if compilation.errors:
            return as_text(compilation.errors)
        if compilation.findings:
            log.info(as_text(compilation.findings))
        self._shown = Shown(self._config, self._env, Tree(compilation.methodiek, self._store))
        return ""

    def serve_request(self, environ: dict[str, Any], start_response: Any) -> Iterable[bytes]:
        """Make what is asked for, and let MkDocs serve it."""
        path = environ["PATH_INFO"].encode("latin-1").decode("utf-8", "ignore")
        if not path.startswith("/livereload/") and path.startswith(self.mount_path):
            name = path[len(self.mount_path) :] + ("index.html" if path.endswith("/") else "")
            try:
                self._place(posixpath.normpath("/" + name).lstrip("/"))
            except Exception as error:  # whatever a template or a sheet raises, the server goes on
                told = str(error) if isinstance(error, Unmade) else f"{type(error).__name__}: {error}"
                log.error(told)
                start_response("500 Internal Server Error", [("Content-Type", "text/html; charset=utf-8")])
                return [_trouble("Dit kan niet worden gemaakt", told)]
        served: Iterable[bytes] = super().serve_request(environ, start_response)
        return served

    def _configure(self) -> None:
        """Read the settings, again where they changed."""
        file = self._project.top / "mkdocs.yml"
        if (settings := file.read_bytes()) == self._settings:
            return
        self._config = load_config(str(file), dev_addr=self._address, site_dir=str(self._folder / "site"))
        self._config.plugins.on_startup(command="serve", dirty=False)
        self._env = self._config.theme.get_env()
        self._settings = settings

    def _place(self, name: str) -> None:
        """Put a file in the folder, or take it away where there is none any more. Raises what making it raises."""
        with self._lock:
            if name in self._placed:
                return
            target = Path(self.root) / name
            try:
                write_atomically(target, self._made(name))
            except KeyError:
                forget(target)
            self._placed.add(name)

    def _made(self, name: str) -> bytes:
        """Return a file of the site, or a page about what is wrong. Raises KeyError where there is none."""
        if self._shown is not None:
            return self._shown.file(name)
        if name.endswith(".html"):
            return _trouble("De inhoud heeft fouten", self._trouble)
        raise KeyError(name)

    def _instead(self, code: int) -> bytes | None:
        """Return the page for an address that leads nowhere."""
        with self._lock:
            return self._made("404.html") if code == 404 else None


def _trouble(title: str, text: str) -> bytes:
    """Return a page that says what is wrong; it needs nothing else."""
    return TROUBLE.format(title=escape(title), text=escape(text)).encode()
