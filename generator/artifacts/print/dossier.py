"""The dossier for reviewers as one document: the view, the crosswalk, the chains, the registers and the sheets."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from markupsafe import Markup

from generator.artifacts.flow import drawn
from generator.artifacts.print.dossier_sheets import appendix
from generator.artifacts.print.dossier_tables import Row, Sheet, chain_tables
from generator.artifacts.print.engine import Attached, PrintJob
from generator.artifacts.print.forms import STYLESHEETS as OF_SHEETS
from generator.artifacts.print.references import source_name
from generator.artifacts.print.templating import paragraphs, render
from generator.artifacts.recipes import PdfArtifact
from generator.artifacts.registers import Register, registers
from generator.artifacts.registers.base import in_order, is_own, number_of
from generator.artifacts.whole import TITLE, whole
from generator.graph import Methodiek, Node
from generator.graph.fingerprints import link_key
from generator.graph.history import history
from generator.graph.review import Stand, stand, to_sign
from generator.graph.weergave import Found, found, lacking
from generator.model.methodiek import Interventie
from generator.model.weergave import Rubriek, Weergave
from generator.prose import Cited, to_html

PATH = "dossier.pdf"
STYLESHEETS = (*OF_SHEETS, "css/dossier.css")
"""The sheets come as they are printed, so their own stylesheets come first."""
PICTURE = (266.0, 142.0)
"""The room for a drawing on lying paper below its heading and text: width and height in millimetres."""
FOR_PROGRAMS = ("sleutel", "vingerafdruk")
LEFT_OUT = ("zelfscan",)
"""The registers that are a form to fill in and have a document of their own."""
TEXTS = ("kern", "uitspraak", "doel", "uitleg", "tekst")
"""The fields that say what a listed thing is; the first that it has."""


@dataclass(frozen=True)
class Part:
    """A stretch below a heading: its text, and what is missing there."""

    anchor: str
    title: str
    html: Markup
    missing: tuple[str, ...] = ()


def dossier_pdf(methodiek: Methodiek, total: str, files: Sequence[Attached] = ()) -> PdfArtifact | None:
    """Return the dossier; `total` is the checksum of the content, `files` is what goes along inside.

    None for a methodology without its first file.
    """
    node = methodiek.single("interventie")
    if node is None or not isinstance(node.record, Interventie):
        return None
    picture = whole(methodiek)
    html = render(
        "dossier.html",
        titel=node.record.titel,
        ondertitel=node.record.ondertitel,
        versie=node.record.versie,
        datum=f"{last_changed(methodiek):%d-%m-%Y}",
        controlegetal=total,
        bestanden=[(one.name, one.description) for one in files],
        getoetst=_signed(methodiek),
        beeld=drawn(picture.flow, TITLE, PICTURE) if picture else None,
        weergaven=tuple(_views(methodiek)),
        ketens=tuple(one for one in chain_tables(methodiek) if one.rows),
        registers=tuple(_sheet(one) for one in registers(methodiek) if one.id not in LEFT_OUT),
        bladen=appendix(methodiek),
    )
    return PdfArtifact(PrintJob(PATH, html, STYLESHEETS, attachments=tuple(files)), node.at("titel"))


def last_changed(methodiek: Methodiek) -> date:
    """Return the day of the last change that the content tells of, which is the date of the dossier."""
    return max((event.wijziging.datum for event in history(methodiek)), default=date(2000, 1, 1))


def _signed(methodiek: Methodiek) -> tuple[int, int]:
    """Return how many things and links are signed off as they are now, and how many there are."""
    names = [*(node.key for node in to_sign(methodiek)), *(link_key(edge) for edge in methodiek.edges)]
    return sum(stand(methodiek, name) is Stand.GETOETST for name in names), len(names)


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


def _sheet(register: Register) -> Sheet:
    """Return a register for paper, without the columns that only a program reads."""
    shown = [number for number, head in enumerate(register.heads) if head not in FOR_PROGRAMS]
    rows = tuple(Row(tuple((row[number].shown, row[number].gap) for number in shown)) for row in register.rows)
    heads = tuple(register.heads[number].capitalize() for number in shown)
    return Sheet(register.id, register.title, register.lead, heads, rows, register.said, register.empty)
