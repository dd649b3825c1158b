"""The dossier for reviewers as one document: the view, the crosswalk, the chains, the registers and the sheets."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from generator.artifacts.print.engine import PrintJob
from generator.artifacts.print.references import source_name
from generator.artifacts.print.templating import paragraphs, render
from generator.artifacts.registers import Register, registers
from generator.artifacts.registers.base import in_order, is_own, number_of
from generator.diagnostics import Span
from generator.graph import Methodiek, Node
from generator.graph.weergave import Found, found, lacking
from generator.model.methodiek import Interventie
from generator.model.weergave import Rubriek, Weergave
from generator.prose import Cited, to_html

PATH = "dossier.pdf"
STYLESHEETS = ("fonts/print-fonts.css", "css/dossier.css")
FOR_PROGRAMS = ("sleutel", "vingerafdruk")
LEFT_OUT = ("zelfscan",)
"""The registers that are a form to fill in and have a document of their own."""
TEXTS = ("kern", "uitspraak", "doel", "uitleg", "tekst")
"""The fields that say what a listed thing is; the first that it has."""
CHAIN = (
    ("Aangepakt door doel", "doel", "factoren"),
    ("Aanpak", "aanpak", "factoren"),
    ("Bladen", "werkblad", "factoren"),
)
"""What a chain shows for a factor: its heading, and the kind and field of the links that arrive."""


@dataclass(frozen=True)
class Row:
    """A row of a table: its cells as text, and whether each says that something is missing."""

    cells: tuple[tuple[str, bool], ...]


@dataclass(frozen=True)
class Part:
    """A stretch below a heading: its text, and what is missing there."""

    anchor: str
    title: str
    html: Markup
    missing: tuple[str, ...] = ()


@dataclass(frozen=True)
class Sheet:
    """Rows under columns on lying paper, with what is said about the whole."""

    anchor: str
    title: str
    lead: str
    heads: tuple[str, ...]
    rows: tuple[Row, ...]
    said: tuple[tuple[str, str], ...] = ()
    empty: str = ""

    @property
    def columns(self) -> tuple[tuple[str, str], ...]:
        """The columns with their share of the width: more for a column with more to read."""
        shares = []
        for number, head in enumerate(self.heads):
            longest = max(len(word) for row in self.rows for word in (*row.cells[number][0].split(), head))
            mean = sum(len(row.cells[number][0]) for row in self.rows) / len(self.rows)
            shares.append(max(min(longest, 14), 2.2 * mean**0.5))
        return tuple((head, f"{99 * share / sum(shares):.2f}%") for head, share in zip(self.heads, shares, strict=True))


@dataclass(frozen=True)
class DossierPdf:
    """The dossier as a print job, with the place in the content that it comes from."""

    job: PrintJob
    span: Span


def dossier_pdf(methodiek: Methodiek, total: str) -> DossierPdf | None:
    """Return the dossier; `total` is the checksum of the content. None for a methodology without its first file."""
    node = methodiek.single("interventie")
    if node is None or not isinstance(node.record, Interventie):
        return None
    html = render(
        "dossier.html",
        titel=node.record.titel,
        ondertitel=node.record.ondertitel,
        versie=node.record.versie,
        controlegetal=total,
        weergaven=tuple(_views(methodiek)),
        ketens=_chains(methodiek),
        registers=tuple(_sheet(one) for one in registers(methodiek) if one.id not in LEFT_OUT),
        bladen=_sheets(methodiek),
    )
    return DossierPdf(PrintJob(PATH, html, STYLESHEETS), node.at("titel"))


def _views(methodiek: Methodiek) -> Iterator[tuple[str, str, str, tuple[Part, ...]]]:
    for node in in_order(methodiek, "weergave"):
        view = node.record
        assert isinstance(view, Weergave)
        parts = tuple(_part(methodiek, node.id, rubriek) for rubriek in view.rubrieken)
        yield node.id, view.titel, view.uitleg, parts


def _part(methodiek: Methodiek, view: str, rubriek: Rubriek) -> Part:
    title = " ".join(filter(None, (rubriek.nummer, rubriek.titel)))
    html = Markup("").join(_piece(methodiek, found(methodiek, stuk)) for stuk in rubriek.stukken)
    return Part(f"{view}-{rubriek.id}", title, html, lacking(methodiek, rubriek))


def _piece(methodiek: Methodiek, piece: Found) -> Markup:
    html = Markup("<h4>{}</h4>\n").format(piece.heading) if piece.heading else Markup("")
    html += Markup("").join(Markup("<p>{}</p>\n").format(one) for one in paragraphs(piece.text) if one)
    if piece.markdown:
        html += to_html(piece.markdown, lambda kind, slug: None, lambda place: _cited(methodiek, place)).replace(
            Markup("<h3"), Markup("<h4")
        )
    if piece.things:
        html += Markup("<ul>{}</ul>\n").format(Markup("").join(_listed(node) for node in piece.things))
    if piece.places:
        names = "; ".join(source_name(methodiek, place) for place in piece.places)
        html += Markup('<p class="bron">Bron: {}</p>\n').format(names)
    return html


def _cited(methodiek: Methodiek, place: str) -> Cited:
    return Cited(source_name(methodiek, place), own=is_own(methodiek, place))


def _listed(node: Node) -> Markup:
    name = " ".join(filter(None, (number_of(node), node.titel)))
    said = (str(getattr(node.record, field, None) or "") for field in TEXTS)
    core = paragraphs(next(filter(None, said), ""))[0]
    return Markup("<li><b>{}</b> {}</li>").format(" ".join(name.split()), "" if core == node.titel else core)


def _chains(methodiek: Methodiek) -> Sheet:
    """Return for every factor what is done about it, down to the sheets."""
    rows = []
    for factor in in_order(methodiek, "factor"):
        goals = "; ".join(f"{number_of(edge.naar)} {edge.naar.titel}" for edge in methodiek.out(factor, "subdoelen"))
        cells = [(f"{number_of(factor)} {factor.titel}".strip(), False), (goals or "niet gedekt", not goals)]
        for _, kind, field in CHAIN:
            names = [
                " ".join(filter(None, (number_of(edge.van), edge.van.titel)))
                for edge in methodiek.referrers(factor, kind, field)
            ]
            cells.append(("; ".join(names) or "niet gedekt", not names))
        rows.append(Row(tuple(cells)))
    heads = ("Factor", "Subdoelen", *(head for head, _, _ in CHAIN))
    lead = "Van wat het probleem in stand houdt naar wat wij doen. Met grond en reden in de data: koppelingen.csv."
    return Sheet("ketens", "Ketens", lead, heads, tuple(rows))


def _sheet(register: Register) -> Sheet:
    """Return a register for paper, without the columns that only a program reads."""
    shown = [number for number, head in enumerate(register.heads) if head not in FOR_PROGRAMS]
    rows = tuple(Row(tuple((row[number].text, row[number].gap) for number in shown)) for row in register.rows)
    heads = tuple(register.heads[number].capitalize() for number in shown)
    return Sheet(register.id, register.title, register.lead, heads, rows, register.said, register.empty)


def _sheets(methodiek: Methodiek) -> Sheet:
    rows = tuple(
        Row(
            tuple(
                (str(text), False)
                for text in (
                    node.record.code,  # type: ignore[attr-defined]
                    node.titel,
                    node.record.doel,  # type: ignore[attr-defined]
                    f"{node.record.gebruik}, {node.record.bewaren}",  # type: ignore[attr-defined]
                    f"v{node.record.versie}",  # type: ignore[attr-defined]
                    f"toolkit/{node.id}/",
                )
            )
        )
        for node in in_order(methodiek, "werkblad")
    )
    heads = ("Code", "Blad", "Waarvoor", "Klassen", "Versie", "Map in de bundel")
    return Sheet("bladen", "Bijlage: alle bladen", "Elk blad zit als PDF in de bundel.", heads, rows)
