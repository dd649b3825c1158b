"""From a page's view to its Markdown. The only door to the site's templates."""

from __future__ import annotations

import json
from functools import cache

from jinja2 import Environment, PackageLoader, StrictUndefined

from generator.artifacts.exports.files import site_data
from generator.artifacts.recipes import TextArtifact
from generator.artifacts.site.pages import all_pages, quick
from generator.artifacts.site.places import href
from generator.artifacts.site.search import search_artifacts
from generator.artifacts.site.statics import static_artifacts
from generator.artifacts.site.text import html, markdown, paragraphs, title
from generator.artifacts.site.views import PageView, Quick
from generator.graph import Methodiek


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("generator.artifacts.site"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        auto_reload=False,  # templates come with the program
    )
    environment.filters.update(
        markdown=markdown,
        paragraphs=paragraphs,
        line=html,
        quoted=_quoted,
        href=href,
        kind=lambda block: type(block).__name__,
    )
    return environment


def _quoted(text: str) -> str:
    """Return text as a YAML scalar for front matter (a JSON string is one)."""
    return json.dumps(title(text), ensure_ascii=False)


def render(page: PageView, quick: tuple[Quick, ...] = ()) -> str:
    """Return the Markdown of a page; `quick` is what must be at hand on every page."""
    return _environment().get_template("pagina.md.jinja").render(page=page, quick=quick)


def site_artifacts(methodiek: Methodiek, *, with_data: bool = True) -> tuple[TextArtifact, ...]:
    """Return every page of the site as a file of the tree, with the files that pages need."""
    at_hand = quick(methodiek)
    views = tuple(all_pages(methodiek))
    pages = (TextArtifact(page.path, render(page, at_hand).encode()) for page in views)
    data = site_data(methodiek) if with_data else ()
    return (*pages, *search_artifacts(methodiek, views, at_hand), *data, *static_artifacts())
