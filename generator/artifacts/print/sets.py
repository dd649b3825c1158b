"""Which PDFs a toolkit item gives: the ready sets for the usual group, every sheet, the facilitator sheet."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.artifacts.print.engine import Copies, PrintJob
from generator.artifacts.print.forms import (
    STYLESHEETS,
    facilitator_html,
    facilitator_pages,
    sheet_html,
    sheet_pages,
)
from generator.artifacts.print.group import set_document
from generator.artifacts.print.references import explanation
from generator.diagnostics import Span
from generator.graph import Methodiek, Node
from generator.model.methodiek import Interventie
from generator.model.toolkit import Blad, Werkblad

READY_MIXES = 3
"""The site carries the set for the usual group with 0 up to this many easy variants."""


@dataclass(frozen=True)
class SetPdf:
    """A PDF of a toolkit item: where it goes, what people call it, its pages, and its HTML.

    `main` marks the set that most people want. `span` is where it comes from in the content.
    """

    path: str
    title: str
    html: str
    pages: int
    span: Span
    note: str = ""
    main: bool = False
    fillable: bool = False
    copies: tuple[Copies, ...] = ()

    @property
    def job(self) -> PrintJob:
        """The print job that makes it."""
        return PrintJob(self.path, self.html, STYLESHEETS, self.pages, self.fillable, self.copies)


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
    werkblad = node.record
    assert isinstance(werkblad, Werkblad)
    mix = f"{aantal - eenvoudig} A en {eenvoudig} B" if eenvoudig else f"{aantal} keer"
    document = set_document(
        werkblad, explanation(methodiek, node), aantal=aantal, eenvoudig=eenvoudig, colophon="", dubbelzijdig=False
    )
    return SetPdf(
        _path(node, f"set-{aantal}" + (f"-waarvan-{eenvoudig}-b" if eenvoudig else "")),
        f"Set voor {aantal}" + (f", {eenvoudig} eenvoudig" if eenvoudig else ""),
        document.html,
        document.pages,
        node.at("bladen", key=True),
        note=mix,
        main=True,
        fillable=_fillable(werkblad),
        copies=document.copies,
    )


def _pdfs(methodiek: Methodiek, node: Node, werkblad: Werkblad) -> Iterator[SetPdf]:
    if any(blad.soort == "deelnemer" for blad in werkblad.bladen):
        easy = any(blad.variant == "B" for blad in werkblad.bladen)
        size = 1 if werkblad.gebruik == "G3" else group_size(methodiek)
        for mix in range(min(READY_MIXES, size) + 1 if easy else 1):
            yield group_set(methodiek, node, size, mix)
    for index, blad in enumerate(werkblad.bladen):
        yield SetPdf(
            _path(node, blad.id),
            blad.titel + (f" ({blad.variant})" if blad.variant else ""),
            sheet_html(werkblad, blad, explanation(methodiek, node)),
            sheet_pages(blad),
            node.at("bladen", index, "id"),
            note=_note(blad),
            fillable=blad.invulbaar,
        )
    if werkblad.begeleiding is not None:
        yield SetPdf(
            _path(node, "begeleidersblad"),
            "Begeleidersblad",
            facilitator_html(werkblad, explanation(methodiek, node)),
            facilitator_pages(werkblad),
            node.at("begeleiding", key=True),
        )


def _note(blad: Blad) -> str:
    words = {"deelnemer": "", "knipvel": "om te knippen", "bijlage": "bijlage, apart bewaren", "ouder": "voor ouders"}
    notes = [words.get(blad.soort, "voor medewerkers")]
    notes += ["op het scherm in te vullen"] if blad.invulbaar else []
    notes += ["vier op een vel, om te knippen"] if blad.formaat == "A6x4" else []
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
