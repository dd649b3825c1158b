"""The chapters of the handbook: their Markdown as sections of a page, with links and sources resolved."""

from __future__ import annotations

from collections.abc import Iterator

from markupsafe import Markup

from generator.artifacts.site.links import is_own, source_words
from generator.artifacts.site.pages.common import closing
from generator.artifacts.site.places import href, page_of, pages, place_of
from generator.artifacts.site.text import shortened
from generator.artifacts.site.views import PageView, Rich, Section
from generator.artifacts.terms import marked
from generator.graph import Methodiek, Node
from generator.model.handleiding import Hoofdstuk
from generator.model.naslag import Begrip
from generator.prose import Cited, stretches


def text_pages(methodiek: Methodiek) -> Iterator[PageView]:
    """Yield the page of every chapter."""
    for node in pages(methodiek, "hoofdstuk"):
        record = node.record
        assert isinstance(record, Hoofdstuk)
        yield PageView(
            path=page_of(node),
            title=record.titel,
            lead=record.kern,
            source=node.document.path,
            kind="hoofdstuk",
            sections=(*_sections(methodiek, node), *closing(methodiek, node)),
            keywords=record.zoekwoorden,
        )


def _sections(methodiek: Methodiek, node: Node) -> Iterator[Section]:
    page = page_of(node)

    def resolve(kind: str, slug: str) -> str | None:
        target = methodiek.get(kind, slug)
        return href(place_of(target), page) if target else None

    def cite(place: str) -> Cited:
        return Cited(*source_words(methodiek, place, page), own=is_own(methodiek, place))

    def explain(term: Node, words: str) -> Markup:
        """A link to the glossary that carries the explanation along, to show on hover, on focus and in print."""
        assert isinstance(term.record, Begrip)
        text = shortened(term.record.uitleg, 220)
        link = '<a class="m-begrip" href="{}" data-uitleg="{}">{}</a>'
        return Markup(link).format(href(place_of(term), page), text, Markup(words))

    seen: set[str] = set()
    for stretch in stretches(node.document.body, resolve, cite):
        yield Section(stretch.heading, (Rich(marked(methodiek, stretch.html, explain, seen)),))
