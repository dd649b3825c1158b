"""Which PDFs a toolkit item gives: the ready sets for the usual group, every sheet, the facilitator sheet."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache

from generator.artifacts.print.engine import Copies, PrintJob
from generator.artifacts.print.forms import STYLESHEETS, facilitator_pages, sheet_pages, worksheet_html
from generator.artifacts.print.group import facilitator_part, set_plan
from generator.artifacts.print.references import explanation
from generator.artifacts.print.sheets import sheet_title
from generator.diagnostics import Span
from generator.graph import Methodiek, Node
from generator.model.methodiek import Interventie
from generator.model.toolkit import Blad, Werkblad

READY_MIXES = 3
"""The site carries the set for the usual group with 0 up to this many easy variants."""
SENTENCE_END = re.compile(r"(?<=\.)\s")

Html = Callable[[], str]
"""Writes a document, once for all PDFs that are parts of it, and only when they are to be made."""


@dataclass(frozen=True)
class SetPdf:
    """A PDF of a toolkit item: where it goes, what people call it, its pages, and the document that it comes from.

    `main` marks the set that most people want. `span` is where it comes from in the content.
    """

    path: str
    title: str
    html: Html
    pages: int
    span: Span
    note: str = ""
    main: bool = False
    fillable: bool = False
    copies: tuple[Copies, ...] = ()
    window: str | None = None
    """What a reader's window shows, where that is not the title of the document."""

    @property
    def job(self) -> PrintJob:
        """The print job that makes it."""
        return PrintJob(self.path, self.html(), STYLESHEETS, self.pages, self.fillable, self.copies, self.window)


def pdfs_of(methodiek: Methodiek, node: Node) -> tuple[SetPdf, ...]:
    """Return the PDFs of a toolkit item, the ready sets first."""
    werkblad = node.record
    assert isinstance(werkblad, Werkblad)
    return tuple(_pdfs(methodiek, node, werkblad))


def all_pdfs(methodiek: Methodiek) -> tuple[SetPdf, ...]:
    """Return every PDF of the toolkit."""
    return tuple(pdf for node in methodiek.of("werkblad") for pdf in pdfs_of(methodiek, node))


def group_set(methodiek: Methodiek, node: Node, aantal: int, eenvoudig: int) -> SetPdf:
    """Return the PDF in print order for `aantal` participants, `eenvoudig` of them with variant B."""
    return _group_set(node, _document(methodiek, node), aantal, eenvoudig)


def _document(methodiek: Methodiek, node: Node) -> Html:
    werkblad = node.record
    assert isinstance(werkblad, Werkblad)
    return cache(lambda: worksheet_html(werkblad, explanation(methodiek, node)))


def _group_set(node: Node, html: Html, aantal: int, eenvoudig: int) -> SetPdf:
    werkblad = node.record
    assert isinstance(werkblad, Werkblad)
    plan = set_plan(werkblad, aantal, eenvoudig)
    return SetPdf(
        _path(node, f"set-{aantal}" + (f"-waarvan-{eenvoudig}-b" if eenvoudig else "")),
        f"Set voor {aantal}" + (f", {eenvoudig} eenvoudig" if eenvoudig else ""),
        html,
        plan.pages,
        node.at("bladen", key=True),
        note=f"{aantal - eenvoudig} A en {eenvoudig} B" if eenvoudig else f"{aantal} keer",
        main=True,
        fillable=_fillable(werkblad),
        copies=plan.copies,
        window=f"{werkblad.neutrale_titel or werkblad.titel} ({werkblad.code})",
    )


def _pdfs(methodiek: Methodiek, node: Node, werkblad: Werkblad) -> Iterator[SetPdf]:
    html = _document(methodiek, node)
    if any(blad.soort == "deelnemer" for blad in werkblad.bladen):
        easy = any(blad.variant == "B" for blad in werkblad.bladen)
        size = 1 if werkblad.gebruik == "G3" else group_size(methodiek)
        for mix in range(min(READY_MIXES, size) + 1 if easy else 1):
            yield _group_set(node, html, size, mix)
    for index, blad in enumerate(werkblad.bladen):
        yield SetPdf(
            _path(node, blad.id),
            _title(werkblad, blad),
            html,
            sheet_pages(blad),
            node.at("bladen", index, "id"),
            note=_note(blad),
            fillable=blad.invulbaar,
            copies=(((index + 1,), 1),),
            window=sheet_title(werkblad, blad),
        )
    if werkblad.begeleiding is not None:
        yield SetPdf(
            _path(node, "begeleidersblad"),
            "Begeleidersblad",
            html,
            facilitator_pages(werkblad),
            node.at("begeleiding", key=True),
            copies=(((facilitator_part(werkblad),), 1),),
        )


def _title(werkblad: Werkblad, blad: Blad) -> str:
    """Return what a sheet is called among those of its worksheet: with its subtitle where another has its title."""
    named = [(one.titel, one.variant) for one in werkblad.bladen]
    title = blad.titel + (f" ({blad.variant})" if blad.variant else "")
    if named.count((blad.titel, blad.variant)) == 1 or not blad.ondertitel:
        return title
    first, *_ = SENTENCE_END.split(blad.ondertitel, maxsplit=1)
    return f"{title}: {first.rstrip('.')}"


def _note(blad: Blad) -> str:
    words = {"deelnemer": "", "knipvel": "om te knippen", "bijlage": "bijlage, apart bewaren", "ouder": "voor ouders"}
    notes = [words.get(blad.soort, "voor medewerkers")]
    notes += ["op het scherm in te vullen"] if blad.invulbaar else []
    notes += ["vier op een vel, om te knippen"] if blad.formaat == "A6x4" else []
    notes += ["strookjes, om te knippen"] if any(blok.soort == "stroken" for blok in blad.blokken) else []
    return ", ".join(filter(None, notes))


def _fillable(werkblad: Werkblad) -> bool:
    return any(blad.invulbaar for blad in werkblad.bladen)


def _path(node: Node, name: str) -> str:
    """Return where a PDF goes. Its name has the code only: a file in a bag or on a phone tells nothing."""
    werkblad = node.record
    assert isinstance(werkblad, Werkblad)
    return f"toolkit/{node.id}/{werkblad.code.lower()}-{name}.pdf"


def group_size(methodiek: Methodiek) -> int:
    """Return for how many people a ready set is made."""
    node = methodiek.single("interventie")
    return node.record.groepsgrootte if node and isinstance(node.record, Interventie) else 1
