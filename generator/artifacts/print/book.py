"""The handbook as a book: chapters, phases, elements, sheets, glossary and index, from the same content as the site."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from markupsafe import Markup

from generator.artifacts.print.engine import PrintJob
from generator.artifacts.print.references import source_name
from generator.artifacts.print.templating import paragraphs, render
from generator.artifacts.terms import marked
from generator.diagnostics import Span
from generator.graph import Methodiek, Node
from generator.model.handleiding import Fase, Hoofdstuk
from generator.model.methodiek import Interventie
from generator.model.naslag import Begrip
from generator.model.toolkit import Werkblad
from generator.prose import Cited, stretches

STYLESHEETS = ("fonts/print-fonts.css", "css/book.css")
PATH = "handleiding/handboek.pdf"

PARTS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("De fasen en wat altijd doorloopt", ("fase", "lijn")),
    ("De elementen van het programma", ("basiselement",)),
    ("Technieken en partners", ("techniek", "ketenpartner")),
    ("Factoren, doelen en aanpak", ("factor", "subdoel", "aanpakelement")),
)
"""The parts after the chapters, and the kinds whose records stand in them."""


@dataclass(frozen=True)
class Chapter:
    """Something under a heading of its own: its anchor, title, lead, and text as safe HTML."""

    anchor: str
    title: str
    lead: str
    html: Markup
    sources: tuple[str, ...] = ()
    fresh_page: bool = True
    """Whether it begins on a page of its own; records follow one another."""


@dataclass(frozen=True)
class BookPart:
    """A part of the book with its chapters."""

    title: str
    chapters: tuple[Chapter, ...]


@dataclass(frozen=True)
class Entry:
    """An entry of the index: a word, and the anchors of the places where it is met."""

    word: str
    anchors: tuple[str, ...]


@dataclass(frozen=True)
class BookView:
    """Everything the template of the book prints."""

    title: str
    subtitle: str
    version: str
    summary: tuple[str, ...]
    parts: tuple[BookPart, ...]
    sheets: tuple[tuple[str, str, str, str], ...]
    glossary: tuple[tuple[str, str, str, str], ...]
    index: tuple[Entry, ...]
    gaps: int


@dataclass
class _Meetings:
    """Where every term is met, gathered while the text is made."""

    places: dict[str, list[str]] = field(default_factory=dict)

    def wrap(self, node: Node, words: str) -> Markup:
        """Return the words with an anchor for the index."""
        found = self.places.setdefault(node.id, [])
        anchor = f"t-{node.id}-{len(found) + 1}"
        found.append(anchor)
        return Markup('<span class="term" id="{}">{}</span>').format(anchor, Markup(words))


@dataclass(frozen=True)
class BookPdf:
    """The book as a print job, with the place in the content that it comes from."""

    job: PrintJob
    span: Span


def book_pdf(methodiek: Methodiek) -> BookPdf | None:
    """Return the book, or None for a methodology without chapters."""
    node = methodiek.single("interventie")
    if node is None or not isinstance(node.record, Interventie) or not methodiek.of("hoofdstuk"):
        return None
    html = render("boek.html", boek=_view(methodiek, node.record))
    return BookPdf(PrintJob(PATH, html, STYLESHEETS), node.at("titel"))


def _view(methodiek: Methodiek, record: Interventie) -> BookView:
    meetings = _Meetings()
    parts = [*_chapters(methodiek, meetings), *_records(methodiek, meetings)]
    glossary = tuple(
        (node.id, node.record.titel, node.record.voluit or "", node.record.uitleg)
        for node in sorted(methodiek.of("begrip"), key=lambda one: one.titel.lower())
        if isinstance(node.record, Begrip)
    )
    words = {node.id: node.titel for node in methodiek.of("begrip")}
    index = sorted(meetings.places.items(), key=lambda item: words[item[0]].lower())
    return BookView(
        record.titel,
        record.ondertitel,
        record.versie,
        tuple(paragraphs(record.samenvatting)),
        tuple(parts),
        tuple(_sheets(methodiek)),
        glossary,
        tuple(Entry(words[slug], tuple(anchors)) for slug, anchors in index),
        len(methodiek.of("tegenstrijdigheid")),
    )


INSIDE = ("hoofdstuk", "begrip", "werkblad", *(kind for _, kinds in PARTS for kind in kinds))
"""The kinds that stand in the book, so that a reference can give a page."""


def _resolve(kind: str, slug: str) -> str | None:
    return f"#{kind}-{slug}" if kind in INSIDE else None


def _chapters(methodiek: Methodiek, meetings: _Meetings) -> Iterator[BookPart]:
    parts: dict[str, list[Chapter]] = {}
    for node in sorted(methodiek.of("hoofdstuk"), key=lambda one: (one.record.volgorde, one.id)):  # type: ignore[attr-defined]
        record = node.record
        assert isinstance(record, Hoofdstuk)
        seen: set[str] = set()
        html = Markup("")
        for stretch in stretches(node.document.body, _resolve, lambda place: Cited(source_name(methodiek, place))):
            html += Markup("<h3>{}</h3>\n").format(stretch.heading) if stretch.heading else Markup("")
            html += marked(methodiek, stretch.html, meetings.wrap, seen)
        parts.setdefault(record.deel, []).append(_chapter(methodiek, node, record.kern, html))
    for title, chapters in parts.items():
        yield BookPart(title, tuple(chapters))


def _chapter(methodiek: Methodiek, node: Node, lead: str, html: Markup, fresh_page: bool = True) -> Chapter:
    sources = tuple(dict.fromkeys(source_name(methodiek, place) for place in methodiek.sources_of(node.record)))
    return Chapter(f"{node.kind.name}-{node.id}", node.titel, lead, html, sources, fresh_page)


def _records(methodiek: Methodiek, meetings: _Meetings) -> Iterator[BookPart]:
    for title, kinds in PARTS:
        chapters = []
        for kind in kinds:
            for node in sorted(methodiek.of(kind), key=lambda one: (getattr(one.record, "volgorde", 0), _rank(one))):
                html = marked(methodiek, _body(methodiek, node), meetings.wrap, set())
                chapters.append(_chapter(methodiek, node, str(getattr(node.record, "kern", "") or ""), html, False))
        if chapters:
            yield BookPart(title, tuple(chapters))


def _rank(node: Node) -> str:
    numbers = getattr(node.record, "nummers", ())
    return str(numbers[0].nummer) if numbers else node.titel


TEXTS = ("tekst", "uitleg", "toelichting", "waarvoor", "wanneer", "niet_wanneer")
LISTS = ("doen", "stappen", "zinnen")
NAMES = {
    "doen": "Doen",
    "stappen": "Doen",
    "zinnen": "Zinnen die helpen",
    "wanneer": "Wanneer",
    "niet_wanneer": "Wanneer niet",
    "wie": "Wie",
}


def _body(methodiek: Methodiek, node: Node) -> Markup:
    """Return the text of a record: what to do first, then why, then its parts."""
    html = Markup("")
    for name in (*LISTS, *TEXTS):
        value = getattr(node.record, name, None)
        if not value:
            continue
        if name in NAMES:
            html += Markup("<h3>{}</h3>\n").format(NAMES[name])
        html += _list(value) if isinstance(value, tuple) else _paragraphs(str(value))
    if isinstance(node.record, Fase):
        weeks = node.record.duur_weken
        html = Markup("<p><b>Duur: {} {}.</b></p>\n").format(weeks, "week" if weeks == 1 else "weken") + html
    for part in methodiek.parts(node):
        if part.kind.name in ("activiteit", "deeldoel"):
            html += Markup("<h3>{}</h3>\n").format(part.titel)
            details = [str(getattr(part.record, name)) for name in ("wie", "wanneer") if hasattr(part.record, name)]
            text = getattr(part.record, "uitleg", None) or getattr(part.record, "tekst", "")
            html += _paragraphs(str(text))
            html += Markup("<p class='wie'>{}</p>\n").format(" · ".join(details)) if details else Markup("")
    return html


def _paragraphs(text: str) -> Markup:
    return Markup("").join(Markup("<p>{}</p>\n").format(one) for one in paragraphs(text))


def _list(lines: tuple[str, ...]) -> Markup:
    return Markup("<ul>{}</ul>\n").format(Markup("").join(Markup("<li>{}</li>").format(line) for line in lines))


def _sheets(methodiek: Methodiek) -> Iterator[tuple[str, str, str, str]]:
    for node in sorted(methodiek.of("werkblad"), key=lambda one: one.record.code):  # type: ignore[attr-defined]
        if isinstance(node.record, Werkblad):
            yield node.id, node.record.code, node.record.titel, node.record.doel


__all__ = ["PATH", "BookPdf", "book_pdf"]
