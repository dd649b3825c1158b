"""The page of a view for reviewers: everything in the fixed order of a committee, with what is missing."""

from __future__ import annotations

from collections.abc import Iterator

from markupsafe import Markup

from generator.artifacts.site.links import is_own, row_to, source_words
from generator.artifacts.site.pages.common import closing
from generator.artifacts.site.places import href, page_of, pages, place_of
from generator.artifacts.site.text import paragraphs
from generator.artifacts.site.views import Block, Fact, Facts, LinkRow, Links, Note, PageView, Prose, Rich, Section
from generator.graph import Methodiek, Node
from generator.graph.weergave import Found, found, in_limit, lacking, words
from generator.model.weergave import Rubriek, Weergave
from generator.prose import Cited, to_html


def view_pages(methodiek: Methodiek) -> Iterator[PageView]:
    """Yield the page of every view."""
    for node in pages(methodiek, "weergave"):
        view = node.record
        assert isinstance(view, Weergave)
        yield PageView(
            page_of(node),
            view.titel,
            view.kern,
            node.document.path,
            node.kind.name,
            sections=(
                Section("Over deze weergave", (Prose(view.uitleg), _stand(methodiek, view)), "over"),
                *(_section(methodiek, node, rubriek) for rubriek in view.rubrieken),
                *closing(methodiek, node),
            ),
        )


def _stand(methodiek: Methodiek, view: Weergave) -> Facts:
    missing = sum(bool(lacking(methodiek, rubriek)) for rubriek in view.rubrieken)
    facts = [
        Fact(limit.titel, f"{words(methodiek, in_limit(view, limit.rubrieken))} van hoogstens {limit.woorden} woorden")
        for limit in view.grenzen
    ]
    facts.append(Fact("Rubrieken", str(len(view.rubrieken))))
    facts.append(Fact("Rubrieken waar iets ontbreekt", str(missing)))
    return Facts(tuple(facts))


def _section(methodiek: Methodiek, node: Node, rubriek: Rubriek) -> Section:
    page = page_of(node)
    blocks: list[Block] = []
    for stuk in rubriek.stukken:
        blocks += _blocks(methodiek, found(methodiek, stuk), page)
    missing = lacking(methodiek, rubriek)
    if missing:
        blocks.append(Note("gat", "\n\n".join(missing), "Ontbreekt"))
    return Section(" ".join(filter(None, (rubriek.nummer, rubriek.titel))), tuple(blocks), rubriek.id)


def _blocks(methodiek: Methodiek, piece: Found, page: str) -> Iterator[Block]:
    heading = Markup("<h3>{}</h3>\n").format(piece.heading) if piece.heading else Markup("")
    if piece.text:
        yield Rich(heading + paragraphs(piece.text))
    if piece.markdown:
        yield Rich(heading + html_of(methodiek, piece.markdown, page))
    if piece.things:
        yield Links(piece.heading, tuple(row_to(methodiek, one, page) for one in piece.things))
    if piece.places:
        facts = tuple(Fact("Bron", *source_words(methodiek, place, page)) for place in piece.places)
        yield Facts(facts)
    if piece.origin is not None and piece.origin.kind.name == "hoofdstuk":
        row = LinkRow(piece.origin.titel, href(place_of(piece.origin), page), kind="hoofdstuk")
        yield Links("Uit het hoofdstuk", (row,))


def html_of(methodiek: Methodiek, markdown: str, page: str) -> Markup:
    """Return the Markdown of a chapter as safe HTML, its links made for a page."""

    def resolve(kind: str, slug: str) -> str | None:
        target = methodiek.get(kind, slug)
        return href(place_of(target), page) if target else None

    def cite(place: str) -> Cited:
        return Cited(*source_words(methodiek, place, page), own=is_own(methodiek, place))

    return to_html(markdown, resolve, cite)
