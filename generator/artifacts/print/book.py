"""The handbook as a book: chapters, phases, elements, sheets, glossary and index, from the same content as the site."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial

from markupsafe import Markup

from generator.artifacts.print import book_back
from generator.artifacts.print.book_records import body, ordered, weeks_table
from generator.artifacts.print.book_views import BookPart, BookView, Chapter, Meetings
from generator.artifacts.print.engine import PrintJob
from generator.artifacts.print.phases import time_line_of
from generator.artifacts.print.references import source_name
from generator.artifacts.print.templating import paragraphs, render
from generator.artifacts.recipes import PdfArtifact
from generator.artifacts.terms import marked
from generator.graph import Methodiek, Node
from generator.model.handleiding import Hoofdstuk
from generator.model.methodiek import Interventie
from generator.prose import Cited, stretches

STYLESHEETS = ("fonts/print-fonts.css", "css/book.css")
PATH = "handleiding/handboek.pdf"

PARTS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("De fasen en wat altijd doorloopt", ("fase", "lijn")),
    ("De elementen van het programma", ("basiselement",)),
    ("Technieken", ("techniek",)),
    ("Partners in de keten", ("ketenpartner",)),
    ("Factoren, doelen en aanpak", ("factor", "subdoel", "aanpakelement")),
)
"""The parts after the chapters, and the kinds whose records stand in them."""

FLOWS = {"techniek": "vervolg heel", "ketenpartner": "vervolg heel"}
"""How the records of a kind follow one another; those that are `heel` are not broken over pages."""
AT_THE_BACK = ("hoofdstuk", "week", "begrip", "werkblad", "tegenstrijdigheid")
INSIDE = (*AT_THE_BACK, *(kind for _, kinds in PARTS for kind in kinds))
"""The kinds that stand in the book, so that a reference can give a page."""

_SHEET = re.compile(r'(<a href="#werkblad-([a-z0-9-]+)">)([^<]*)</a>')
_BESIDE = re.compile(r'</span></span>\s*<span class="m-grond[^"]*"><b>\w+</b> <span>')
_ALONE = r'\s*<p>(<span class="m-grond[^"]*"><b>\w+</b> <span>([^<]*)</span></span>)</p>'
_AFTER_TEXT = re.compile(r"(</li>\s*</[ou]l>|</p>)" + _ALONE)
_SPACE = re.compile(r'\s+(<span class="m-grond)')
_AFTER_TABLE = re.compile("</table>" + _ALONE)


def has_book(methodiek: Methodiek) -> bool:
    """Tell whether there is a book: a methodology without chapters has none."""
    node = methodiek.single("interventie")
    return node is not None and isinstance(node.record, Interventie) and bool(methodiek.of("hoofdstuk"))


def book_pdf(methodiek: Methodiek) -> PdfArtifact | None:
    """Return the book, or None for a methodology without chapters."""
    node = methodiek.single("interventie")
    if node is None or not isinstance(node.record, Interventie) or not has_book(methodiek):
        return None
    html = render("boek.html", boek=_view(methodiek, node.record))
    return PdfArtifact(PrintJob(PATH, html, STYLESHEETS), node.at("titel"))


def _view(methodiek: Methodiek, record: Interventie) -> BookView:
    meetings = Meetings()
    parts = (*_chapters(methodiek, meetings), *_records(methodiek, meetings))
    return BookView(
        record.titel,
        record.ondertitel,
        record.versie,
        tuple(paragraphs(record.samenvatting)),
        time_line_of(methodiek),
        parts,
        tuple(book_back.sheets(methodiek)),
        tuple(book_back.glossary(methodiek)),
        tuple(book_back.differences(methodiek)),
        tuple(book_back.works(methodiek)),
        tuple(book_back.index(methodiek, meetings)),
    )


def _resolve(methodiek: Methodiek, kind: str, slug: str) -> str | None:
    return f"#{kind}-{slug}" if kind in INSIDE and methodiek.get(kind, slug) else None


def _chapters(methodiek: Methodiek, meetings: Meetings) -> Iterator[BookPart]:
    parts: dict[str, list[Chapter]] = {}
    resolve = partial(_resolve, methodiek)
    for node in ordered(methodiek, "hoofdstuk"):
        record = node.record
        assert isinstance(record, Hoofdstuk)
        seen: set[str] = set()
        html = Markup("")
        for stretch in stretches(node.document.body, resolve, lambda place: Cited(source_name(methodiek, place))):
            html += Markup("<h3>{}</h3>\n").format(stretch.heading) if stretch.heading else Markup("")
            html += marked(methodiek, _for_paper(methodiek, stretch.html), meetings.wrap, seen)
        chapter = Chapter(f"{node.kind.name}-{node.id}", node.titel, record.kern, html)
        parts.setdefault(record.deel, []).append(chapter)
    for title, chapters in parts.items():
        yield BookPart(title, tuple(chapters))


def _for_paper(methodiek: Methodiek, html: Markup) -> Markup:
    """Return text with its sources as footnotes of what they stand below, and with the code of every sheet it names.

    Sources side by side are one footnote. Below a table they are a line of small text, since no cell is theirs.
    """

    def with_code(found: re.Match[str]) -> str:
        node = methodiek.get("werkblad", found[2])
        code = str(getattr(node.record, "code", "")) if node else ""
        return f"{found[1]}{found[3]}</a>" + (f" ({code})" if code and code not in found[3] else "")

    text = _AFTER_TABLE.sub(r'</table>\n<p class="onder">Bron: \2</p>', _BESIDE.sub("; ", str(html)))
    text = _AFTER_TEXT.sub(r"\2\1", text)
    return Markup(_SHEET.sub(with_code, _SPACE.sub(r"\1", text)))


def _record(methodiek: Methodiek, node: Node, html: Markup) -> Chapter:
    sources = tuple(dict.fromkeys(source_name(methodiek, place) for place in methodiek.sources_of(node.record)))
    lead = str(getattr(node.record, "kern", "") or "")
    return Chapter(
        f"{node.kind.name}-{node.id}", node.titel, lead, html, sources, flow=FLOWS.get(node.kind.name, "vervolg")
    )


def _records(methodiek: Methodiek, meetings: Meetings) -> Iterator[BookPart]:
    for title, kinds in PARTS:
        chapters, seen = [], set[str]()
        for kind in kinds:
            for node in ordered(methodiek, kind):
                html = marked(methodiek, body(methodiek, node), meetings.wrap, seen)
                chapters.append(_record(methodiek, node, html))
            if kind == "fase" and methodiek.of("week"):
                chapters.append(Chapter("weken", "Week voor week", "", weeks_table(methodiek), flow="vervolg"))
        if chapters:
            yield BookPart(title, tuple(chapters))


__all__ = ["PATH", "book_pdf", "has_book"]
