"""The tree of a methodology, each file made when somebody first asks for it: what `methodiek serve` shows.

A whole build makes every page and every PDF. Who is writing looks at one page at a time, so this makes that page, and
all the others only if they are asked for too.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from pathlib import PurePath
from threading import RLock

from generator.artifacts import PdfArtifact, TextArtifact
from generator.artifacts.exports.files import FOLDER, site_data
from generator.artifacts.print.engine import PrintFault, key, render_all
from generator.artifacts.print.library import print_library
from generator.artifacts.site.navigation import Navigation, navigation
from generator.artifacts.site.pages import all_pages, quick
from generator.artifacts.site.rendering import render
from generator.artifacts.site.search import INDEX, search_artifacts
from generator.artifacts.site.statics import static_artifacts
from generator.artifacts.site.views import PageView
from generator.graph import Methodiek
from generator.pipeline import printed
from generator.publishing import Store


class Unmade(Exception):
    """A file of the tree that cannot be made; its text says why, in Dutch."""


class Tree:
    """The files of one methodology by their path in the tree. Several threads may ask.

    Page views are made in the order of the site until the one that is asked for is there. PDFs come from `store`, and
    go there when they are new.
    """

    def __init__(self, methodiek: Methodiek, store: Store) -> None:
        self._methodiek = methodiek
        self._store = store
        self._views: dict[str, PageView] = {}
        self._coming = all_pages(methodiek)
        self._files: dict[str, bytes] = {}
        self._pages, self._pdfs = RLock(), RLock()

    @cached_property
    def navigation(self) -> Navigation:
        """The navigation of the tree: it names every page."""
        return navigation(self._methodiek)

    @cached_property
    def paths(self) -> tuple[str, ...]:
        """The path of every page, in the order of the navigation."""
        return tuple(_named(self.navigation))

    def page(self, path: str) -> str:
        """Return the Markdown of a page. Raises KeyError for a path that no page has."""
        with self._pages:
            while path not in self._views and (view := next(self._coming, None)) is not None:
                self._views[view.path] = view
            return render(self._views[path], quick(self._methodiek))

    def file(self, path: str) -> bytes:
        """Return any other file. Raises KeyError where there is none, and Unmade for a sheet that cannot be made."""
        if PurePath(path).suffix == ".pdf":
            with self._pdfs:
                return self._pdf(path)
        with self._pages:
            if path not in self._files:
                self._files |= {one.path: one.data for one in self._group(path)}
            return self._files[path]

    def _group(self, path: str) -> Iterator[TextArtifact]:
        """Yield the files that are made together with one."""
        if path.startswith(f"{INDEX}."):
            views = (*self._views.values(), *self._coming)
            self._views |= {view.path: view for view in views}
            return search_artifacts(self._methodiek, views, quick(self._methodiek))
        return site_data(self._methodiek) if path.startswith(f"{FOLDER}/") else static_artifacts()

    @cached_property
    def _jobs(self) -> dict[str, PdfArtifact]:
        return {one.path: one for one in printed(self._methodiek)}

    def _pdf(self, path: str) -> bytes:
        job, assets = self._jobs[path].job, print_library()
        if found := self._store.find([name := key(job, assets)]):
            return found[name].read_bytes()
        ((_, made),) = render_all([job], assets, 1)
        if isinstance(made, PrintFault):
            raise Unmade(f"Het blad '{path}' kan niet worden gemaakt. {made.message}")
        self._store.put(name, made)
        return made


def _named(navigation: object) -> Iterator[str]:
    """Yield the paths in a navigation."""
    if isinstance(navigation, str):
        yield navigation
    elif isinstance(navigation, dict):
        yield from _named(list(navigation.values()))
    elif isinstance(navigation, list):
        for one in navigation:
            yield from _named(one)
